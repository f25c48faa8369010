import jax.numpy as jnp
from jax.nn import sigmoid, softplus

X = jnp.array([[1., 2.], [-1., 0.5], [0.25, -0.75]])
w = jnp.array([0.3, -0.6])
y = jnp.array([1., 0., 1.])
z = jnp.dot(X, w)
p = sigmoid(z)
nll = jnp.mean(softplus(z) - y * z)
reg = 0.5 * 0.1 * jnp.sum(w ** 2)
loss = nll + reg

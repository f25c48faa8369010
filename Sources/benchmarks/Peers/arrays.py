"""Forward and reverse of dense networks in NumPy, PyTorch or JAX, to measure others beside them.

The library is named on the command line. Each line of the input names a network:

    784-128-10 relu crossentropy 64 9

widths, the function of the hidden layers, the loss (crossentropy or squares), examples, blocks of steps.
It answers with the median microseconds of a step, the loss, and a weighted sum of the derivatives. Before the
first line it says "ready" and its version, or "missing" and why, where the library cannot be imported.
"""
import sys
import time

library = sys.argv[1]
try:
    import numpy
    if library == "torch":
        import torch
        torch.set_default_dtype(torch.float64)
        version = torch.__version__
    elif library == "jax":
        import jax
        jax.config.update("jax_enable_x64", True)
        jax.config.update("jax_platforms", "cpu")
        import jax.numpy as jnp
        version = jax.__version__
    else:
        version = numpy.__version__
except ImportError as error:
    print("missing", error, flush=True)
    sys.exit(0)
print("ready", version, flush=True)


def problem(widths, loss, examples):
    """Inputs, targets and the parameters layer by layer: weights, then biases."""
    numbers = Numbers(1234)
    x = numbers.draw(examples, widths[0])
    y = numpy.arange(examples) % widths[-1] if loss == "crossentropy" else numbers.draw(examples, widths[-1])
    parameters = []
    for inputs, outputs in zip(widths, widths[1:]):
        parameters += [numbers.draw(inputs, outputs) / inputs**0.5, numbers.draw(outputs) / 10]
    return x, y, parameters


def numpy_step(function, loss, x, y, parameters):
    def step():
        values, last = [x], len(parameters) // 2 - 1
        for layer in range(last + 1):
            z = values[-1] @ parameters[2 * layer] + parameters[2 * layer + 1]
            if layer < last:
                z = numpy.maximum(z, 0) if function == "relu" else numpy.tanh(z)
            values.append(z)
        z, m = values[-1], len(x)
        if loss == "crossentropy":
            e = numpy.exp(z - z.max(axis=1, keepdims=True))
            sums = e.sum(axis=1, keepdims=True)
            cost = (numpy.log(sums[:, 0]) + z.max(axis=1) - z[numpy.arange(m), y]).mean()
            g = e / sums
            g[numpy.arange(m), y] -= 1
            g /= m
        else:
            cost = ((z - y) ** 2).mean()
            g = 2 * (z - y) / z.size
        gradient = [None] * len(parameters)
        for layer in reversed(range(last + 1)):
            if layer < last:
                h = values[layer + 1]
                g = g * (h > 0) if function == "relu" else g * (1 - h * h)
            gradient[2 * layer] = values[layer].T @ g
            gradient[2 * layer + 1] = g.sum(axis=0)
            if layer > 0:
                g = g @ parameters[2 * layer].T
        return cost, gradient

    return step


def torch_step(function, loss, x, y, parameters):
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    parameters = [torch.from_numpy(p).requires_grad_() for p in parameters]
    activation = torch.relu if function == "relu" else torch.tanh
    cost_of = torch.nn.functional.cross_entropy if loss == "crossentropy" else torch.nn.functional.mse_loss

    def step():
        for p in parameters:
            p.grad = None
        h = x
        for layer in range(0, len(parameters), 2):
            h = torch.addmm(parameters[layer + 1], h, parameters[layer])
            if layer + 2 < len(parameters):
                h = activation(h)
        cost = cost_of(h, y)
        cost.backward()
        return cost.item(), [p.grad for p in parameters]

    return step


def jax_step(function, loss, x, y, parameters):
    activation = (lambda z: jnp.maximum(z, 0)) if function == "relu" else jnp.tanh

    def cost_of(parameters, x, y):
        h = x
        for layer in range(0, len(parameters), 2):
            h = h @ parameters[layer] + parameters[layer + 1]
            if layer + 2 < len(parameters):
                h = activation(h)
        if loss == "crossentropy":
            logarithms = jax.nn.log_softmax(h)
            return -jnp.take_along_axis(logarithms, y[:, None], axis=1).mean()
        return ((h - y) ** 2).mean()

    compiled = jax.jit(jax.value_and_grad(cost_of))
    parameters = [jnp.asarray(p) for p in parameters]
    x, y = jnp.asarray(x), jnp.asarray(y)

    def step():
        cost, gradient = compiled(parameters, x, y)
        jax.block_until_ready(gradient)
        return cost, gradient

    return step


def weighted_sum(gradient):
    flat = numpy.concatenate([numpy.asarray(g).reshape(-1) for g in gradient])
    return float((flat * (1 + numpy.arange(len(flat)) % 7)).sum())


def median_time(step, blocks):
    """Microseconds of a step: blocks of 10 ms each, of which the median is taken."""
    step()
    begin = time.perf_counter()
    step()
    count = max(1, int(0.01 / (time.perf_counter() - begin)))
    times = []
    for _ in range(blocks):
        begin = time.perf_counter()
        for _ in range(count):
            step()
        times.append((time.perf_counter() - begin) / count * 1e6)
    return sorted(times)[len(times) // 2]


kinds = {"numpy": numpy_step, "torch": torch_step, "jax": jax_step}
steps = {}
for line in sys.stdin:
    widths, function, loss, examples, blocks = line.split()
    network = (widths, function, loss, examples)
    if network not in steps:
        x, y, parameters = problem([int(w) for w in widths.split("-")], loss, int(examples))
        steps[network] = kinds[library](function, loss, x, y, parameters)
    cost, gradient = steps[network]()
    checked = weighted_sum([g.detach() if library == "torch" else g for g in gradient])
    print(median_time(steps[network], int(blocks)), float(cost), checked, flush=True)

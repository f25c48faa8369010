import numpy as np
X = np.array([[1., 2., 3.], [4., 5., 6.]])
m, n = X.shape
w = np.ones(n) * 0.1
y = np.array([1.0, 2.0])
residual = X.dot(w) - y
J = np.sum(residual ** 2) / (2 * m)
norm = np.linalg.norm(w)
total = J + 0.01 * norm + X.shape[0] * 0.5 + len(y)

"""A layer on a batch, its loss a mean of squares."""
import numpy as np

np.set_printoptions(precision=4)
X = np.array([[0.5, -1.0],
              [1.5,  2.0],
              [-0.3, 0.7]])
W = np.array([[0.1, -0.2, 0.3],
              [0.4,  0.5, -0.6]])
b = np.array([0.01, -0.02, 0.03])
T = np.array([[0, 1, 0], [1, 0, 0], [0, 0, 1]])

Z = X @ W + b
A = np.tanh(Z)
L = np.mean((A - T) ** 2)
print("loss:", L)
L

import numpy as np

def sigmoid(z):
    """The logistic function."""
    return 1.0 / (1.0 + np.exp(-z))

relu = lambda z: np.maximum(z, 0)

def cost(prediction, truth):
    difference = prediction - truth
    return 0.5 * difference ** 2

x = 2.0
w = -0.75
v = 1.25
hidden = relu(w * x + 3)
out = sigmoid(v * hidden - 1)
J = cost(out, 0.9)

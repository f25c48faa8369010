from numpy import exp, log1p, array
import numpy as np
alpha: float = 0.3
scale: float = 2.5
softplus = lambda t: log1p(exp(t))
hinge = np.maximum(0.0, 1.0 - alpha * scale)
swish = alpha * (1 / (1 + exp(-alpha)))
loss = softplus(alpha * scale) + hinge + swish + pow(alpha, 3) + abs(-scale)

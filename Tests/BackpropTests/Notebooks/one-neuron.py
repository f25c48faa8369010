# One neuron with a sigmoid, by hand.
import math

x1, x2 = 1.5, -0.5
w1 = 0.8; w2 = -1.2
b = 0.1
z = w1 * x1 + w2 * x2 + b
y_hat = 1 / (1 + math.exp(-z))
target = 1
loss = -(target * math.log(y_hat) + (1 - target) * math.log(1 - y_hat + 1e-12))
print(loss)

import numpy as np
x = 0.6
h = x * 1.5
h = np.tanh(h)
h = h ** 2 + 1
h -= 0.25
loss = np.log(h)

import numpy as np
x = 0.4
y = 1.1
total = (
    x * y
    + np.sin(x) * np.cos(y)   # the curved part
    - np.exp(-x * y) / (
        1 + x ** 2
    )
)
loss = total \
    * total

import math
a = 1.3
b = 2.
c = -2 ** 2 + a ** -b
d = 2 ** a ** 0.5 - -a
e1 = (-a) ** 2 / b / 4
f = 10 - 3 - c + a * -b
g = +c - (d + e1) * f / (a - b) ** 3
loss = g * 1e-2 + 1_000 * a ** 4 / 3e3 + math.pi

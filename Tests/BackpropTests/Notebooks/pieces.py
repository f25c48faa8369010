import numpy as np
D = np.array([[1.0, 2.0, 0.5], [3.0, -1.0, 1.5]])
a = D[:, 0]
b = D[0, 1:]
u = D[-1]
G = np.outer(a, b)
S = np.concatenate([a, u], axis=0)
loss = np.square(G).sum(axis=0)[1] + np.dot(S, S) + G.T.reshape(-1)[0]

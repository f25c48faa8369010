import numpy as np

logits = np.array([2.0, 1.0, -1.0])
shifted = logits - 2.0
exps = np.exp(shifted)
probs = exps / exps.sum()
loss = -np.log(probs[0])

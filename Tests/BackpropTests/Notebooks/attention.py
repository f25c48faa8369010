import torch, math
from torch import nn
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)

Q = torch.tensor([[1.0, 0.0], [0.5, -0.5]], requires_grad=True)
K = torch.tensor([[0.3, 0.7], [-0.2, 0.4], [1.0, -1.0]], requires_grad=True)
V = torch.tensor([[1.0, 2.0], [3.0, 4.0], [-1.0, 0.0]], requires_grad=True)
scores = Q @ K.T / math.sqrt(2)
weights = F.softmax(scores, dim=-1)
out = weights @ V
target = torch.tensor([[1.0, 1.0], [0.0, 2.0]])
loss = nn.MSELoss()(out, target)
loss.backward()

import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)
w = torch.tensor([0.5, -1.5], requires_grad=True)
X = torch.tensor([[1.0, 2.0], [0.0, -1.0], [2.0, 0.5]])
y = torch.tensor([1.0, 0.0, 1.0])
z = F.linear(X, w.reshape(1, 2)).flatten()
bce = F.binary_cross_entropy_with_logits(z, y)
same = F.binary_cross_entropy(torch.sigmoid(z), y)
l1 = F.l1_loss(z, y)
loss = bce + 2 * same + 0.5 * l1 + F.leaky_relu(z, 0.2).sum()
loss.backward()

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(0)

X = torch.tensor([[1.0, -2.0], [0.5, 0.25]])
y = torch.tensor([1, 0])
W1 = torch.tensor([[0.2, -0.4, 0.1], [0.7, 0.3, -0.5]], requires_grad=True)
b1 = torch.zeros(3)
W2 = torch.tensor([[1.0, -1.0], [0.5, 0.5], [-0.25, 0.75]], requires_grad=True)

h = F.relu(X @ W1 + b1)
logits = h @ W2
loss = F.cross_entropy(logits, y)
loss.backward()
print(W1.grad, W2.grad)

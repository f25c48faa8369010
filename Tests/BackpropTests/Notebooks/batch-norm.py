import torch
torch.set_default_dtype(torch.double)

x = torch.tensor([[1., 2.], [3., 5.], [-1., 0.5]], requires_grad=True)
gamma = torch.nn.Parameter(torch.tensor([1.5, 0.5]))
beta = torch.nn.Parameter(torch.tensor([0.1, -0.2]))
mu = x.mean(dim=0, keepdim=True)
var = x.var(dim=0, unbiased=False, keepdim=True)
xhat = (x - mu) / torch.sqrt(var + 1e-5)
y = gamma * xhat + beta
loss = (y ** 3).sum()
loss.backward()

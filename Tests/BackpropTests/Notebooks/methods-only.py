import torch
torch.set_default_dtype(torch.float64)
w = torch.tensor([1.0, -2.0, 0.5], requires_grad=True)
x = torch.tensor([0.5, 0.25, -1.0])
z = w.mul(x).sum()
s = z.sigmoid()
t = s.pow(2).add(1).log()
loss = t.neg().exp().sqrt()
loss.backward()

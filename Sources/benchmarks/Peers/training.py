"""Steps of descent in PyTorch or micrograd, to measure others beside them.

The library is named on the command line. Each line of the input names some training and how often it is timed:

    digits 3    an epoch of a 64-32-10 network, 1,438 examples, 32 a step, Adam
    moons 3     100 steps of a 2-16-16-1 network on 100 points with a hinge and a penalty, gradient descent

It answers with the median microseconds of all steps, the loss of the last one, and a weighted sum of the parameters
after the first time. Before the first line it says "ready" and its version, or "missing" and why, where the library
cannot be imported.
"""
import sys
import time

library = sys.argv[1]
try:
    import numpy
    if library == "torch":
        import torch
        torch.set_default_dtype(torch.float64)
        torch.set_num_threads(2)
        version = torch.__version__
    else:
        import importlib.metadata
        from micrograd.engine import Value
        version = importlib.metadata.version("micrograd")
except ImportError as error:
    print("missing", error, flush=True)
    sys.exit(0)
print("ready", version, flush=True)


def problem(widths, examples):
    """Inputs, targets and the parameters layer by layer: weights, then biases."""
    numbers = Numbers(1234)
    x = numbers.draw(examples, widths[0])
    y = numpy.arange(examples) % (10 if widths[-1] == 10 else 2)
    parameters = []
    for inputs, outputs in zip(widths, widths[1:]):
        parameters += [numbers.draw(inputs, outputs) / inputs**0.5, numbers.draw(outputs) / 10]
    return x, y, parameters


def torch_digits():
    x, y, parameters = problem([64, 32, 10], 1438)
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    w1, b1, w2, b2 = parameters = [torch.from_numpy(p).requires_grad_() for p in parameters]
    optimizer = torch.optim.Adam(parameters, lr=0.005)

    def run():
        for start in range(0, len(x), 32):
            xb, yb = x[start:start + 32], y[start:start + 32]
            optimizer.zero_grad()
            hidden = torch.relu(torch.addmm(b1, xb, w1))
            loss = torch.nn.functional.cross_entropy(torch.addmm(b2, hidden, w2), yb)
            loss.backward()
            optimizer.step()
        return loss.item(), parameters

    return run, 1


def torch_moons():
    x, y, parameters = problem([2, 16, 16, 1], 100)
    x, y = torch.from_numpy(x), torch.from_numpy(2.0 * y[:, None] - 1)
    w1, b1, w2, b2, w3, b3 = parameters = [torch.from_numpy(p).requires_grad_() for p in parameters]
    optimizer = torch.optim.SGD(parameters, lr=0.1)

    def run():
        for _ in range(100):
            optimizer.zero_grad()
            h = torch.relu(torch.addmm(b2, torch.relu(torch.addmm(b1, x, w1)), w2))
            s = torch.addmm(b3, h, w3)
            penalty = sum((p * p).sum() for p in parameters)
            loss = torch.relu(1 - y * s).mean() + 1e-4 * penalty
            loss.backward()
            optimizer.step()
        return loss.item(), parameters

    return run, 1


def micrograd_moons():
    """Two of the hundred steps; a hundred take minutes."""
    x, y, parameters = problem([2, 16, 16, 1], 100)
    y = 2.0 * y - 1
    layers = [
        ([[Value(v) for v in row] for row in parameters[k]], [Value(v) for v in parameters[k + 1]])
        for k in range(0, 6, 2)
    ]
    flat = [v for w, b in layers for row in w for v in row] + [v for w, b in layers for v in b]

    def score(point):
        values = [Value(v) for v in point]
        for index, (w, b) in enumerate(layers):
            sums = [sum((a * w[i][j] for i, a in enumerate(values)), b[j]) for j in range(len(b))]
            values = [s.relu() for s in sums] if index < 2 else sums
        return values[0]

    def run():
        for _ in range(2):
            losses = [(1 + -t * score(p)).relu() for p, t in zip(x, y)]
            loss = sum(losses) * (1.0 / len(losses)) + 1e-4 * sum(v * v for v in flat)
            for v in flat:
                v.grad = 0
            loss.backward()
            for v in flat:
                v.data -= 0.1 * v.grad
        return loss.data, None

    return run, 50


def weighted_sum(parameters):
    flat = numpy.concatenate([p.detach().numpy().reshape(-1) for p in parameters])
    return float((flat * (1 + numpy.arange(len(flat)) % 7)).sum())


kinds = {
    ("torch", "digits"): torch_digits, ("torch", "moons"): torch_moons,
    ("micrograd", "moons"): micrograd_moons,
}
for line in sys.stdin:
    name, blocks = line.split()
    run, factor = kinds[library, name]()
    loss, parameters = run()
    checked = weighted_sum(parameters) if parameters else 0.0
    times = []
    for _ in range(int(blocks)):
        begin = time.perf_counter()
        run()
        times.append((time.perf_counter() - begin) * 1e6 * factor)
    print(sorted(times)[len(times) // 2], loss, checked, flush=True)

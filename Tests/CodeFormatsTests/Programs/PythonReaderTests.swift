import CodeFormats
import RandomNumbers
import Testing

@Suite struct PythonReaderTests {
  private func formulas(_ text: String) throws -> [String] {
    try PythonReader.reading(of: text).lines.map { "\($0.name) = \($0.formula)" }
  }

  @Test(arguments: [
    ("a = -2 ** 2", "a = -4"), ("a = x ** 2 ** 3", "a = x^2^3"), ("a = (-x) ** 2", "a = (-x)^2"),
    ("a = x ** -1", "a = x^-1"), ("a = 1 / 2 * x", "a = 1 / 2 * x"),
    ("a = x / (2 * x)", "a = x / (2 * x)"),
    ("a = x - (1 - x)", "a = x - (1 - x)"), ("a = +x", "a = x"), ("a = - - x", "a = --x"),
    ("a = 1_000 + 1e-3 * .5", "a = 1000.0005"), ("a = 2.", "a = 2"),
    ("a = np.exp(-x)", "a = exp(-x)"), ("a = math.log(x, 2)", "a = ln(x) / ln(2)"),
    ("a = x.relu()", "a = relu(x)"), ("a = F.relu(x) + torch.tanh(x)", "a = relu(x) + tanh(x)"),
    ("a = pow(x, 2) + abs(x)", "a = x^2 + abs(x)"),
    ("a = np.where(x > 0, x, 0)", "a = step(x) * x + (1 - step(x)) * 0"),
    ("a = np.clip(x, 0, 1)", "a = min(max(x, 0), 1)"),
    ("a = max(x, 1, -x)", "a = max(max(x, 1), -x)"),
    ("a = np.sum(x)", "a = x"), ("a = sum([x, x, 1])", "a = x + x + 1"),
    ("a = np.square(x + 1)", "a = (x + 1)^2"), ("a = np.pi * x", "a = pi * x"),
    ("a = x @ x if x else x", ""), ("lambda_ = x", "lambda_ = x"), ("_h = x", "h = x"),
    ("exp = x", "exp_1 = x"), ("a: float = x", "a = x"), ("a = b = x", "a = x|b = x"),
    ("a, b = x, 2 * x", "a = x|b = 2 * x"), ("a = x; b = a", "a = x|b = a"),
    ("a = x\na += 1\na = a * 2", "a = x|a_2 = a + 1|a_3 = a_2 * 2"),
    ("f = lambda z: z ** 2\na = f(x - 1)", "a = (x - 1)^2"),
    ("def f(z, k=2):\n    u = z * k\n    return u + 1\n\na = f(x)", "a = x * 2 + 1"),
    ("g = nn.ReLU()\na = g(x)", "a = relu(x)"), ("a = nn.Tanh()(x)", "a = tanh(x)"),
    ("a = (x\n     + 1)  # more", "a = x + 1"), ("a = x + \\\n  1", "a = x + 1"),
    ("a = float(x.item())", "a = x"), ("a = torch.sigmoid(x).log()", "a = ln(sigmoid(x))"),
  ])
  func aLineBecomesAFormula(line: String, expected: String) throws {
    let text = "x = 3.0\n\(line)\n"
    guard !expected.isEmpty else {
      #expect(throws: ProgramError.self) { try PythonReader.reading(of: text) }
      return
    }
    #expect(try formulas(text).dropFirst().joined(separator: "|") == expected)
  }

  @Test(arguments: [
    ("A = X.T @ X", "A = X.T @ X"), ("A = X.sum(0)", "A = sum(X, axis=0)"),
    ("A = X.mean(axis=1, keepdims=True)", "A = mean(X, axis=1, keepdims=True)"),
    ("A = torch.softmax(X, dim=-1)", "A = softmax(X, axis=-1)"), ("A = X[:, 0]", "A = X[:, 0]"),
    ("A = X[-1]", "A = X[-1]"), ("A = X[0:1, None]", "A = X[0:1, None]"),
    ("A = np.linalg.norm(X)", "A = norm(X)"), ("A = X.reshape(1, -1)", "A = reshape(X, 1, -1)"),
    ("A = np.std(X)", "A = sqrt(var(X))"), ("A = X.max(dim=1)[0]", "A = max(X, axis=1)"),
    ("A = np.maximum(X, 0) * (X > 1)", "A = max(X, 0) * (X > 1)"),
    ("A = np.zeros((2, 3))", "A = zeros(2, 3)"), ("A = X / X.shape[0]", "A = X / 2"),
    ("A = F.mse_loss(X, X + 1)", "A = mean((X - (X + 1))^2)"), ("A = X * -1", "A = X * -1"),
    ("A = np.concatenate([X, X], axis=1)", "A = concat(X, X, axis=1)"),
    ("A = np.arange(3) + 1", "A = [0, 1, 2] + 1"),
  ])
  func arraysKeepTheirMeaning(line: String, expected: String) throws {
    let found = try formulas("X = np.array([[1., 2.], [3., 4.]])\n\(line)\n")
    #expect(found == ["X = [[1, 2], [3, 4]]", expected])
  }

  /// Each error has the line and the column where it stands.
  @Test(arguments: [
    ("a = 2 ^ 3", 1, 7), ("a = x", 1, 5), ("a = 7 % 2", 1, 7), ("a = ~1", 1, 5), ("a = 1 +", 1, 8),
    ("a = 1\nb = a b", 2, 7), ("a = 1\n  b = 2", 2, 3), ("class A:\n    pass", 1, 1),
    ("if True:\n    a = 1", 1, 1), ("a = {1: 2}", 1, 5), ("a = 'text'", 1, 5), ("a = f(1)", 1, 5),
    ("a = [1, [2, 3]]", 1, 9), ("a[0] = 1", 1, 1), ("a.b = 1", 1, 1), ("a = 1\nb = a(2)", 2, 5),
    ("a = \"open", 1, 5), ("a = )", 1, 5), ("a = 1e999", 1, 5), ("a = 0x1F", 1, 5),
    ("a = 1j", 1, 5),
    ("import numpy as np\na = np.fft(1)", 2, 5), ("a = 1 if 2 else 3", 1, 7),
    ("a = [i for i in b]", 1, 8),
    ("def f(x):\n    for i in x:\n        pass", 2, 5),
    ("def f(x):\n    return f(x)\na = f(1)", 2, 12),
    ("from numpy import *", 1, 19), ("a = lambda: 1\nb = a(1)", 2, 5), ("a = None", 1, 5),
    ("a = §", 1, 5), ("a, b = 1, 2, 3", 1, 1), ("a = np.random.rand()", 1, 5),
    ("x = 1\na = x.detach()", 2, 5),
    ("a = 5 // 2", 1, 7), ("x = 1\na = x.shape", 2, 5), ("with a:\n    b = 1", 1, 1),
    ("a = *b", 1, 5),
    ("a = 1 == 1", 1, 7), ("a = [[1, 2], [3]]", 1, 14), ("a = np.zeros((9, 9, 9, 9))", 1, 5),
    ("a = np.array([[[[1]]]])", 1, 14), ("a = 1 <> 2", 1, 8), ("return 1", 1, 1),
    ("@a\ndef f(x): return x", 1, 1),
  ])
  func anErrorHasItsPlace(text: String, line: Int, column: Int) throws {
    let error = try #require(throws: ProgramError.self) { try PythonReader.reading(of: text) }
    #expect(error.place?.line == line, "\(error)")
    #expect(error.place?.column == column, "\(error)")
    #expect(!error.message.isEmpty)
  }

  /// Deep and long programs end with an error or a formula, and never in the stack.
  @Test(arguments: [
    String(repeating: "(", count: 100_000), "a = " + String(repeating: "-", count: 100_000) + "1",
    "a = " + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000),
    "x = 1\na = x" + String(repeating: ".T", count: 50_000),
    "x = 1\na = " + String(repeating: "x ** ", count: 50_000) + "x",
    "x = 1\na = " + String(repeating: "lambda y: ", count: 50_000) + "x",
    "f0 = lambda x: x + x\n"
      + (1...60).map { "f\($0) = lambda x: f\($0 - 1)(f\($0 - 1)(x))" }.joined(separator: "\n")
      + "\na = f60(1)",
    "a = " + String(repeating: "9", count: 100_000),
  ])
  func aHostileProgramIsRefused(text: String) {
    #expect(throws: ProgramError.self) { try PythonReader.reading(of: text) }
  }

  @Test func aLongSumIsRead() throws {
    let text = "x = 2.0\na = " + Array(repeating: "x * 1", count: 5000).joined(separator: " + ")
    #expect(try formulas(text).count == 2)
  }

  /// Whatever bytes change, the reader gives formulas or an error.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func changedProgramsNeverTrap(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var signs = Array(PythonReaderTests.sample.unicodeScalars)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: signs.indices, using: &random)
      let pool = Array("()[]{}+-*/@.,:;=<>'\"\\ \n\t#0123456789eExyz_^%&|~!λ".unicodeScalars)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: signs[place] = pool[Int.random(in: pool.indices, using: &random)]
      case 1: signs.remove(at: place)
      default: signs.insert(pool[Int.random(in: pool.indices, using: &random)], at: place)
      }
    }
    _ = try? PythonReader.reading(of: String(String.UnicodeScalarView(signs)))
  }

  private static let sample = """
    import numpy as np
    import torch.nn.functional as F

    def act(z, k=0.5):
        '''A curve.'''
        u = z * k
        return np.tanh(u) + 1

    X = np.array([[1., -2.], [0.5, 3]])
    w, b = torch.tensor([1.0, 2.0], requires_grad=True), 0.1
    z = X @ w + b
    a = act(z[0]) ** 2 / X.shape[0]
    a += np.where(a > 0, a, 0.1 * a)
    loss = F.mse_loss(a, 1.0) - np.log(X[:, 1].max(axis=0) + 3)
    loss.backward(); print(loss)
    """
}

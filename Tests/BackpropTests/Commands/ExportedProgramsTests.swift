import Foundation
import Testing

/// Exports in Python, run with the real library where it is installed: `PYTHON` names the interpreter.
@Suite struct ExportedProgramsTests {
  private static let python =
    ProcessInfo.processInfo.environment["PYTHON"] ?? "/usr/bin/python3"

  /// Whether a library can be imported.
  private static func has(_ library: String) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: python) else { return false }
    let run = try? ProgramRun(["-c", "import \(library)"], of: python)
    return run?.status == 0
  }

  /// Graphs of numbers: lessons, published exercises, every operation, corners and ties.
  private static let scalars: [[String]] =
    [
      "derivatives-by-nudging", "symbolic-derivatives", "two-nodes", "one-unit", "simple-network",
      "why-right-to-left", "two-layer-relu", "paths", "gates", "sigmoid-neuron", "gradient-descent",
      "your-turn",
    ].map { [$0] } + [
      ["a = 2 + 3w", "J = a^2", "w=3"], ["J = x^y + e^x - pi", "x=2", "y=3"],
      [
        "z = w x + b", "lambda = tanh(z) / (1 + softplus(z))", "J = -lambda^2", "w=1", "x=2",
        "b=-1",
      ],
      // Exercises of textbooks and courses.
      ["u = x w", "J = relu(u)", "x=1", "w=2"],
      [
        "z1 = w11 x1 + w12 x2 + b1", "h1 = relu(z1)", "z2 = w21 x1 + w22 x2 + b2", "h2 = relu(z2)",
        "y = v1 h1 + v2 h2 + c", "L = (y - t)^2", "x1=1", "x2=2", "w11=1", "w12=1", "b1=-1",
        "w21=1",
        "w22=-1", "b2=0", "v1=1", "v2=2", "c=0", "t=3",
      ],
      [
        "a1 = Wxh x1 + Whh h0", "h1 = tanh(a1)", "a2 = Wxh x2 + Whh h1", "h2 = tanh(a2)",
        "L = 1/2 (h1 - t1)^2 + 1/2 (h2 - t2)^2", "x1=1", "x2=2", "h0=0", "Wxh=0.5", "Whh=0.1",
        "t1=0.5", "t2=1",
      ],
      ["q = x + y", "f = q z", "x=-2", "y=5", "z=-4"],
      ["J = 1/(1 + exp(-(w0 x0 + w1 x1 + w2)))", "w0=2", "x0=-1", "w1=-3", "x1=-2", "w2=-3"],
      // Every operation, alone and within another.
      ["J = -x", "x=2"], ["J = x + y", "x=2", "y=3"], ["J = x - y", "x=2", "y=3"],
      ["J = x y", "x=2", "y=-3"], ["J = x / y", "x=2", "y=-3"], ["J = x^3 + x^-2 + x^0.5", "x=2"],
      ["J = exp(x) + exp(-x)", "x=0.3"], ["J = ln(x) / ln(2)", "x=5"],
      ["J = sqrt(x^2 + 1)", "x=2"],
      ["J = sin(x) + cos(2x) - tan(x/3)", "x=1.1"], ["J = tanh(tanh(x))", "x=-0.7"],
      ["J = sigmoid(x) softplus(-x)", "x=0.4"], ["J = softplus(x) + softplus(-x)", "x=30"],
      ["J = abs(x) sign(x) + step(x)", "x=-1.5"], ["J = max(x, y) - min(x, 2y)", "x=1", "y=0.5"],
      ["J = ln(sigmoid(a)) + sqrt(b) + sin(a) cos(b) tan(b)", "a=-30", "b=0.5"],
      ["J = (2 + 3w)^2", "w=3"], ["J = x x x - x/x", "x=1.5"],
      ["J = 2^x * 3^(x y)", "x=0.5", "y=-1"],
      // At kinks and ties, and where digits end.
      ["J = max(a, b) + min(a, b) + abs(c) + relu(c) + sign(c) + step(c)", "a=2", "b=2", "c=0"],
      ["J = max(x, 0) + max(0, x)", "x=0"], ["J = min(max(x, 0), 1)", "x=1"],
      ["u = relu(x)", "v = relu(-x)", "J = u v + u + v", "x=0"],
      ["m = max(a, b)", "n = min(m, c)", "J = m n", "a=1", "b=1", "c=1"],
      ["J = abs(abs(x) - 1)", "x=1"],
      ["J = sigmoid(x) + tanh(x)", "x=40"],
      ["J = x^0 + x^2", "x=0"], ["a = sigmoid(x)", "b = softplus(x)", "J = a b", "x=0"],
      ["network 3-4-2 tanh"], ["network 2-3-1 relu"], ["network 2-2-2 sigmoid"],
    ]

  /// Graphs with vectors and matrices: lessons, and every operation and shape.
  private static let arrays: [[String]] =
    [
      "layer", "layer-backward", "softmax", "shared-weights", "normalisation", "attention",
      "in-code", "train-it", "examples",
    ].map { [$0] } + [
      ["network 4-3-2 relu softmax batch 8"], ["network 3-4-2 tanh batch 5"],
      [
        "Z = X @ W + b", "P = softmax(Z)", "M = max(Z, axis=1)", "V = var(X, axis=0)",
        "J = crossentropy(Z, y) + sum(M) + norm(V) + mean(X[1:, 0])", "X=[1 2; 3 4; 1 1]",
        "W=[2 0 1; -1 1 1]", "b=[0,1,0]", "y=[0,2,1]",
      ],
      ["A = max(X, Y)", "J = sum(abs(A)) + max(A)", "X=[1, 2]", "Y=[2, 2]"],
      ["J = sum(conv(x, k)^2) + sum(flip(x)[1:])", "x=[1,2,-1,3]", "k=[1,-2]"],
      ["E = T[w]", "J = sum(E * E)", "T=[1 2; 3 4; 5 6]", "w=[2,0,2]"],
      ["J = sum(where(X > 1, X^2, 3X)) + logsumexp(X)", "X=[1, 2, 0.5]"],
      ["J = sum(sigmoid(X) softplus(X)) + sum(X^0)", "X=[0, -1, 2]"],
      ["J = sum(relu(X) + abs(X))", "X=[0, -1, 2]"], ["J = max(X)", "X=[2, 2, 1]"],
      ["J = sum(max(X, axis=0))", "X=[1 2; 1 2]"], ["J = min(X) + max(X)", "X=[1 1; 3 3]"],
      ["J = sum(outer(a, b)^2)", "a=[1, 2]", "b=[3, -1, 0.5]"],
      ["A = concat(X, Y, axis=1)", "J = sum(A A')", "X=[1 2; 3 4]", "Y=[0.5; -1]"],
      ["J = sum(reshape(X, 3, 2) W)", "X=[1 2 3; 4 5 6]", "W=[1; -1]"],
      ["J = sum((X - mean(X, axis=0))^2 / (var(X, axis=0) + 0.1))", "X=[1 2; 3 5; -1 0]"],
      ["J = sum(sqrt(X) * exp(-X) + ln(X) / X)", "X=[1, 2, 0.5]"],
      ["J = sum(X[:, 0] * X[0, 1]) + X[1, 1]^3", "X=[1 2; 3 4]"],
      ["J = sum(softmax(Z, axis=0) * Y)", "Z=[1 2; 0 -1]", "Y=[1 0; 0 1]"],
      ["J = norm(X) + sum(pad(x, 1, 1)) + sum(diag(x) * X)", "X=[1 2; 3 4]", "x=[1, 2]"],
      ["J = sum(tanh(X @ W1) @ W2)", "X=[0.5 -1; 2 1]", "W1=[1 2; -1 0.5]", "W2=[1; -2]"],
    ]

  private static func check(_ words: [String], _ flag: String) throws {
    let export = try ProgramRun(["export"] + words + [flag])
    #expect(export.errors == "")
    let folder = try TemporaryFolder()
    let file = try folder.write("graph.py", export.output)
    let run = try ProgramRun([file], of: python)
    #expect(run.status == 0, "\(words): \(run.output)\(run.errors)")
    #expect(run.output.hasSuffix("all agree\n"))
  }

  @Test(.enabled(if: has("numpy"), "NumPy is not installed"), arguments: scalars + arrays)
  func theLinesOfNumPyAgree(words: [String]) throws {
    try ExportedProgramsTests.check(words, "--numpy")
  }

  @Test(.enabled(if: has("torch"), "PyTorch is not installed"), arguments: scalars + arrays)
  func pyTorchAgrees(words: [String]) throws {
    try ExportedProgramsTests.check(words, "--pytorch")
  }

  @Test(.enabled(if: has("jax"), "JAX is not installed"), arguments: scalars + arrays)
  func jaxAgrees(words: [String]) throws {
    try ExportedProgramsTests.check(words, "--jax")
  }

  @Test(.enabled(if: has("tensorflow"), "TensorFlow is not installed"), arguments: scalars + arrays)
  func tensorFlowAgrees(words: [String]) throws {
    try ExportedProgramsTests.check(words, "--tensorflow")
  }

  @Test(.enabled(if: has("sympy"), "SymPy is not installed"), arguments: scalars)
  func symPyAgrees(words: [String]) throws {
    try ExportedProgramsTests.check(words, "--sympy")
  }

  @Test(
    .enabled(if: has("micrograd"), "micrograd is not installed"),
    arguments: [
      ["two-nodes"], ["paths"], ["a = 2 + 3w", "J = a^2", "w=3"], ["J = x / y", "x=2", "y=-3"],
      ["J = x^3 + x^-2 + x^0.5", "x=2"], ["u = relu(x)", "v = relu(-x)", "J = u v + u + v", "x=0"],
    ])
  func microgradAgrees(words: [String]) throws {
    try ExportedProgramsTests.check(words, "--micrograd")
  }

  @Test(
    .needs("/usr/bin/pdflatex"),
    arguments: [["J = w_1_2^2 + α", "w_1_2=1", "α=2"]] + scalars + arrays)
  func theDocumentCompiles(words: [String]) throws {
    let folder = try TemporaryFolder()
    let export = try ProgramRun(["export"] + words + ["--latex"])
    try folder.write("graph.tex", export.output)
    let run = try ProgramRun(
      ["-interaction=nonstopmode", "-halt-on-error", "graph.tex"], of: "/usr/bin/pdflatex",
      in: folder.path)
    #expect(run.status == 0, "\(run.output.suffix(2000))")
  }

  @Test(arguments: [
    (
      ["J = sum(maxpool(X, 2))", "X=[1 2; 3 4]"], "--numpy",
      "NumPy cannot carry maxpool, which 'J' uses; take another library"
    ),
    (
      ["J = exp(w)", "w=1"], "--micrograd",
      "micrograd cannot carry exp, which 'J' uses; take another library"
    ),
    (
      ["J = x^y", "x=1", "y=2"], "--micrograd",
      "micrograd cannot carry a power with an exponent that is computed, which 'J' uses; take another library"
    ),
    (
      ["J = sum(X)", "X=[1,2]"], "--sympy",
      "SymPy has numbers alone, and 'X' has axes; take --numpy, --pytorch or --jax"
    ),
    (
      ["Y = 2X", "X=[1,2]", "--start", "dY=[1,0]"], "--pytorch",
      "PyTorch begins with the output, and derivatives are given by --start; take --numpy"
    ),
  ])
  func whatALibraryCannotCarryIsNamed(words: [String], flag: String, message: String) throws {
    let run = try ProgramRun(["export"] + words + [flag])
    #expect(run.errors == "backprop: \(message)\n")
    #expect(run.status == 3)
    #expect(run.output == "")
  }

  @Test func aTieIsSaidInTheFile() throws {
    let run = try ProgramRun(["export", "J = max(a, b)", "a=2", "b=2", "--pytorch"])
    #expect(
      run.output.contains(
        "# J: torch.maximum gives half to each at a tie (PyTorch 2.15.0); here the first has all"))
    let other = try ProgramRun(["export", "J = max(a, b)", "a=2", "b=1", "--pytorch"])
    #expect(!other.output.contains("tie"))
  }

  /// Where the file cannot come to the tutor's number it says so.
  @Test(arguments: [
    ("--numpy", "NumPy finds nan for the slopes of a power of 0; here they are 0"),
    ("--sympy", "SymPy finds nan for the slopes of a power of 0; here they are 0"),
  ])
  func whatDiffersIsSaidInTheFile(flag: String, remark: String) throws {
    let run = try ProgramRun(["export", "J = x^y", "x=0", "y=2", flag])
    #expect(run.output.contains("# J: \(remark)\n"))
    let other = try ProgramRun(["export", "J = x^y", "x=1", "y=2", flag])
    #expect(!other.output.contains("power of 0"))
  }

  @Test func theBackwardLinesAreWrittenOut() throws {
    let run = try ProgramRun([
      "export", "a = 2 + 3w", "J = a^2", "w=3", "--numpy",
    ])
    #expect(
      run.output.contains(
        """
        # The inputs.
        w = xp.asarray(3.0, dtype=float)

        # The values, from left to right.
        a = 2 + 3 * w
        J = a**2

        # The derivatives, from right to left: dZ is short for dJ/dZ.
        dJ = 1.0
        da = 2 * a
        dw = 3 * da

        """))
  }

  @Test func mermaidIsWhole() throws {
    let run = try ProgramRun(["export", "a = 2 + 3w", "J = a^2", "w=3", "--mermaid"])
    #expect(
      run.output == """
        flowchart LR
          n0(["w<br/>3<br/>dJ/dw = 66"])
          n1["a = 2 + 3w<br/>11<br/>dJ/da = 22"]
          n2["J = a^2<br/>121<br/>dJ/dJ = 1"]
          n0 --> n1
          n1 --> n2

        """)
  }
}

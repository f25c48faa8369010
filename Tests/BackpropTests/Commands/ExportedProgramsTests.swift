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

  private static let scalars: [[String]] = [
    ["two-nodes"], ["sigmoid-neuron"], ["paths"], ["gates"], ["two-layer-relu"],
    ["a = 2 + 3w", "J = a^2", "w=3"], ["J = x^y + e^x - pi", "x=2", "y=3"],
    ["z = w x + b", "lambda = tanh(z) / (1 + softplus(z))", "J = -lambda^2", "w=1", "x=2", "b=-1"],
    // At kinks and ties.
    ["J = max(a, b) + min(a, b) + abs(c) + relu(c) + sign(c) + step(c)", "a=2", "b=2", "c=0"],
    ["J = max(x, 0) + max(0, x)", "x=0"],
    ["network 3-4-2 tanh"],
    ["J = ln(sigmoid(a)) + sqrt(b) + sin(a) cos(b) tan(b)", "a=-30", "b=0.5"],
  ]

  private static let arrays: [[String]] = [
    ["layer-backward"], ["softmax"], ["shared-weights"], ["normalisation"], ["attention"],
    ["in-code"], ["network 4-3-2 relu softmax batch 8"], ["network 3-4-2 tanh batch 5"],
    [
      "Z = X @ W + b", "P = softmax(Z)", "M = max(Z, axis=1)", "V = var(X, axis=0)",
      "J = crossentropy(Z, y) + sum(M) + norm(V) + mean(X[1:, 0])", "X=[1 2; 3 4; 1 1]",
      "W=[2 0 1; -1 1 1]", "b=[0,1,0]", "y=[0,2,1]",
    ],
    ["A = max(X, Y)", "J = sum(abs(A)) + max(A)", "X=[1, 2]", "Y=[2, 2]"],
    ["J = sum(conv(x, k)^2) + sum(flip(x)[1:])", "x=[1,2,-1,3]", "k=[1,-2]"],
    ["E = T[w]", "J = sum(E * E)", "T=[1 2; 3 4; 5 6]", "w=[2,0,2]"],
    ["J = sum(where(X > 1, X^2, 3X)) + logsumexp(X)", "X=[1, 2, 0.5]"],
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
    arguments: [scalars[0], scalars[2], scalars[5]])
  func microgradAgrees(words: [String]) throws {
    try ExportedProgramsTests.check(words, "--micrograd")
  }

  @Test(
    .needs("/usr/bin/pdflatex"),
    arguments: [["two-nodes"], ["layer-backward"], ["J = w_1_2^2 + α", "w_1_2=1", "α=2"]])
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

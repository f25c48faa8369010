import Expressions

/// Reads the forward pass of a program in Python, as notebooks have them, without running it.
///
/// Assignments of arithmetic and of the functions of NumPy, PyTorch, JAX, TensorFlow and `math` become formulas with
/// the same values. What only prints, draws or goes backward is left out with a note; all else is an error.
public struct PythonReader {
  /// A function that the program defines by what it gives.
  struct Function {
    var parameters: [String]
    var defaults: [String: PythonTree.Part] = [:]
    /// What it gives names to on the way.
    var steps: [(name: String, value: PythonTree.Part)] = []
    var result: PythonTree.Part
  }

  /// What a name means besides a quantity.
  enum Meaning {
    case function(Function)
    /// A function of a library, by its last name.
    case library(String)
  }

  var parser: PythonParser
  /// What modules are called here.
  var modules: [String: [String]] = [
    "np": ["numpy"], "numpy": ["numpy"], "torch": ["torch"], "F": ["torch", "nn", "functional"],
    "nn": ["torch", "nn"], "math": ["math"], "jnp": ["jax", "numpy"], "jax": ["jax"],
    "tf": ["tensorflow"], "scipy": ["scipy"],
  ]
  var meanings: [String: Meaning] = [:]
  var quantities: [String: ProgramValue] = [:]
  /// The inputs that are one number, such as a count of examples.
  var wholeNumbers: [String: Double] = [:]
  /// The names of ours that are taken.
  var taken: Set<String> = []
  var reading = ProgramReading()
  /// The lines that compute nothing of the graph.
  var leftOut: [Int] = []
  /// The quantities that the program wants derivatives of, by our names.
  var parameters: Set<String> = []
  /// How deep calls of the program's own functions are nested.
  var callDepth = 0

  /// A program is no longer than this.
  public static let byteLimit = 1_000_000
  /// Nor a formula with what it calls written out.
  static let textLimit = 100_000

  /// What a program computes.
  ///
  /// - Throws: `ProgramError` for the first statement that is no part of a forward pass, with its place.
  /// - Complexity: O(n) in the length of the program and of the formulas.
  public static func reading(of text: String) throws(ProgramError) -> ProgramReading {
    let lexer = try PythonLexer(text)
    var reader = PythonReader(PythonParser(lexer.tokens))
    reader.leftOut = lexer.magicLines
    try reader.read()
    return reader.reading
  }

  private init(_ parser: PythonParser) { self.parser = parser }

  private mutating func read() throws(ProgramError) {
    while parser.token.kind != .end { try readStatement() }
    guard !reading.lines.isEmpty else {
      throw ProgramError("no assignment stands in it; write one a line, such as a = 2 + 3 * w")
    }
    if !parameters.isEmpty {
      for index in reading.lines.indices {
        let line = reading.lines[index]
        guard (try? Formula.names(in: line.formula, known: taken))?.isEmpty ?? false else {
          continue
        }
        reading.lines[index].role = parameters.contains(line.name) ? .parameter : .data
      }
    }
    reading.leftOut = Set(leftOut).sorted()
  }

  // MARK: Statements

  private mutating func readStatement() throws(ProgramError) {
    let token = parser.token
    switch token.kind {
    case .newline, .dedent: parser.advance()
    case .indent:
      throw ProgramError("this line is set in, and nothing above asks for it", at: token.place)
    case .name("import"): try readImport()
    case .name("from"): try readImportFrom()
    case .name("def"): try readFunction()
    case .name("assert"), .name("pass"), .name("del"), .name("global"):
      leftOut.append(token.place.line)
      skipLine()
    case .name(let word) where PythonParser.statements.contains(word):
      throw ProgramError(PythonReader.advice(on: word), at: token.place)
    case .sign("@"):
      throw ProgramError("a decorator is not read; take it away", at: token.place)
    case .sign(";"): parser.advance()
    default: try readAssignment()
    }
  }

  private static func advice(on word: String) -> String {
    switch word {
    case "for", "while": "a loop is not read; write the lines of one round without it"
    case "if", "elif", "else", "try", "except", "finally", "with":
      "what stands under '\(word)' is not read; write its lines without it"
    case "class": "a class is not read; write the lines of its forward pass, with its weights"
    default: "'\(word)' has no part in a forward pass; take it away"
    }
  }

  mutating func skipLine() {
    while parser.token.kind != .newline, parser.token.kind != .end, !parser.isSign(";") {
      parser.advance()
    }
  }

  mutating func endStatement() throws(ProgramError) {
    if parser.takeSign(";") { return }
    switch parser.token.kind {
    case .newline: parser.advance()
    case .end: break
    case .name(let word):
      throw ProgramError(
        "'\(word)' stands where the line should end; write one statement a line",
        at: parser.token.place)
    case .sign(let sign):
      throw ProgramError("'\(sign)' stands where the line should end", at: parser.token.place)
    case .number, .text, .indent, .dedent:
      throw ProgramError("the line should end here; is a sign missing?", at: parser.token.place)
    }
  }

  private mutating func name() throws(ProgramError) -> String {
    guard case .name(let name) = parser.token.kind else {
      throw ProgramError("a name belongs here", at: parser.token.place)
    }
    parser.advance()
    return name
  }

  private mutating func dottedName() throws(ProgramError) -> [String] {
    var path = [try name()]
    while parser.takeSign(".") { path.append(try name()) }
    return path
  }

  private mutating func readImport() throws(ProgramError) {
    parser.advance()
    repeat {
      let path = try dottedName()
      if parser.token.kind == .name("as") {
        parser.advance()
        modules[try name()] = path
      } else {
        modules[path[0]] = [path[0]]
      }
    } while parser.takeSign(",")
    try endStatement()
  }

  private mutating func readImportFrom() throws(ProgramError) {
    parser.advance()
    let path = try dottedName()
    guard parser.token.kind == .name("import") else {
      throw ProgramError("'import' belongs here", at: parser.token.place)
    }
    parser.advance()
    let isOpen = parser.takeSign("(")
    if parser.isSign("*") {
      throw ProgramError(
        "from \(path.joined(separator: ".")) import * does not say what; import names, as in import numpy as np",
        at: parser.token.place)
    }
    repeat {
      if parser.isSign(")") { break }
      let imported = try name()
      var called = imported
      if parser.token.kind == .name("as") {
        parser.advance()
        called = try name()
      }
      if PythonReader.moduleNames.contains(imported) {
        modules[called] = path + [imported]
      } else {
        meanings[called] = .library(imported)
      }
    } while parser.takeSign(",")
    if isOpen { try parser.expect(")", "a ')' belongs here") }
    try endStatement()
  }

  private static let moduleNames: Set<String> = [
    "nn", "functional", "numpy", "optim", "linalg", "special", "random", "autograd", "lax",
  ]

  /// Reads `def f(x): return …`, with lines before that name parts.
  private mutating func readFunction() throws(ProgramError) {
    let start = parser.token.place
    parser.advance()
    let called = try name()
    try parser.expect("(", "a '(' belongs here")
    var parameters: [String] = []
    var defaults: [String: PythonTree.Part] = [:]
    while !parser.isSign(")") {
      let parameter = try name()
      parameters.append(parameter)
      if parser.takeSign(":") { _ = try parser.expression() }
      if parser.takeSign("=") { defaults[parameter] = try parser.expression() }
      if !parser.takeSign(",") { break }
    }
    try parser.expect(")", "a ')' or a comma belongs here")
    if parser.takeSign("->") { _ = try parser.expression() }
    try parser.expect(":", "a ':' belongs here")
    let isBlock = parser.token.kind == .newline
    if isBlock {
      parser.advance()
      guard parser.token.kind == .indent else {
        throw ProgramError("the lines of \(called) are set in below it", at: parser.token.place)
      }
      parser.advance()
    }
    var steps: [(name: String, value: PythonTree.Part)] = []
    while true {
      switch parser.token.kind {
      case .text:
        skipLine()
        try endStatement()
      case .name("return"):
        parser.advance()
        let result = try parser.expressions()
        try endStatement()
        if isBlock {
          guard parser.token.kind == .dedent || parser.token.kind == .end else {
            throw ProgramError(
              "a function ends with its 'return' here; take the rest away", at: parser.token.place)
          }
          if parser.token.kind == .dedent { parser.advance() }
        }
        meanings[called] = .function(
          Function(parameters: parameters, defaults: defaults, steps: steps, result: result))
        return
      case .name(let word) where PythonParser.statements.contains(word):
        throw ProgramError(PythonReader.advice(on: word), at: parser.token.place)
      case .name(let step) where parser.token(1).kind == .sign("="):
        parser.advance()
        parser.advance()
        steps.append((step, try parser.expressions()))
        try endStatement()
      default:
        throw ProgramError(
          "a function is read that names parts and returns one result, such as def f(z): return 1 / (1 + np.exp(-z))",
          at: start)
      }
    }
  }
}

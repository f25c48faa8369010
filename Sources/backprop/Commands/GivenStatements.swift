import Autodiff
import Expressions

/// Formulas and numbers from the words of a command line, and from the files that it names by `@FILE`.
///
/// A file has one of them a line: a formula, `w = 3`, or `data x = 2`. Blank lines and those that begin with `#` say
/// nothing. On the command line itself `X=@digits.csv` gives an array from a file.
struct GivenStatements {
  private(set) var statements: [Statement] = []
  /// The inputs that were read from files, by their names.
  private(set) var arrays: [String: NumericArray] = [:]
  /// For each statement of a file where it begins there.
  private var places: [Int: Place] = [:]

  struct Place {
    var file: String
    /// Both from 1, in Unicode scalars; 0 in a file without lines.
    var line: Int
    var column: Int
    /// Whether the formula is another program's in our words, whose signs stand at other columns there.
    var isTranslated = false
  }

  /// - Throws: `Failure` for an empty word, for one with nothing on one side of its `=`, as where blanks were left
  ///   unquoted, and for a file that cannot be read.
  init(_ words: some Sequence<String>) throws(Failure) {
    try add(words)
  }

  /// Reads more words.
  mutating func add(_ words: some Sequence<String>) throws(Failure) {
    for word in words {
      if let program = try GivenProgram(word) {
        try add(program)
      } else if word.hasPrefix("@") {
        try readFile(String(word.dropFirst()))
      } else {
        let statement = Statement(word)
        try add(statement, typed: word, at: nil)
        if let file = GivenArray(statement) {
          arrays[statement.name] = try file.read(for: statement.name)
        }
      }
    }
  }

  /// Takes the lines of a program, and what it differentiates.
  private mutating func add(_ program: GivenProgram) throws(Failure) {
    for line in program.lines {
      try add(line.statement, typed: line.statement.text, at: line.place)
    }
    arrays.merge(program.arrays) { $1 }
    for note in program.notes { Output.error("note: \(note)") }
  }

  /// A file of formulas is no longer than this.
  private static let byteLimit = 100_000_000

  /// What a graph is read from beside the statements, as far as they tell.
  var request: GraphRequest {
    var request = GraphRequest()
    request.arrays = arrays
    return request
  }

  private mutating func readFile(_ path: String) throws(Failure) {
    guard !path.isEmpty else {
      throw Failure("'@' names no file; write @graph.txt, a file with a formula a line", .usage)
    }
    guard !GivenArray.isArray(path) else {
      throw Failure("\(path) holds numbers; give them to an input: X=@\(path)", .usage)
    }
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, atMost: GivenStatements.byteLimit)
    } catch {
      throw Failure("cannot read \(path): \(error.reason); \(error.advice)", .unreadable)
    }
    let isText = String(validating: bytes, as: UTF8.self) != nil
    guard isText else {
      throw Failure("cannot read \(path) as text; save it in UTF-8", .unreadable)
    }
    let before = statements.count
    for (number, line) in TextLines(bytes).texts.enumerated() {
      let text = line.unicodeScalars.drop { $0.properties.isWhitespace }
      guard let first = text.first, first != "#" else { continue }
      let column = line.unicodeScalars.count - text.count + 1
      let words = String(text)
      let statement = Statement(input: words)
      let role = statement.role == .any ? 0 : text.count - statement.text.unicodeScalars.count
      let place = Place(file: path, line: number + 1, column: column + role)
      guard !statement.namesFile else {
        let advice = "give it on the command line: '\(statement.text.trimmingBlanks)'"
        throw Failure(
          located("a file of formulas names no other file; \(advice)", at: place), .unreadable)
      }
      try add(statement, typed: words, at: place)
    }
    guard statements.count > before else {
      throw Failure("\(path) holds no formula; write one a line, such as a = 2 + 3w", .unreadable)
    }
  }

  private mutating func add(
    _ statement: Statement, typed: String, at place: Place?
  ) throws(Failure) {
    guard !typed.allSatisfy(\.isWhitespace) else {
      throw Failure("one of the formulas is empty; write one such as 'a = 2 + 3w'", .unreadable)
    }
    if statement.isNamed, statement.name.isEmpty || statement.formula.allSatisfy(\.isWhitespace) {
      let side = statement.name.isEmpty ? "before" : "after"
      let advice =
        place == nil ? "write w=3 without spaces, or 'a = 2 + 3w' in quotes" : "write a = 2 + 3w"
      throw Failure(
        located("nothing stands \(side) '=' in '\(typed.cut)'; \(advice)", at: place), .unreadable)
    }
    if let place { places[statements.count] = place }
    statements.append(statement)
  }

  /// The formulas and numbers of a command line, with a network drawn by its seed.
  init(_ arguments: Arguments) throws(Failure) {
    try self.init(arguments.positional)
    try seedNetwork(arguments)
  }

  /// What `--seed` says; `nil` where it is not given.
  static func seed(_ arguments: Arguments) throws(Failure) -> UInt64? {
    guard let text = arguments.value("--seed") else { return nil }
    guard let seed = UInt64(text) else {
      throw Failure("'\(text)' is not a seed; write a whole number, as in --seed 7", .usage)
    }
    return seed
  }

  /// Gives a network that says no seed of its own the one of the command line.
  mutating func seedNetwork(_ arguments: Arguments) throws(Failure) {
    guard let seed = try GivenStatements.seed(arguments) else { return }
    for (index, statement) in statements.enumerated() where statement.isNetwork {
      let words = statement.text.split(whereSeparator: \.isWhitespace)
      guard !words.contains("seed") else { continue }
      statements[index] = Statement("\(statement.text) seed \(seed)", role: statement.role)
    }
  }

  /// What is wrong with one of the statements: for one of a file with its line and column, else with a caret below it.
  ///
  /// - Parameter heading: what stands above a caret.
  func report(_ error: GraphError, heading: String = "cannot read the formulas") -> String {
    guard let index = error.statement, var place = places[index] else {
      return "\(heading)\n\(error.report(in: statements))"
    }
    switch error {
    case _ where place.isTranslated: break
    case .unreadable(_, let inside):
      place.column += statements[index].formulaStart + inside.range.lowerBound
    case .network(_, let inside): place.column += inside.range.lowerBound
    default: break
    }
    return located(error.message, at: place)
  }

  /// What has no finite value, with the line of a file that says how it is computed.
  func report(_ error: EvaluationError) -> String {
    let index = error.node.flatMap { name in statements.firstIndex { $0.name == name } }
    return located(error.message, at: index.flatMap { places[$0] })
  }

  private func located(_ message: String, at place: Place?) -> String {
    place?.located(message) ?? message
  }
}

extension String {
  /// The beginning of a text that a message quotes.
  fileprivate var cut: String { count > 200 ? "\(prefix(200))…" : self }
}

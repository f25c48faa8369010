import Autodiff
import Expressions
import Journals

/// `backprop diff`: the symbolic derivative of a formula, or of the last of several.
enum DiffCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard arguments.positional.count >= 2 else {
      throw Failure("a formula and a name are needed; write diff 'w^2' w", .usage)
    }
    let words = DiffCommand.formulas(arguments.positional)
    var given = try GivenStatements(words)
    try given.seedNetwork(arguments)
    let formulas = given.statements
    guard arguments.positional.count > words.count else {
      throw Failure("a name to differentiate by is needed; write diff 'w^2' w", .usage)
    }
    let word = arguments.positional[words.count]
    let name = word == "π" ? "pi" : word
    let rest = arguments.positional.dropFirst(words.count + 1)
    var all = given
    try all.add(rest)
    if let arrays = try ArrayArguments(arguments, all) {
      return try ArrayDiffCommand.run(arrays, by: name, arguments)
    }
    let bindings = try bindings(rest)
    let known = Set(bindings.keys).union([name])
    let answer: Answer
    if formulas.count == 1, !formulas[0].isNetwork, !arguments.has("--of") {
      let formula = try read(0, of: given, known: known)
      try require(name, known)
      let text = formula.expression.text(atMost: longestQuote)
      note(name, bindings, formula.expression.names)
      answer = try self.answer(
        Subject(output: formulas[0].name, formula: text, expression: formula.expression),
        by: name, at: bindings)
    } else {
      try require(name, known)
      answer = try Chain(given, by: name, at: bindings, of: arguments.value("--of")).answer()
    }
    Output.write(arguments.has("--json") ? answer.json.text : answer.text)
    return .done
  }

  /// A formula is quoted in a message to so many characters.
  static let longestQuote = 200

  /// The words at the beginning that are formulas: the first, and others that have names to the right of `=`.
  private static func formulas(_ words: [String]) -> [String] {
    words.prefix(1) + words.dropFirst().prefix { $0.contains("=") || $0.hasPrefix("@") }
  }

  private static func require(_ name: String, _ known: Set<String>) throws(Failure) {
    guard (try? Formula(name, known: known).expression) == Expression(name: name) else {
      throw Failure("'\(name)' is not a name to differentiate by; write diff 'w^2' w", .usage)
    }
  }

  /// Says what is of no use for the answer.
  static func note(_ name: String, _ bindings: [String: Double], _ used: [String]) {
    if !used.contains(name) {
      Output.error("note: '\(name)' does not occur in the formula; the derivative is 0")
    }
    for unused in bindings.keys.sorted() where unused != name && !used.contains(unused) {
      Output.error("note: nothing uses '\(unused)'")
    }
  }

  /// What is differentiated, and how messages call it.
  struct Subject {
    var output: String
    var formula: String
    var expression: Expression
  }

  /// The derivative, and its value where every name is bound, by a sweep through the formula.
  static func answer(
    _ subject: Subject, by name: String, at bindings: [String: Double]
  ) throws(Failure) -> Answer {
    let expression = subject.expression
    let derivative = SymbolicDerivative(of: expression, withRespectTo: name)
    var answer = Answer(
      title: ComputationGraph.derivativeName(of: subject.output, by: name), derivative: derivative,
      value: nil)
    let values = expression.names.compactMap { bindings[$0] }
    guard values.count == expression.names.count else { return answer }
    let slot = expression.names.firstIndex(of: name)
    let slope = expression.occurrences(at: values)
      .reduce(0) { $1.slot == slot ? $0 + $1.derivative : $0 }
    let point = bindings.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value.shortestText)" }.joined(separator: " ")
    guard expression.value(at: values).isFinite else {
      throw Failure(
        "'\(subject.output) = \(subject.formula)' has no finite value at \(point); choose others",
        .unreadable)
    }
    guard slope.isFinite else {
      let text = derivative.expression.text(atMost: longestQuote)
      throw Failure(
        "\(answer.title) = \(text) has no finite value at \(point); choose others", .unreadable)
    }
    answer.value = slope
    return answer
  }

  /// Reads a formula; a name that is not bound may stand, unless it looks like a slip.
  static func read(
    _ index: Int, of given: GivenStatements, known: Set<String>
  ) throws(Failure) -> Formula {
    let statement = given.statements[index]
    do throws(ParseError) {
      let formula = try Formula(statement.formula, known: known)
      for error in formula.unknownNames(known: known) {
        if case .unknownName(_, .some) = error.reason { throw error }
      }
      for doubt in formula.doubts {
        Output.error("note: in \(statement.name), \(doubt.note(in: statement.formula))")
      }
      return formula
    } catch {
      let report = given.report(
        .unreadable(statement: index, error), heading: "cannot read the formula")
      throw Failure(report, .unreadable)
    }
  }

  private static func bindings(_ words: ArraySlice<String>) throws(Failure) -> [String: Double] {
    var bindings: [String: Double] = [:]
    for statement in try GivenStatements(words).statements {
      let value: Double?
      do {
        value = try Formula(statement.formula).expression.value(at: [:])
      } catch {
        let report = GraphError.unreadable(statement: 0, error).report(in: [statement])
        throw Failure("cannot read the number\n\(report)", .unreadable)
      }
      guard statement.isNamed, let value, value.isFinite else {
        throw Failure(
          "'\(statement.text)' gives no number to a name; write NAME=NUMBER, as in w=2", .unreadable
        )
      }
      guard bindings.updateValue(value, forKey: statement.name) == nil else {
        throw Failure("'\(statement.name)' is given twice; give it once", .unreadable)
      }
    }
    return bindings
  }
}

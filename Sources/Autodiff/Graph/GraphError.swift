public import Expressions

/// Why some statements make no computation graph.
public enum GraphError: Error, Hashable, Sendable {
  /// A formula cannot be read; `statement` is the index of its statement.
  case unreadable(statement: Int, ParseError)
  /// A line that begins with `network` describes none.
  case network(statement: Int, NetworkError)
  /// A second network, whose quantities would have the names of the first.
  case secondNetwork(statement: Int)
  /// A line that is to be repeated and cannot be.
  case repetition(statement: Int, RepetitionError)
  /// What stands to the left of `=` is no name.
  case invalidName(statement: Int, String)
  /// What stands to the left of `=` is a function.
  case functionAsName(statement: Int, String)
  case duplicateName(statement: Int, String)
  /// A second formula without a name, which would be called `J` too.
  case secondUnnamed(statement: Int)
  /// An input was expected, but its right side has names in it.
  case inputWithNames(statement: Int, String)
  /// Quantities that are computed from one another, each using the next.
  case cycle([String])
  /// Names that are used and never given a number.
  case missingNumbers([String])
  /// Names said to be data that are no inputs.
  case notAnInput([String])
  /// There are inputs alone, nothing to compute.
  case noFormula
  /// An input's number is too large, or no number.
  case inputNotFinite(statement: Int, String)
  /// An output that is more than a number, and no derivative that is given to begin with.
  case outputHasAxes(String, Shape)
  /// No quantity has the name of the output, or of what a derivative is given for.
  case unknownQuantity(String, suggestion: String?)
  /// A derivative that is given has another shape than its quantity.
  case startShape(String, Shape, quantity: Shape)
  /// A line that stands as it is nowhere among the statements cannot be read: one of several steps, or a given
  /// derivative, which belongs to no statement.
  case unreadableLine(statement: Int?, Statement, ParseError)

  /// The statement it is about, if it is about one.
  public var statement: Int? {
    switch self {
    case .unreadable(let statement, _), .network(let statement, _),
      .repetition(let statement, _),
      .secondNetwork(let statement), .invalidName(let statement, _),
      .functionAsName(let statement, _), .duplicateName(let statement, _),
      .secondUnnamed(let statement),
      .inputWithNames(let statement, _), .inputNotFinite(let statement, _):
      statement
    case .cycle, .missingNumbers, .notAnInput, .noFormula, .outputHasAxes, .unknownQuantity,
      .startShape:
      nil
    case .unreadableLine(let statement, _, _): statement
    }
  }

  /// What is wrong and what to do, on one line.
  public var message: String {
    switch self {
    case .unreadable(_, let error):
      return error.message
    case .network(_, let error):
      return error.message
    case .repetition(_, let error): return error.message
    case .secondNetwork:
      return "there is a network already; write the statements of the other one yourself"
    case .invalidName(_, let name):
      if name.isEmpty { return "there is no name before '='; write NAME = FORMULA" }
      let advice =
        name.hasSuffix(")") && !name.hasPrefix("(")
        ? "write f = x^2 for f(x) = x^2" : "a name is a letter, then letters, digits and _"
      return "'\(name)' is not a name; \(advice)"
    case .functionAsName(_, let name):
      return "'\(name)' is a function and cannot be a name; choose another"
    case .duplicateName(_, let name):
      return "'\(name)' is defined twice; give each quantity a name of its own"
    case .secondUnnamed:
      return "there is a 'J' already; write NAME = FORMULA, as in 'a = 2 + 3w'"
    case .inputWithNames(_, let name):
      return "'\(name)' is an input and needs a number, not a formula with names in it"
    case .cycle(let names):
      return
        "'\(names[0])' is computed from itself: "
        + "\((names.cut(to: 10) + [names[0]]).joined(separator: " → ")); "
        + "break the circle"
    case .missingNumbers(let names):
      let list = names.map { "'\($0)'" }.cut(to: 20).joined(separator: ", ")
      let advice = names.map { "\($0)=NUMBER" }.cut(to: 20).joined(separator: " ")
      return "no number for \(list); add \(advice)"
    case .notAnInput(let names):
      let list = names.map { "'\($0)'" }.joined(separator: ", ")
      return "\(list) cannot be data: no input has that name; give it a number first"
    case .noFormula:
      return "there is no formula to compute; write one with a name in it, such as 'a = 2 + 3w'"
    case .inputNotFinite(_, let name):
      return "'\(name)' has no finite value; give it a number"
    case .outputHasAxes(let name, let shape):
      return
        "the output \(name) is \(shape.text), and derivatives are those of a number; end with a number "
        + "such as sum(\(name)), or give the derivative to begin with: --start d\(name)=…"
    case .unknownQuantity(let name, let suggestion):
      return "no quantity is called '\(name)'; "
        + (suggestion.map { "did you mean '\($0)'?" } ?? "name one that a formula defines")
    case .unreadableLine(_, _, let error): return error.message
    case .startShape(let name, let shape, let quantity):
      return "\(name) is \(quantity.text), so its derivative is too; what is given is \(shape.text)"
    }
  }

  /// The message, with the text and a caret under the place where the error has one.
  public func report(in statements: [Statement]) -> String {
    if case .unreadableLine(_, let statement, let error) = self {
      return error.moved(by: statement.formulaStart).report(in: statement.text)
    }
    guard let index = statement, statements.indices.contains(index) else { return message }
    let statement = statements[index]
    if case .unreadable(_, let error) = self {
      let start = statement.formulaStart
      return error.moved(by: start).report(in: statement.text)
    }
    if case .network(_, let error) = self { return error.report(in: statement.text) }
    return "\(message)\n  in: \(statement.text)"
  }
}

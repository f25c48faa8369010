import Autodiff
import Expressions
import Tutor

/// `backprop diff`: the symbolic derivative of a formula.
enum DiffCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard arguments.positional.count >= 2 else {
      throw Failure("a formula and a name are needed; write diff 'w^2' w", .usage)
    }
    let statement = try GraphArguments.statements(arguments.positional.prefix(1))[0]
    let name = arguments.positional[1] == "π" ? "pi" : arguments.positional[1]
    let bindings = try bindings(arguments.positional.dropFirst(2))
    let known = Set(bindings.keys).union([name])
    let formula = try read(statement, known: known)
    guard (try? Formula(name, known: known).expression) == Expression(name: name) else {
      throw Failure("'\(name)' is no name to differentiate by; write diff 'w^2' w", .usage)
    }
    if !formula.expression.names.contains(name) {
      Output.error("note: '\(name)' does not occur in the formula; the derivative is 0")
    }
    for unused in bindings.keys.sorted()
    where unused != name && !formula.expression.names.contains(unused) {
      Output.error("note: nothing uses '\(unused)'")
    }
    let text = formula.expression.derivative(withRespectTo: name).simplified().text
    let value = try value(of: statement, formula.expression, name, text, at: bindings)
    if arguments.has("--json") {
      Output.write(
        JSON.object([
          JSON.Member("derivative", .string(text)),
          JSON.Member("value", value.map { .number($0) } ?? .null),
        ]).text)
    } else {
      let title = "d\(statement.name)/d\(name)"
      Output.write("\(title) = \(text)")
      if let value, value.shortestText != text {
        Output.write(String(repeating: " ", count: title.count) + " = \(value.shortestText)")
      }
    }
    return .done
  }

  /// The derivative's value where every name is bound, by a sweep through the formula.
  private static func value(
    of statement: Statement, _ expression: Expression, _ name: String, _ text: String,
    at bindings: [String: Double]
  ) throws(Failure) -> Double? {
    let values = expression.names.compactMap { bindings[$0] }
    guard values.count == expression.names.count else { return nil }
    let slot = expression.names.firstIndex(of: name)
    let derivative = expression.occurrences(at: values)
      .reduce(0) { $1.slot == slot ? $0 + $1.derivative : $0 }
    let point = bindings.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value.shortestText)" }.joined(separator: " ")
    guard expression.value(at: values).isFinite else {
      throw Failure(
        "'\(statement.name) = \(expression.text)' has no finite value at \(point); choose others",
        .unreadable)
    }
    guard derivative.isFinite else {
      throw Failure(
        "d\(statement.name)/d\(name) = \(text) has no finite value at \(point); choose others",
        .unreadable)
    }
    return derivative
  }

  /// Reads the formula; a name that is not bound may stand, unless it looks like a slip.
  private static func read(
    _ statement: Statement, known: Set<String>
  ) throws(Failure) -> Formula {
    do throws(ParseError) {
      let formula = try Formula(statement.formula, known: known)
      for error in formula.unknownNames(known: known) {
        if case .unknownName(_, .some) = error.reason { throw error }
      }
      return formula
    } catch {
      let report = GraphError.unreadable(statement: 0, error).report(in: [statement])
      throw Failure("cannot read the formula\n\(report)", .unreadable)
    }
  }

  private static func bindings(_ words: ArraySlice<String>) throws(Failure) -> [String: Double] {
    var bindings: [String: Double] = [:]
    for statement in try GraphArguments.statements(words) {
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

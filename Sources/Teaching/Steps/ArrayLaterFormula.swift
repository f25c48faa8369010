import Autodiff
import Expressions
import Training

/// A formula for a quantity of a graph with arrays after a step: over what is on the graph, the rate and the like, and
/// what comes after earlier steps.
struct ArrayLaterFormula {
  private enum Meaning {
    case graph(ArrayFormulaText.Meaning)
    case later(LaterQuantity)
    case number(Double)
  }

  let expression: Expression
  /// The shape of the result; `nil` where the parts do not go together.
  let shape: Shape?
  private let key: ArraySheetKey
  private let meanings: [String: Meaning]

  init(_ typed: String, for index: Int, in key: ArraySheetKey) throws(ArrayObstacle) {
    self.key = key
    guard let later = key.list.entries[index].later else { throw .notFinite }
    let spelled = LaterFormulas(key.list, for: later)
    let text = try ArrayFormulaText(
      spelled.plain(typed), in: key.key.list, examples: key.key.examples)
    var meanings = text.meanings.mapValues { Meaning.graph($0) }
    for (name, meaning) in spelled.laterMeanings(in: key) {
      switch meaning {
      case .quantity(let quantity): meanings[name] = .later(quantity)
      case .number(let number): meanings[name] = .number(number)
      }
    }
    self.meanings = meanings
    let shapes = meanings.mapValues { meaning -> Shape in
      switch meaning {
      case .graph(let meaning): key.key.shape(of: meaning)
      case .later(let quantity): quantity.cell == nil ? key.graph.shape(of: quantity.node) : .number
      case .number: .number
      }
    }
    let formula: Formula
    (formula, shape) = try text.read(typed, shapes)
    expression = formula.expression
    for name in expression.names {
      if case .later(let quantity)? = meanings[name], quantity.whole == later.whole {
        throw .asksItself(key.list.entries[index].name)
      }
    }
  }

  /// The value with some numbers of the graph; `nil` where it has none.
  func value(at point: ArrayPoint, _ numbers: ArrayLaterNumbers) -> NumericArray? {
    guard shape != nil else { return nil }
    var values: [NumericArray] = []
    for name in expression.names {
      let value: NumericArray? =
        switch meanings[name] {
        case .graph(.value(let node)): point.forward.values[node]
        case .graph(.derivative(let node)): point.derivatives[node]
        case .graph(.contribution(let entry)): point.value(of: key.key.list.entries[entry])
        case .graph(.number(let number)), .number(let number): NumericArray(number)
        case .later(let quantity): numbers.value(quantity)
        case nil: nil
        }
      guard let value else { return nil }
      values.append(value)
    }
    return expression.finiteValue(at: values)
  }
}

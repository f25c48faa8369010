import Autodiff
import Expressions

/// A formula that a learner typed, read over a graph with arrays.
struct ArrayFormulaAnswer {
  let text: ArrayFormulaText
  let expression: Expression
  /// The shape of the result; `nil` where the factors do not go together.
  let shape: Shape?
  let key: ArrayAnswerKey

  /// - Parameter index: the entry, which the formula may not use.
  init(
    _ typed: String, for index: Int, in key: ArrayAnswerKey
  ) throws(ArrayObstacle) {
    let text = try ArrayFormulaText(typed, in: key.list, examples: key.examples)
    self.text = text
    self.key = key
    let formula: Formula
    (formula, shape) = try text.read(typed, text.meanings.mapValues { key.shape(of: $0) })
    expression = formula.expression
    try refuseCircles(index)
    guard shape != nil else { return }
    for note in formula.notes {
      guard case .squareProduct(let a, let b) = note, isAmbiguous else { continue }
      throw .productOrCells(text.original(a), text.original(b))
    }
  }

  /// A formula with `@` in the place of each product side by side that would be asked back.
  static func withProductSigns(_ formula: String, in key: ArrayAnswerKey) -> String {
    var formula = formula
    // Each pass may show one more, since a product is a factor of the next.
    for _ in 0..<8 {
      guard let text = try? ArrayFormulaText(formula, in: key.list, examples: key.examples),
        let read = try? Formula(
          text.text, known: Set(text.meanings.keys),
          shapes: text.meanings.mapValues { key.shape(of: $0) })
      else { return formula }
      let before = formula
      for note in read.notes {
        guard case .squareProduct(let a, let b) = note else { continue }
        let (left, right) = (text.original(a), text.original(b))
        formula = formula.replacing("\(left) \(right)", with: "\(left) @ \(right)")
      }
      if formula == before { return formula }
    }
    return formula
  }

  /// Refuses what the entry itself is, and what follows from it to the left.
  private func refuseCircles(_ index: Int) throws(ArrayObstacle) {
    let entry = key.list[index]
    for name in expression.names {
      let node: Int
      switch text.meanings[name] {
      case .derivative(let quantity): node = quantity
      case .contribution(let other):
        if other == key.list.whole(of: index) { throw .asksItself(text.original(name)) }
        if key.list[other].quantity == entry.quantity {
          continue
        }
        node = key.list[other].quantity
      case .value, .number, nil: continue
      }
      if node == entry.quantity { throw .asksItself(text.original(name)) }
      if key.graph.leads(from: node, to: entry.quantity) {
        throw .comesLater(text.original(name))
      }
    }
  }

  /// Whether two square matrices that are no single numbers are multiplied.
  private var isAmbiguous: Bool {
    let shapes = expression.names.map { text.meanings[$0].map(key.shape(of:)) ?? .number }
    guard let found = try? expression.termShapes(at: shapes) else { return false }
    return expression.arrays.contains { call in
      guard call.operation == .product else { return false }
      let (a, b) = (found[call.operands[0]], found[call.operands[1]])
      return a == b && a.axes == 2 && a.count > 1
    }
  }

  /// The shapes of the names.
  var nameShapes: [Shape] {
    expression.names.map { text.meanings[$0].map(key.shape(of:)) ?? .number }
  }

  /// The values of names at a point.
  func values(at point: ArrayPoint, of names: [String]) -> [NumericArray] {
    names.map { text.meanings[$0].map { value(of: $0, at: point) } ?? NumericArray(.nan) }
  }

  func value(of meaning: ArrayFormulaText.Meaning, at point: ArrayPoint) -> NumericArray {
    switch meaning {
    case .value(let node): point.forward.values[node]
    case .derivative(let node): point.derivatives[node]
    case .contribution(let index): point.value(of: key.list.entries[index])
    case .number(let number): NumericArray(number)
    }
  }

  /// The value at a point where some derivatives, by their entries, are somebody's own.
  func value(at point: ArrayPoint, taking own: [Int: NumericArray]) -> NumericArray? {
    guard shape != nil else { return nil }
    let values = expression.names.map { name in
      guard let meaning = text.meanings[name] else { return NumericArray(.nan) }
      let entry: Int? =
        switch meaning {
        case .derivative(let node): key.list.derivative(of: node)
        case .contribution(let index): index
        case .value, .number: nil
        }
      return entry.flatMap { own[$0] } ?? value(of: meaning, at: point)
    }
    return expression.finiteValue(at: values)
  }

  func value(at point: ArrayPoint) -> NumericArray? {
    shape == nil ? nil : expression.arrayValue(at: values(at: point, of: expression.names))
  }
}

extension ArrayAnswerKey {
  func shape(of meaning: ArrayFormulaText.Meaning) -> Shape {
    switch meaning {
    case .value(let node), .derivative(let node): graph.shape(of: node)
    case .contribution(let index): graph.shape(of: list.entries[index].quantity)
    case .number: .number
    }
  }
}

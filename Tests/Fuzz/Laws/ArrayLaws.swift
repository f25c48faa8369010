import Expressions

extension Laws {
  private static let shapes: [String: Shape] = [
    "A": Shape(3, 2), "B": Shape(2, 3), "S": Shape(2, 2), "v": Shape(2), "u": Shape(3),
    "s": .number, "T": Shape(2, 3, 2), "R": Shape(1, 3), "E": Shape(0, 2), "i": Shape(2),
  ]

  /// More numbers than these are not computed, since a long text can ask for millions of them.
  private static let mostNumbers = 20_000

  /// A formula with arrays prints as itself, its value and its derivatives have the shapes that were told before
  /// anything was computed, and an error lies inside its text.
  mutating func checkArrays(_ text: String) {
    do {
      let formula = try Formula(text, known: Set(Laws.shapes.keys), shapes: Laws.shapes)
      let expression = formula.expression
      for error in formula.unknownNames(known: Set(Laws.shapes.keys)) { check(error, in: text) }
      let shapes = expression.names.compactMap { Laws.shapes[$0] }
      guard shapes.count == expression.names.count else { return }
      checkArrayPrinting(of: expression, formula.shape)
      checkArrayValues(of: expression, formula.shape, at: shapes)
    } catch {
      check(error, in: text)
    }
  }

  private mutating func checkArrayPrinting(of expression: Expression, _ shape: Shape) {
    let printed = expression.text
    do {
      let again = try Formula(printed, known: Set(Laws.shapes.keys), shapes: Laws.shapes)
      require(again.expression.text == printed, "what is printed reads as itself", printed)
      require(again.shape == shape, "what is printed has the same shape", printed)
    } catch {
      require(
        error.reason == .tooDeep(limit: 200), "what is printed can be read",
        "\(printed)\n\(error.message)")
    }
  }

  private mutating func checkArrayValues(
    of expression: Expression, _ shape: Shape, at shapes: [Shape]
  ) {
    guard let all = try? expression.termShapes(at: shapes) else {
      return require(false, "what was read has shapes", expression.text)
    }
    guard all.reduce(0, { $0 + $1.count }) <= Laws.mostNumbers, !expression.isDrawn else { return }
    let values = shapes.map { shape in
      NumericArray((0..<shape.count).map { Double($0 % 2) }, shape: shape)
    }
    // An index that is a formula may lie outside, which only numbers tell.
    guard let value = expression.arrayValue(at: values) else { return }
    require(value.shape == shape, "the value has the shape that was told", expression.text)
    let upstream = NumericArray(filledWith: 1, shape: value.shape)
    for occurrence in expression.arrayOccurrences(at: values, upstream: upstream) {
      require(
        occurrence.derivative.shape == shapes[occurrence.slot],
        "a derivative has the shape of its quantity", expression.text)
    }
  }
}

import Expressions

extension ArrayFormulaText {
  /// Reads the formula.
  ///
  /// - Parameters:
  ///   - typed: what stood there, which an error tells.
  ///   - shapes: of all names that it may use.
  /// - Returns: the formula, and the shape of the result; `nil` where the factors do not go together.
  func read(
    _ typed: String, _ shapes: [String: Shape]
  ) throws(ArrayObstacle) -> (formula: Formula, shape: Shape?) {
    let known = Set(shapes.keys)
    var shape: Shape?
    let formula: Formula
    do throws(ParseError) {
      formula = try Formula(text, known: known, shapes: shapes)
      shape = formula.shape
    } catch {
      // Read with every size alike it tells what was meant to be multiplied.
      guard case .array(.shape) = error.reason, let alike = readAlike(shapes),
        alike.unknownNames(known: known).isEmpty
      else { throw .notParsed(restored(error), in: typed) }
      formula = alike
    }
    if let error = formula.unknownNames(known: known).first { throw .notParsed(error, in: typed) }
    if let doubt = formula.doubts.first { throw .notParsed(doubt, in: typed) }
    return (formula, shape)
  }

  /// Reads the formula as if all sizes were one, of which that one serves that its own numbers fit, as in `onehot(y, 3)`.
  private func readAlike(_ shapes: [String: Shape]) -> Formula? {
    let sizes = Set(shapes.values.flatMap(\.sizes)).union([2]).sorted()
    return sizes.lazy.compactMap { size in
      try? Formula(
        text, known: Set(shapes.keys),
        shapes: shapes.mapValues { Shape($0.sizes.map { _ in size }) })
    }.first
  }

  /// An error whose operands are told as they were typed.
  private func restored(_ error: ParseError) -> ParseError {
    guard case .array(.shape(let problem, let operands)) = error.reason else { return error }
    return ParseError(
      .array(.shape(problem, operands: operands.map(original))), at: error.range)
  }
}

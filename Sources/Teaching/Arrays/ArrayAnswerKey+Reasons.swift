import Expressions

extension ArrayAnswerKey {
  /// Why a shape is not the one asked.
  func shapeReasons(_ typed: Shape, for entry: ArrayEntry) -> [ArrayReason] { [] }

  /// The wrong rules that give numbers.
  func reasons(
    for typed: TypedArray, at index: Int, _ numbers: ArrayLearnerNumbers
  ) -> [ArrayReason] { [] }

  /// The wrong rules that give a formula.
  func reasons(for formula: ArrayFormulaAnswer, at index: Int) -> [ArrayReason] { [] }

  /// Whether numbers follow from rounded ones, the learner's own or those that are shown.
  func follows(
    _ typed: TypedArray, at index: Int, _ numbers: ArrayLearnerNumbers
  ) -> Bool { false }
}

extension ArrayFormulaAnswer {
  func shapeFault(for index: Int) -> ShapeFault {
    ShapeFault(found: shape, wanted: key.shape(of: index))
  }
}

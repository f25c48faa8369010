import Expressions

// Rows as other libraries have them where what is compared is equal, or 0.

extension MistakenRow.Writer {
  /// The answers of others at 0, for a function of one operand.
  ///
  /// - Parameter slope: the slope elsewhere, which is 0 at 0.
  func conventions(of corner: Corner, slope: String) -> [MistakenRow] {
    values(at: corner, slot: 0).filter { $0 != 0 }.flatMap { value in
      of(.otherConvention, "G * (\(slope) + \(value) * (1 - step(A) - step(-A)))")
    }
  }

  /// The answers of others at a tie of a maximum or minimum number by number.
  func conventions(ofTie operation: Operation) -> [MistakenRow] {
    let isMaximum = operation == .max
    let (first, second) = isMaximum ? ("A - B", "B - A") : ("B - A", "A - B")
    let wins = "step(\(operand == 0 ? first : second))"
    let tie = "(1 - step(\(first)) - step(\(second)))"
    return values(at: isMaximum ? .max : .min, slot: operand).filter {
      $0 != (operand == 0 ? 1 : 0)
    }
    .flatMap { value in spread(.otherConvention, "G * (\(wins) + \(value) * \(tie))") }
  }

  /// The answers of others where the largest of an array is there more than once: shared, or all to each.
  func conventions(
    isMaximum: Bool, result: String, _ along: String, _ upstream: String
  ) -> [MistakenRow] {
    let mask = isMaximum ? "(1 - step(\(result) - A))" : "(1 - step(A - \(result)))"
    let count = "sum(\(mask)\(along)\(along.isEmpty ? "" : ", keepdims=True"))"
    return of(.otherConvention, "\(mask) / \(count) * \(upstream)", "\(mask) * \(upstream)")
  }

  private func values(at corner: Corner, slot: Int) -> [Double] {
    var values: [Double] = []
    for answer in corner.answers() where answer.slopes.indices.contains(slot) {
      if !values.contains(answer.slopes[slot]) { values.append(answer.slopes[slot]) }
    }
    return values
  }
}

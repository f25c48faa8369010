import Expressions

extension Laws {
  private static let known: Set = ["a", "b", "w", "x", "y", "z", "σ"]

  /// A formula prints as itself, its derivatives are formulas, and an error lies inside its text.
  mutating func checkFormula(_ text: String) {
    do {
      let formula = try Formula(text, known: Laws.known)
      let expression = formula.expression
      for error in formula.unknownNames(known: Laws.known) { check(error, in: text) }
      checkPrinting(of: expression)
      _ = expression.value(at: expression.names.map { _ in 0.5 })
      // The text of a derivative may be as long as the square of the formula's.
      if expression.terms.count <= 100, let name = expression.names.first {
        let derivative = expression.derivative(withRespectTo: name)
        checkPrinting(of: derivative.simplified())
      }
    } catch {
      check(error, in: text)
    }
  }

  private mutating func checkPrinting(of expression: Expression) {
    let printed = expression.text
    do {
      let again = try Formula(printed, known: Laws.known.union(expression.names))
      require(again.expression.text == printed, "what is printed reads as itself", printed)
    } catch {
      require(
        error.reason == .tooDeep(limit: 200), "what is printed can be read",
        "\(printed)\n\(error.message)")
    }
  }

  mutating func check(_ error: ParseError, in text: String) {
    let count = text.unicodeScalars.count
    require(
      error.range.lowerBound <= count && error.range.upperBound <= max(1, count),
      "an error lies inside the text", "\(error)")
    require(
      error.report(in: text).split(separator: "\n", omittingEmptySubsequences: false).count == 3,
      "a report has three lines", error.report(in: text))
  }
}

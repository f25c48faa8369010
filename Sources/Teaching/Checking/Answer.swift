import Expressions

/// What a learner typed, read.
struct Answer: Hashable {
  var expression: Expression
  /// What was typed as a number; `nil` for a formula with names.
  var number: TypedNumber?

  /// Reads an answer.
  ///
  /// - Parameter names: the names that a formula may use here.
  init(_ typed: String, names: Set<String>) throws(ParseError) {
    let formula = try Formula(typed, known: names)
    if let error = formula.unknownNames(known: names).first { throw error }
    if let doubt = formula.doubts.first { throw doubt }
    expression = formula.expression
    number = expression.isConstant ? TypedNumber(typed, reading: expression) : nil
  }
}

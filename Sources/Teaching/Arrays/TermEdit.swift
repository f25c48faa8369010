import Expressions

/// The terms of a formula while one of them is replaced.
struct TermEdit {
  private var terms: [Expression.Term] = []
  private var arrays: [ArrayCall] = []

  mutating func append(_ term: Expression.Term) -> Int {
    terms.append(term)
    return terms.count - 1
  }

  mutating func append(_ operation: ArrayOperation, _ operands: Int...) -> Int {
    arrays.append(ArrayCall(operation, operands))
    return append(.array(arrays.count - 1))
  }

  /// A number times a term.
  mutating func scale(_ term: Int, by factor: Double) -> Int {
    let number = append(.number(factor))
    return append(.binary(.multiply, number, term))
  }

  mutating func transpose(_ term: Int) -> Int { append(.transpose, term) }

  /// The formula with something else in the place of a term.
  ///
  /// - Parameter make: builds it over the term's operands and returns its place.
  /// - Complexity: O(n) in the terms.
  static func replacing(
    _ index: Int, of expression: Expression, _ make: (inout TermEdit, [Int]) -> Int
  ) -> Expression {
    var edit = TermEdit()
    var places: [Int] = []
    for term in expression.terms.indices {
      let operands = expression.operands(of: term).map { places[$0] }
      places.append(
        term == index ? make(&edit, operands) : edit.copy(term, of: expression, operands))
    }
    return edit.expression(places[expression.root], expression.names)
  }

  /// The formula with something else around a term.
  static func wrapping(
    _ index: Int, of expression: Expression, _ make: (inout TermEdit, Int) -> Int
  ) -> Expression {
    replacing(index, of: expression) { edit, operands in
      let copy = edit.copy(index, of: expression, operands)
      return make(&edit, copy)
    }
  }

  private mutating func copy(_ term: Int, of other: Expression, _ operands: [Int]) -> Int {
    switch other.terms[term] {
    case .number, .constant, .name: return append(other.terms[term])
    case .unary(let operation, _): return append(.unary(operation, operands[0]))
    case .binary(let operation, _, _):
      return append(.binary(operation, operands[0], operands[1]))
    case .array(let place):
      arrays.append(ArrayCall(other.arrays[place].operation, operands))
      return append(.array(arrays.count - 1))
    }
  }

  private func expression(_ root: Int, _ names: [String]) -> Expression {
    Expression(terms: terms, names: names, arrays: arrays).part(root)
  }
}

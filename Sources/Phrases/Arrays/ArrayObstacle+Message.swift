import Expressions
package import Teaching

extension ArrayObstacle {
  /// What keeps an answer from being checked, and what to do.
  package var message: String {
    switch self {
    case .empty: "type an answer first"
    case .tooLong(let limit): "that is longer than \(limit) characters; shorten it"
    case .notParsed(let error, _): error.message
    case .noShape: "a shape is a list of sizes: write (3, 2), 3x2, or () for a number"
    case .noArray: "brackets hold rows of numbers, as in [[1, 2], [3, 4]]"
    case .raggedRows(let first, let other):
      "the rows have \(first) and \(other) numbers; give all of them the same number"
    case .nameInNumber(let name): "'\(name)' is a name; a number is asked here"
    case .notFinite: "that has no finite value; check the division in it"
    case .noDerivative(let name):
      "'\(name)' is not a derivative in this graph; derivatives here are those of its output"
    case .asksItself(let name): "'\(name)' is what is asked; use what is known to the right of it"
    case .comesLater(let name):
      "'\(name)' comes after what is asked; use what is known to the right of it"
    case .productOrCells(let a, let b):
      "product of matrices, or cell by cell? write \(a) @ \(b) or \(a) * \(b)"
    case .tooFewDigits: "give three digits at least"
    }
  }
}

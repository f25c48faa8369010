package import Expressions

/// An array as it is told by ear: its size, then its numbers row by row.
package struct SpokenArray {
  package let text: String

  /// So many numbers are read out; more nobody keeps in mind.
  private static let most = 24

  package init(_ name: String, _ array: NumericArray) {
    func number(_ place: Int) -> String { array[place].readable().shortestText }
    let sizes = array.shape.sizes
    guard let width = sizes.last else {
      text = "\(name) = \(number(0))"
      return
    }
    let size = SpokenArray.size(of: array.shape)
    guard array.shape.count <= SpokenArray.most, array.shape.axes <= 2 else {
      text = "\(name), \(size)"
      return
    }
    let rows = stride(from: 0, to: array.shape.count, by: max(1, width)).map { start in
      (start..<start + width).map(number).joined(separator: ", ")
    }
    text = "\(name), \(size): \(rows.joined(separator: "; "))"
  }

  /// `3 numbers`, `2 rows of 3`, `a number`.
  package static func size(of shape: Shape) -> String {
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    switch shape.axes {
    case 0: return "a number"
    case 1: return count(shape.sizes[0], "number", "numbers")
    case 2: return "\(count(shape.sizes[0], "row", "rows")) of \(shape.sizes[1])"
    default:
      return "\(shape.sizes[0]) times \(count(shape.sizes[1], "row", "rows")) of \(shape.sizes[2])"
    }
  }
}

import Autodiff
import Expressions
import Teaching

extension GraphKey {
  /// The value of a quantity or of a cell of one, as in `W[0, 1]`; `nil` where nothing is called so.
  func array(called name: String) -> NumericArray? {
    if let node = graph.index(of: name) { return array(of: node) }
    let parts = name.split(separator: "[", maxSplits: 1)
    guard parts.count == 2, parts[1].last == "]",
      let node = graph.index(of: String(parts[0]).trimmingBlanks)
    else { return nil }
    let cell = parts[1].dropLast().split(separator: ",").map { Int(String($0).trimmingBlanks) }
    let whole = array(of: node)
    let sizes = whole.shape.sizes
    guard cell.count == sizes.count,
      zip(cell, sizes).allSatisfy({ index, size in index.map { 0..<size ~= $0 } ?? false })
    else { return nil }
    return NumericArray(whole[whole.place(of: cell.compactMap { $0 })])
  }
}

extension NumericArray {
  /// Whether what an author writes is true: the digits that are written decide, in each cell.
  func isTrue(_ claim: String) -> Bool {
    if let number, shape.isNumber { return AnswerKey.isTrue(claim, of: number) }
    guard let formula = try? Formula(claim, known: [], shapes: [:]), formula.shape == shape,
      let claimed = formula.expression.arrayValue(at: [])
    else { return false }
    return zip(claimed.elements, elements).allSatisfy {
      AnswerKey.isTrue($0.shortestText, of: $1)
    }
  }
}

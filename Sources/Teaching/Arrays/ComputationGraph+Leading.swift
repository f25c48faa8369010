import Autodiff
import Expressions

extension ComputationGraph {
  /// Whether a node is computed from another one that lies to its left.
  ///
  /// - Complexity: O(n + e).
  func leads(from node: Int, to other: Int) -> Bool {
    guard node < other else { return false }
    var leads = Array(repeating: false, count: nodes.count)
    leads[node] = true
    for index in nodes.indices.dropFirst(node + 1) {
      leads[index] = nodes[index].operands.contains { leads[$0] }
    }
    return leads[other]
  }

  /// Whether boxes are the steps of one repetition: of one form, or of one name with other numbers.
  func isRepeated(_ boxes: [Int]) -> Bool {
    guard boxes.count > 1 else { return false }
    let names = Set(boxes.map { nodes[$0].name.stem })
    if names.count == 1, names.first.map({ !$0.isEmpty }) ?? false { return true }
    let forms = boxes.map { nodes[$0].formula?.expression }
    return forms.dropFirst().allSatisfy {
      $0?.terms == forms[0]?.terms
        && $0?.arrays.map(\.operation) == forms[0]?.arrays.map(\.operation)
    }
  }
}

extension String {
  /// The name without the number at its end.
  fileprivate var stem: String {
    let digits = reversed().prefix { $0.isNumber }.count
    return digits > 0 ? String(dropLast(digits)) : ""
  }
}

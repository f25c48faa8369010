import Autodiff
import Expressions

/// Derivatives as somebody comes to them who breaks a rule somewhere on the way back.
struct MistakenSweep {
  let point: ArrayPoint
  let table: RowTable

  private var graph: ComputationGraph { table.graph }

  /// What a node passes back to each of its operands.
  ///
  /// - Returns: `nil` for an operand that gets nothing; nothing at all where a mistake leaves no shape to go on with.
  func contributions(
    of node: Int, upstream: NumericArray, faults: [RowFault] = []
  ) -> [NumericArray?]? {
    guard let expression = graph.nodes[node].formula?.expression,
      let results = expression.arrayTermValues(at: point.forward.operandValues(of: node))
    else { return nil }
    var adjoints: [NumericArray?] = expression.terms.map { _ in nil }
    var sums: [NumericArray?] = expression.names.map { _ in nil }
    adjoints[expression.root] = upstream
    for term in expression.terms.indices.reversed() {
      guard let adjoint = adjoints[term] else { continue }
      if case .name(let slot) = expression.terms[term] {
        guard let sum = MistakenSweep.sum(sums[slot], adjoint) else { return nil }
        sums[slot] = sum
        continue
      }
      let operands = expression.operands(of: term)
      for (place, operand) in operands.enumerated() {
        let fault = faults.first { $0.term == term && $0.operand == place }
        guard let row = fault.map(\.row) ?? table.row(of: node, term: term, operand: place) else {
          continue
        }
        let values = row.names.map { name -> NumericArray in
          switch name {
          case "G": adjoint
          case "Y": results[term]
          default: results[operands[ArrayRule.operandNames.firstIndex(of: name) ?? 0]]
          }
        }
        guard let value = row.finiteValue(at: values) else { return nil }
        if case .name = expression.terms[operand] {
        } else if value.shape != results[operand].shape {
          return nil
        }
        guard let sum = MistakenSweep.sum(adjoints[operand], value) else { return nil }
        adjoints[operand] = sum
      }
    }
    return sums
  }

  /// A derivative with mistakes in rows.
  ///
  /// - Returns: `nil` where they leave no number, or change nothing there.
  func value(of entry: ArrayEntry, faults: [RowFault]) -> NumericArray? {
    guard let last = faults.map(\.node).max() else { return nil }
    return value(of: entry, from: last, [:], faults)
  }

  /// A derivative where another array comes back to a node.
  func value(of entry: ArrayEntry, replacing node: Int, by other: NumericArray) -> NumericArray? {
    guard other.shape == point.derivatives[node].shape else { return nil }
    let change = NumericArray.join(other, point.derivatives[node], -)
    return value(of: entry, from: node, [node: change], [])
  }

  /// Carries changes on to an entry, since what is passed back is in proportion with what comes.
  private func value(
    of entry: ArrayEntry, from last: Int, _ changes: [Int: NumericArray], _ faults: [RowFault]
  ) -> NumericArray? {
    var changes = changes
    guard last >= entry.node else { return nil }
    for node in stride(from: last, through: entry.node, by: -1) {
      let here = faults.filter { $0.node == node }
      let change = changes[node]
      guard change != nil || !here.isEmpty else { continue }
      let right = point.derivatives[node]
      let upstream = change.map { right.adding($0) } ?? right
      if node == entry.node, let slot = entry.slot {
        return contributions(of: node, upstream: upstream, faults: here)?[slot]
      }
      guard
        let wrong = contributions(
          of: node, upstream: here.isEmpty ? change ?? right : upstream, faults: here),
        let usual = here.isEmpty ? [] : contributions(of: node, upstream: right)
      else { return nil }
      for (slot, operand) in graph.nodes[node].operands.enumerated() {
        var moved = wrong[slot]
        if !here.isEmpty, let usual = usual[slot] {
          let zeros = NumericArray(filledWith: 0, shape: usual.shape)
          let mistaken = moved ?? zeros
          guard mistaken.shape == usual.shape else { return nil }
          moved = .join(mistaken, usual, -)
        }
        guard let moved else { continue }
        guard let sum = MistakenSweep.sum(changes[operand], moved) else { return nil }
        changes[operand] = sum
      }
    }
    guard entry.slot == nil, let change = changes[entry.quantity] else { return nil }
    return point.derivatives[entry.quantity].adding(change)
  }

  private static func sum(_ a: NumericArray?, _ b: NumericArray) -> NumericArray? {
    guard let a else { return b }
    return a.shape == b.shape ? a.adding(b) : nil
  }
}

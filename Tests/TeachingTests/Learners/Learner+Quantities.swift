import Autodiff
import Expressions
import Teaching

// Other quantities that are taken for a derivative: values, moves, steps downhill.

extension Learner {
  func quantities(_ entry: Entry, _ operand: Int, _ right: Double) -> [LearnerAnswer] {
    var found = [
      LearnerAnswer(.forwardValue, paper.value(operand)),
      LearnerAnswer(.forwardValue, paper.value(entry.node)),
      LearnerAnswer(.upsideDown, 1 / right),
    ]
    // A nudge is worked out by the program, with exact numbers.
    guard paper.isExact else { return found }
    let before = key.forward.values[moved(by: entry)]
    // What was moved is written with digits enough to show it.
    func isSeen(_ after: Double, _ before: Double) -> Bool {
      Double(after.written()) != Double(before.written())
    }
    found.append(LearnerAnswer(.nudgedChange, 0.001 * right))
    for step in [0.001, 0.01, 0.1] {
      let after = nudged(entry, operand, by: step)
      found.append(LearnerAnswer(.nudgedChange, after - before))
      if step > 0.001 { found.append(LearnerAnswer(.coarseNudge, (after - before) / step)) }
    }
    found.append(LearnerAnswer(.unitChange, nudged(entry, operand, by: 1) - before))
    let after = nudged(entry, operand, by: 0.001)
    if isSeen(after, before) { found.append(LearnerAnswer(.nudgedValue, after)) }
    guard entry.kind != .local, graph.nodes[operand].kind == .parameter else { return found }
    let weight = key.forward.values[operand]
    for rate in [0.1, 0.01, 0.001] {
      found.append(LearnerAnswer(.updateStep, -rate * right))
      let stepped = weight - rate * right
      if isSeen(stepped, weight) { found.append(LearnerAnswer(.updateStep, stepped)) }
    }
    return found
  }

  /// The node whose movement an entry asks for.
  private func moved(by entry: Entry) -> Int {
    entry.kind == .local ? entry.node : graph.output
  }

  /// What becomes of the output, or of a box alone, when an operand was moved and everything computed anew.
  private func nudged(_ entry: Entry, _ operand: Int, by step: Double) -> Double {
    var values = key.forward.values
    values[operand] += step
    for (index, node) in graph.nodes.enumerated() {
      let isComputed = entry.kind == .local ? index == entry.node : index > operand
      guard isComputed, let expression = node.formula?.expression else { continue }
      values[index] = expression.value(at: node.operands.map { values[$0] })
    }
    return values[moved(by: entry)]
  }

  /// How far the output, or an entry's own node, moves for a nudge by 0.001, for each unit.
  func estimate(of index: Int, step: Double = 0.001) -> Double? {
    let entry = key.list.entries[index]
    guard let operand = key.operand(of: entry) else { return nil }
    guard entry.kind == .contribution else {
      return (nudged(entry, operand, by: step) - key.forward.values[moved(by: entry)]) / step
    }
    // By one path only the box is nudged, and the rest of the way is known.
    guard let slot = entry.slot, let box = graph.nodes[entry.node].formula?.expression else {
      return nil
    }
    var operands = key.forward.operandValues(of: entry.node)
    operands[slot] += step
    let moved = box.value(at: operands) - key.forward.values[entry.node]
    return moved / step * key.backward.derivatives[entry.node]
  }
}

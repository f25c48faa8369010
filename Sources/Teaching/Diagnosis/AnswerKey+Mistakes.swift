import Autodiff
import Expressions

extension AnswerKey {
  /// Every wrong rule's number for an entry, without slips.
  ///
  /// - Parameters:
  ///   - numbers: what the rules compute with.
  ///   - settled: entries that stand there found or given; the rule of a box whose derivative does is no suspect.
  func mistakes(
    at index: Int, on numbers: GraphNumbers, settled: Set<Int> = []
  ) -> [Mistake] {
    let entry = list.entries[index]
    if let later = entry.later {
      return LaterMistakes(later, in: self, own: numbers.own, settled: settled).mistakes
    }
    guard let expression = graph.nodes[entry.node].formula?.expression else { return [] }
    let operands = numbers.operandValues(of: entry.node)
    guard let operand = operand(of: entry) else {
      return ForwardMistakes(expression, at: operands).mistakes
    }
    let isLocalSettled = localDerivative(before: index).map(settled.contains) ?? false
    var mistakes = derivativeMistakes(
      at: index, operand: operand, on: numbers, isCommonOnly: false,
      isLocalSettled: isLocalSettled)
    if entry.slot != nil, !isLocalSettled {
      let upstream = upstream(of: entry, on: numbers)
      mistakes += wrongPoints(operands, of: entry).map {
        Mistake(.wrongPoint, $0 * upstream)
      }
    }
    return mistakes + quantities(operand, numbers.right(index), entry)
  }

  /// The entry of the local derivative that a chained entry multiplies, if it has one of its own.
  func localDerivative(before index: Int) -> Int? {
    let entry = list.entries[index]
    guard !entry.isLocal, let slot = entry.slot else { return nil }
    return list.localDerivative(of: entry.node, slot: slot)
  }

  /// The numbers that the commonest wrong rules give for an entry, but those that are other entries' answers.
  ///
  /// Fresh numbers are chosen by them, so that they have to stay what they are.
  func commonMistakes(at index: Int) -> [Mistake] {
    let slip = [Mistake(.sign, -computedValue(of: index))]
    guard let operand = operand(of: list.entries[index]) else { return slip }
    return derivativeMistakes(
      at: index, operand: operand, on: GraphNumbers(self), isCommonOnly: true,
      isLocalSettled: false
    ).filter(\.rule.isCommon) + slip
  }

  /// What rules of the box alone give for a local derivative.
  func localMistakes(
    of entry: Entry, _ slot: Int, on numbers: GraphNumbers, isCommonOnly: Bool = false
  ) -> [Mistake] {
    guard let expression = graph.nodes[entry.node].formula?.expression else { return [] }
    return LocalMistakes(
      expression, at: numbers.operandValues(of: entry.node), slot: slot,
      result: numbers.ownValue(entry.node), isCommonOnly: isCommonOnly
    ).mistakes
  }

  /// What rules of the operation and of the chain give for a derivative, and values taken for one.
  private func derivativeMistakes(
    at index: Int, operand: Int, on numbers: GraphNumbers, isCommonOnly: Bool,
    isLocalSettled: Bool
  ) -> [Mistake] {
    let entry = list.entries[index]
    var mistakes: [Mistake] = []
    if let slot = entry.slot, !isLocalSettled {
      let upstream = upstream(of: entry, on: numbers)
      mistakes += localMistakes(of: entry, slot, on: numbers, isCommonOnly: isCommonOnly).map {
        Mistake($0.rule, $0.value * upstream, place: $0.place)
      }
    }
    if entry.kind == .local {
      mistakes.append(Mistake(.upsideDown, 1 / numbers.right(index)))
      if !isCommonOnly { mistakes += wholeDerivatives(of: entry, operand, on: numbers) }
    } else {
      mistakes +=
        ChainMistakes(
          entry, operand: operand, right: numbers.right(index), in: numbers
        ).mistakes
    }
    mistakes.append(Mistake(.forwardValue, numbers.value(operand), place: operand))
    mistakes.append(Mistake(.forwardValue, numbers.value(entry.node), place: entry.node))
    guard !isCommonOnly, !isLocalSettled else { return mistakes }
    return mistakes + targets(index, entry, operand, on: numbers)
  }

  /// What belongs to the way on to the output, typed where one box alone is asked.
  private func wholeDerivatives(
    of entry: Entry, _ operand: Int, on numbers: GraphNumbers
  ) -> [Mistake] {
    let upstream = numbers.derivative(entry.node)
    let local = entry.slot.map { numbers.local(of: entry.node, slot: $0) } ?? 1
    return [
      Mistake(.wholeDerivative, local * upstream, place: operand),
      Mistake(.wholeDerivative, numbers.derivative(operand), place: operand),
      Mistake(.upstreamOnly, upstream, place: entry.node),
    ]
  }

  /// p, or -p, where p - 1 comes back through a logarithm.
  private func targets(
    _ index: Int, _ entry: Entry, _ operand: Int, on numbers: GraphNumbers
  ) -> [Mistake] {
    let right = numbers.right(index)
    guard entry.kind != .local, right > -1, right < 0,
      graph.nodes[entry.node].formula?.expression.uses([.exp, .sigmoid]) ?? false,
      leadsToLogarithm(entry.node)
    else { return [] }
    return [Mistake(.targetForgotten, 1 + right), Mistake(.targetForgotten, -1 - right)]
  }

  /// Whether a logarithm is taken of a box, or farther on of what comes of it.
  private func leadsToLogarithm(_ start: Int) -> Bool {
    var isReached: Set<Int> = []
    var open = [start]
    while let node = open.popLast(), isReached.count < 64 {
      guard isReached.insert(node).inserted else { continue }
      if graph.nodes[node].formula?.expression.uses([.log]) ?? false { return true }
      open += graph.consumers[node]
    }
    return false
  }

  /// The numbers that are multiplied for an entry, where two are.
  func factors(of index: Int) -> [Double] {
    let entry = list.entries[index]
    guard entry.later == nil else { return [] }
    if entry.kind == .forward {
      guard case .binary(.multiply, _, _)? = graph.nodes[entry.node].formula?.expression.terms.last
      else { return [] }
      return forward.operandValues(of: entry.node)
    }
    guard !entry.isLocal, let slot = entry.slot else { return [] }
    return [
      backward.localDerivative(of: entry.node, slot: slot), backward.derivatives[entry.node],
    ]
  }

  /// What an entry's local derivative is multiplied by.
  private func upstream(of entry: Entry, on numbers: GraphNumbers) -> Double {
    entry.kind == .local ? 1 : numbers.derivative(entry.node)
  }

  /// The local derivative with another quantity's value in the place of one operand's.
  private func wrongPoints(_ operands: [Double], of entry: Entry) -> [Double] {
    var others = Set(operands + [forward.values[entry.node]])
    guard operands.count <= 4 else { return [] }
    let all = others.union(inputs)
    if all.count <= 12 { others = all }
    return operands.indices.flatMap { place in
      others.map { other in
        var moved = operands
        moved[place] = other
        return local(entry, at: moved)
      }
    }
  }

  private var inputs: [Double] {
    zip(graph.nodes, forward.values).filter { $0.0.formula == nil }.map(\.1)
  }

  /// The node whose movement an entry asks for.
  func nudged(in entry: Entry) -> Int {
    entry.kind == .local ? entry.node : graph.output
  }

  /// Other quantities that may be taken for a derivative: how far a nudge went, where it ended, a step downhill.
  private func quantities(
    _ operand: Int, _ right: Double, _ entry: Entry
  ) -> [Mistake] {
    var found = [Mistake(.nudgedChange, 0.001 * right)]
    let before = forward.values[nudged(in: entry)]
    for step in [AnswerKey.step, 0.01, 0.1, 1] {
      guard let after = nudgedValue(entry, operand, by: step), after != before else { continue }
      if step == 1 {
        found.append(Mistake(.unitChange, after - before))
        continue
      }
      // Where the box is straight, a tenth of the answer is rather one whose point has moved.
      if step == AnswerKey.step
        || abs(after - before - step * right) > 1e-6 * abs(after - before)
      {
        found.append(Mistake(.nudgedChange, after - before))
      }
      if step == AnswerKey.step {
        found.append(Mistake(.nudgedValue, after))
      } else {
        found.append(Mistake(.coarseNudge, (after - before) / step))
      }
    }
    if graph.nodes[operand].kind == .parameter, entry.kind != .local {
      for rate in [0.1, 0.01, 0.001] {
        found.append(Mistake(.updateStep, -rate * right))
        found.append(Mistake(.updateStep, forward.values[operand] - rate * right))
      }
    }
    return found
  }

  /// Where a nudge takes the node that an entry asks about; in a box alone everything else stands still.
  private func nudgedValue(_ entry: Entry, _ operand: Int, by step: Double) -> Double? {
    if entry.kind == .local, let slot = entry.slot {
      var operands = forward.operandValues(of: entry.node)
      operands[slot] += step
      return graph.nodes[entry.node].formula?.expression.value(at: operands)
    }
    guard let nudge = try? Nudge(operand, by: step, in: forward) else { return nil }
    return nudge.changes.last { $0.node == graph.output }?.after
  }
}

extension Expression {
  fileprivate func uses(_ operations: [Operation]) -> Bool {
    terms.contains { term in
      if case .unary(let operation, _) = term { operations.contains(operation) } else { false }
    }
  }
}

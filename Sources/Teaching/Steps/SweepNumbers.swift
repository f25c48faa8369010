import Autodiff

/// What a learner has found by a sweep, right or not, from which steps are made.
public enum FoundSweep: Hashable, Sendable {
  case numbers(SweepNumbers)
  case arrays(ArraySweep)

  /// Whether all derivatives are right.
  public var areRight: Bool {
    switch self {
    case .numbers(let sweep): sweep.areRight
    case .arrays(let sweep): sweep.areRight
    }
  }
}

/// The derivatives that a learner has found by a sweep, right or not, from which steps are made.
public struct SweepNumbers: Hashable, Sendable {
  /// The numbers of the inputs, by node.
  let inputs: [Int: Double]
  /// The derivative by each parameter, by node, as the learner has it.
  let derivatives: [Int: Double]
  /// The entries that stand wrong, with the likeliest reason, if one is known.
  let wrong: [Int: Reason?]

  /// Whether all derivatives by parameters are right.
  public var areRight: Bool { wrong.isEmpty }
}

extension Worksheet {
  /// The derivatives as they stand, from which steps are made.
  public var foundSweep: FoundSweep {
    switch key {
    case .numbers(let key): .numbers(sweepNumbers(key))
    case .arrays(let key): .arrays(arraySweep(key))
    }
  }

  /// The derivatives by the parameters as they stand; an entry that is still to be found has none.
  private func sweepNumbers(_ key: AnswerKey) -> SweepNumbers {
    var inputs: [Int: Double] = [:]
    var derivatives: [Int: Double] = [:]
    for (index, node) in graph.nodes.enumerated() where node.formula == nil {
      inputs[index] = key.forward.values[index]
      guard node.kind == .parameter else { continue }
      let entry = list.derivative(of: index)
      derivatives[index] = entry.map { wrongNumber(of: $0) ?? key.value(of: $0) } ?? 0
    }
    var wrong: [Int: Reason?] = [:]
    for (entry, state) in states.filled {
      guard case .wrong = state, entries[entry].part == .derivatives else { continue }
      wrong[entry] = .some(lastVerdicts[entry]?.reasons.first)
    }
    return SweepNumbers(inputs: inputs, derivatives: derivatives, wrong: wrong)
  }

  /// The worksheet with the numbers of another place, everything filled in as it is.
  public func moved(to key: GraphKey) -> Worksheet {
    var copy = self
    copy.key = key
    return copy
  }
}

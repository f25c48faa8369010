import Autodiff
import Expressions

extension ArraySheetKey {
  /// The skills that an entry exercises, in the order of the course.
  public func skills(of index: Int) -> [Skill] {
    guard list.entries[index].later == nil else { return [] }
    let entry = entry(index)
    let skills: Set<Skill> =
      switch entry.kind {
      case .valueShape, .derivativeShape: [.shapes]
      case .value: [.matrixValues]
      case .derivative where entry.slot == nil: [.paths]
      case .derivative, .contribution: rules(of: entry)
      }
    return Skill.allCases.filter(skills.contains)
  }

  /// The rules that lead from a box back to one of its operands; where it only passes on, number by number.
  private func rules(of entry: ArrayEntry) -> Set<Skill> {
    guard let slot = entry.slot, let expression = graph.nodes[entry.node].formula?.expression,
      let shapes = try? expression.termShapes(
        at: graph.nodes[entry.node].operands.map { graph.shape(of: $0) })
    else { return [] }
    let isParameter = graph.nodes[entry.quantity].kind == .parameter
    var leads = Array(repeating: false, count: expression.terms.count)
    var skills: Set<Skill> = []
    for (index, term) in expression.terms.enumerated() {
      if case .name(let name) = term { leads[index] = name == slot }
      for operand in expression.operands(of: index) where leads[operand] {
        leads[index] = true
        if let skill = expression.skill(of: index, to: operand, shapes, isParameter: isParameter) {
          skills.insert(skill)
        }
        if expression.spreads(operand, in: index, shapes) { skills.insert(.biasSum) }
      }
    }
    return skills.isEmpty ? [.elementwise] : skills
  }

  /// The skills that a verdict speaks against; none where nothing is wrong, or only an earlier entry was.
  ///
  /// The likeliest wrong rule blames its skill if the entry exercises it; of the two factors of a product it blames the
  /// one that is asked. Otherwise every skill of the entry is in doubt.
  public func skills(missedIn verdict: Verdict, at index: Int) -> [Skill] {
    guard case .wrong = verdict else { return [] }
    let skills = skills(of: index)
    let rules = verdict.reasons.map(\.rule).filter { $0 != .wrongShape || skills == [.shapes] }
    guard let rule = rules.first else { return skills }
    if rule == .followsFromWrong { return [] }
    let blamed: [Skill] =
      rule.skill == .weights ? [.weights, .layerInput] : [rule.skill].compactMap(\.self)
    let found = skills.filter(blamed.contains)
    return found.isEmpty ? skills : found
  }

  /// What a first attempt at an entry tells of each skill; nothing where it could not be read.
  public func observations(
    of attempt: FirstAttempt, at index: Int, on day: Int
  ) -> [Observation] {
    let (skills, isCorrect) =
      switch attempt {
      case .helped: (self.skills(of: index), false)
      case .answered(let verdict) where verdict.isAccepted: (self.skills(of: index), true)
      case .answered(let verdict): (self.skills(missedIn: verdict, at: index), false)
      }
    // So many numbers tell one problem from another.
    let values = Array(key.forward.values.lazy.flatMap(\.elements).prefix(1000))
    return skills.map { Observation($0, isCorrect: isCorrect, on: day, at: values) }
  }
}

extension Expression {
  /// The skill that it takes to come back through a term to one of its operands; `nil` where what comes is passed on.
  fileprivate func skill(
    of term: Int, to operand: Int, _ shapes: [Shape], isParameter: Bool
  ) -> Skill? {
    switch terms[term] {
    case .number, .constant, .name: return nil
    case .unary(let operation, _): return operation == .negate ? nil : .elementwise
    case .binary(let operation, let a, let b):
      switch operation {
      case .add, .subtract: return nil
      case .min, .max: return .maximum
      case .multiply, .divide:
        guard constantTerms[operand == a ? b : a] else { return .elementwise }
        // A mean is a sum, divided.
        return shapes[term].isNumber ? .mean : nil
      case .power: return .elementwise
      case .negate, .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .sigmoid, .relu, .softplus, .abs,
        .sign, .step:
        return .elementwise
      }
    case .array(let place):
      switch arrays[place].operation {
      case .product, .outer, .convolution: return isParameter ? .weights : .layerInput
      case .reduce(.max, _, _), .reduce(.min, _, _), .maximumPool, .extremum: return .maximum
      case .reduce(_, let axis, _): return axis == nil ? .mean : .axis
      case .softmax, .logSumExp, .crossEntropy: return .softmax
      case .part, .rows, .picked, .scatter: return .lookup
      case .entrywise, .choose, .compare: return .elementwise
      case .literal, .filled, .identity, .random, .oneHot, .transpose, .concatenate, .reshape,
        .broadcast, .flip, .pad, .diagonal, .unpool:
        return nil
      }
    }
  }

  /// Whether a term repeats one of its operands along an axis, so that its derivative is summed.
  fileprivate func spreads(_ operand: Int, in term: Int, _ shapes: [Shape]) -> Bool {
    guard shapes[operand] != shapes[term] else { return false }
    switch terms[term] {
    case .binary: return true
    case .array(let place): return arrays[place].operation == .entrywise
    case .number, .constant, .name, .unary: return false
    }
  }
}

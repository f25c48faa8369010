import Autodiff
import Expressions

extension AnswerKey {
  /// The skills that an entry exercises with the numbers it has, in the order of the course.
  ///
  /// A local derivative exercises the rules of its node, a chained one the chain rule alone; the rules have an entry
  /// of their own there. Signs are exercised where the value is negative or something negative goes into it.
  public func skills(of index: Int) -> [Skill] {
    let entry = list.entries[index]
    guard entry.later == nil else { return [] }
    var skills = localRules(of: entry)
    switch (entry.kind, entry.slot) {
    case (.forward, _):
      skills = [.forward]
      if graph.nodes[entry.node].formula?.expression.usesReLU ?? false { skills.insert(.relu) }
    case (_, nil): skills = [.paths]
    case (_, .some): if !entry.isLocal { skills = [.chain] }
    }
    if hasMinus(index) { skills.insert(.sign) }
    return Skill.allCases.filter(skills.contains)
  }

  /// The rules of the entry's node that lead to its operand; none for a value and for a sum over paths.
  private func localRules(of entry: Entry) -> Set<Skill> {
    guard let slot = entry.slot, let formula = graph.nodes[entry.node].formula else { return [] }
    return formula.expression.skills(withRespectTo: slot)
  }

  private func hasMinus(_ index: Int) -> Bool {
    let entry = list.entries[index]
    let right = value(of: index)
    guard right != 0 else { return false }
    if right < 0 { return true }
    let operands = forward.operandValues(of: entry.node)
    guard entry.kind != .forward else { return operands.contains { $0 < 0 } }
    guard let slot = entry.slot else { return entry.prerequisites.contains { value(of: $0) < 0 } }
    guard entry.isLocal else { return backward.localDerivative(of: entry.node, slot: slot) < 0 }
    return graph.nodes[entry.node].formula?.expression.hasMinus(withRespectTo: slot, at: operands)
      ?? false
  }

  /// The skills that a verdict speaks against; none where nothing is wrong, or only an earlier entry was.
  ///
  /// The likeliest wrong rule blames its skill if the entry exercises it, or if it is a rule of the node whose
  /// derivative is chained here. Otherwise every skill of the entry is in doubt, but for the sign.
  public func skills(missedIn verdict: Verdict, at index: Int) -> [Skill] {
    guard case .wrong = verdict else { return [] }
    let rule = verdict.reasons.first?.rule
    if rule == .followsFromWrong { return [] }
    if let skill = rule?.skill,
      skills(of: index).contains(skill) || localRules(of: list.entries[index]).contains(skill)
    {
      return [skill]
    }
    return skillsInDoubt(at: index)
  }

  /// Every skill of an entry but the sign, unless there is no other.
  private func skillsInDoubt(at index: Int) -> [Skill] {
    let skills = skills(of: index)
    return skills == [.sign] ? skills : skills.filter { $0 != .sign }
  }

  /// What a first attempt at an entry tells of each skill; nothing where it could not be read.
  public func observations(
    of attempt: FirstAttempt, at index: Int, on day: Int
  ) -> [Observation] {
    let (skills, isCorrect) =
      switch attempt {
      case .helped: (skillsInDoubt(at: index), false)
      case .answered(let verdict) where verdict.isAccepted: (skills(of: index), true)
      case .answered(let verdict): (skills(missedIn: verdict, at: index), false)
      }
    return skills.map { Observation($0, isCorrect: isCorrect, on: day, at: forward.values) }
  }
}

import Autodiff
import Expressions

/// The wrong rules that lead to a number which somebody typed, the nearest cause first.
///
/// What stands there found, shown or given is never the suspect. A rule is looked for on the exact numbers first, then
/// on the learner's own rounded ones; one rule alone before two at once, and before slips of the pen. Numbers such as
/// 0, 1 and 2, which stand everywhere, prove nothing about what is far away.
struct Diagnosis {
  private let typed: TypedNumber
  private let index: Int
  private let key: AnswerKey
  private let numbers: LearnerNumbers
  private let right: Double

  init(
    of typed: TypedNumber, at index: Int, in key: AnswerKey, knowing numbers: LearnerNumbers
  ) {
    self.typed = typed
    self.index = index
    self.key = key
    self.numbers = numbers
    right = key.value(of: index)
  }

  /// How near a rule's number has to come to what was typed.
  enum Nearness {
    /// The same number.
    case exact
    /// The same at the digits typed, of which there are two at least.
    case digits
    /// Within 0.2 %, as after several roundings.
    case rounded
  }

  func isMet(_ candidate: Double, _ nearness: Nearness) -> Bool {
    guard candidate.isFinite, !isRight(candidate) else { return false }
    if typed.isExactly(BoundedNumber(candidate, error: abs(candidate) * 1e-10)) { return true }
    switch nearness {
    case .exact: return false
    case .digits: return typed.isRounded(candidate, digits: 2) || typed.isCut(candidate)
    case .rounded:
      return typed.fewestDigits >= 3 && abs(candidate - typed.value) <= abs(candidate) * 0.002
    }
  }

  /// Whether a rule leads to the right answer, so that it says nothing.
  private func isRight(_ candidate: Double) -> Bool {
    abs(candidate - right) <= 1e-9 * max(abs(candidate), abs(right))
  }

  /// The reasons, where they give the very number typed.
  ///
  /// - Complexity: O(n²) in the terms of the entry's formula, and O(m) in the entries of the graph.
  var exactReasons: [Reason] {
    let rules = singleRules(Pass(exactRules, .exact))
    return rules.isEmpty ? [] : rules + others(.exact, of: right)
  }

  /// All reasons, in order; none where nothing explains the number.
  var reasons: [Reason] {
    let exact = exactRules
    var passes = [Pass(exact, .exact), Pass(exact, .digits)]
    var ownRight = right
    let own = numbers.own.filter { !NumberCheck.isEqual($0.value, key.value(of: $0.key)) }
    if !own.isEmpty {
      let graph = GraphNumbers(key, own: own)
      ownRight = graph.right(index)
      passes += [Pass(rules(on: graph), .digits), Pass(exact, .rounded)]
    }
    let exactOthers = self.others(.exact, of: right)
    var others = exactOthers.isEmpty ? self.others(.digits, of: right) : exactOthers
    /// Whether the number is the right one with another sign or point, or stands elsewhere, and hardly by chance.
    func isCause(_ others: [Reason]) -> Bool {
      others.contains { $0.rule != .otherEntry } || (isTelling && !others.isEmpty)
    }
    for (place, pass) in passes.enumerated() {
      let rules = singleRules(pass)
      if !rules.isEmpty { return rules + (pass.nearness == .exact ? exactOthers : others) }
      // What gives the very number comes before what only rounds to it.
      if place == 0, isCause(exactOthers) { return exactOthers }
    }
    if others.isEmpty, ownRight != right { others = self.others(.digits, of: ownRight) }
    if isCause(others) { return others }
    // Two rules that hardly anybody follows at once meet a small number by chance.
    var pairs: [Reason] = []
    for pass in passes where pairs.isEmpty { pairs = self.pairs(pass) }
    let likely = pairs.filter { isTelling || $0.rule.isCommon }
    if !likely.isEmpty { return likely + others }
    let reasons = slips + others
    if !reasons.isEmpty { return reasons }
    return pairs.isEmpty ? farReasons(exact.single) : pairs.map(doubting)
  }

  // One rule.

  /// What wrong rules give on some numbers.
  private struct Rules {
    /// One rule alone.
    var single: [Mistake]
    /// A rule of the box, with what comes from the right forgotten; none where the box's derivative is settled.
    var local: [Mistake]
  }

  /// What wrong rules give, and how near it has to come.
  private struct Pass {
    var rules: Rules
    var nearness: Nearness

    init(_ rules: Rules, _ nearness: Nearness) {
      self.rules = rules
      self.nearness = nearness
    }
  }

  private var exactRules: Rules { rules(on: GraphNumbers(key)) }

  private func rules(on graph: GraphNumbers) -> Rules {
    let entry = key.list.entries[index]
    let single = key.mistakes(at: index, on: graph, settled: numbers.settled)
    let isSettled = key.localDerivative(before: index).map(numbers.settled.contains) ?? false
    guard !entry.isLocal, !isSettled, let slot = entry.slot else {
      return Rules(single: single, local: [])
    }
    let local = key.localMistakes(of: entry, slot, on: graph).map {
      Mistake($0.rule, $0.value, place: $0.place, and: .localOnly)
    }
    return Rules(single: single, local: local)
  }

  private func singleRules(_ pass: Pass) -> [Reason] {
    var reasons: [Reason] = []
    if let other = followed(pass.nearness) {
      reasons.append(Reason(.followsFromWrong, other: other))
    }
    let met = pass.rules.single.filter { isMet($0.value, pass.nearness) && !isFar($0) }
    return reasons + Diagnosis.inOrder(met).filter { !isBeforeANudge($0.rule) }
  }

  /// Each rule once, in the order in which rules are named.
  static func inOrder(_ mistakes: [Mistake]) -> [Reason] {
    if mistakes.isEmpty { return [] }
    let first = Dictionary(
      mistakes.map { ($0.rule, Reason($0)) }, uniquingKeysWith: { first, _ in first })
    return WrongRule.allCases.compactMap { first[$0] }
  }

  /// Digits too few to tell where a nudge began from where it ended speak of no nudge.
  private func isBeforeANudge(_ rule: WrongRule) -> Bool {
    rule == .nudgedValue
      && isMet(key.forward.values[key.nudged(in: key.list.entries[index])], .digits)
  }

  /// Whether the number is one that hardly stands anywhere by chance.
  private var isTelling: Bool {
    if typed.value == typed.value.rounded() { return abs(typed.value) > 10 }
    return typed.fewestDigits >= 2
  }

  /// Whether a rule is no cause to think of where a small number, or two digits, would prove it.
  private func isFar(_ mistake: Mistake) -> Bool {
    mistake.rule.isFar
      && (!isTelling || (typed.fewestDigits < 3 && !isMet(mistake.value, .exact)))
  }

  /// The earlier wrong entry from which a number follows, if it does.
  private func followed(_ nearness: Nearness) -> Int? {
    let earlier = key.list.entries[index].prerequisites.filter { numbers.wrong[$0] != nil }
    func isMade(by wrong: [Int: Double]) -> Bool {
      key.followingValues(of: index, own: wrong, isNear: false)
        .contains { isMet($0, nearness) }
    }
    guard !earlier.isEmpty, isMade(by: numbers.wrong) else { return nil }
    return earlier.first { isMade(by: [$0: numbers.wrong[$0] ?? 0]) } ?? earlier.first
  }

  // The sign, the point, and what belongs elsewhere.

  /// - Parameter right: the right answer, exactly or on the learner's own numbers.
  private func others(_ nearness: Nearness, of right: Double) -> [Reason] {
    var reasons: [Reason] = []
    if isMet(-right, nearness) { reasons.append(Reason(.sign)) }
    if [-3, -2, -1, 1, 2, 3].contains(where: {
      isMet(right * Double.apply(.power, 10, $0), nearness)
    }) {
      reasons.append(Reason(.powerOfTen))
    }
    let neighbours = key.list.neighbours(of: index)
    if let other = neighbours.first(where: { isMet(key.value(of: $0), nearness) }) {
      reasons.append(Reason(.otherEntry, other: other))
    } else if isTelling, let other = entry(with: nearness) {
      reasons.append(Reason(.otherEntry, other: other))
    }
    return reasons
  }

  /// Another entry whose answer the number is, wherever it is.
  private func entry(with nearness: Nearness) -> Int? {
    key.list.entries.indices.first { $0 != index && isMet(key.value(of: $0), nearness) }
  }

  // Two rules at once.

  private func pairs(_ pass: Pass) -> [Reason] {
    let negated = pass.rules.single.filter { !$0.rule.isFar }.map(\.negated)
    return Diagnosis.inOrder(
      (negated + pass.rules.local).filter { isMet($0.value, pass.nearness) })
  }

  // Slips of the pen, and what is far to seek.

  private var slips: [Reason] {
    let factors = key.factors(of: index)
    return ArithmeticSlip.explains(typed, right, factors: factors) ? [Reason(.arithmetic)] : []
  }

  /// A reason, in doubt where the number proves nothing.
  private func doubting(_ reason: Reason) -> Reason {
    var reason = reason
    reason.isDoubtful = !isTelling
    return reason
  }

  /// What is far to seek, in doubt where the number proves nothing.
  private func farReasons(_ mistakes: [Mistake]) -> [Reason] {
    let rules =
      mistakes.filter(\.rule.isFar) + WeightMistakes.mistakes(at: index, in: key)
    for nearness in [Nearness.exact, .digits] {
      var reasons = Diagnosis.inOrder(rules.filter { isMet($0.value, nearness) })
      if let other = entry(with: nearness) { reasons.append(Reason(.otherEntry, other: other)) }
      guard !reasons.isEmpty else { continue }
      return reasons.map(doubting)
    }
    return []
  }
}

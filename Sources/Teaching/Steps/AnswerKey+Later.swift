public import Autodiff
import Expressions
import RandomNumbers
import Training

extension StepTrace {
  /// The exact value of a quantity after steps, with a bound on its rounding.
  func number(of quantity: LaterQuantity) -> BoundedNumber {
    let moment = moments[quantity.step]
    let number =
      switch quantity.kind {
      case .memory(let place): moment.memory[quantity.node]?[place] ?? BoundedNumber(0)
      case .parameter, .value: moment.bounds.values[quantity.node]
      case .derivative: moment.bounds.derivatives[quantity.node]
      }
    return number
  }

  /// The same as it is computed.
  func value(of quantity: LaterQuantity) -> Double {
    switch quantity.kind {
    case .memory: number(of: quantity).value
    case .parameter, .value: moments[quantity.step].backward.forward.values[quantity.node]
    case .derivative: moments[quantity.step].backward.derivatives[quantity.node]
    }
  }
}

extension AnswerKey {
  /// The graph after some steps, 0 as it stands; `nil` where no steps are asked.
  public func pass(after step: Int) -> BackwardPass? { trace?.moments[step].backward }

  /// What an entry of a later step comes to on somebody's own numbers and on those that are shown: those next to it
  /// alone, and all on the way.
  func following(
    _ later: LaterQuantity, _ index: Int, own: [Int: Double], isNear: Bool
  ) -> [Double] {
    var choices: [[Int: Double]] = []
    let sources = Set(list.entries[index].prerequisites)
    if !own.isEmpty {
      choices = [own, own.filter { sources.contains($0.key) }]
      // Each alone, since what was found exactly is often carried on exactly.
      if own.count > 1 { choices += own.prefix(8).map { [$0.key: $0.value] } }
    }
    if isNear {
      func allShown(_ places: some Sequence<Int>) -> [Int: Double] {
        Dictionary(places.map { ($0, shown($0)) }, uniquingKeysWith: { first, _ in first })
      }
      let near = allShown(sources)
      choices.append(near)
      choices.append(near.merging(own.filter { sources.contains($0.key) }) { $1 })
      choices.append(allShown(list.neighbours(of: later, index)).merging(own) { $1 })
    }
    return choices.filter { !$0.isEmpty }.map {
      LaterNumbers(self, own: $0, until: later.step).value(later)
    }
  }

  /// Whether what is typed for an entry after a step is a formula that can be read.
  func isFormula(_ typed: String, for index: Int) -> Bool {
    guard let later = list.entries[index].later else { return false }
    let formulas = LaterFormulas(list, for: later)
    guard let answer = try? Answer(formulas.plain(typed), names: formulas.names) else {
      return false
    }
    return answer.number == nil
  }

  /// Checks a formula for a quantity after a step: over what is on the graph, the rate and the like, and what comes
  /// after earlier steps.
  ///
  /// It is right where it has the right value with other numbers of the graph too, or here where it names numbers of
  /// the page instead of their names.
  func checkLater(_ expression: Expression, as typed: String, for index: Int) -> Verdict {
    guard let later = list.entries[index].later else { return .unreadable(.notFinite) }
    let formulas = LaterFormulas(list, for: later)
    guard let here = formulas.value(of: expression, in: self), here.isFinite else {
      return .unreadable(.notFinite)
    }
    let right = value(of: index)
    let isHere = AnswerKey.isSame(here, right)
    let keys = otherKeys
    func holds(_ right: (AnswerKey) -> Double) -> Bool {
      keys.count >= 3
        && keys.allSatisfy { key in
          formulas.value(of: expression, in: key).map { AnswerKey.isSame($0, right(key)) } ?? false
        }
    }
    if isHere, expression.namesNumbers || holds({ $0.value(of: index) }) {
      return .right(typed: right)
    }
    let mistakes = LaterMistakes(later, in: self, own: [:], settled: []).mistakes
    var reasons: [Reason] = []
    for (place, mistake) in mistakes.enumerated() where AnswerKey.isSame(here, mistake.value) {
      let isMeant =
        expression.namesNumbers
        || holds { key in
          let there = LaterMistakes(later, in: key, own: [:], settled: []).mistakes
          return there.indices.contains(place) ? there[place].value : .nan
        }
      if isMeant { reasons.append(Reason(mistake)) }
    }
    let ordered = WrongRule.allCases.compactMap { rule in reasons.first { $0.rule == rule } }
    return isHere
      ? .wrong(.onlyHere(typed, ordered)) : .wrong(.formula(typed, value: here, ordered))
  }

  private static func isSame(_ one: Double, _ other: Double) -> Bool {
    one.isFinite && abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1e-6)
  }

  /// The same entries with other numbers of the inputs, of the rate and of what is kept.
  private var otherKeys: [AnswerKey] {
    guard var steps = list.steps else { return [] }
    var random = SplitMix64(seed: 0x57E9)
    func share() -> Double { Double(random.next() >> 11) / 9_007_199_254_740_992 }
    var keys: [AnswerKey] = []
    for _ in 0..<12 where keys.count < 5 {
      var inputs: [String: Double] = [:]
      for (node, value) in zip(graph.nodes, forward.values) where node.formula == nil {
        inputs[node.name] = value + 0.1 * (2 * share() - 1) * max(1, abs(value))
      }
      steps.optimizer.rate *= 0.8 + 0.4 * share()
      steps.optimizer.beta *= 0.9 + 0.1 * share()
      steps.optimizer.beta2 *= 0.99 + 0.01 * share()
      if let key = try? AnswerKey(EntryList(graph, after: steps), at: inputs) { keys.append(key) }
    }
    return keys
  }
}

extension Expression {
  /// Whether a number stands in it that is more than a small whole one: what somebody read from the page.
  fileprivate var namesNumbers: Bool {
    terms.contains { term in
      guard case .number(let number) = term else { return false }
      return ![0, 1, 2].contains(abs(number))
    }
  }
}

extension EntryList {
  /// What leads to an entry after a step, and all that comes after steps until then.
  func neighbours(of later: LaterQuantity, _ index: Int) -> [Int] {
    var found = entries[index].prerequisites
    found += entries.indices.filter { entries[$0].later.map { $0.step <= later.step } ?? false }
    found += graph.nodes.indices.filter { graph.nodes[$0].kind == .parameter }
      .compactMap { derivative(of: $0) }
    found += graph.operations.compactMap { forward(of: $0) }
    var isListed: Set<Int> = [index]
    return found.filter { isListed.insert($0).inserted }
  }
}

import Autodiff
import Expressions
import RandomNumbers

extension AnswerKey {
  /// Checks what was typed in the place of a derivative as a rule: `da/dw dJ/da`, at a fan-out a sum of paths.
  ///
  /// A rule is right where it holds whatever the derivatives are that it names, or where it equals the derivative at
  /// other numbers of the graph as well, as `18w + 12` does.
  ///
  /// - Returns: the verdict, with the value here; `nil` for a number, and where no rule can be asked.
  /// - Complexity: some dozen sweeps over the graph at most.
  public func checkRule(_ typed: String, for index: Int) -> Verdict? {
    guard typed.count <= AnswerKey.answerLimit, let rule = ChainRule(of: index, in: self) else {
      return nil
    }
    let reading = RuleText(typed, in: graph)
    let names = list.names.union(reading.symbols.keys)
    let expression: Expression
    do throws(ParseError) {
      let formula = try Formula(reading.text, known: names)
      if let error = formula.unknownNames(known: names).first { throw error }
      if let doubt = formula.doubts.first { throw doubt }
      expression = formula.expression
    } catch {
      if let stranger = reading.stranger { return .unreadable(.noDerivative(stranger)) }
      // What names no derivative is read, and refused, as a number.
      return reading.symbols.isEmpty ? nil : .unreadable(.notParsed(error))
    }
    guard !expression.isConstant else { return nil }
    let typedRule = TypedRule(expression, reading.symbols, in: graph)
    if typedRule.symbols.contains(asked(at: index)) { return .unreadable(.asksItself) }
    // Where all that it names are the rule's own factors the form decides, and else the numbers.
    let isRight =
      typedRule.isMade(of: rule, in: backward)
      ? typedRule.holds(for: rule, in: backward) : typedRule.equals(index, in: self)
    if isRight {
      return .right(typed: value(of: index))
    }
    guard let here = typedRule.value(in: backward), here.isFinite else {
      return .unreadable(.notFinite)
    }
    let reasons = typedRule.reasons(for: rule, in: backward).map { Reason($0) }
    return NumberCheck.isEqual(here, value(of: index))
      ? .wrong(.onlyHere(typed, reasons)) : .wrong(.formula(typed, value: here, reasons))
  }

  /// Whether a derivative has a rule that may be typed before its number.
  public func hasRule(_ index: Int) -> Bool {
    list.entries[index].later != nil || ChainRule(of: index, in: self) != nil
  }

  /// The derivative that an entry asks.
  private func asked(at index: Int) -> DerivativeSymbol {
    let entry = list.entries[index]
    if entry.kind == .contribution, let slot = entry.slot {
      return .contribution(node: entry.node, slot: slot)
    }
    return .total(operand(of: entry) ?? graph.output)
  }
}

/// A rule as it was typed.
private struct TypedRule {
  let symbols: Set<DerivativeSymbol>
  private let expression: Expression
  private let symbolOfName: [String: DerivativeSymbol]
  private let nodeOfName: [String: Int]

  init(
    _ expression: Expression, _ symbols: [String: DerivativeSymbol], in graph: ComputationGraph
  ) {
    self.expression = expression
    symbolOfName = symbols.filter { expression.names.contains($0.key) }
    self.symbols = Set(symbolOfName.values)
    var nodeOfName: [String: Int] = [:]
    for name in expression.names where symbolOfName[name] == nil {
      nodeOfName[name] = graph.index(of: name)
    }
    self.nodeOfName = nodeOfName
  }

  /// Its value with the numbers of a sweep.
  func value(in pass: BackwardPass) -> Double? {
    var bindings = symbolOfName.mapValues { $0.value(in: pass) }
    for (name, node) in nodeOfName { bindings[name] = pass.forward.values[node] }
    return expression.value(at: bindings)
  }

  /// Its value where the derivatives that it names have certain numbers; `nil` where it names anything else.
  private func value(_ numbers: ChainRule.Numbers, for rule: ChainRule) -> Double? {
    guard nodeOfName.isEmpty else { return nil }
    var bindings: [String: Double] = [:]
    for (name, symbol) in symbolOfName {
      guard let value = numbers.value(of: symbol, in: rule) else { return nil }
      bindings[name] = value
    }
    return expression.value(at: bindings)
  }

  private static let trialCount = 8

  /// Whether it comes to what another rule comes to, whatever the derivatives are that it names.
  private func agrees(
    with result: (ChainRule.Numbers) -> Double, for rule: ChainRule, in pass: BackwardPass
  ) -> Bool {
    let varied = rule.varied(by: symbols)
    guard !varied.isEmpty else { return false }
    var random = SplitMix64(seed: 0xC4A1)
    return (0..<TypedRule.trialCount).allSatisfy { _ in
      let numbers = rule.numbers(in: pass, varying: varied) { _ in
        let size = 1 + 9 * Double(random.next() >> 11) / 9_007_199_254_740_992
        return random.next() & 1 == 0 ? size : -size
      }
      guard let own = value(numbers, for: rule) else { return false }
      return TypedRule.isSame(own, result(numbers))
    }
  }

  /// Whether it names nothing but what the rule speaks of.
  func isMade(of rule: ChainRule, in pass: BackwardPass) -> Bool {
    value(rule.numbers(in: pass, varying: []) { _ in 0 }, for: rule) != nil
  }

  func holds(for rule: ChainRule, in pass: BackwardPass) -> Bool {
    agrees(with: rule.result, for: rule, in: pass)
  }

  func reasons(for rule: ChainRule, in pass: BackwardPass) -> [WrongRule] {
    var reasons: [WrongRule] = []
    for misrule in rule.misrules where !reasons.contains(misrule.rule) {
      if agrees(with: misrule.result, for: rule, in: pass) { reasons.append(misrule.rule) }
    }
    return reasons
  }

  /// Whether it equals an entry at other numbers of the graph as well as at its own.
  func equals(_ index: Int, in key: AnswerKey) -> Bool {
    guard let here = value(in: key.backward), TypedRule.isSame(here, key.value(of: index)) else {
      return false
    }
    var random = SplitMix64(seed: 0x5EED)
    var agreeing = 0
    for trial in 0..<2 * TypedRule.trialCount {
      // Near the graph's own numbers, where no kink is crossed, and far from them.
      let reach = trial.isMultiple(of: 2) ? 0.05 : 1.5
      var inputs: [String: Double] = [:]
      for (node, value) in zip(key.graph.nodes, key.forward.values) where node.formula == nil {
        let unit = Double(random.next() >> 11) / 9_007_199_254_740_992
        inputs[node.name] = value + reach * (2 * unit - 1) * max(1, abs(value))
      }
      guard let other = try? AnswerKey(key.list, at: inputs) else { continue }
      guard let found = value(in: other.backward) else { return false }
      let expected = other.value(of: index)
      guard abs(expected) < 1e12 else { continue }
      guard TypedRule.isSame(found, expected) else { return false }
      agreeing += 1
    }
    return agreeing >= TypedRule.trialCount / 2
  }

  private static func isSame(_ one: Double, _ other: Double) -> Bool {
    one.isFinite && other.isFinite && abs(one - other) <= 1e-8 * max(abs(one), abs(other), 1e-6)
  }
}

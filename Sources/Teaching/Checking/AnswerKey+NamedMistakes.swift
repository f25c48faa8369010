import Autodiff
import Expressions

extension AnswerKey {
  private var bindings: [String: Double] {
    Dictionary(zip(graph.nodes.map(\.name), forward.values)) { first, _ in first }
  }

  /// Whether a learner gave the wrong answer that an author names.
  ///
  /// - Parameter isDrawn: whether the numbers are others than those in the author's file.
  public func isNamedMistake(
    _ named: String, givenBy typed: String, for index: Int, isDrawn: Bool
  ) -> Bool {
    guard let mistake = try? NamedMistake(named, at: bindings),
      let answer = try? Answer(typed, names: Set(graph.nodes.map(\.name))),
      !(isDrawn && mistake.isNumber && changesWithNumbers(index))
    else { return false }
    return mistake.isGiven(by: answer)
  }

  /// Whether the wrong answer that an author names is meant for the numbers in the file alone.
  public func isMeantForOneDraw(_ named: String, for index: Int) -> Bool {
    guard let mistake = try? NamedMistake(named, at: bindings) else { return false }
    return mistake.isNumber && changesWithNumbers(index)
  }

  /// The verdict on the wrong answer that an author names; a formula that no learner may type counts as its number.
  public func check(named: String, for index: Int) -> Verdict {
    let verdict = check(named, for: index)
    guard case .unreadable(.nameInNumber) = verdict,
      let value = try? NamedMistake(named, at: bindings).value
    else { return verdict }
    return check(value.shortestText, for: index)
  }

  /// Whether an entry's value changes with the inputs; a local derivative such as that of 2 + 3w does not.
  private func changesWithNumbers(_ index: Int) -> Bool {
    let entry = list.entries[index]
    guard entry.isLocal, let slot = entry.slot,
      let expression = graph.nodes[entry.node].formula?.expression
    else { return true }
    let name = graph.nodes[graph.nodes[entry.node].operands[slot]].name
    return !expression.derivative(withRespectTo: name).simplified().isConstant
  }

  /// Whether what an author writes of an entry is true: the digits that are written decide, so that 0.0067 is true of
  /// 0.00669285, while a whole number is true of itself alone.
  public func isTrue(_ claim: String, of index: Int) -> Bool {
    guard let number = (try? Answer(claim, names: []))?.number else { return false }
    let exact = exactNumber(of: index)
    if number.isExactly(exact.number) { return true }
    let isWhole = number.readings.allSatisfy { $0.unit >= 1 }
    return !isWhole && !number.isArithmetic && number.isRounded(exact.value, digits: 1)
      || exact.match(number) == .rounded
  }

  /// Whether what an author writes is true of a number: the digits that are written decide.
  public static func isTrue(_ claim: String, of number: Double) -> Bool {
    guard let typed = (try? Answer(claim, names: []))?.number else { return false }
    return typed.isExactly(BoundedNumber(number, error: abs(number) * 1e-13 + 1e-15))
      || !typed.isArithmetic && typed.isRounded(number, digits: 1)
  }
}

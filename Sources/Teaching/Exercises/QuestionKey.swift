public import Autodiff
import Expressions
public import Lessons

/// A question with what is right, and the check of an answer against it.
public struct QuestionKey: Hashable, Sendable {
  /// With the numbers of the page's graph where its texts have a place for them.
  public let question: Question
  /// The right number, where one is asked.
  private let number: BoundedNumber?
  /// The values of the page's graph, if it has one.
  private let forward: ForwardPass?
  /// The names that may stand in a formula.
  private let names: Set<String>
  /// The values of the page's graph, by the names of its quantities.
  private let bindings: [String: Double]
  private let isDrawn: Bool

  /// - Parameters:
  ///   - forward: the values of the page's graph, from which a number is computed.
  ///   - isDrawn: whether they come of other numbers than those in the author's file.
  public init(_ question: Question, in forward: ForwardPass?, isDrawn: Bool = false) {
    self.question = forward.map { question.filled($0.text(ofInputs:)) } ?? question
    self.isDrawn = isDrawn
    var bindings: [String: Double] = [:]
    if let forward {
      for (node, value) in zip(forward.graph.nodes, forward.values) { bindings[node.name] = value }
      let texts = question.feedback.map(\.answer.text)
      for (name, number) in QuestionKey.derivatives(in: texts, of: forward) {
        bindings[name] = number.value
      }
    }
    self.bindings = bindings
    self.forward = forward
    switch question.answer {
    case .number(let formula, _):
      number = QuestionKey.number(formula.expression, in: forward)
      names = []
    case .formula(let formula):
      number = nil
      names = Set(formula.expression.names).union(bindings.keys)
    case .choice:
      number = nil
      names = []
    }
  }

  /// The right number, with the bounds that the graph's values have; `nil` if a name has no value.
  private static func number(_ formula: Expression, in forward: ForwardPass?) -> BoundedNumber? {
    guard let forward else {
      return formula.isConstant ? formula.value(at: [BoundedNumber]()) : nil
    }
    let values = BoundedPass(forward).values
    let derivatives = derivatives(named: formula.names, of: forward)
    let numbers = formula.names.compactMap { name in
      forward.graph.index(of: name).map { values[$0] } ?? derivatives[name]
    }
    guard numbers.count == formula.names.count else { return nil }
    return formula.value(at: numbers)
  }

  /// The derivatives of a graph that some texts speak of, by the names that stand for them in formulas.
  private static func derivatives(
    in texts: [String], of forward: ForwardPass
  ) -> [String: BoundedNumber] {
    guard texts.contains(where: { $0.contains("/d") }) else { return [:] }
    let names = Set(forward.graph.nodes.map(\.name))
    let joined = texts.flatMap { text in
      (try? Formula(DerivativeName.joining(text, over: names), known: names))?.expression.names
        ?? []
    }
    return derivatives(named: joined, of: forward)
  }

  /// Those of some names that stand for derivatives of a graph, with their numbers.
  private static func derivatives(
    named wanted: [String], of forward: ForwardPass
  ) -> [String: BoundedNumber] {
    let names = Set(forward.graph.nodes.map(\.name))
    var entries: [String: String] = [:]
    for name in wanted { entries[name] = DerivativeName.entry(joined: name, over: names) }
    guard !entries.isEmpty else { return [:] }
    var inputs: [String: Double] = [:]
    for (node, value) in zip(forward.graph.nodes, forward.values) where node.formula == nil {
      inputs[node.name] = value
    }
    guard let key = try? AnswerKey(forward.graph, at: inputs) else { return [:] }
    return entries.compactMapValues { entry in
      key.list.index(of: entry).map { key.exactNumber(of: $0).number }
    }
  }

  /// The right answer as it would be typed.
  public var exact: String {
    switch question.answer {
    case .number: number.map { ExactNumber($0).value.shortestText } ?? ""
    case .formula(let formula): formula.expression.text
    case .choice(let choices): String((choices.firstIndex(where: \.isRight) ?? 0) + 1)
    }
  }

  /// Why an answer cannot be read, whatever is right; `nil` for one that can.
  public func obstacle(to typed: String) -> Verdict.Unreadable? {
    guard typed.contains(where: { !$0.isWhitespace }) else { return .empty }
    guard typed.count <= AnswerKey.answerLimit else {
      return .tooLong(limit: AnswerKey.answerLimit)
    }
    if case .choice(let choices) = question.answer {
      let choice = QuestionKey.choice(typed) ?? 0
      return choice >= 1 && choice <= choices.count ? nil : .noChoice(count: choices.count)
    }
    do {
      let answer = try Answer(typed, names: names)
      guard case .number = question.answer else { return nil }
      return answer.number?.value.isFinite == true ? nil : .notFinite
    } catch {
      return .notParsed(error)
    }
  }

  /// Checks an answer; the rules are those of `AnswerKey.check`.
  public func check(_ typed: String) -> Verdict {
    if let obstacle = obstacle(to: typed) { return .unreadable(obstacle) }
    switch question.answer {
    case .number(_, let within): return checkNumber(typed, within: within)
    case .formula(let formula): return checkFormula(typed, against: formula.expression)
    case .choice(let choices): return check(typed, among: choices)
    }
  }

  /// The author's words on a wrong answer, if there are any for it.
  public func feedback(on typed: String) -> String? {
    guard let answer = try? Answer(typed, names: names) else {
      return QuestionKey.choice(typed).flatMap { choice in
        question.feedback.first { Int($0.answer.text) == choice }?.text
      }
    }
    return question.feedback.first { feedback in
      guard let mistake = mistake(named: feedback.answer.text),
        !(isDrawn && isMeantForOneDraw(feedback.answer.text))
      else { return false }
      return mistake.isGiven(by: answer)
    }?.text
  }

  /// A wrong answer that the author names: one to a number may be a formula of the graph's quantities, one to a formula
  /// is about the same names as that.
  private func mistake(named text: String) -> NamedMistake? {
    guard case .number = question.answer else {
      return try? NamedMistake(text, at: names.reduce(into: [:]) { $0[$1] = .nan })
    }
    let quantities = Set(forward?.graph.nodes.map(\.name) ?? [])
    return try? NamedMistake(DerivativeName.joining(text, over: quantities), at: bindings)
  }

  /// Whether the wrong answer that an author names is meant for the numbers in the file alone.
  public func isMeantForOneDraw(_ named: String) -> Bool {
    changesWithNumbers && mistake(named: named)?.isNumber ?? false
  }

  /// Whether what is right changes with the numbers of the graph.
  private var changesWithNumbers: Bool {
    if case .number(let formula, _) = question.answer {
      !formula.expression.isConstant
    } else {
      false
    }
  }

  /// The verdict on the wrong answer that an author names; a formula counts as its number where a number is asked.
  public func check(named: String) -> Verdict {
    guard case .number = question.answer, let mistake = mistake(named: named), !mistake.isNumber,
      let value = mistake.value
    else { return check(named) }
    return check(value.shortestText)
  }

  private func checkNumber(_ typed: String, within: Double?) -> Verdict {
    let answer: Answer
    do {
      answer = try Answer(typed, names: [])
    } catch {
      return .unreadable(.notParsed(error))
    }
    guard let given = answer.number, given.value.isFinite, let number else {
      return .unreadable(.notFinite)
    }
    // Where the author says how far off an answer may be, that alone counts, besides the number itself.
    if let within {
      let isNear = abs(given.value - number.value) <= within * (1 + 1e-9)
      if isNear || given.isExactly(number) { return .right(typed: given.value) }
    }
    switch ExactNumber(number).match(given) {
    case .exact: return .right(typed: given.value)
    case .rounded where within == nil: return .right(typed: given.value)
    case .wholeRounded where within == nil: return .close(typed: given.value, .rounded)
    case .tooShort where within == nil: return .unreadable(.tooFewDigits)
    case .rounded, .wholeRounded, .tooShort, .none: return .wrong(.value(given.value, []))
    }
  }

  private func checkFormula(_ typed: String, against right: Expression) -> Verdict {
    let answer: Answer
    do {
      answer = try Answer(typed, names: names)
    } catch {
      return .unreadable(.notParsed(error))
    }
    let formula = answer.expression
    let outcome = FormulaDifference.between(formula, and: right, at: bindings)
    if outcome == .same || isSameOnGraph(formula, as: right) { return .right(typed: 0) }
    let names = Array(Set(formula.names).union(right.names)).sorted()
    return FormulaDifference(outcome, names: names).map { .wrong(.differs($0)) }
      ?? .unreadable(.notComparable)
  }

  /// Whether a formula over other quantities of the page's graph comes to the same wherever the graph holds:
  /// `sigmoid(z)(1 - sigmoid(z))` for `a (1 - a)`, where a = sigmoid(z).
  private func isSameOnGraph(_ formula: Expression, as right: Expression) -> Bool {
    // Over the same names nothing hangs together that was not compared.
    guard let forward, !Set(formula.names).isSubset(of: right.names) else { return false }
    return GraphComparison(forward).isSame(formula, as: right)
  }

  /// Whether the author's formula has a value at enough points to compare an answer with it.
  public var canBeCompared: Bool {
    guard case .formula(let formula) = question.answer else { return true }
    return FormulaDifference.between(formula.expression, and: formula.expression, at: bindings)
      == .same
  }

  private func check(_ typed: String, among choices: [Question.Choice]) -> Verdict {
    guard let choice = QuestionKey.choice(typed), (1...max(1, choices.count)).contains(choice),
      !choices.isEmpty
    else {
      return .unreadable(.noChoice(count: choices.count))
    }
    return choices[choice - 1].isRight
      ? .right(typed: Double(choice)) : .wrong(.value(Double(choice), []))
  }

  /// The number of a choice, typed as a number or as a letter.
  private static func choice(_ typed: String) -> Int? {
    let text = typed.trimmingBlanks.lowercased()
    if let number = Int(text) { return number }
    guard text.count == 1, let letter = text.unicodeScalars.first, ("a"..."z").contains(letter)
    else { return nil }
    return Int(letter.value) - 96
  }
}

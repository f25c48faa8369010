import Autodiff
import Expressions
import Lessons
import Sessions
package import Teaching
import TextScreen

/// What is said of an answer to an entry.
extension Wording {
  package func nothingTyped(for index: Int) -> String {
    guard let worksheet = session.worksheet else { return "" }
    let form = Wording.form(of: index, in: worksheet)
    return "nothing typed; give \(form)"
  }

  package func text(on verdict: Verdict, _ typed: String, for index: Int) -> String {
    guard let worksheet = session.worksheet else { return "" }
    let key: AnswerKey
    switch worksheet.key {
    case .numbers(let numbers): key = numbers
    case .arrays(let arrays): return text(on: verdict, typed, for: index, in: arrays)
    }
    let entry = worksheet.entries[index]
    let value = key.shown(index).shortestText
    switch verdict {
    case .right:
      let why = Wording.reason(for: index, in: key, voice: voice) {
        session.isKnown($0, on: worksheet)
      }
      let found = "\(entry.name) = \(value)"
      // Who listens hears first whether it was right.
      return accepted(
        (voice.isSpoken ? "right. \(found)" : "\(found) is right")
          + (why.text == value || why.text.isEmpty ? "" : ": \(why.text)")
          + (why.usesStep ? ", where step is 1 above 0, 0 otherwise" : "")
          + Wording.convention(of: entry, in: worksheet))
    case .close(_, .nudgeEstimate):
      return accepted(
        "\(Wording.shortened(typed)) is what a nudge by 0.001 gives; a smaller nudge comes nearer to "
          + "\(value), which is used from here on")
    case .close(_, .roundedEarlier):
      return accepted(
        "\(Wording.shortened(typed)) follows from rounded numbers; the exact value, \(value), "
          + "is used from here on")
    case .close(_, .rounded):
      return accepted(
        "\(Wording.shortened(typed)) is rounded; the exact value, \(value), is used from here on")
    case .wrong(let wrongness):
      return notYet(wrongness, typed, index, worksheet, key)
    case .unreadable(let reason):
      let names = entry.isLocal ? Set(Wording.formulaNames(of: entry, in: worksheet)) : []
      return unreadable(
        reason, typed, form: Wording.form(of: index, in: worksheet), names: names)
    }
  }

  package func accepted(_ sentence: String) -> String {
    // Plain mode says that a page is done after all that stands on it.
    guard session.isDone, !voice.isSpoken else { return sentence }
    return "\(sentence). \(done)"
  }

  private func notYet(
    _ wrongness: Verdict.Wrongness, _ typed: String, _ index: Int, _ worksheet: Worksheet,
    _ key: AnswerKey
  ) -> String {
    if let feedback = feedback(on: typed, index, key) {
      return "not yet: \(feedback)"
    }
    let asked = subject(of: index, in: worksheet)
    switch wrongness {
    case .value(let number, let reasons):
      let typed = Wording.shortened(typed)
      if let why = why(reasons, typed: typed, number, index, in: worksheet) {
        let isTold = reasons.first?.rule == .otherConvention
        return "not yet: \(why)"
          + (isTold ? "" : Wording.convention(of: worksheet.entries[index], in: worksheet))
      }
      let needed =
        session.isHandedIn
        ? [] : worksheet.missingPrerequisites(of: index, among: session.progress.asks)
      let advice = needed.isEmpty ? "" : "; \(easier(after: needed, index, isNamed: false))"
      let reason = Wording.convention(of: worksheet.entries[index], in: worksheet)
      let words = WrongRuleWords(
        index, typed: typed, number, key, in: worksheet, of: session, for: voice)
      return "not yet: \(typed) is not \(asked)\(reason); \(words.withoutReason)\(advice)"
    case .formula(let whole, let value, let reasons):
      let text = Wording.shortened(whole)
      let why = why(reasons, typed: text, value, index, in: worksheet)
      // Of names that are still to be found the formula would tell the numbers.
      guard isKnown(whole, in: worksheet) else {
        return "not yet: \(why ?? "\(text) is not \(asked)")"
      }
      let here = "\(text) is \(value.roundedText) here"
      return "not yet: \(here)\(why.map { "; \($0)" } ?? ", and not \(asked)")"
    case .differs(let difference):
      return
        "not yet: \(Wording.differing(Wording.shortened(typed), difference, worksheet.entries[index].name))"
    case .onlyHere(let text, let reasons):
      let right = key.value(of: index)
      let why = why(reasons, typed: text, right, index, in: worksheet)
      return "not yet: \(text) has the right value only at these numbers; "
        + (why ?? "it is not \(asked)")
    case .step: preconditionFailure("an entry is no step")
    case .array: preconditionFailure("a graph of numbers has no arrays")
    }
  }

  /// Whether every quantity that a formula speaks of is found, so that its number may be told.
  private func isKnown(_ formula: String, in worksheet: Worksheet) -> Bool {
    let graph = worksheet.graph
    let names = (try? Formula(formula, known: Set(graph.nodes.map(\.name))))?.expression.names
    return (names ?? []).allSatisfy { name in
      graph.index(of: name).flatMap { worksheet.list.forward(of: $0) }
        .map { session.isKnown($0, on: worksheet) } ?? true
    }
  }

  /// The author's words on a wrong answer to an entry, if there are any for it.
  private func feedback(on typed: String, _ index: Int, _ key: AnswerKey) -> String? {
    let isDrawn =
      session.page.graph.map { !session.lesson.graphs[$0].hasInputs(of: .numbers(key)) } ?? false
    return session.page.advice.compactMap { advice -> String? in
      guard case .feedback(let feedback) = advice.kind,
        key.list.index(of: advice.entry.text) == index,
        key.isNamedMistake(
          feedback.answer.text, givenBy: typed, for: index, isDrawn: isDrawn)
      else { return nil }
      return session.filled(feedback.text)
    }.first
  }

  /// What is agreed on the slope at a corner, and what others answer, for an entry whose box stands at one.
  package static func convention(of entry: Entry, in worksheet: Worksheet) -> String {
    guard entry.isLocal, let key = worksheet.key.numbers,
      let expression = key.graph.nodes[entry.node].formula?.expression
    else { return "" }
    return expression.conventionNotes(at: key.forward.operandValues(of: entry.node))
      .map { "; \($0)" }.joined()
  }
}

import Autodiff
import Expressions
import Lessons
import Teaching
import TextScreen

/// What the tutor says, in this graph's names and numbers.
enum Wording {
  static let firstPage = Remark("this is the first page", .notice)

  static func lastPage(of session: Session) -> Remark {
    Remark("this is the last page; \(session.way(to: .leave)) leaves", .notice)
  }

  static let summaryOpened = Remark(
    "Enter goes back to the page; F10 leaves, and every answer is kept")

  /// What can be done when a page is done, or asks nothing.
  private static func wayOn(_ session: Session) -> String {
    guard session.pageNumber == session.lesson.pages.count else { return "Enter turns the page" }
    let leave = "\(session.way(to: .leave)) leaves"
    return session.wayOn.map { "\($0); \(leave)" } ?? leave
  }

  /// Where numbers are others than before, as the next seed drew them.
  static func freshNumbers(_ seed: Int, since before: Session.Work, in session: Session) -> Remark {
    let changed = session.work.worksheets.indices.filter {
      session.work.worksheets[$0].key.forward.values != before.worksheets[$0].key.forward.values
    }
    let pages = session.lesson.pages.indices.filter { page in
      session.shows(graphOn: page)
        && session.lesson.pages[page].graph.map(changed.contains) ?? false
    }
    let rest = "undo brings the others back"
    if pages.contains(session.work.page) {
      return Remark("fresh numbers, seed \(seed); \(rest)", .notice)
    }
    guard !pages.isEmpty else {
      return Remark("seed \(seed) draws the numbers that were there already", .notice)
    }
    let places = (pages.count == 1 ? "page " : "pages ") + list(pages.map { String($0 + 1) })
    return Remark(
      "the numbers here stay as they are; seed \(seed) gives fresh ones on \(places), and \(rest)",
      .notice)
  }

  static func opening(of session: Session) -> Remark {
    if session.pageNumber == 1, let terms = session.lesson.graded { return Wording.terms(terms) }
    if session.assignments.isEmpty { return Remark(wayOn(session)) }
    if session.isDone { return done(session) }
    if let note = session.outputNote { return Remark(note, .notice) }
    return session.page.isDemonstration
      ? Remark("Enter shows the next number, and why; or type it first", .notice) : Remark("")
  }

  /// What an entry asks, in one sentence.
  static func question(for index: Int, in key: AnswerKey) -> String {
    let entry = key.list.entries[index]
    let nodes = key.graph.nodes
    let output = nodes[key.graph.output].name
    let node = nodes[entry.node].name
    let operand = key.operand(of: entry).map { nodes[$0].name } ?? ""
    switch entry.kind {
    case .forward:
      return "\(entry.name): what is its value?"
    case .local:
      return "\(entry.name): how many times as far does \(node) move as \(operand)?"
    case .contribution:
      return
        "\(entry.name): how many times as far does \(output) move as \(operand), by way of \(node)?"
    case .derivative where entry.slot == nil:
      return "\(entry.name): what do the paths from \(operand) add up to?"
    case .derivative:
      return "\(entry.name): how many times as far does \(output) move as \(operand)?"
    }
  }

  /// What is said when the learner comes to an entry: what it would have needed, if something is open.
  static func approach(to assignment: Assignment, in session: Session) -> Remark {
    guard let worksheet = session.worksheet, let index = assignment.entry else { return Remark("") }
    if case .wrong(let typed) = worksheet.states[index] {
      return Remark("'\(shortened(typed))' was not it yet", .wrong)
    }
    if worksheet.states[index].isAccepted { return Remark("this one is right already") }
    let needed = worksheet.missingPrerequisites(of: index, among: session.asks)
      .map { worksheet.entries[$0].name }
    guard !needed.isEmpty else { return Remark("") }
    return Remark("\(worksheet.entries[index].name) is easier after \(list(needed))", .notice)
  }

  static func nothingTyped(for index: Int, in session: Session) -> Remark {
    guard let worksheet = session.worksheet else { return Remark("") }
    let entry = worksheet.entries[index]
    let form = form(of: entry, in: worksheet)
    return Remark("nothing typed; give \(form)", .notice)
  }

  static func remark(
    on verdict: Verdict, typed: String, for index: Int, in session: Session
  ) -> Remark {
    guard let worksheet = session.worksheet else { return Remark("") }
    let entry = worksheet.entries[index]
    let value = worksheet.key.shown(index).shortestText
    switch verdict {
    case .right:
      let why = knownReason(for: index, in: worksheet, session)
      let found = "\(entry.name) = \(value)"
      // Who listens hears first whether it was right.
      return accepted(
        (session.isPlain ? "right. \(found)" : "\(found) is right")
          + (why.text == value || why.text.isEmpty ? "" : ": \(why.text)")
          + (why.showsStep ? ", where step is 1 above 0, else 0" : "")
          + convention(of: entry, in: worksheet), session)
    case .close(_, .nudgeEstimate):
      return accepted(
        "\(shortened(typed)) is what a nudge by 0.001 gives; the smaller the nudge, the nearer to "
          + "\(value), which is carried on", session)
    case .close(_, .roundedEarlier):
      return accepted(
        "\(shortened(typed)) follows from rounded numbers; exactly it is \(value), which "
          + "is carried on", session)
    case .close(_, .rounded):
      return accepted(
        "\(shortened(typed)) is rounded; exactly it is \(value), which is carried on",
        session)
    case .wrong(let wrongness):
      return Remark(notYet(wrongness, typed, index, session), .wrong)
    case .unreadable(let reason):
      return Remark(
        unreadable(
          reason, typed, form: form(of: entry, in: worksheet),
          names: entry.isLocal ? Set(formulaNames(of: entry, in: worksheet)) : [], in: session),
        .notice)
    }
  }

  static func accepted(_ sentence: String, _ session: Session) -> Remark {
    // Plain mode says that a page is done after all that stands on it.
    guard session.isDone, !session.isPlain else { return Remark(sentence, .success) }
    return Remark("\(sentence). \(done(session).text)", .success)
  }

  static func done(_ session: Session) -> Remark {
    Remark("\(standing(session)) \(wayOn(session))", .success)
  }

  /// How a page stands that is done.
  static func standing(_ session: Session) -> String {
    let score = session.score
    if session.asked.isEmpty { return "This page is done." }
    if session.page.isDemonstration { return "That is the whole graph." }
    let what = session.page.exercises.isEmpty ? "entries" : "answers"
    return "The graph is done: \(score.accepted) of \(score.asked) \(what) are right."
  }

  private static func notYet(
    _ wrongness: Verdict.Wrongness, _ typed: String, _ index: Int, _ session: Session
  ) -> String {
    guard let worksheet = session.worksheet else { return "" }
    if let feedback = feedback(on: typed, index, worksheet, session) {
      return "not yet: \(feedback)"
    }
    let asked = subject(of: index, in: worksheet, session)
    switch wrongness {
    case .value(let number, let reasons):
      let typed = shortened(typed)
      if let why = why(reasons, typed: typed, number, index, in: worksheet, of: session) {
        return "not yet: \(why)"
          + convention(of: worksheet.entries[index], in: worksheet)
      }
      let needed = worksheet.missingPrerequisites(of: index, among: session.asks)
        .map { worksheet.entries[$0].name }
      let advice = needed.isEmpty ? "" : "; it is easier after \(list(needed))"
      let reason = convention(of: worksheet.entries[index], in: worksheet)
      let look = WrongRuleWords(index, typed: typed, number, in: worksheet, of: session)
        .withoutReason
      return "not yet: \(typed) is not \(asked)\(reason); \(look)\(advice)"
    case .formula(let whole, let value, let reasons):
      let text = shortened(whole)
      let why = why(reasons, typed: text, value, index, in: worksheet, of: session)
      // Of names that are still to be found the formula would tell the numbers.
      guard isKnown(whole, in: worksheet, session) else {
        return "not yet: \(why ?? "\(text) is not \(asked)")"
      }
      let here = "\(text) is \(value.roundedText) here"
      return "not yet: \(here)\(why.map { "; \($0)" } ?? ", and not \(asked)")"
    case .differs(let difference):
      return
        "not yet: \(differing(shortened(typed), difference, "\(worksheet.entries[index].name)"))"
    case .onlyHere(let text, let reasons):
      let why = why(
        reasons, typed: text, worksheet.key.value(of: index), index, in: worksheet, of: session)
      return "not yet: \(text) has the right value at these numbers alone; "
        + (why ?? "it is not \(asked)")
    case .step: preconditionFailure("an entry is no step")
    }
  }

  /// Whether every quantity that a formula speaks of is found, so that its number may be told.
  private static func isKnown(
    _ formula: String, in worksheet: Worksheet, _ session: Session
  ) -> Bool {
    let graph = worksheet.key.graph
    let names = (try? Formula(formula, known: Set(graph.nodes.map(\.name))))?.expression.names
    return (names ?? []).allSatisfy { name in
      graph.index(of: name).flatMap { worksheet.key.list.forward(of: $0) }
        .map { session.isKnown($0, on: worksheet) } ?? true
    }
  }

  /// Why an entry has its value, in numbers only where all that leads to it is found.
  private static func knownReason(
    for index: Int, in worksheet: Worksheet, _ session: Session
  ) -> WorkedRule {
    var why = reason(for: index, in: worksheet.key, voice: session.voice)
    let isKnown = worksheet.entries[index].prerequisites.allSatisfy {
      session.isKnown($0, on: worksheet)
    }
    if !isKnown { why.numbers = nil }
    return why
  }

  /// The author's words on a wrong answer to an entry, if there are any for it.
  private static func feedback(
    on typed: String, _ index: Int, _ worksheet: Worksheet, _ session: Session
  ) -> String? {
    let isDrawn =
      session.page.graph.map { !session.lesson.graphs[$0].hasInputs(of: worksheet.key) } ?? false
    return session.page.advice.compactMap { advice -> String? in
      guard case .feedback(let feedback) = advice.kind,
        worksheet.key.list.index(of: advice.entry.text) == index,
        worksheet.key.isNamedMistake(
          feedback.answer.text, givenBy: typed, for: index, isDrawn: isDrawn)
      else { return nil }
      return feedback.text
    }.first
  }

  /// What an entry asks, as a part of a sentence.
  private static func subject(
    of index: Int, in worksheet: Worksheet, _ session: Session
  ) -> String {
    let entry = worksheet.entries[index]
    let graph = worksheet.key.graph
    let names = graph.nodes.map(\.name)
    let (output, node) = (names[graph.output], names[entry.node])
    let operand = worksheet.key.operand(of: entry).map { names[$0] } ?? ""
    switch entry.kind {
    case .forward:
      let formula = graph.nodes[entry.node].formula?.expression.text(isASCII: session.isASCII) ?? ""
      return "\(node), the value of \(formula)"
    case .local:
      return "\(entry.name), how many times as far \(node) moves as \(operand) in this box alone"
    case .contribution:
      return "\(entry.name), how many times as far \(output) moves as \(operand) by way of \(node)"
    case .derivative where entry.slot == nil:
      return "\(entry.name), the sum over the paths from \(operand)"
    case .derivative:
      return "\(entry.name), how many times as far \(output) moves as \(operand)"
    }
  }

  /// What is agreed on the slope at a kink, for an entry whose box stands at one.
  private static func convention(of entry: Entry, in worksheet: Worksheet) -> String {
    guard entry.isLocal, let expression = worksheet.key.graph.nodes[entry.node].formula?.expression
    else { return "" }
    let found = expression.conventions(at: worksheet.key.forward.operandValues(of: entry.node))
    return found.map { "; \($0.convention)" }.joined()
  }

  /// Why an answer could not be read, in the words of somebody who answers and does not write formulas.
  private static func unreadable(
    _ error: ParseError, in typed: String, form: String, names: Set<String>
  ) -> String {
    switch error.reason {
    case .unknownName(let name, let suggestion):
      let texts = error.remedy?.texts.joined(separator: "' or '") ?? ""
      return suggestion.map { mayStand($0, names) } ?? false
        ? "'\(name)' is no number; did you mean '\(texts)'?"
        : "'\(name)' is no number; give \(form)"
    case .unknownFunction(let name, _):
      return error.remedy == nil ? "'\(name)' is no number; give \(form)" : error.message(in: typed)
    case .strayEquals: return "give what stands to the right of '=' alone"
    default: return error.message(in: typed)
    }
  }

  /// Whether all that is suggested may stand in an answer where some names may.
  private static func mayStand(_ suggestion: String, _ names: Set<String>) -> Bool {
    suggestion.split(separator: " ").map(String.init).allSatisfy { word in
      names.contains(word) || Expression.Constant(rawValue: word) != nil
    }
  }

  /// Why an answer was not taken, and what to give instead.
  ///
  /// - Parameter names: what may stand in a formula here.
  static func unreadable(
    _ reason: Verdict.Unreadable, _ typed: String, form: String, names: Set<String> = [],
    in session: Session
  ) -> String {
    if let advice = PromptWord.advice(on: typed, in: session) { return advice }
    let shown = shortened(typed)
    switch reason {
    case .empty: return "nothing typed; give \(form)"
    case .notParsed(let error):
      let place = error.range.lowerBound + 1
      let why = unreadable(error, in: typed, form: form, names: names)
      return "cannot read '\(shown)' at character \(place): \(why)"
    case .nameInNumber(let name):
      return "cannot take '\(shown)': '\(name)' is a name; give \(form)"
    case .notFinite: return "'\(shown)' has no finite value; give \(form)"
    case .notComparable:
      return "'\(shown)' cannot be compared: it has a value at too few points; give the number"
    case .tooFewDigits: return "'\(shown)' is rounded; give three digits at least"
    case .tooLong(let limit): return "that is longer than \(limit) characters; give \(form)"
    case .noChoice(let count): return "'\(shown)' is no choice; type a number from 1 to \(count)"
    case .stepWithoutName: return "'\(shown)' has no name; write NAME = FORMULA, as in c = w x"
    case .stepWithoutNames:
      return "'\(shown)' uses nothing of the graph; write a step over its names, as in c = w x"
    case .stepNotRead(let error): return "cannot read '\(shown)': \(error.message)"
    case .nothingLeft: return "this is done; turn the page"
    case .notToNudge(let name, let names):
      return name.isEmpty
        ? "which one? write \(names[0]) \(shown)"
        : "'\(name)' is not nudged here; nudge \(list(names)), as in \(names[0]) 0.001"
    case .notComputed(let error): return error.message
    case .nudgedBefore: return "that nudge was made already; try another size"
    }
  }

  /// The names that a formula for a box's derivative may use: what enters the box, and the box itself.
  private static func formulaNames(of entry: Entry, in worksheet: Worksheet) -> [String] {
    let nodes = worksheet.key.graph.nodes
    return (nodes[entry.node].operands + [entry.node]).map { nodes[$0].name }
  }

  private static func form(of entry: Entry, in worksheet: Worksheet) -> String {
    guard entry.isLocal else { return "a number such as -4 or .5, or arithmetic such as 22/2" }
    let names = formulaNames(of: entry, in: worksheet)
    return "a number, or a formula over \(list(names)): what enters this box, and its own value"
  }

  static func list(_ names: [String]) -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  static func shortened(_ typed: String) -> String {
    let visible = String(typed.map { $0.isControl ? "�" : $0 })
    return visible.trimmingBlanks.truncated(toColumns: 24)
  }
}

import Autodiff
import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

extension PlainTutor {
  /// Does what a line that begins with `?` says.
  mutating func takeCommand(_ line: String) -> [Effect] {
    guard let (command, argument) = PlainCommand.read(line) else {
      let words = String(line.drop { $0.isWhitespace }.dropFirst())
      if let request = DescentRequest(words) { return send(.descend(request)) }
      say(sentence: PlainCommand.unknown(line))
      return []
    }
    switch command.action {
    case .give(let command): return give(command, argument)
    case .graph:
      guard let graph else { return [] }
      for sentence in graph.standing { say(sentence) }
    case .drawing:
      guard let graph else { return [] }
      say(lines: graph.drawing(width: min(width, 80)))
    case .position:
      say(position)
      asked = nil
    case .list: tellList()
    case .summary:
      if session.isSilent {
        say(sentence: wording.text(of: .exam(.handInDue)))
        return []
      }
      if !session.hasSummary { say("Nothing has been answered yet.") }
      tellSummary()
    case .go: go(to: argument)
    case .page: return page(argument)
    }
    return []
  }

  /// The page's graph; where there is none, that is said.
  private var graph: PlainGraph? {
    mutating get {
      guard let worksheet = session.worksheet else {
        say("There is no graph on this page.")
        return nil
      }
      return PlainGraph(session, worksheet, isASCII: voice.isASCII)
    }
  }

  private mutating func give(_ command: Command, _ argument: String) -> [Effect] {
    let page = session.progress.pageIndex
    switch command {
    case .leave: return leave()
    case .reveal: return reveal()
    case .nudge, .derive, .paths, .cells: return look(command, argument)
    case .showCommands:
      tellCommands()
      return []
    case .descend where !argument.isEmpty, .descendFar where !argument.isEmpty:
      guard let request = DescentRequest("step \(argument)") else {
        say("'\(Wording.shortened(argument))' is not a number of steps; write ?step 5.")
        return []
      }
      return send(.descend(request))
    case .freshNumbers where !argument.isEmpty:
      guard let seed = Int(argument), Session.seeds.contains(seed) else {
        say("'\(Wording.shortened(argument))' is not a seed; write a whole number, as in ?fresh 3.")
        return []
      }
      return send(.freshNumbers(seed: seed))
    case .nextPage where session.isOnLastPage:
      if session.continuation?.isImmediate ?? false { return turn() }
      if session.goesOnFromSummary { return goOn() }
      say(sentence: wording.text(of: .lastPage))
      return []
    case .handIn: return handIn()
    case .restart: forget()
    case .undo, .redo, .fadePanel: asked = nil
    case .nextEntry, .previousEntry: hasChosen = session.assignment != nil
    default: break
    }
    guard let message = command.message else { return [] }
    if command == .nextPage || command == .previousPage {
      let effects = session.update(message)
      if session.progress.pageIndex == page { sayRemark() }
      return effects
    }
    return send(message)
  }

  /// Hands in, and tells what came out.
  private mutating func handIn() -> [Effect] {
    let effects = session.update(.handIn(isConfirmed: false))
    sayRemark()
    if !effects.isEmpty {
      isReportDue = true
      asked = nil
    }
    return effects
  }

  /// Lets the learner do something, and says what there is to say of it.
  mutating func send(_ message: Message) -> [Effect] {
    if case .freshNumbers = message { asked = nil }
    let effects = session.update(message)
    if case .panelStep = session.remark { asked = nil }
    sayRemark()
    return effects
  }

  /// Tells all steps of a closer look, and closes it.
  private mutating func look(_ command: Command, _ argument: String) -> [Effect] {
    guard let worksheet = session.worksheet, let message = command.message else {
      say("There is no graph on this page to look at.")
      return []
    }
    let subject: CloserLook?
    switch command {
    case .derive:
      guard argument.isEmpty || worksheet.list.index(of: argument) != nil else {
        say(sentence: worksheet.list.unknown(Wording.shortened(argument)))
        return []
      }
      let index = worksheet.list.index(of: argument)
      subject = index.flatMap { session.derivation(of: $0, on: worksheet) }
      guard index == nil || subject != nil else {
        say(
          "\(Wording.shortened(argument)) is a value, which is computed, not derived; name a derivative."
        )
        return []
      }
    case .paths:
      let node = worksheet.graph.index(of: argument)
      guard argument.isEmpty || node != nil else {
        say("There is no '\(Wording.shortened(argument))' in this graph; name a quantity of it.")
        return []
      }
      subject = node.map { .paths(PathList(from: $0, in: worksheet.graph)) }
    default: subject = nil
    }
    let effects = session.update(message)
    guard session.isLooking else {
      sayRemark()
      return effects
    }
    if let subject { session.look = subject }
    if command == .nudge, !argument.isEmpty { _ = session.lookElsewhere(argument) }
    sayRemark()
    if session.remark == .nothing, let look = session.look {
      let sheet = LookSheet(look, in: session, on: worksheet, for: voice)
      say(sheet.title.ended)
      for line in sheet.steps.flatMap(\.lines) { say(sentence: line.spoken) }
    }
    session.closeLook()
    return effects
  }

  private var position: String {
    var (here, whole) = (session.score, session.wholeScore)
    if session.isSilent {
      here.accepted = session.assignments.count { !session.progress.state(of: $0).isOpen }
    }
    let pages = session.lesson.pages.count
    var parts = [session.lesson.title]
    if pages > 1 {
      let title = session.page.title
      let isNamed = !title.isEmpty && title != session.lesson.title
      parts.append("page \(session.pageNumber) of \(pages)" + (isNamed ? ", \(title)" : ""))
    }
    let scores =
      (here.asked > 0 ? ["\(here.accepted) of \(here.asked) done here"] : [])
      + (pages > 1 ? ["\(whole.accepted) of \(whole.asked) done in the lesson"] : [])
    let failure = session.journalFailure.map { " Your answers are not being saved: \($0)." } ?? ""
    return
      "\(parts.joined(separator: ", ").ended) \(scores.joined(separator: ", ").ended)\(failure)"
  }

  private mutating func tellList() {
    guard !session.assignments.isEmpty else {
      say("This page asks nothing.")
      return
    }
    for (place, assignment) in session.assignments.enumerated() {
      let sentence: String
      switch assignment {
      case .entry(let entry):
        guard let worksheet = session.worksheet else { continue }
        sentence = PlainGraph(session, worksheet, isASCII: voice.isASCII).standing(of: entry) ?? ""
      case .exercise(let index):
        let exercise = session.lesson.exercises[index]
        let state = session.progress.state(of: assignment)
        let word = state == .revealed ? "shown" : state == .empty ? "open" : state.word
        sentence = "\(exercise.label) \(exercise.id) is \(word)"
      }
      say("\(place + 1). \(sentence).")
    }
  }

  /// Goes to something that the page asks, by its number or its name.
  private mutating func go(to place: String) {
    let names = session.assignments.map(session.progress.name(of:))
    guard !names.isEmpty else {
      say("This page asks nothing.")
      return
    }
    let entry = session.worksheet?.list.index(of: place)
    let index =
      names.indices.first { String($0 + 1) == place } ?? names.firstIndex(of: place)
      ?? session.assignments.firstIndex { $0.entry != nil && $0.entry == entry }
    guard let index, session.assignments.indices.contains(index) else {
      say(
        place.isEmpty
          ? "Go where? ?go 1 to ?go \(names.count), or a name, as in ?go \(names[0])."
          : "This page asks nothing called '\(Wording.shortened(place))'; ?list shows what it asks."
      )
      return
    }
    hasChosen = true
    asked = nil
    let target = session.assignments[index]
    _ = session.update(.go(to: target))
    // Who is there already hears the question, and not once more what was said of the answer before.
    if case .verdict(_, let other, _) = session.remark, other != target { return }
    sayRemark()
  }

  private mutating func page(_ argument: String) -> [Effect] {
    guard !argument.isEmpty else {
      forget(page: session.progress.pageIndex)
      return []
    }
    let count = session.lesson.pages.count
    guard let number = Int(argument), (1...count).contains(number) else {
      say("'\(Wording.shortened(argument))' is not a page; there are pages 1 to \(count).")
      return []
    }
    return session.update(.page(number))
  }

  private mutating func tellCommands() {
    say(
      "A line that begins with ? is a command: type its word, the beginning of the word, or its letter. "
        + "Any other line is an answer. An empty line repeats the question, or goes on where a page is done."
    )
    for command in PlainCommand.all {
      let example = command.argument.isEmpty ? "" : ", as in \(command.name) \(command.argument)"
      let other = command.action == .give(.showCommands) ? "? alone" : "?\(command.letter)"
      say("\(command.name) or \(other): \(command.explanation)\(example).")
      if command.action == .give(.descendFar) {
        say("?rate 0.1, ?beta 0.9, ?adam, ?momentum or ?sgd: how later steps are made.")
      }
    }
  }
}

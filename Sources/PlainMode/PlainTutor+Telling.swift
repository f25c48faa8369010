import Autodiff
import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

/// What is said of a page: its text as far as what is asked, its graph, and the focused question.
extension PlainTutor {
  /// Says a sentence in lines of the width.
  mutating func say(_ text: String) {
    guard !text.isEmpty else { return }
    pending += text.lines(width: width)
  }

  /// Says what the tutor remarks, as a sentence; a name that it begins with stays as it is.
  mutating func say(sentence text: String) {
    let word = text.prefix { !$0.isWhitespace && !":;,".contains($0) }
    // Of the letters alone only the article is a word.
    let isArticle = text.hasPrefix("a ") && text.dropFirst(2).first?.isLetter ?? false
    let isWord = isArticle || word.count > 1 && word.allSatisfy { ("a"..."z").contains($0) }
    let isName = session.worksheet?.graph.index(of: String(word)) != nil
    say((isWord && !isName ? text.capitalised : text).ended)
  }

  /// Says what there is to say.
  mutating func sayRemark() { say(sentence: wording.saying.text) }

  /// Says lines as they are.
  mutating func say(lines: [String]) { pending += lines }

  /// Leaves a line free between two things that have nothing to do with each other.
  mutating func pause() {
    if let last = pending.last, !last.isEmpty { pending.append("") }
  }

  /// Forgets what was told of a page, so that it is told again; of all where none is named.
  mutating func forget(page: Int? = nil) {
    if let page { told[page] = nil } else { told = [:] }
    announcedPage = nil
    toldGraph = nil
    asked = nil
  }

  mutating func tellPage() {
    let page = session.progress.pageIndex
    if announcedPage != page {
      announcedPage = page
      asked = nil
      hasChosen = false
      pause()
      say(heading)
    }
    let isNew = told[page] == nil
    if isNew, session.isSilent, session.lesson.isExam || session.page.isExam {
      say(sentence: wording.text(of: .exam(.terms)))
    }
    let start = told[page] ?? 0
    var place = start
    let blocks = session.shownBlocks
    while place < blocks.count, !isOpen(blocks[place]) {
      tell(blocks[place], wasFocused: place == start && !isNew)
      place += 1
    }
    told[page] = place
    if isNew, place < blocks.count, blocks[place].asksEntries { tellWhatIsThere() }
    if !isNew { tellChangedNumbers() }
  }

  /// `Page 2 of 10. Watch it once.`
  private var heading: String {
    let count = session.lesson.pages.count
    var parts = count == 1 ? [] : ["Page \(session.pageNumber) of \(count)."]
    let title = session.page.title
    if !title.isEmpty, title != session.lesson.title { parts.append(title.ended) }
    if let seed = session.progress.shownSeed { parts.append("Seed \(seed).") }
    let score = session.score
    if score.accepted > 0 { parts.append("\(score.accepted) of \(score.asked) done here.") }
    return parts.joined(separator: " ")
  }

  /// Whether what a block asks is still open, so that the text waits there.
  private func isOpen(_ block: Lesson.Block) -> Bool {
    if session.isHandedIn { return false }
    if session.isSilent, block.isPicture { return true }
    if case .exercise(let index) = block {
      return session.progress.state(of: .exercise(index)).isOpen
    }
    return block.asksEntries
      && session.assignments.contains { $0.entry != nil && session.progress.state(of: $0).isOpen }
  }

  private mutating func tell(_ block: Lesson.Block, wasFocused: Bool) {
    switch block {
    case .prose(let prose):
      pause()
      say(lines: PlainProse([prose], width: width).lines)
    case .graph: tellGraph()
    case .fill, .demonstration: break
    case .exercise(let index):
      guard !wasFocused else { return }
      pause()
      say(exercise(index).standing)
    case .cascade where session.waits(block): tell([wording.waitingPicture.capitalised.ended])
    case .cascade(let name):
      guard let key = session.worksheet?.key.numbers else { return }
      tell(PlainPictures.sentences(ofCascade: name.text, in: key))
    case .plot(let request):
      guard let graph = session.page.graph, let key = session.worksheet?.key.numbers else { return }
      let plot = PlotLines(request, session.lesson.graphs[graph], key).plot
      tell(PlainPictures.sentences(of: plot))
    case .stepCount:
      guard let graph = session.worksheet?.graph else { return }
      tell(PlainPictures.sentences(ofStepsOn: graph))
    }
  }

  private mutating func tell(_ sentences: [String]) {
    pause()
    for sentence in sentences { say(sentence) }
  }

  /// Tells what a page has from the start before it asks for the rest: its graph, where it has no place of its own in
  /// the text, and the numbers that are given.
  private mutating func tellWhatIsThere() {
    if !session.page.blocks.contains(.graph) { tellGraph() }
    guard let worksheet = session.worksheet,
      let given = PlainGraph(session, worksheet, isASCII: voice.isASCII).given
    else { return }
    tell([given])
  }

  /// Tells the graph of a page that was told before, where it is another one now than what was told last.
  private mutating func tellChangedNumbers() {
    guard let worksheet = session.worksheet,
      !session.asked.isEmpty || session.page.blocks.contains(.graph),
      toldGraph?.key != worksheet.key
    else { return }
    tellGraph()
    asked = nil
    if let given = PlainGraph(session, worksheet, isASCII: voice.isASCII).given { tell([given]) }
  }

  /// Tells the page's graph; of one that was told just before only that it is the same.
  private mutating func tellGraph() {
    guard let worksheet = session.worksheet else { return }
    let graph = PlainGraph(session, worksheet, isASCII: voice.isASCII)
    let current = ToldGraph(key: worksheet.key)
    if toldGraph == current {
      tell(["The graph is the same as before; ?graph describes it."])
    } else if toldGraph?.key.graph == current.key.graph {
      tell(["The same graph with other numbers."] + graph.inputs)
    } else {
      tell(graph.introduction)
    }
    toldGraph = current
  }

  /// Asks what is focused: in full when it is new, else in short; or says how to go on.
  mutating func ask() {
    pause()
    guard !isReadyToTurn else {
      tellNodeTable()
      say(goingOn)
      return
    }
    let question = PlainQuestion(session, width: width, voice)
    say(lines: asked == session.assignment ? question.short : question.whole)
    asked = session.assignment
  }

  /// Tells all numbers of a graph once when its last entry on the page is done.
  private mutating func tellNodeTable() {
    guard asked?.entry != nil, session.isDone, let worksheet = session.worksheet else { return }
    asked = nil
    say("All of the graph:")
    let table = NodeTable(
      session, on: worksheet, limit: PlainTutor.mostNodesTold, isASCII: voice.isASCII)
    for sentence in table.sentences { say(sentence) }
    pause()
  }

  /// The most nodes whose numbers are told without being asked for.
  private static let mostNodesTold = 24

  private var goingOn: String {
    let standing =
      session.assignments.isEmpty || session.isSilent ? "" : wording.standing + " "
    let pages = session.lesson.pages
    guard session.pageNumber < pages.count else {
      if session.isSilent { return wording.text(of: .exam(.handInDue)).capitalised.ended }
      let open = openPages.map { String($0 + 1) }
      let rest =
        open.isEmpty
        ? "" : "Something is open on page \(Wording.list(open)); ?page \(open[0]) leads there. "
      let wayOn: String
      if session.goesOnFromSummary, !isTyped {
        wayOn = session.hasSummary ? "Enter sums up and leaves." : "Enter leaves."
      } else if hasSummedUp, let next = wording.wayOnFromSummary {
        wayOn = "\(next); ?quit leaves."
      } else if let next = wording.wayOnFromLastPage {
        wayOn =
          session.continuation == nil ? "\(next) and leaves." : "\(next); ?quit leaves."
      } else {
        wayOn = "Enter leaves."
      }
      return standing + (pages.count > 1 ? "That was the last page. " : "") + rest + wayOn
    }
    let title = pages[session.pageNumber].title
    return standing + "Enter goes on to page \(session.pageNumber + 1) of \(pages.count)"
      + (title.isEmpty ? "." : ", \(title.ended)")
  }
}

extension Lesson.Block {
  fileprivate var asksEntries: Bool {
    switch self {
    case .fill, .demonstration: true
    case .prose, .graph, .exercise, .cascade, .plot, .stepCount: false
    }
  }
}

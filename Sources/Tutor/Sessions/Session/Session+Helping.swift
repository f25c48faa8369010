import Autodiff
import Lessons
import Teaching

extension Session {
  /// What scripts and the journal call something that the page asks.
  func name(of assignment: Assignment) -> String {
    switch assignment {
    case .entry(let entry): worksheet?.entries[entry].name ?? ""
    case .exercise(let exercise): lesson.exercises[exercise].id
    }
  }

  /// Shows what an entry or a question asks, with its reason.
  mutating func reveal() -> [Effect] {
    guard let assignment = work.assignment, state(of: assignment).isOpen else {
      remark = Remark("there is nothing to show here", .notice)
      return []
    }
    guard mayReveal else {
      remark = Wording.notShown
      return []
    }
    let before = work
    switch assignment {
    case .entry(let entry):
      guard let graph = page.graph else { return [] }
      work.worksheets[graph].reveal(entry)
    case .exercise(let exercise):
      guard work.exercises[exercise].reveal() else {
        remark = Remark("this cannot be shown, only done", .notice)
        return []
      }
    }
    noteHelp(at: assignment, isShown: true, now)
    remember(before, if: true)
    look = nil
    prompt.clear()
    remark = Wording.shown(assignment, in: self)
    work.assignment = nextOpen(after: assignment) ?? assignment
    showExercise()
    return [record(.reveal(name(of: assignment)))]
  }

  /// The hints on what is in hand, the mildest first: the author's, then those made from the graph.
  private var hints: [String] {
    guard mayHint else { return [] }
    switch work.assignment {
    case .entry(let entry):
      guard let key = worksheet?.key else { return [] }
      return page.advice.compactMap { advice in
        guard case .hint(let text) = advice.kind, key.list.index(of: advice.entry.text) == entry
        else { return nil }
        return text
      }
        + (mayHintFromGraph
          ? Wording.hints(for: entry, in: key, voice: voice) { !isToBeFound($0) }.map(\.text)
          : [])
    case .exercise(let index):
      guard case .question(let question) = lesson.exercises[index].kind else {
        return mayHintFromGraph ? [Wording.advice(on: lesson.exercises[index])] : []
      }
      return question.hints
    case nil: return []
    }
  }

  /// Whether an entry is asked on the page and not found yet.
  private func isToBeFound(_ entry: Int) -> Bool {
    asks(entry) && worksheet?.states[entry].isOpen ?? false
  }

  /// Notes a hint or a closer look; it helps with all that leads to the entry, too, whose numbers it comes to tell.
  mutating func noteGuidance(at assignment: Assignment, _ moment: Moment) {
    noteHelp(at: assignment, isShown: false, moment)
    guard let entry = assignment.entry, let worksheet else { return }
    for other in worksheet.missingPrerequisites(of: entry, among: asks) {
      noteHelp(at: .entry(other), isShown: false, moment)
    }
  }

  var hasHint: Bool {
    // An entry always has hints that are made from its graph; they need not be made to know that.
    if focus != nil, mayHint, mayHintFromGraph { return true }
    return !hints.isEmpty
  }

  /// Says the next hint on what is in hand, whatever was answered since the one before; after the last it is said again.
  mutating func hint() -> [Effect] {
    let hints = hints
    guard let assignment = work.assignment, !hints.isEmpty else {
      remark = Wording.noHint(in: self)
      return []
    }
    let told = hintsTold(on: assignment)
    remark = Remark("hint: \(hints[min(told, hints.count - 1)])", .notice)
    noteHint(at: assignment, now)
    return [record(.hint(name(of: assignment)))]
  }

  /// Draws other numbers for the graphs that have ranges; what was filled in there is emptied, and undo brings it back.
  ///
  /// - Parameter seed: none for the next one, which a lesson that is handed in refuses.
  mutating func drawNumbers(seed: Int?) -> [Effect] {
    guard lesson.graded == nil || seed != nil else {
      remark = Wording.numbersOfTheirOwn
      return []
    }
    let seed = seed ?? nextSeed
    guard lesson.graphs.contains(where: { !$0.ranges.isEmpty }) else {
      remark = Remark("this lesson has one set of numbers only", .notice)
      return []
    }
    let before = work
    guard reseed(seed) else {
      remark = Remark("with seed \(seed) some number is not finite; take another", .notice)
      return []
    }
    remember(before, if: true)
    open(page: work.page)
    refreshPicture()
    remark = Wording.freshNumbers(seed, since: before, in: self)
    return [record(.seed)]
  }

  /// The next seed that draws other numbers for the page's graph, or for any graph where the page's is not drawn.
  private var nextSeed: Int {
    let drawn = seed == nil ? Array(work.worksheets.indices) : page.graph.map { [$0] } ?? []
    // The first follows the last.
    let seeds = (0..<10).map { 1 + (work.seed + $0) % Session.seeds.upperBound }
    let next = seeds.first { seed in
      guard let worksheets = try? Session.worksheets(of: lesson, seed: seed) else { return false }
      return drawn.contains {
        worksheets[$0].key.forward.values != work.worksheets[$0].key.forward.values
      }
    }
    return next ?? seeds[0]
  }

  /// Gives the graphs that have ranges the numbers of a seed, with nothing filled in.
  ///
  /// - Returns: whether that could be done.
  mutating func reseed(_ seed: Int) -> Bool {
    guard let worksheets = try? Session.worksheets(of: lesson, seed: seed) else { return false }
    reseed(seed, worksheets)
    return true
  }

  /// Takes the worksheets of a seed where their numbers are others than before.
  mutating func reseed(_ seed: Int, _ worksheets: [Worksheet]) {
    let fresh = Session.exercises(of: lesson, on: worksheets)
    for (index, worksheet) in worksheets.enumerated()
    where worksheet.key.forward.values != work.worksheets[index].key.forward.values {
      work.worksheets[index] = Worksheet(worksheet.key, asking: askedOfGraph[index])
      for page in lesson.pages where page.graph == index {
        for exercise in page.exercises { work.exercises[exercise] = fresh[exercise] }
      }
    }
    work.seed = seed
  }

  /// How many answers were accepted so far, steps of exercises included.
  var progressMade: Int {
    score.accepted + work.exercises.reduce(0) { $0 + $1.typed.count }
  }
}

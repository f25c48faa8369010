import Autodiff
public import Journals
public import Lessons
public import Teaching

/// One learner at work on one lesson, or on formulas of their own: what they did, and what they may do.
///
/// A value: `update` changes it by a message and says what the host has to do. It knows no screen and says no sentence.
public struct Session: Hashable, Sendable {
  public let source: Source
  /// The hashes of the lesson's file and of its copies that say the same: work on one of them is work on this, however the
  /// file was called.
  public var copies: Set<String> = []
  public internal(set) var progress: Progress
  /// What became of each thing asked, from the first attempt on.
  public internal(set) var attempts = Attempts()
  package var history = History<Progress>()
  /// What there is to say.
  public internal(set) var remark = Remark.nothing
  /// What is looked at more closely, if anything is.
  package var look: CloserLook?
  /// Whether steps with the learner's derivatives are shown, in the place of the graph as it was.
  package internal(set) var isDescending = false
  /// What is practised, if this is a problem made for the learner.
  public internal(set) var practice: Practice?
  /// What the host opens when the last page is turned; `nil` where nothing follows.
  public package(set) var continuation: Continuation?
  /// Today, in days since 1970.
  public var today = 0
  /// For how long the work was open that was handed in, in seconds; `nil` where nobody knows.
  public internal(set) var secondsTaken: Int?
  /// Whether handing in was asked for while something is empty, so that asking once more does it.
  var wantsToHandIn = false
  /// Why the journal cannot be written, if it cannot.
  public internal(set) var journalFailure: String?

  /// Opens a lesson.
  ///
  /// - Parameters:
  ///   - page: the page to open, from 1.
  ///   - seed: the seed of fresh numbers; with 0 only the graphs that are always drawn get some.
  ///   - draw: how they are drawn.
  /// - Throws: `LessonFailure` where a page asks for something that is not there.
  public init(
    _ lesson: Lesson, source: Source, page: Int = 1, seed: Int = 0,
    draw: FreshNumbers.Draw = .latest
  ) throws(LessonFailure) {
    try self.init(
      lesson, on: LessonPlan.worksheets(of: lesson, seed: seed, by: draw), source: source,
      page: page, seed: seed, draw: draw)
  }

  /// Opens a lesson with the worksheets of its graphs.
  init(
    _ lesson: Lesson, on worksheets: [Worksheet], source: Source, page: Int = 1, seed: Int = 0,
    draw: FreshNumbers.Draw = .latest
  ) throws(LessonFailure) {
    let plan = try LessonPlan(lesson, on: worksheets)
    self.source = source
    progress = Progress(plan, on: worksheets, seed: seed, draw: draw)
    open(page: min(max(1, page), lesson.pages.count) - 1)
  }

  package var plan: LessonPlan { progress.plan }

  public var lesson: Lesson { plan.lesson }

  public var canUndo: Bool { history.canUndo }

  /// The page in view, from 1.
  public var pageNumber: Int { progress.pageIndex + 1 }

  public var page: Lesson.Page { progress.page }

  public var isOnLastPage: Bool { pageNumber == lesson.pages.count }

  /// The worksheet of the page's graph.
  public var worksheet: Worksheet? { progress.worksheet }

  /// What the page asks, in the order one works.
  public var assignments: [Assignment] { progress.assignments }

  /// The entries that the page asks.
  public var asked: [Int] { progress.asked }

  /// What the learner works at: an entry or an exercise.
  public var assignment: Assignment? { progress.assignment }

  /// The entry that the learner works at.
  public var focus: Int? { progress.assignment?.entry }

  public var focusedEntry: Entry? {
    guard let worksheet, let focus else { return nil }
    return worksheet.entries[focus]
  }

  /// The node at which the learner works, and with respect to which a derivative is asked; none where it is neither.
  package var nodesInHand: [Int] {
    guard let worksheet, let entry = focusedEntry else { return [] }
    return [entry.node] + (worksheet.key.operand(of: entry).map { [$0] } ?? [])
  }

  /// The exercise that the learner works at, with its work.
  package var exercise: (exercise: Exercise, work: ExerciseWork)? {
    assignment?.exercise.map { (lesson.exercises[$0], progress.exercises[$0]) }
  }

  /// The seeds that can be asked for; 0 are the numbers in the file.
  public static let seeds = 0...1_000_000_000

  /// What this page asks and is right or close, and how much it asks.
  public var score: (accepted: Int, asked: Int) { progress.score }

  /// What all pages ask and is right or close, and how much the lesson asks; what is only shown does not count.
  public var wholeScore: (accepted: Int, asked: Int) { progress.wholeScore }

  /// Whether nothing that the page asks is open; never on a page that asks nothing.
  public var isDone: Bool { progress.isDone }

  /// Whether the page's graph is drawn without any entry, since nothing is asked or filled in.
  package var isBare: Bool { asked.isEmpty && worksheet?.states.filled.isEmpty ?? true }

  /// Whether an entry's number may be shown.
  package func isKnown(_ entry: Int, on worksheet: Worksheet) -> Bool {
    progress.isKnown(entry, on: worksheet)
  }

  /// Whether anything was attempted, so that there is something to sum up.
  public var hasSummary: Bool { !attempts.efforts.isEmpty }

  /// The event that a session begins with.
  public var opening: Effect {
    if case .lesson = source { record(.open(LessonEdition(of: lesson))) } else { record(.open()) }
  }

  package func record(_ kind: JournalEvent.Kind) -> Effect {
    .record(
      JournalEvent(
        kind, source: source, seed: progress.seed, draw: progress.recordedDraw, page: pageNumber))
  }

  package mutating func open(page index: Int) {
    progress.open(page: index)
    look = nil
    isDescending = false
    remark = openingRemark
  }

  /// Keeps a state that undo can bring back.
  package mutating func remember(_ before: Progress) { history.remember(before) }

  package var now: Attempts.Moment { Attempts.Moment(day: today) }

  /// Notes what was done at something that the page asks.
  package mutating func note(_ deed: Progress.Deed, at assignment: Assignment) {
    attempts.note(deed, at: assignment, in: progress, now)
  }
}

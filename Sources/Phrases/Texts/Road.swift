/// The lessons of a course in their order, then practice: how far the learner is, and where they go on.
public struct Road: Hashable, Sendable {
  public var items: [MenuItem]
  /// The item where the learner goes on: the lesson that was begun and worked at last, else the first that is not
  /// done, else practice.
  public let start: Int

  /// - Parameter lastLesson: the name of the lesson that the learner worked at last.
  public init(_ items: [MenuItem], lastLesson: String? = nil) {
    self.items = items
    let isOpen = { (item: MenuItem) in item.kind == .lesson && !item.isDone }
    start =
      items.firstIndex { $0.name == lastLesson && isOpen($0) && $0.isBegun }
      ?? items.firstIndex(where: isOpen) ?? items.firstIndex { $0.kind == .practice } ?? 0
  }

  private var lessons: [MenuItem] { items.filter { $0.kind == .lesson } }

  /// How far the learner is: `3 of 12 lessons, 120 of 430 answers`; empty where there is nothing to do.
  public var progress: String {
    let lessons = lessons
    guard !lessons.isEmpty else { return "" }
    let done = "\(lessons.count(where: \.isDone)) of \(lessons.count) lessons"
    let asked = lessons.reduce(0) { $0 + $1.asked }
    guard asked > 0 else { return done }
    return "\(done), \(lessons.reduce(0) { $0 + $1.accepted }) of \(asked) answers"
  }

  /// The share of the lessons' answers that is given, from 0 to 1.
  public var share: Double {
    let lessons = lessons
    let asked = lessons.reduce(0) { $0 + $1.asked }
    return asked == 0 ? 0 : Double(lessons.reduce(0) { $0 + $1.accepted }) / Double(asked)
  }

  /// What is due today; `nil` where nothing is.
  public var today: String? {
    guard let practice = items.first(where: { $0.kind == .practice }), practice.dueCount > 0
    else { return nil }
    return "today: \(MenuItem.dueSkills(practice.dueCount)) due: backprop practice"
  }

  /// The item that practises.
  public var practice: Int? { items.firstIndex { $0.kind == .practice } }
}

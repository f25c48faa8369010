public import Sessions

/// The lessons that work is marked by, each opened when it is met first.
///
/// A class, because a lesson that was opened for one learner serves the next.
public final class KeyStore {
  private let open: (String) -> Session?
  private var keys: [String: LessonKey?] = [:]

  /// - Parameter open: opens the lesson of a name with nothing done, if it can be had.
  public init(opening open: @escaping (String) -> Session?) {
    self.open = open
  }

  func key(of lesson: String) -> LessonKey? {
    if let known = keys[lesson] { return known }
    let key = open(lesson).map { LessonKey($0) }
    keys[lesson] = key
    return key
  }

  /// What was met of each lesson.
  public var facts: [String: LessonFacts] {
    keys.compactMapValues { $0.map { LessonFacts(hash: $0.hash, items: $0.items) } }
  }
}

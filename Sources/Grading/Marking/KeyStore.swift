import Lessons
public import Sessions

/// The lessons that work is marked by, each opened when it is met first.
///
/// A class, because a lesson that was opened for one learner serves the next.
public final class KeyStore {
  private let open: (String) -> Session?
  private let hashes: (String) -> Set<String>
  private let namesByHash: () -> [String: String]
  private lazy var names = namesByHash()
  private var keys: [String: LessonKey?] = [:]

  /// - Parameters:
  ///   - open: opens the lesson of a name with nothing done, if it can be had.
  ///   - hashes: the hashes of a lesson's file and of its copies.
  ///   - namesByHash: the names of all lessons by all such hashes.
  public init(
    opening open: @escaping (String) -> Session?,
    hashes: @escaping (String) -> Set<String> = { _ in [] },
    namesByHash: @escaping () -> [String: String] = { [:] }
  ) {
    self.open = open
    self.hashes = hashes
    self.namesByHash = namesByHash
  }

  /// The name of the lesson that a record means: of the file with its hash, whatever that was called, else the name that it
  /// gives.
  func lesson(called name: String, hash: String?) -> String {
    guard let hash else { return name }
    if let key = key(of: name), key.hashes.contains(hash) { return name }
    return names[hash] ?? name
  }

  func key(of lesson: String) -> LessonKey? {
    if let known = keys[lesson] { return known }
    let key = open(lesson).map { LessonKey($0, hashes: hashes(lesson)) }
    keys[lesson] = key
    return key
  }

  /// Opens lessons whether somebody worked on them or not.
  public func require(_ lessons: [String]) {
    for lesson in lessons { _ = key(of: lesson) }
  }

  /// What was met of each lesson.
  public var facts: [String: LessonFacts] {
    keys.compactMapValues { key in
      key.map {
        LessonFacts(
          hash: $0.hash, title: $0.opened.lesson.title, asked: $0.asked, points: $0.points,
          items: $0.items)
      }
    }
  }
}

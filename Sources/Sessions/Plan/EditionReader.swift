package import Journals
package import Lessons

/// Tells the records of earlier editions of one lesson as records of the lesson as it is now.
package struct EditionReader {
  private let lesson: Lesson
  private let hash: String
  /// The editions that were met and are known, by the hashes of their files.
  private var maps: [String: EditionMap] = [:]

  package init(_ lesson: Lesson, hash: String) {
    self.lesson = lesson
    self.hash = hash
  }

  /// A record as one of the lesson as it is now; of an edition that nobody knows it is taken as it stands.
  ///
  /// - Returns: nothing where what it is about does not stand in the lesson any more.
  package mutating func read(_ record: JournalRecord, in progress: Progress) -> JournalRecord? {
    guard let other = record.lessonHash, other != hash else { return record }
    if maps[other] == nil, let edition = record.edition ?? EarlierEditions.edition(other) {
      maps[other] = EditionMap(from: edition, to: LessonEdition(of: lesson))
    }
    guard let map = maps[other] else { return record }
    return map.record(record, in: progress)
  }
}

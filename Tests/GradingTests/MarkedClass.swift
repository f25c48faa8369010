import Grading
import Journals
import Sessions

/// What the engine makes of lines of a journal.
struct MarkedClass {
  private(set) var learners: [Marks.Learner] = []
  private(set) var obstacles: [Marker.Obstacle] = []
  private(set) var failures: [JournalRecord.Failure] = []
  let keys: KeyStore

  /// Marks each journal by itself, by a lesson as it is generated unless another is given.
  init(_ journals: [[String]], by session: Session? = nil) throws {
    let opened = try session ?? GeneratedClass.session()
    keys = KeyStore { $0 == GeneratedClass.lessonName ? opened : nil }
    for lines in journals {
      var markers: [String: Marker] = [:]
      var reader = JournalReader(isJournal: true)
      func take(_ line: JournalReader.Line) {
        switch line.record {
        case .failure(let failure): failures.append(failure)
        case .success(let record):
          let obstacle = markers[
            record.learner, default: Marker(record.learner, by: keys)
          ].mark(record)
          if let obstacle { obstacles.append(obstacle) }
        }
      }
      reader.read(Array(lines.map { $0 + "\n" }.joined().utf8)[...], take)
      reader.finish(take)
      learners += markers.values.map(\.marks)
    }
  }

  var marks: Marks.Class { Marks.Class(learners, facts: keys.facts) }
}

import Journals
import Lessons

extension LearnerHistory {
  /// The exams that some records are about, as far as they were done.
  ///
  /// - Parameter lessons: the lessons that can be had.
  static func exams(in records: [JournalRecord], on lessons: [Session]) -> [Session] {
    var names: [String] = []
    var found: [String: [JournalRecord]] = [:]
    for record in records {
      guard let name = record.lesson, ExamTitle(name: name) != nil else { continue }
      if found[name] == nil { names.append(name) }
      found[name, default: []].append(record)
    }
    return names.compactMap { name in
      let session = ExamTitle(name: name).flatMap { title in
        try? Session.exam(title) { subject in
          lessons.first { $0.lesson.name == subject }.map { .success($0) }
            ?? .failure(LookupFailure("there is no lesson '\(subject)'"))
        }.get()
      }
      guard var session else { return nil }
      session.replay(found[name] ?? [])
      return session
    }
  }
}

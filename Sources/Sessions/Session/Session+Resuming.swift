public import Journals
import Lessons
import Teaching

extension Session {
  /// Restores what the records of a journal say of this lesson, in their order, with what undo and redo go back to; all
  /// answers are checked anew.
  ///
  /// What no longer fits a lesson that was edited since is left out, and the learner is told.
  ///
  /// - Parameters:
  ///   - page: the page to open; by default that of the last record.
  ///   - seed: the seed of the numbers; by default that of the last record, and numbers drawn as that says.
  public mutating func resume(
    _ records: [JournalRecord], page: Int? = nil, seed: Int? = nil
  ) {
    guard case .lesson(_, let hash) = source else { return }
    let own = self.records(among: records)
    guard !own.isEmpty else { return }
    // A graded lesson keeps the numbers that its learner was given when it was opened.
    let seed = lesson.graded == nil && !lesson.isExam ? seed : progress.seed
    var reader = EditionReader(lesson, hash: hash)
    let standing = own.compactMap { reader.read($0, in: progress) }
    replay(standing)
    secondsTaken = Session.seconds(of: own)
    if let seed, seed != progress.seed { _ = progress.draw(seed: seed, by: .latest) }
    open(page: min(max(1, page ?? standing.last?.page ?? 1), lesson.pages.count) - 1)
    if own.contains(where: { $0.lessonHash != hash }) {
      remark = .lessonEdited(left: own.count - standing.count)
    } else if own.contains(where: { $0.kind != .other }), !isDone || isSilent {
      remark = isSilent ? .exam(.resumed) : .welcomeBack
    }
  }

  /// The records of a journal that are of this lesson: by its name, or of a copy of its file.
  package func records(among records: [JournalRecord]) -> [JournalRecord] {
    guard case .lesson(let name, let hash) = source else { return [] }
    return records.compactMap { record in
      guard record.lessonHash.map(copies.contains) ?? false else {
        return record.lesson == name ? record : nil
      }
      var same = record
      same.lessonHash = hash
      return same
    }
  }

  /// Does again what records say, one after another.
  package mutating func replay(_ records: [JournalRecord]) {
    for record in records { replay(record) }
  }

  private mutating func replay(_ record: JournalRecord) {
    let before = progress
    progress.prepare(for: record)
    let prepared = progress
    if record.kind == .handIn {
      let marks = progress.handIn(record)
      attempts.note(marks, in: progress, Attempts.Moment(of: record))
      history = History()
      return
    }
    if let (deed, assignment) = progress.apply(record) {
      attempts.note(deed, at: assignment, in: progress, Attempts.Moment(of: record))
    }
    switch record.kind {
    case .undo: _ = history.undo(from: before)
    case .redo: _ = history.redo(from: before)
    case .restart, .seed: remember(before)
    case .fill, .answer, .reveal:
      let isChanged =
        progress.worksheets.map(\.states) != prepared.worksheets.map(\.states)
        || progress.exercises != prepared.exercises
      if isChanged { remember(prepared) }
    case .descend: remember(prepared)
    case .help, .rule, .panel, .handIn, .other: break
    }
  }
}

extension Session {
  /// For how long the work of some records was open before it was handed in, over all runs of the program.
  private static func seconds(of records: [JournalRecord]) -> Int {
    let end = records.firstIndex { $0.kind == .handIn }.map { $0 + 1 } ?? records.endIndex
    var runs: [String: (first: Int, last: Int)] = [:]
    for record in records[..<end] {
      guard let time = CivilTime.milliseconds(of: record.time) else { continue }
      runs[record.session] = (runs[record.session]?.first ?? time, time)
    }
    return runs.values.reduce(0) { $0 + max(0, $1.last - $1.first) } / 1000
  }
}

extension Attempts.Moment {
  /// The moment of a journal's record.
  package init(of record: JournalRecord) {
    self.init(day: CivilDay.day(ofTime: record.time) ?? 0, time: record.time)
  }
}

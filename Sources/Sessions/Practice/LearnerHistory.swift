import Autodiff
public import Journals
import Lessons
public import Teaching

/// What a journal says of a learner's skills: all lessons and practice together.
///
/// Formulas of the learner's own say nothing: who tries something out is free to be wrong.
public struct LearnerHistory {
  /// First attempts in the order in which they were made.
  public let observations: [Observation]
  /// The practice problems that were served, in their order.
  public let memory: PracticeMemory

  /// Checks what was typed anew; what no longer fits a lesson that was edited since is left out.
  ///
  /// - Parameters:
  ///   - records: the learner's records, in the order of the journal.
  ///   - lessons: a session on each lesson that can be had, with nothing done.
  /// - Complexity: that of checking every answer once more.
  public init(_ records: [JournalRecord], lessons: [Session]) {
    let resumed = lessons.map { lesson in
      guard case .lesson(_, let hash) = lesson.source else { return lesson }
      var session = lesson
      var reader = EditionReader(lesson.lesson, hash: hash)
      session.replay(
        lesson.records(among: records).compactMap { reader.read($0, in: lesson.progress) })
      return session
    }
    self.init(records, resumed: resumed)
  }

  /// The same where the records of the lessons were brought back before.
  public init(_ records: [JournalRecord], resumed: [Session]) {
    var evidence = resumed.flatMap(\.attempts.evidence)
    evidence += LearnerHistory.exams(in: records, on: resumed).flatMap(\.attempts.evidence)
    var keys: [String] = []
    var memory = PracticeMemory()
    var explored: [String: [JournalRecord]] = [:]
    for record in records {
      guard let exploration = record.exploration, exploration.isPractice else { continue }
      let key = ([record.session] + exploration.statements).joined(separator: "\n")
      if explored[key] == nil {
        keys.append(key)
        memory.note(
          PracticeMemory.Problem(
            formulas: exploration.operations, inputs: exploration.inputs))
      }
      explored[key, default: []].append(record)
    }
    for key in keys {
      guard let records = explored[key], let exploration = records.first?.exploration,
        let session = Session(exploration, asking: records.map(\.subject))
      else { continue }
      var replayed = session
      replayed.replay(records)
      evidence += replayed.attempts.evidence
    }
    self.memory = memory
    observations = evidence.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element.observation)
  }
}

extension Session {
  /// Opens a session on a practice problem that a journal holds; `nil` if it makes no graph.
  ///
  /// - Parameter names: what was answered; of matrices nothing else is asked.
  fileprivate init?(_ exploration: Exploration, asking names: [String]) {
    if exploration.hasArrays {
      guard let reading = try? exploration.arrayReading() else { return nil }
      let list = ArrayEntryList(reading: reading)
      guard
        let session = try? Session(
          exploring: reading, formulas: exploration.formulas,
          asking: names.filter { list.index(of: $0) != nil })
      else { return nil }
      self = session
      return
    }
    guard let reading = try? exploration.reading(),
      let session = try? Session(
        exploring: reading, formulas: exploration.formulas, breaking: exploration.breaking,
        panel: .question)
    else { return nil }
    self = session
  }
}

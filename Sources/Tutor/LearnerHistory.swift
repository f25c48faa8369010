import Autodiff
public import Teaching

/// What a journal says of a learner's skills: all lessons, formulas of their own and practice together.
public struct LearnerHistory {
  /// First attempts in the order in which they were made.
  public let observations: [Observation]

  /// Checks what was typed anew; what no longer fits a lesson that was edited since is left out.
  ///
  /// - Parameters:
  ///   - records: the learner's records, in the order of the journal.
  ///   - lessons: a session on each lesson that can be had, with nothing done.
  /// - Complexity: that of checking every answer once more.
  public init(_ records: [JournalRecord], lessons: [Session]) {
    var evidence: [Attempts.Evidence] = []
    for session in lessons {
      guard case .lesson(let name, _) = session.source else { continue }
      evidence += session.evidence(in: records.filter { $0.lesson == name })
    }
    var keys: [String] = []
    var explored: [String: [JournalRecord]] = [:]
    for record in records {
      guard let formulas = record.formulas else { continue }
      let key = ([record.session] + formulas.statements).joined(separator: "\n")
      if explored[key] == nil { keys.append(key) }
      explored[key, default: []].append(record)
    }
    for key in keys {
      guard let records = explored[key], let formulas = records.first?.formulas,
        let session = Session(formulas)
      else { continue }
      evidence += session.evidence(in: records)
    }
    observations = evidence.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element.observation)
  }
}

extension Session {
  fileprivate func evidence(in records: [JournalRecord]) -> [Attempts.Evidence] {
    guard !records.isEmpty else { return [] }
    var session = self
    session.replay(records)
    return session.attempts.evidence
  }

  /// Opens a session on formulas that a journal holds; none where they make no graph.
  fileprivate init?(_ formulas: JournalRecord.Formulas) {
    let statements = formulas.statements.map { Statement(input: $0) }
    guard let reading = try? ComputationGraph.read(statements),
      let session = try? Session(exploring: reading, formulas: formulas.formulas)
    else { return nil }
    self = session
  }
}

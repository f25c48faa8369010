import Lessons
import Sessions
import Teaching

/// Verdicts that were found before, by all that they depend on: a class types the same answers again and again.
///
/// A class, because all learners whose work is marked share it.
final class VerdictMemory {
  private struct Question: Hashable {
    /// The numbers of its graph.
    var given: Attempts.Numbers
    var graph: Int
    var entry: Int
    var typed: String
    var numbers: LearnerNumbers
  }

  private var verdicts: [Question: Verdict] = [:]
  /// Those that were found before these.
  private var older: [Question: Verdict] = [:]

  /// After so many the older ones are forgotten, so that memory stays bounded.
  private static let limit = 1_000

  /// Checks an answer to an entry of a graph of the lesson.
  func verdict(on typed: String, for entry: Int, _ graph: Int, in progress: Progress) -> Verdict {
    let worksheet = progress.worksheets[graph]
    let numbers = worksheet.numbers(around: entry)
    let question = Question(
      given: progress.numbers(of: graph), graph: graph, entry: entry, typed: typed,
      numbers: numbers)
    if let verdict = verdicts[question] { return verdict }
    let verdict = older[question] ?? worksheet.check(typed, for: entry)
    if verdicts.count >= VerdictMemory.limit {
      older = verdicts
      verdicts = [:]
    }
    verdicts[question] = verdict
    return verdict
  }
}

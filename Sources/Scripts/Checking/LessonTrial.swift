import Autodiff
public import Journals
public import Lessons
import Sessions
import Teaching

/// What can be tested of a lesson without a word of its author's: its own numbers, and those of eight seeds.
///
/// Every entry's key, wrong rules and hints are tried, and whole sessions are solved, undone, left and resumed. A
/// race only runs, and is left out.
public struct LessonTrial {
  /// What did not hold, in the form in which scripts tell it.
  public private(set) var failures: [ScriptRun.Failure] = []

  public static let seeds = 1...8

  private let lesson: Lesson
  /// The numbers of graphs that were tested; a seed draws no others for a graph without ranges.
  private var tested: Set<Numbers> = []

  private struct Numbers: Hashable {
    var graph: Int
    var key: GraphKey
  }

  /// More would not help anybody to find out what is wrong.
  private static let failureLimit = 20

  public init(_ lesson: Lesson, source: Source) {
    self.lesson = lesson
    for seed in [0] + LessonTrial.seeds where failures.count < LessonTrial.failureLimit {
      do {
        test(try Session(lesson, source: source, seed: seed), seed: seed)
      } catch {
        for error in error.errors {
          add(
            Finding(what: "the numbers", expected: "a session", found: error.message),
            line: error.position.line, seed: seed)
        }
      }
    }
  }

  /// Something that did not hold.
  struct Finding {
    /// What was tried.
    var what: String
    var expected: String
    var found: String
  }

  private mutating func test(_ session: Session, seed: Int) {
    let before = tested.count
    for (graph, worksheet) in session.progress.worksheets.enumerated() {
      let numbers = Numbers(graph: graph, key: worksheet.key)
      guard tested.insert(numbers).inserted else { continue }
      let entries = session.plan.askedOfGraph[graph].sorted()
      let nodes = worksheet.graph.nodes.count
      for entry in LessonTrial.sample(of: entries, nodes: nodes) {
        let findings =
          switch worksheet.key {
          case .numbers(let key): EntryTrial(of: entry, in: key).findings
          case .arrays: ArrayEntryTrial(of: entry, in: worksheet).findings
          }
        for finding in findings {
          add(finding, line: lesson.graphs[graph].position.line, seed: seed)
        }
      }
    }
    guard seed == 0 || tested.count > before else { return }
    for finding in SessionTrial(session, seed: seed).findings { add(finding, line: 1, seed: seed) }
  }

  private mutating func add(_ finding: Finding, line: Int, seed: Int) {
    guard failures.count < LessonTrial.failureLimit else { return }
    failures.append(
      ScriptRun.Failure(
        line: line, text: "free test: \(finding.what)", expected: finding.expected,
        found: finding.found, seed: seed))
  }

  /// Entries as they are, or, where a graph is so large that one would wait for minutes, some of them, evenly spread.
  static func sample(of entries: [Int], nodes: Int) -> [Int] {
    let limit = max(20, 10_000 / max(1, nodes))
    let step = (entries.count + limit - 1) / limit
    return step <= 1 ? entries : stride(from: 0, to: entries.count, by: step).map { entries[$0] }
  }
}

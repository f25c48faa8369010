import Journals
import Lessons

extension Session {
  /// The seed of a learner's own numbers in a lesson that is handed in: the same name has the same numbers everywhere.
  public static func seed(ofLearner name: String) -> Int {
    1 + Int(Source.fingerprint(of: Array(name.utf8)) % UInt64(seeds.upperBound))
  }

  /// Whether what the page asks may be shown; in a lesson that is handed in only what the page demonstrates.
  package var mayReveal: Bool { lesson.graded == nil || page.isDemonstration }

  /// Whether closer looks may be taken; they say as much as the last hint.
  package var mayLook: Bool { lesson.graded.map { $0.hints == .all } ?? true }

  /// Whether hints may be given that the author did not write.
  package var mayHintFromGraph: Bool { mayLook }

  /// Whether the author's hints may be given.
  package var mayHint: Bool { lesson.graded.map { $0.hints != .none } ?? true }
}

import Journals
import Lessons

extension Session {
  /// The seed of a learner's own numbers in a graded lesson: the same name has the same numbers everywhere.
  public static func seed(ofLearner name: String) -> Int {
    1 + Int(Fingerprint(of: name.utf8).number % UInt64(seeds.upperBound))
  }
}

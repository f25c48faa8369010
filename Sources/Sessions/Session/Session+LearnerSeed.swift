import Journals

extension Session {
  /// The seed of a learner's own numbers in a graded lesson: the same name has the same numbers everywhere.
  public static func seed(ofLearner name: String) -> Int {
    1 + Int(Source.fingerprint(of: Array(name.utf8)) % UInt64(seeds.upperBound))
  }
}

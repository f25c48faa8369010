/// What a learner made of an entry before anything was said about it.
public enum FirstAttempt: Hashable, Sendable {
  case answered(Verdict)
  /// A hint, or the answer itself, was asked for first: it counts as a miss.
  case helped
}

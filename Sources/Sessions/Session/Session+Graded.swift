import Lessons

extension Session {
  /// Whether what the page asks may be shown; in a graded lesson only what the page demonstrates.
  package var mayReveal: Bool {
    !progress.isSilent && (lesson.graded == nil || page.isDemonstration || progress.isHandedIn)
  }

  /// Whether closer looks may be taken; they say as much as the last hint.
  package var mayLook: Bool {
    !progress.isSilent && (progress.isHandedIn || lesson.graded.map { $0.hints == .all } ?? true)
  }

  /// Whether hints may be given that the author did not write.
  var mayHintFromGraph: Bool { mayLook }

  /// Whether the author's hints may be given.
  var mayHint: Bool {
    !progress.isSilent && (progress.isHandedIn || lesson.graded.map { $0.hints != .none } ?? true)
  }
}

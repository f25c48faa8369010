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
    if progress.isHandedIn { return true }
    // What its author wrote may be read in a graded lesson that is marked later, and in an exam nothing.
    guard !progress.isSilent || (lesson.graded != nil && !page.isExam) else { return false }
    return lesson.graded.map { $0.hints != .none } ?? true
  }
}

package import Teaching

extension Session {
  /// The session as if some entries had other numbers, so that a test sees what of a picture depends on them.
  ///
  /// Exercises that nobody has begun ask for what follows from these.
  ///
  /// - Parameter numbers: the other numbers of a worksheet's entries.
  package func replacing(_ numbers: (Worksheet) -> [Int: Double]) -> Session {
    var copy = self
    copy.progress.worksheets = progress.worksheets.map { $0.replacing(numbers($0)) }
    let begun = copy.plan.exercises(on: copy.progress.worksheets)
    for (index, exercise) in progress.exercises.enumerated() where exercise.state == .empty {
      copy.progress.exercises[index] = begun[index]
    }
    return copy
  }
}

/// What only runs: it is computed in slices between keys, and there is no answer that could be taken back.
extension ExerciseWork {
  public var onlyRuns: Bool {
    switch self {
    case .race, .training: true
    case .question, .breakUp, .nudging, .exploring: false
    }
  }

  public var isRunning: Bool {
    switch self {
    case .race(let race): race.isRunning
    case .training(let training): training.isRunning
    case .question, .breakUp, .nudging, .exploring: false
    }
  }

  /// Does a slice of the computation; `took` then says how long it took.
  public mutating func work() {
    switch consume self {
    case .race(var race):
      // Whoever works on a race holds it alone, or its arrays would be copied.
      self = .exploring([])
      race.work()
      self = .race(race)
    case .training(var training):
      training.work()
      self = .training(training)
    case let other: self = other
    }
  }

  /// Counts the seconds of the last slice.
  public mutating func took(_ seconds: Double) {
    guard case .race(var race) = self else { return }
    self = .exploring([])
    race.took(seconds)
    self = .race(race)
  }
}

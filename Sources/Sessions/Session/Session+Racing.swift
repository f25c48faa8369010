import Lessons
import Teaching

/// A race of the two methods, which is computed in slices between keys.
extension Session {
  /// Whether a long computation is under way.
  public var isComputing: Bool {
    guard let index = raceIndex, case .race(let race) = progress.exercises[index] else {
      return false
    }
    return race.isRunning
  }

  /// The race of the page, if it has one.
  private var raceIndex: Int? {
    page.exercises.first { if case .race = progress.exercises[$0] { true } else { false } }
  }

  /// Whether the learner works at a race.
  package var isRace: Bool { raceIndex != nil && assignment?.exercise == raceIndex }

  /// Does a slice of the computation; `note(seconds:)` then says how long it took.
  public mutating func computeSlice() {
    if isComputing { change { $0.work() } }
  }

  /// Takes in how many seconds the last slice took.
  public mutating func note(seconds: Double) {
    guard isComputing else { return }
    change { $0.took(seconds) }
    if !isComputing { remark = .raceIsOver }
  }

  private mutating func change(_ body: (inout Race) -> Void) {
    guard let index = raceIndex, case .race(var race) = progress.exercises[index] else { return }
    // The race is held here alone while it works, or its arrays would be copied.
    progress.exercises[index] = .race(Race())
    body(&race)
    progress.exercises[index] = .race(race)
  }
}

import Lessons
import Teaching

extension Session {
  /// Whether a long computation is under way, to be done in slices between keys.
  public var isWorking: Bool { isRacing || refinement != nil }

  private var isRacing: Bool {
    guard let index = raceIndex, case .race(let race) = work.exercises[index] else { return false }
    return race.isRunning
  }

  /// The race of the page, if it has one.
  private var raceIndex: Int? {
    page.exercises.first { if case .race = work.exercises[$0] { true } else { false } }
  }

  /// Whether the exercise in hand is a race.
  var isRace: Bool { raceIndex != nil && work.assignment?.exercise == raceIndex }

  mutating func workOn() {
    if isRacing { change { $0.work() } } else { refinePicture() }
  }

  mutating func took(_ seconds: Double) {
    guard isRacing else { return }
    change { $0.took(seconds) }
    if !isRacing { remark = Wording.raceIsOver(self) }
  }

  private mutating func change(_ body: (inout Race) -> Void) {
    guard let index = raceIndex, case .race(var race) = work.exercises[index] else { return }
    // The race is held here alone while it works, or its arrays would be copied.
    work.exercises[index] = .race(Race())
    body(&race)
    work.exercises[index] = .race(race)
  }
}

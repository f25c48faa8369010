import Sessions

/// What shows in a class that somebody handed in the work of somebody else.
///
/// Only what several have in common is kept.
struct ClassFlags: Sendable {
  /// The names whose seeds somebody else has answers to.
  private var names: [Int: String] = [:]
  /// The sittings that are in the work of several, each with their places.
  private var owners: [String: [Int]] = [:]

  /// So many others are named.
  private static let nameLimit = 3

  init(_ learners: [PackedLearner]) {
    var seeds: Set<Int> = []
    var sittings: Set<Int> = []
    var common: Set<Int> = []
    for learner in learners.lazy.map(\.marks) {
      for lesson in learner.lessons { seeds.formUnion(lesson.foreignSeeds.keys) }
      for session in learner.sessions where !sittings.insert(session.hashValue).inserted {
        common.insert(session.hashValue)
      }
    }
    guard !seeds.isEmpty || !common.isEmpty else { return }
    for (place, learner) in learners.lazy.map(\.marks).enumerated() {
      for name in learner.names {
        let seed = Session.seed(ofLearner: name)
        if seeds.contains(seed) { names[seed] = name }
      }
      for session in learner.sessions where !session.isEmpty && common.contains(session.hashValue) {
        owners[session, default: []].append(place)
      }
    }
  }

  /// - Parameter other: the learner at another place.
  func flags(
    of place: Int, _ learner: Marks.Learner, _ other: (Int) -> Marks.Learner
  ) -> [Marks.Flag] {
    let numbers = learner.lessons.flatMap { lesson in
      lesson.foreignSeeds.sorted { $0.key < $1.key }.map { seed, count in
        Marks.Flag.numbers(lesson: lesson.lesson, of: names[seed], seed: seed, answers: count)
      }
    }
    let shared = learner.sessions.compactMap { owners[$0] }.filter { $0.count > 1 }
    // A whole class may have a sitting in common: no list is gone through to its end.
    let others = Set(shared.flatMap { $0.prefix(ClassFlags.nameLimit + 2) }).subtracting([place])
    var flags = numbers
    for owner in others.sorted().prefix(ClassFlags.nameLimit) {
      let other = other(owner)
      let place = other.learner == learner.learner ? " in \(other.files.first ?? "")" : ""
      let count = shared.count { ClassFlags.has($0, owner) }
      flags.append(Marks.Flag.sittings(of: "'\(other.learner)'\(place)", count: count))
    }
    if others.count > ClassFlags.nameLimit {
      flags.append(Marks.Flag.sittings(of: "more learners", count: shared.count))
    }
    return flags
  }

  /// Whether a place is among some in their order.
  private static func has(_ places: [Int], _ place: Int) -> Bool {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == place
  }
}

import Sessions

/// What shows in a class that somebody handed in the work of somebody else.
struct ClassFlags {
  private let learners: [Marks.Learner]
  private var names: [Int: String] = [:]
  private var owners: [String: [Int]] = [:]

  init(_ learners: [Marks.Learner]) {
    self.learners = learners
    for (place, learner) in learners.enumerated() {
      for name in learner.names { names[Session.seed(ofLearner: name)] = name }
      for session in learner.sessions where !session.isEmpty {
        owners[session, default: []].append(place)
      }
    }
  }

  func flags(of place: Int) -> [Marks.Flag] {
    let learner = learners[place]
    let numbers = learner.lessons.flatMap { lesson in
      lesson.foreignSeeds.sorted { $0.key < $1.key }.map { seed, count in
        Marks.Flag.numbers(lesson: lesson.lesson, of: names[seed], seed: seed, answers: count)
      }
    }
    var counts: [Int: Int] = [:]
    for session in learner.sessions {
      for owner in owners[session] ?? [] where owner != place { counts[owner, default: 0] += 1 }
    }
    let sittings = counts.sorted { $0.key < $1.key }.map { owner, count in
      let other = learners[owner]
      let place = other.learner == learner.learner ? " in \(other.files.first ?? "")" : ""
      return Marks.Flag.sittings(of: "'\(other.learner)'\(place)", count: count)
    }
    return numbers + sittings
  }
}

import Expressions
import Journals
import Lessons
import Sessions
import Teaching

/// `backprop practice`: problems made for the learner, the weakest skill first.
enum PracticeCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let skills = try skills(arguments.positional)
    let practice = try practice(
      in: try LessonLibrary(arguments), arguments, among: skills.isEmpty ? nil : skills)
    guard FullScreenHost.isInTerminal, !PlainHost.isAskedFor(by: arguments) else {
      var host = PlainHost(arguments)
      return try host.run(practice)
    }
    var host = try FullScreenHost(arguments)
    try host.run(practice)
    return .done
  }

  private static func skills(_ names: [String]) throws(Failure) -> [Skill] {
    var skills: [Skill] = []
    for name in names {
      guard let skill = Skill(rawValue: name) else {
        let advice = Spelling.advice(for: name, among: Skill.allCases.map(\.rawValue))
        throw Failure("unknown skill '\(name)'; \(advice)", .usage)
      }
      if !skills.contains(skill) { skills.append(skill) }
    }
    return skills
  }

  /// The practice of a learner, from what their journal says.
  static func practice(
    in library: LessonLibrary, _ arguments: Arguments, among skills: [Skill]? = nil
  ) throws(Failure) -> PracticeRun {
    var records: [JournalRecord] = []
    if !arguments.has("--no-journal") {
      records = try SavedState(learner: Journal.learner(arguments)).records
    }
    var sessions: [Session] = []
    // A lesson that cannot be read has nothing to say here; the menu and check say what is wrong with it.
    for file in library.files {
      if let session = try? LessonLibrary.session(file) { sessions.append(session) }
    }
    let seed = try LearnCommand.seed(arguments)
    let history = LearnerHistory(records, lessons: sessions)
    return PracticeRun(
      history.observations, on: Journal.today, among: skills, after: history.memory,
      from: seed == 0 ? nil : seed)
  }

  static func next(_ practice: inout PracticeRun) throws(Failure) -> Session? {
    do {
      return try practice.next()
    } catch {
      throw Failure("a problem cannot be made\n\(error.report(file: "practice"))", .unreadable)
    }
  }
}

import Autodiff
import Tutor

/// `backprop explore`: the tutor on formulas of one's own.
enum ExploreCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let given = try GraphArguments(arguments)
    let session: Session
    do {
      session = try Session(exploring: given.reading, formulas: given.formulas)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    return try LearnCommand.run(session, arguments)
  }
}

import Autodiff
import Sessions

/// `backprop explore`: the tutor on formulas of one's own.
enum ExploreCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let given = try GraphArguments(arguments)
    let session: Session
    do {
      session = try Session(
        exploring: given.reading, formulas: given.formulas, breaking: given.breaking)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    return try LearnCommand.run(session, arguments)
  }

  /// A session on formulas that were typed in the tutor: `J = w^2`, `w = 3`, `data x = 2`.
  static func session(_ formulas: [String]) throws(Failure) -> Session {
    do {
      return try Session(exploring: formulas)
    } catch {
      throw Failure(error.message, .unreadable)
    }
  }
}

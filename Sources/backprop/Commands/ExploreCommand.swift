import Autodiff
import Sessions

/// `backprop explore`: the tutor on formulas of one's own.
enum ExploreCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let statements = try GivenStatements(arguments.positional)
    if let given = try ArrayArguments(arguments, statements) {
      return try LearnCommand.run(try session(given, statements, isCode: false), arguments)
    }
    let given = try GraphArguments(arguments, statements)
    let session: Session
    do {
      session = try Session(
        exploring: given.reading, formulas: given.formulas, breaking: given.breaking)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    return try LearnCommand.run(session, arguments)
  }

  /// A session on a graph with arrays.
  static func session(
    _ given: ArrayArguments, _ statements: GivenStatements, isCode: Bool
  ) throws(Failure) -> Session {
    let formulas = statements.statements.map { ($0.role == .data ? "data " : "") + $0.text }
    do {
      return try Session(exploring: given.reading, formulas: formulas, isCode: isCode)
    } catch {
      throw Failure(error.message, .unreadable)
    }
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

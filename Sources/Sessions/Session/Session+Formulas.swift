import Autodiff
import Teaching

extension Session {
  /// Why no session can be had on formulas.
  public struct FormulaFailure: Error, Hashable {
    /// What is wrong, on one line.
    public var message: String
    /// The same below the formula in which it is wrong, where it is in one.
    public var report: String
  }

  /// Opens a session on formulas as typed: `J = w^2`, `w = 3`, `data x = 2`.
  public init(exploring formulas: [String]) throws(FormulaFailure) {
    let statements = formulas.map { Statement(input: $0) }
    do {
      if ArrayReading.isNeeded(for: statements, GraphRequest()) {
        let reading = try ArrayReading(statements, GraphRequest())
        try self.init(exploring: reading, formulas: formulas)
      } else {
        let reading = try ComputationGraph.read(statements)
        try self.init(exploring: reading, formulas: formulas)
      }
    } catch let error as GraphError {
      throw FormulaFailure(message: error.message, report: error.report(in: statements))
    } catch let error as EvaluationError {
      throw FormulaFailure(message: error.message, report: error.message)
    } catch {
      preconditionFailure("reading a graph throws no other error")
    }
  }
}

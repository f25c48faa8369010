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
    let reading: ComputationGraph.Reading
    if ArrayReading.isNeeded(for: statements, GraphRequest()) {
      try self.init(exploringArrays: statements, formulas)
      return
    }
    do {
      reading = try ComputationGraph.read(statements)
    } catch {
      throw FormulaFailure(message: error.message, report: error.report(in: statements))
    }
    do {
      try self.init(exploring: reading, formulas: formulas)
    } catch {
      throw FormulaFailure(message: error.message, report: error.message)
    }
  }

  private init(
    exploringArrays statements: [Statement], _ formulas: [String]
  ) throws(FormulaFailure) {
    let reading: ArrayReading
    do {
      reading = try ArrayReading(statements, GraphRequest())
    } catch {
      throw FormulaFailure(message: error.message, report: error.report(in: statements))
    }
    do {
      try self.init(exploring: reading, formulas: formulas)
    } catch {
      throw FormulaFailure(message: error.message, report: error.message)
    }
  }
}

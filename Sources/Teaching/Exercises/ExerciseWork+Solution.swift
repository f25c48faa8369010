import Autodiff
import Expressions
import Lessons

extension ExerciseWork {
  /// What somebody would type, line by line, who knows everything; empty where nothing does it.
  public var solution: [String] {
    switch self {
    case .question(let key, _): [key.exact]
    case .breakUp(let breakUp): breakUp.solution
    case .nudging(let bench): bench.solution
    case .race, .training: ["run"]
    case .exploring: ["J = w^2; w = 3"]
    }
  }
}

extension BreakUp {
  /// The steps of the formula, one operation each, under names that nothing else has.
  fileprivate var solution: [String] {
    guard let formula else { return [] }
    let taken = Set(target.graph.nodes.map(\.name))
    var count = 0
    let steps = formula.expression.elementarySteps(named: output) {
      repeat { count += 1 } while taken.contains("step\(count)")
      return "step\(count)"
    }
    return steps.map { "\($0.name) = \($0.expression.text)" }
  }
}

extension NudgeBench {
  /// As many nudges as are asked, each another one, every quantity once before any twice.
  fileprivate var solution: [String] {
    let names = nudging.names.map(\.text)
    // The steps of the course, the first above all; then others, since a quantity may have no value beside its own.
    let steps =
      ["0.001", "1e-9", "1e-6", "0.01", "1e-12", "0.1"]
      + (2...2 * nudging.count + 2).map { (0.001 * Double($0)).shortestText }
    var bench = self
    var lines: [String] = []
    for step in steps {
      for name in names where !bench.isDone {
        let line = "\(name) \(step)"
        if bench.add(line).isAccepted { lines.append(line) }
      }
    }
    return lines
  }
}

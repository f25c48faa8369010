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
    case .race: ["run"]
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
    var bench = self
    var lines: [String] = []
    for step in 0..<nudging.count * 4 {
      for name in names where !bench.isDone {
        // From 0.001 on, ever larger; what has no value there is no nudge.
        let line = "\(name) \(0.001 * Double(step + 1))"
        if bench.add(line).isAccepted { lines.append(line) }
      }
    }
    return lines
  }
}

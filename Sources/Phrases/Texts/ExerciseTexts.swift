import Autodiff
import Expressions
import Lessons
package import Teaching

/// What is said of exercises on the screen and in plain mode alike.
package enum ExerciseTexts {
  /// A formula that shows how one of the learner's own is written.
  package static let ownFormula = "J = (w x - y)^2; w=3; x=2; y=1"

  /// What is to be nudged, as the beginning of a sentence.
  package static func task(of bench: NudgeBench) -> String {
    let names = bench.nudging.names.map(\.text).joined(separator: " or ")
    let times = bench.nudging.count > 1 ? ", \(bench.nudging.count) times" : ""
    return "Nudge \(names) by a small step of your own\(times)"
  }

  /// The formula that is to be broken up, with the name of its value.
  package static func formula(of breakUp: BreakUp, voice: Voice) -> String {
    let formula = breakUp.formula?.expression.text(isASCII: voice.isASCII) ?? ""
    return "\(breakUp.output) = \(formula)"
  }

  /// What goes into the formula, each with its number.
  package static func inputs(of breakUp: BreakUp) -> [String] {
    breakUp.target.graph.nodes.filter { $0.formula == nil }.map { node in
      "\(node.name) = \((breakUp.target.inputs[node.name] ?? 0).roundedText)"
    }
  }
}

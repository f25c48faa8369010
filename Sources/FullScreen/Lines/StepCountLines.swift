import Autodiff
import Teaching
import TextScreen

/// How many steps the sweep takes on a graph, and how many nudging takes; a step is one node or one parameter.
struct StepCountLines {
  let lines: [StyledText]

  init(_ graph: ComputationGraph) {
    let steps = StepCount(on: graph)
    let (nodes, parameters) = (steps.nodes, steps.parameters.count)
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    lines =
      [
        StyledText(
          "n = \(counted(nodes, "node")), p = \(counted(parameters, "parameter"))"
            + " (\(steps.parameters.joined(separator: ", ")))")
      ]
      + ColumnLines([
        ["method", "steps"],
        [
          "one sweep from right to left",
          "n + p = \(nodes) + \(parameters) = \(steps.sweep)",
        ],
        [
          "nudging every \(steps.cells == parameters ? "parameter" : "number of a parameter")",
          "n × \(steps.cells == parameters ? "p" : "numbers") = "
            + "\(nodes) × \(steps.cells) = \(steps.nudging)",
        ],
      ]).lines
  }
}

import Autodiff
import TextScreen

/// How many steps the sweep takes on a graph, and how many nudging takes; a step is one node or one parameter.
struct StepCountLines {
  let lines: [StyledText]

  init(_ graph: ComputationGraph) {
    let nodes = graph.operations.count
    let parameters = graph.nodes.count { $0.kind == .parameter }
    let names = graph.nodes.filter { $0.kind == .parameter }.map(\.name)
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    lines =
      [
        StyledText(
          "n = \(counted(nodes, "node")), p = \(counted(parameters, "parameter"))"
            + " (\(names.joined(separator: ", ")))")
      ]
      + ColumnLines([
        ["method", "steps"],
        [
          "one sweep from right to left",
          "n + p = \(nodes) + \(parameters) = \(nodes + parameters)",
        ],
        [
          "nudging every parameter", "n × p = \(nodes) × \(parameters) = \(nodes * parameters)",
        ],
      ]).lines
  }
}

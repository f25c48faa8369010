import Autodiff
import Expressions

/// What `solve --check` prints: for each parameter the cell where derivative and central difference are furthest apart.
struct DifferenceTable {
  private let rows: [[String]]
  private let worst: String?

  /// - Parameter name: the name of the derivative of a node.
  init(_ check: DifferenceCheck, _ graph: ComputationGraph, _ name: (Int) -> String) {
    var rows = [["derivative", "cells", "by the sweep", "by a difference", ""]]
    for finding in check.findings {
      let cell = graph.shape(of: finding.node).cellText(finding.place)
      rows.append([
        name(finding.node) + cell, String(finding.count), finding.derivative.inTable,
        finding.difference.rounded(toDigits: 8).shortestText, finding.agrees ? "agree" : "differ",
      ])
    }
    self.rows = rows
    worst = check.findings.first { !$0.agrees }.map { name($0.node) }
  }

  /// Prints the table.
  ///
  /// - Returns: whether all agree.
  func write() -> ExitStatus {
    Output.write(Output.table(rows))
    if let worst {
      Output.error("backprop: \(worst) differs from the difference; is the graph smooth there?")
      return .found
    }
    return .done
  }
}

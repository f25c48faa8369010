import Autodiff
import Expressions
import Journals

/// What moved with a nudge, as a table or as JSON.
struct NudgeTable {
  private struct Row {
    var name: String
    var before: Double
    var after: Double
    var slope: Double
  }

  private let name: String
  private let step: Double
  private let own: Row
  private let rows: [Row]
  /// What is to be said beside it.
  private(set) var note: String?

  init(_ nudge: Nudge, _ name: String, _ forward: ForwardPass) {
    let before = forward.values[nudge.node]
    self.name = name
    step = nudge.step
    own = Row(name: name, before: before, after: before + nudge.step, slope: 1)
    rows = nudge.changes.map { change in
      Row(
        name: forward.graph.nodes[change.node].name, before: change.before, after: change.after,
        slope: change.slope)
    }
  }

  /// A nudge in 32 bits, with the digits that such numbers have.
  init(_ nudge: SingleNudge, _ name: String, _ graph: ComputationGraph) {
    self.name = name
    step = nudge.step.inDigits
    own = Row(name: name, before: nudge.before.inDigits, after: nudge.after.inDigits, slope: 1)
    rows = nudge.changes.map { change in
      Row(
        name: graph.nodes[change.node].name, before: change.before.inDigits,
        after: change.after.inDigits, slope: change.slope.inDigits)
    }
    if nudge.before == nudge.after {
      note =
        "in 32 bits \(own.before.shortestText) + \(step.shortestText) is \(own.after.shortestText) again: "
        + "nothing moves"
    }
  }

  var json: JSON {
    NudgeCommand.json(
      name, by: step,
      rows.map {
        NudgeCommand.Moved(
          name: $0.name, before: .number($0.before), after: .number($0.after),
          slope: .number($0.slope))
      })
  }

  var text: String {
    var table = [["node", "before", "after", "change / \(step.shortestText)"]]
    table += ([own] + rows).map { row in
      [
        row.name, row.before.inTable(besides: row.after), row.after.inTable(besides: row.before),
        row.slope.inTable,
      ]
    }
    return Output.table(table, columns: Output.columns)
  }
}

extension Double {
  /// The number as tables have it, or as it is where that would hide how it differs from another one.
  fileprivate func inTable(besides other: Double) -> String {
    self != other && inTable == other.inTable ? shortestText : inTable
  }
}

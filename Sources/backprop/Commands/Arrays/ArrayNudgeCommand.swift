import Autodiff
import Expressions
import Journals

/// `backprop nudge` on a graph with vectors and matrices: one cell is nudged.
enum ArrayNudgeCommand {
  /// So many rows of a table are printed.
  private static let rowLimit = 200

  static func run(
    _ given: ArrayArguments, by step: Double, _ arguments: Arguments
  ) throws(Failure) -> ExitStatus {
    let name = try NudgeCommand.name(arguments, in: given.graph)
    let (node, place) = try cell(name, given)
    let nudge: ArrayNudge
    do {
      nudge = try ArrayNudge(node, place: place, by: step, in: given.forward)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    CornerNotes.write(on: given.graph, at: given.forward.values)
    Output.write(arguments.has("--json") ? json(nudge, name, given).text : table(nudge, given))
    return .done
  }

  /// The node and the place in it that `W[0, 1]` means.
  private static func cell(
    _ typed: String, _ given: ArrayArguments
  ) throws(Failure) -> (node: Int, place: Int) {
    let parts = typed.split(separator: "[", maxSplits: 1).map(String.init)
    let name = String((parts.first ?? typed).filter { !$0.isWhitespace })
    let node = try given.node(name)
    let shape = given.graph.shape(of: node)
    guard parts.count == 2 else {
      if shape.count == 1 { return (node, 0) }
      throw Failure(
        "'\(name)' is \(shape.text); nudge one cell: --name '\(name)\(shape.cellText(0))'", .usage)
    }
    let indices = parts[1].split { "], ".contains($0) }.map { Int($0) }
    var cell: [Int] = []
    for (axis, index) in indices.enumerated() where axis < shape.axes {
      guard let index, -shape.sizes[axis]..<shape.sizes[axis] ~= index else { break }
      cell.append(index < 0 ? shape.sizes[axis] + index : index)
    }
    guard cell.count == shape.axes, indices.count == shape.axes, typed.hasSuffix("]") else {
      throw Failure(
        "'\(typed)' names no cell of '\(name)', which is \(shape.text); "
          + (shape.isNumber
            ? "write --name \(name)"
            : "indices count from 0, as in --name '\(name)\(shape.cellText(0))'"),
        .usage)
    }
    return (node, given.forward.values[node].place(of: cell))
  }

  private static func json(_ nudge: ArrayNudge, _ name: String, _ given: ArrayArguments) -> JSON {
    NudgeCommand.json(
      name, by: nudge.step,
      nudge.changes.map { change in
        NudgeCommand.Moved(
          name: given.graph.nodes[change.node].name, before: JSON(change.before),
          after: JSON(change.after), slope: JSON(change.slopes(over: nudge.step)))
      })
  }

  /// A row for each number that moved.
  private static func table(_ nudge: ArrayNudge, _ given: ArrayArguments) -> String {
    var rows = [["node", "before", "after", "change / \(nudge.step.shortestText)"]]
    var left = 0
    for change in [nudge.own] + nudge.changes {
      let shape = given.graph.shape(of: change.node)
      let slopes = change.slopes(over: nudge.step)
      for place in change.before.elements.indices where change.before[place] != change.after[place]
      {
        guard rows.count <= rowLimit else {
          left += 1
          continue
        }
        rows.append([
          given.graph.nodes[change.node].name + shape.cellText(place),
          change.before[place].text(besides: change.after[place]),
          change.after[place].text(besides: change.before[place]),
          change.node == nudge.node ? "1" : slopes[place].slopeText,
        ])
      }
    }
    let table = Output.table(rows, columns: Output.columns)
    return left == 0 ? table : "\(table)\n… \(left) more numbers moved"
  }
}

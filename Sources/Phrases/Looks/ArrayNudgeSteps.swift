import Autodiff
import Drawings
import Expressions
import Teaching
import TextScreen

/// A nudge of one cell as it travels to the right: of each array the cells that move, and by how much.
struct ArrayNudgeSteps {
  private let nudge: ArrayNudge
  private let worksheet: Worksheet

  init(_ nudge: ArrayNudge, on worksheet: Worksheet) {
    self.nudge = nudge
    self.worksheet = worksheet
  }

  /// An array of more rows, or of more numbers in a row, is told in one line.
  private static let (mostRows, mostColumns) = (4, 6)

  private var graph: ComputationGraph { worksheet.graph }

  var sheet: LookSheet {
    let cell = nudge.own.before.shape.cell(at: nudge.place)
    let name = graph.nodes[nudge.node].name + cell
    var steps = [step(nudge.own, wires: [])]
    var moved: Set<Int> = [nudge.node]
    for change in nudge.changes {
      let movers = graph.nodes[change.node].operands.filter(moved.contains)
      moved.insert(change.node)
      steps.append(step(change, wires: movers.map { Highlight.Wire(from: $0, to: change.node) }))
    }
    steps[steps.count - 1].lines += [conclusion(name)]
    return LookSheet(
      title: "Nudge \(name) by \(nudge.step.shortestText)", steps: steps, keepsLight: true)
  }

  private func step(_ change: ArrayNudge.Change, wires: [Highlight.Wire]) -> LookSheet.Step {
    let changes = zip(change.before.elements, change.after.elements).map { $1 - $0 }
    let count = changes.count { $0 != 0 }
    let name = graph.nodes[change.node].name
    let shape = change.before.shape
    var lines: [LookSheet.Line] = []
    if shape.isNumber {
      lines.append(
        LookSheet.Line(
          indent: 2, [.text("\(name) ", .strong), .number(ArrayNudgeSteps.text(changes[0]))]))
    } else {
      let all = "\(count) of \(shape.count) cells \(count == 1 ? "moves" : "move")"
      lines.append(LookSheet.Line(indent: 2, [.text("\(name) ", .strong), .text(all)]))
      lines += rows(changes, shape)
    }
    return LookSheet.Step(
      lines: lines,
      lit: Highlight(
        nodes: [change.node], wires: Set(wires),
        changes: [
          change.node: shape.isNumber ? .number(changes[0]) : .cells(count, of: shape.count)
        ]), node: change.node)
  }

  /// The array, in it the changes of the cells that move.
  private func rows(_ changes: [Double], _ shape: Shape) -> [LookSheet.Line] {
    let width = shape.sizes.last ?? 1
    let count = shape.axes > 1 ? shape.sizes[0] : 1
    guard shape.axes < 3, width <= ArrayNudgeSteps.mostColumns, count <= ArrayNudgeSteps.mostRows
    else { return [] }
    return (0..<count).map { row in
      let parts = (0..<width).flatMap { column -> [LookSheet.Part] in
        let change = changes[row * width + column]
        let text = change == 0 ? "·" : ArrayNudgeSteps.text(change)
        let padded = text + String(repeating: " ", count: max(1, 9 - text.count))
        return [change == 0 ? .text(padded, .faint) : .text(padded, .lit)]
      }
      return LookSheet.Line(indent: 4, parts)
    }
  }

  private static func text(_ change: Double) -> String {
    change == 0 ? "does not move" : (change < 0 ? "-" : "+") + abs(change).text(columns: 7)
  }

  private func conclusion(_ name: String) -> LookSheet.Line {
    let output = graph.nodes[graph.output].name
    guard let last = nudge.changes.last(where: { $0.node == graph.output }),
      let slope = last.slopes(over: nudge.step).number
    else { return LookSheet.Line([.text("\(name) does not reach \(output), which stays")]) }
    return LookSheet.Line([
      .text("so d\(output)/d\(name) is about "), .number(slope.roundedText),
      .text("; a smaller nudge comes nearer"),
    ])
  }
}

extension Shape {
  /// A cell by its place, as it is written behind a name: `[0, 1]`; nothing for a number.
  func cell(at place: Int) -> String {
    var place = place
    var cell: [Int] = []
    for size in sizes.reversed() {
      cell.insert(place % size, at: 0)
      place /= size
    }
    return cell.isEmpty ? "" : "[\(cell.map(String.init).joined(separator: ", "))]"
  }
}

import Autodiff
import Drawings
import Expressions
import Sessions
import Teaching
import TextScreen

/// A box of a graph with arrays as boxes of numbers: each cell as a formula over the cells that enter it, in names and
/// in numbers, and what comes back to it.
///
/// A number that is still to be found stays open.
struct CellSteps {
  private let node: Int
  private let key: ArraySheetKey
  private let session: Session
  private let worksheet: Worksheet

  /// A part of more characters gets a name of its own.
  private static let longestPart = 60

  init(of node: Int, _ session: Session, _ worksheet: Worksheet, _ key: ArraySheetKey) {
    self.node = node
    self.key = key
    self.session = session
    self.worksheet = worksheet
  }

  private var graph: ComputationGraph { worksheet.graph }
  private var forward: ArrayForwardPass { key.key.forward }
  private var name: String { graph.nodes[node].name }
  private static let open = String(repeating: EntryMark.placeholder, count: 3)

  var sheet: LookSheet {
    let shape = graph.shape(of: node)
    let values = known(worksheet.list.forward(of: node), forward.values[node])
    let isBackward = session.focusedEntry.map { !$0.isForward } ?? true
    let derivative = isBackward && node != graph.output ? worksheet.list.derivative(of: node) : nil
    let derivatives = derivative.map { known($0, key.key.derivatives[node]) }
    let operands = graph.nodes[node].operands.map { operand in
      (operand, known(worksheet.list.forward(of: operand), forward.values[operand]))
    }
    let numbers = Dictionary(operands, uniquingKeysWith: { first, _ in first })
    let named = formulas { graph.nodes[$0].name + graph.shape(of: $0).cell(at: $1) }
    let computed = formulas { numbers[$0]?[$1].map(\.factorText) ?? CellSteps.open }
    let lit = Highlight(
      nodes: [node],
      wires: Set(graph.nodes[node].operands.map { Highlight.Wire(from: $0, to: node) }))
    let steps = (0..<shape.count).map { place in
      let cell = name + shape.cell(at: place)
      var lines =
        named.parts.isEmpty || place > 0 ? [] : named.parts.map { CellSteps.line("with \($0)") }
      lines.append(CellSteps.line("\(cell) = \(named.cells[place])"))
      let value = values[place].map { [LookSheet.Part.text($0.shortestText, .forward)] } ?? [.open]
      if computed.cells[place] != values[place]?.shortestText {
        lines.append(CellSteps.line("= \(computed.cells[place])", [.text(" = ")] + value))
      } else {
        lines.append(CellSteps.line("", [.text("= ")] + value))
      }
      if let derivatives {
        let number = derivatives[place].map { [LookSheet.Part.number($0.shortestText)] } ?? [.open]
        lines.append(
          CellSteps.line(
            "", [.text("what comes back to it: d\(key.list.outputName)/d\(cell) = ")] + number))
      }
      return LookSheet.Step(lines: lines, lit: lit, node: node)
    }
    var sheet = LookSheet(title: title, steps: steps)
    sheet.grid = CellGrid(
      cells: (0..<shape.count).map { place in
        CellGrid.Cell(
          name: name + shape.cell(at: place), value: values[place]?.text(columns: 6),
          derivative: derivatives?[place]?.text(columns: 6))
      }, width: shape.sizes.last ?? 1,
      derivativeName: derivative.map { worksheet.entries[$0].name })
    return sheet
  }

  private var title: String {
    let count = graph.shape(of: node).count
    return "\(name) \(graph.shape(of: node).text), cell by cell"
      + (count == 1 ? "" : ": \(count) boxes of numbers")
  }

  /// The numbers of an array as they are shown, those that are known.
  ///
  /// - Parameter host: the entry that asks the array; `nil` where it is given.
  private func known(_ host: Int?, _ array: NumericArray) -> [Double?] {
    guard let host else { return array.elements.map { $0.readable() } }
    let cells = key.cells(of: host)
    let isWhole = session.isKnown(host, on: worksheet)
    return array.elements.indices.map { place in
      let isCell = cells[place].map { session.isKnown($0, on: worksheet) } ?? false
      return isWhole || isCell ? array[place].readable() : nil
    }
  }

  private func formulas(_ text: (Int, Int) -> String) -> (cells: [String], parts: [String]) {
    let formulas = CellFormulas(
      of: node, in: forward, longestPart: CellSteps.longestPart, text: text)
    func written(_ formula: String) -> String {
      formula.replacing(" * ", with: " × ").truncated(toColumns: LookSheet.longestFormula)
    }
    return (formulas.cells.map(written), formulas.parts.map(written))
  }

  /// A line with its gaps for numbers that are still open.
  private static func line(_ text: String, _ rest: [LookSheet.Part] = []) -> LookSheet.Line {
    var parts: [LookSheet.Part] = []
    for (place, part) in text.split(separator: open, omittingEmptySubsequences: false).enumerated()
    {
      if place > 0 { parts.append(.open) }
      if !part.isEmpty { parts.append(.text(String(part))) }
    }
    return LookSheet.Line(indent: 2, parts + rest)
  }
}

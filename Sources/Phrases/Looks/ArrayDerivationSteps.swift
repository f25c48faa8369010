import Autodiff
import Drawings
import Expressions
import Sessions
import Teaching
import TextScreen

/// How a derivative in a graph with arrays comes about: one cell by sums of numbers, then all cells as one formula.
struct ArrayDerivationSteps {
  private let index: Int
  private let entry: ArrayEntry
  private let key: ArraySheetKey
  private let session: Session
  private let worksheet: Worksheet

  /// So many terms of a sum are written.
  private static let mostTerms = 5

  init(of index: Int, _ session: Session, _ worksheet: Worksheet, _ key: ArraySheetKey) {
    self.index = index
    entry = key.entry(index)
    self.key = key
    self.session = session
    self.worksheet = worksheet
  }

  private var graph: ComputationGraph { worksheet.graph }
  private var node: String { graph.nodes[entry.node].name }
  private var quantity: String { graph.nodes[entry.quantity].name }
  private var upstream: String {
    ComputationGraph.derivativeName(of: key.list.outputName, by: node)
  }

  var sheet: LookSheet {
    let title = "Derive \(entry.name)"
    guard let slot = entry.slot else {
      let paths = entry.prerequisites.map { key.key.list.entries[$0].name }
      return LookSheet(
        title: title,
        steps: [
          step([
            LookSheet.Line(indent: 2, [.text("\(quantity) is used in \(paths.count) places")]),
            LookSheet.Line(
              indent: 2,
              [.text("what comes back adds up: "), .number(paths.joined(separator: " + "))]
            ),
          ])
        ])
    }
    let slopes = slopes(slot)
    let place = slopes.place
    let cell = quantity + graph.shape(of: entry.quantity).cell(at: place)
    let isOutput = entry.node == graph.output && key.key.reading.starts.isEmpty
    let isKnown =
      isOutput
      || worksheet.list.derivative(of: entry.node).map { session.isKnown($0, on: worksheet) }
        ?? true
    var steps = [step([moving(cell, slopes.moved)])]
    steps.append(step([product(cell, slopes.moved, isKnown: isKnown, isOutput: isOutput)]))
    let rule = key.key.ruleText(of: entry) ?? ""
    steps.append(
      step([
        LookSheet.Line(
          indent: 2, [.text("all cells at once: \(entry.name) = "), .number(rule)])
      ]))
    return LookSheet(title: title, steps: steps)
  }

  private func step(_ lines: [LookSheet.Line]) -> LookSheet.Step {
    LookSheet.Step(
      lines: lines,
      lit: Highlight(
        nodes: [entry.node, entry.quantity],
        wires: [Highlight.Wire(from: entry.quantity, to: entry.node)]), node: entry.node)
  }

  private struct Moved {
    var cell: String
    var slope: Double
    var upstream: Double
  }

  /// The cell that moves most of the box, and for each cell that it moves how many times as far it goes.
  private func slopes(_ slot: Int) -> (place: Int, moved: [Moved]) {
    let shape = graph.shape(of: entry.node)
    let back = key.key.derivatives[entry.node]
    var slopes: [[Double]] = []
    for place in 0..<min(shape.count, 400) {
      var one = NumericArray(filledWith: 0, shape: shape)
      one[place] = 1
      let parts = key.key.forward.occurrences(of: entry.node, upstream: one)
      let count = graph.shape(of: entry.quantity).count
      slopes.append(
        parts.filter { $0.slot == slot }.reduce(Array(repeating: 0, count: count)) { sum, part in
          zip(sum, part.derivative.elements).map { $0 + $1 }
        })
    }
    let cells = graph.shape(of: entry.quantity).count
    let place =
      (0..<cells).max { a, b in
        slopes.count { $0[a] != 0 } < slopes.count { $0[b] != 0 }
      } ?? 0
    let moved = slopes.indices.filter { slopes[$0][place] != 0 }.map {
      Moved(cell: node + shape.cell(at: $0), slope: slopes[$0][place], upstream: back[$0])
    }
    return (place, moved)
  }

  private func moving(_ cell: String, _ moved: [Moved]) -> LookSheet.Line {
    let shown = moved.prefix(ArrayDerivationSteps.mostTerms)
    var parts: [LookSheet.Part] = [.text("one cell: if \(cell) moves, ")]
    parts += Array(
      shown.map { part -> [LookSheet.Part] in
        part.slope == 1
          ? [.text("\(part.cell) moves just as far")]
          : [.text("\(part.cell) moves "), .number(part.slope.roundedText), .text(" times as far")]
      }.joined(separator: ", "))
    if moved.count > shown.count { parts.append(.text(", and \(moved.count - shown.count) more")) }
    if moved.isEmpty { parts.append(.text("nothing in \(node) moves here")) }
    return LookSheet.Line(indent: 2, parts)
  }

  private func product(
    _ cell: String, _ moved: [Moved], isKnown: Bool, isOutput: Bool
  ) -> LookSheet.Line {
    let name = "d\(key.list.outputName)/d\(cell)"
    let shown = moved.prefix(ArrayDerivationSteps.mostTerms)
    var parts: [LookSheet.Part] = [
      .text(isOutput ? "\(node) is the output: \(name) = " : "each times its part of \(upstream): ")
    ]
    parts += Array(
      shown.map { part -> [LookSheet.Part] in
        let slope = LookSheet.Part.number(part.slope.factorText)
        if isOutput { return [slope] }
        return [slope, .text(" × "), isKnown ? .number(part.upstream.factorText) : .open]
      }.joined(separator: " + "))
    if moved.count > shown.count { parts.append(.text(" + …")) }
    if isKnown, !isOutput {
      let sum = moved.reduce(0) { $0 + $1.slope * $1.upstream }
      parts += [.text(" = "), .number(sum.roundedText)]
    }
    return LookSheet.Line(indent: 2, parts)
  }
}

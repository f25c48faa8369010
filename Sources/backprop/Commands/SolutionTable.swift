import Autodiff
import Expressions
import TextScreen

/// The table that `solve` prints: each node with its value, its derivative and its local derivatives.
struct SolutionTable {
  private let backward: BackwardPass
  private let heading: [String]
  /// The name, the value and the derivative of each node.
  private let cells: [[String]]
  /// How many local derivatives have no formula in the table, since it would be too long.
  private(set) var leftOut = 0

  /// The columns that the output's name has in the heading.
  private static let longestHeading = 16
  /// How far what stands below a node is set in.
  private static let indent = 4
  /// All derivatives together have so many terms written out at most, beside those that are short.
  private static let (longestFormulas, shortFormula) = (100_000, 64)

  init(_ backward: BackwardPass) {
    self.backward = backward
    let graph = backward.forward.graph
    let output = graph.nodes[graph.output].name.truncated(toColumns: SolutionTable.longestHeading)
    heading = [
      "node", "value", ComputationGraph.derivativeName(of: output, by: "·"), "local derivatives",
    ]
    cells = graph.nodes.indices.map { index in
      [
        graph.nodes[index].name, backward.forward.values[index].inTable,
        backward.derivatives[index].inTable,
      ]
    }
  }

  /// What to know where formulas are left out.
  var note: String {
    let count = leftOut == 1 ? "1 local derivative is" : "\(leftOut) local derivatives are"
    return "the formulas of \(count) too long for a table; --json writes them out"
  }

  /// Writes the table, a node a line.
  ///
  /// - Parameter columns: the width of the terminal. In a table that is wider, formulas and local derivatives stand
  ///   below their node, on as many lines as they need.
  mutating func write(fitting columns: Int, to stream: inout some TextOutputStream) {
    if let rows = rows(fitting: columns) {
      stream.write("\(Output.table([heading] + rows))\n")
      return
    }
    let lines = Output.table([Array(heading.dropLast())] + cells, columns: columns)
      .split(separator: "\n", omittingEmptySubsequences: false)
    stream.write("\(lines[0])\n")
    var room = SolutionTable.longestFormulas
    for (node, line) in lines.dropFirst().enumerated() {
      stream.write("\(line)\n")
      if let formula = formula(of: node) { writeBelow("= \(formula.text)", columns, to: &stream) }
      var locals = Locals(of: node, in: backward, room: room)
      while let local = locals.next() { writeBelow(local, columns, to: &stream) }
      leftOut += locals.leftOut
      room = locals.room
    }
  }

  private func formula(of node: Int) -> Expression? {
    backward.forward.graph.nodes[node].formula?.expression
  }

  /// The rows of a table in which each node is one line; nothing where such a table is wider than the terminal.
  private func rows(fitting columns: Int) -> [[String]]? {
    var widths = heading.dropLast().map(\.columns)
    for (node, cells) in cells.enumerated() {
      let title =
        cells[0].columns + (formula(of: node).map { 3 + $0.text(atMost: columns).columns } ?? 0)
      for (place, width) in [title, cells[1].columns, cells[2].columns].enumerated() {
        widths[place] = max(widths[place], width)
      }
      if widths[0] > columns { return nil }
    }
    let room = columns - widths.reduce(0) { $0 + $1 + 2 }
    var rows: [[String]] = []
    for (node, cells) in cells.enumerated() {
      var locals = Locals(of: node, in: backward, room: SolutionTable.longestFormulas)
      var line = ""
      while let local = locals.next() {
        line += line.isEmpty ? local : ", \(local)"
        if line.columns > room { return nil }
      }
      let title = formula(of: node).map { "\(cells[0]) = \($0.text)" } ?? cells[0]
      rows.append([title, cells[1], cells[2], line])
    }
    return heading[3].columns > room ? nil : rows
  }

  private func writeBelow(
    _ text: String, _ columns: Int, to stream: inout some TextOutputStream
  ) {
    let indent = String(repeating: " ", count: SolutionTable.indent)
    let room = max(1, columns - SolutionTable.indent)
    for line in StyledText(text).wrapped(toColumns: room, hangingIndent: 2) {
      stream.write("\(indent)\(line.text)\n")
    }
  }

  /// The local derivatives of a node in the order of its operands, each as `dJ/dw = 2w = 6`.
  private struct Locals {
    private let backward: BackwardPass
    private let node: Int
    private var derivatives: LocalDerivatives?
    private var slot = 0
    /// How many terms of long formulas there is room for.
    private(set) var room: Int
    private(set) var leftOut = 0

    init(of node: Int, in backward: BackwardPass, room: Int) {
      self.backward = backward
      self.room = room
      self.node = node
      derivatives = backward.forward.graph.nodes[node].formula.map {
        LocalDerivatives(of: $0.expression)
      }
    }

    mutating func next() -> String? {
      let graph = backward.forward.graph
      guard slot < graph.nodes[node].operands.count else { return nil }
      defer { slot += 1 }
      let number = backward.localDerivative(of: node, slot: slot)
      let name = graph.derivativeName(of: node, by: graph.nodes[node].operands[slot])
      let size = derivatives?.size(slot: slot) ?? 0
      guard size <= max(room, SolutionTable.shortFormula) else {
        leftOut += 1
        return "\(name) = \(number.inTable)"
      }
      if size > SolutionTable.shortFormula { room -= size }
      let formula = derivatives?.text(slot: slot)
      return [name, formula == number.shortestText ? nil : formula, number.inTable]
        .compactMap { $0 }.joined(separator: " = ")
    }
  }
}

extension Double {
  /// The number as tables have it.
  var inTable: String { rounded(toDigits: Output.digits).shortestText }
}

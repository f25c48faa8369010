import Autodiff
import Expressions
import Journals
import TextScreen

/// `backprop solve` on a graph with vectors and matrices.
enum ArraySolveCommand {
  static func run(_ given: ArrayArguments, _ arguments: Arguments) throws(Failure) -> ExitStatus {
    let backward = try given.backward()
    if arguments.has("--check") { return try check(given, backward) }
    CornerNotes.write(on: given.graph, at: given.forward.values)
    Output.write(
      arguments.has("--json")
        ? json(given, backward).text
        : text(given, backward, columns: Output.columns))
    return .done
  }

  // MARK: Text

  /// A block for each node: its formula and shape, its numbers and derivatives side by side, and what it passes back.
  static func text(
    _ given: ArrayArguments, _ backward: ArrayBackwardPass, columns: Int
  ) -> String {
    let graph = given.graph
    let derivatives = ArrayDerivatives(given.reading)
    let room = max(8, (columns - 6) / 2)
    return graph.nodes.enumerated().map { index, node in
      let title = node.formula.map { "\(node.name) = \($0.text.trimmingBlanks)" } ?? node.name
      let values = ArrayGrid(backward.forward.values[index], columns: room).lines
      let slopes = ArrayGrid(backward.derivatives[index], columns: room).lines
      let width = max(5, values.map(\.columns).max() ?? 0)
      var lines = ["\(title)  \(graph.shape(of: index).text)".truncated(toColumns: columns)]
      let rows = [("value", given.derivativeName(index))] + zipped(values, slopes)
      for (left, right) in rows {
        let gap = String(repeating: " ", count: max(0, width - left.columns) + 2)
        lines.append(right.isEmpty ? "  \(left)" : "  \(left)\(gap)\(right)")
      }
      for slot in node.operands.indices {
        guard let rule = derivatives.rule(of: index, slot: slot) else { continue }
        let name = given.derivativeName(node.operands[slot])
        let isShared = graph.consumers[node.operands[slot]].count > 1
        let line = "\(name)\(isShared ? " via \(node.name)" : "") = \(rule.expression.text)"
        lines += StyledText(line).wrapped(toColumns: columns - 2, hangingIndent: 2).map {
          "  \($0.text)"
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func zipped(_ left: [String], _ right: [String]) -> [(String, String)] {
    (0..<max(left.count, right.count)).map { row in
      (row < left.count ? left[row] : "", row < right.count ? right[row] : "")
    }
  }

  // MARK: JSON

  static func json(_ given: ArrayArguments, _ backward: ArrayBackwardPass) -> JSON {
    let graph = given.graph
    let derivatives = ArrayDerivatives(given.reading)
    let hasAxes = graph.nodes.indices.contains { !graph.shape(of: $0).isNumber }
    let nodes = graph.nodes.enumerated().map { index, node -> JSON in
      var members = SolutionJSON.head(of: node)
      if hasAxes {
        members.append(
          JSON.Member("shape", .array(graph.shape(of: index).sizes.map { .number(Double($0)) })))
      }
      members.append(JSON.Member("value", JSON(backward.forward.values[index])))
      members.append(JSON.Member("derivative", JSON(backward.derivatives[index])))
      if node.formula != nil {
        members.append(
          JSON.Member(
            "operands",
            .array(node.operands.indices.map { operand(given, derivatives, backward, index, $0) })))
      }
      return .object(members)
    }
    let output =
      given.reading.starts.isEmpty ? graph.nodes[graph.output].name : given.reading.outputName
    return .object([
      JSON.Member("output", .string(output)), JSON.Member("nodes", .array(nodes)),
    ])
  }

  /// An operand: between numbers its local derivative, else the rule of what is passed back to it.
  private static func operand(
    _ given: ArrayArguments, _ derivatives: ArrayDerivatives, _ backward: ArrayBackwardPass,
    _ node: Int, _ slot: Int
  ) -> JSON {
    let graph = given.graph
    let operand = graph.nodes[node].operands[slot]
    var members = [JSON.Member("name", .string(graph.nodes[operand].name))]
    if graph.shape(of: node).isNumber, graph.shape(of: operand).isNumber {
      let one = NumericArray(1)
      let local = backward.forward.occurrences(of: node, upstream: one)
        .filter { $0.slot == slot }.reduce(0) { $0 + $1.derivative[0] }
      members.append(JSON.Member("localDerivative", .number(local)))
      if let expression = graph.nodes[node].formula?.expression, expression.arrays.isEmpty {
        let name = expression.names[slot]
        let symbolic = SymbolicDerivative(of: expression, withRespectTo: name)
        members.append(JSON.Member("symbolic", .string(symbolic.text)))
      }
    } else {
      let rule = derivatives.rule(of: node, slot: slot)
      members.append(JSON.Member("rule", .string(rule?.expression.text ?? "0")))
    }
    return .object(members)
  }

  // MARK: Check

  private static func check(
    _ given: ArrayArguments, _ backward: ArrayBackwardPass
  ) throws(Failure) -> ExitStatus {
    let check: DifferenceCheck
    do {
      check = try DifferenceCheck(backward, given.reading.inputs, starts: given.reading.starts)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    return DifferenceTable(check, given.graph, given.derivativeName).write()
  }
}

extension JSON {
  /// An array as nested arrays; a number as it is.
  init(_ array: NumericArray) {
    func part(_ axis: Int, _ start: Int, _ count: Int) -> JSON {
      guard axis < array.shape.axes else { return .number(array[start]) }
      let size = array.shape.sizes[axis]
      let each = size == 0 ? 0 : count / size
      return .array((0..<size).map { part(axis + 1, start + $0 * each, each) })
    }
    self = part(0, 0, array.elements.count)
  }
}

public import Autodiff
import Expressions

/// A graph with arrays in the language of Graphviz: a node with its shape and, where they are few, its numbers, a wire
/// with what is passed back along it, as a formula.
public struct ArrayDOTExport {
  private let reading: ArrayReading
  private let backward: ArrayBackwardPass

  /// So many numbers are written in a node.
  private static let numberLimit = 12

  public init(_ reading: ArrayReading, _ backward: ArrayBackwardPass) {
    self.reading = reading
    self.backward = backward
  }

  /// Writes the graph, a node or a wire a line.
  ///
  /// - Complexity: O(n + e) in the terms of all formulas and the wires.
  public func write(to stream: inout some TextOutputStream) {
    let graph = reading.graph
    let derivatives = ArrayDerivatives(reading)
    func name(_ node: Int) -> String {
      ComputationGraph.derivativeName(of: reading.outputName, by: graph.nodes[node].name)
    }
    stream.write(DOT.heading(graph.nodes[graph.output].name))
    for (index, node) in graph.nodes.enumerated() {
      let title = node.formula.map { "\(node.name) = \($0.expression.text)" } ?? node.name
      var lines = ["\(title)  \(graph.shape(of: index).text)"]
      if graph.shape(of: index).count <= ArrayDOTExport.numberLimit {
        lines.append("\(node.name) = \(short(backward.forward.values[index]))")
        lines.append("\(name(index)) = \(short(backward.derivatives[index]))")
      }
      stream.write(DOT.node(index, of: graph, lines))
    }
    for (index, node) in graph.nodes.enumerated() {
      for (slot, operand) in node.operands.enumerated() {
        let rule = derivatives.rule(of: index, slot: slot)
        let via = graph.consumers[operand].count > 1 ? " via \(node.name)" : ""
        let label = rule.map { "\(name(operand))\(via) = \($0.expression.text)" }
        stream.write(DOT.wire(from: operand, to: index, label))
      }
    }
    stream.write("}\n")
  }

  /// The numbers with six digits, as tables of many have them.
  private func short(_ array: NumericArray) -> String {
    array.text { $0.rounded(toDigits: 6).shortestText }
  }
}

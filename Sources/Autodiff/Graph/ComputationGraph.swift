public import Expressions

/// A computation graph: quantities in topological order, each computed from earlier ones.
///
/// The graph is as typed: nothing is merged or simplified. Values and derivatives lie beside it, in
/// `ForwardPass` and `BackwardPass`.
public struct ComputationGraph: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// An input that is to be learned: back propagation asks for its derivative.
    case parameter
    /// An input that is given: nobody asks for its derivative.
    case data
    case operation(Formula)
  }

  /// A quantity of the graph.
  public struct Node: Hashable, Sendable {
    public var name: String
    public var kind: Kind
    /// The nodes it is computed from, each once, in the order of `Expression.names`.
    public var operands: [Int]

    /// The formula of an operation.
    public var formula: Formula? {
      if case .operation(let formula) = kind { formula } else { nil }
    }
  }

  public let nodes: [Node]
  /// The node whose derivatives are asked.
  public let output: Int
  /// For each node the operations that use it, each once, from left to right.
  public let consumers: [[Int]]
  /// Whether a node has a part in the output.
  public let reachesOutput: [Bool]
  private let indices: [String: Int]
  /// For each node its shape; empty in a graph of numbers.
  private let shapes: [Shape]

  /// - Parameter shapes: for each node its shape; empty for a graph of numbers.
  /// - Precondition: `nodes` are in topological order, their names unique.
  /// - Complexity: O(n + e).
  init(nodes: [Node], output: Int, shapes: [Shape] = []) {
    self.nodes = nodes
    self.shapes = shapes
    self.output = output
    var consumers: [[Int]] = Array(repeating: [], count: nodes.count)
    var indices: [String: Int] = [:]
    indices.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      indices[node.name] = index
      for operand in node.operands {
        precondition(operand < index, "operands come before the node that uses them")
        consumers[operand].append(index)
      }
    }
    var reaches = Array(repeating: false, count: nodes.count)
    reaches[output] = true
    for index in nodes.indices.reversed() where reaches[index] {
      for operand in nodes[index].operands { reaches[operand] = true }
    }
    self.consumers = consumers
    self.indices = indices
    reachesOutput = reaches
  }

  /// The node with a name.
  ///
  /// - Complexity: O(1).
  public func index(of name: String) -> Int? { indices[name] }

  /// Whether some quantity has axes, so that values are arrays.
  public var hasArrays: Bool { !shapes.isEmpty }

  /// The shape of a node; that of a number in a graph of numbers.
  public func shape(of node: Int) -> Shape { shapes.isEmpty ? .number : shapes[node] }

  /// For each node whether it is computed from one of them, itself among them.
  ///
  /// - Complexity: O(n + e).
  func depends(on node: Int) -> [Bool] {
    var depends = Array(repeating: false, count: nodes.count)
    depends[node] = true
    for index in nodes.indices.dropFirst(node + 1) {
      depends[index] = nodes[index].operands.contains { depends[$0] }
    }
    return depends
  }

  /// The operations of the graph, from left to right.
  public var operations: [Int] {
    nodes.indices.filter { nodes[$0].formula != nil }
  }
}

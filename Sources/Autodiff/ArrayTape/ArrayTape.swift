import Expressions

/// A graph with arrays compiled for speed: instructions over one memory, which call the kernels for arrays.
///
/// Forward and reverse are one list. A layer `tanh(X W + b)` is one instruction, a transposed factor is read as it lies,
/// and what is needed between two instructions alone shares its place with the rest of its kind. Every graph can be
/// compiled: what has no kernel is computed as the tables of operations and rules say. Values and derivatives lie
/// beside the tape, in `ArrayTapeRun`.
///
/// It is a class so that all runs share it; it never changes.
public final class ArrayTape: Sendable {
  /// By what derivatives are computed.
  public enum Derivatives: Hashable, Sendable {
    /// By every quantity.
    case all
    /// By parameters and by what is computed from them, not by data.
    case parameters
    /// By nothing: values alone.
    case none
  }

  public let graph: ComputationGraph
  let instructions: [ArrayInstruction]
  /// For each instruction the node that it belongs to.
  let owners: [Int]
  /// So many instructions are the forward pass.
  let forwardCount: Int
  /// For each piece the place of its first number.
  let places: [Int]
  /// Numbers that are there from the start, by their place.
  let contents: [(place: Int, numbers: [Double])]
  /// For each node the place of its value, and of its derivative where there is one.
  let values: [Int]
  let derivatives: [Int?]
  /// How many numbers a run's memory has.
  public let memoryCount: Int

  /// Compiles a graph.
  ///
  /// - Parameter starts: derivatives that are given to begin with; none where the output's own is 1.
  /// - Complexity: O(n k) in the terms of all formulas, where k arrays are needed at the same time.
  public init(
    _ graph: ComputationGraph, starts: [ArrayReading.Start] = [],
    derivatives wanted: Derivatives = .all
  ) {
    var compiler = ArrayTapeCompiler()
    let nodes = compiler.addForward(graph) { input in
      switch wanted {
      case .all: true
      case .parameters: graph.nodes[input].kind == .parameter
      case .none: false
      }
    }
    forwardCount = compiler.instructions.count
    if wanted != .none { compiler.addStarts(starts, nodes, graph) }
    compiler.addReverse()
    var derivatives: [Int?] = []
    for quantity in nodes {
      let item = compiler.quantities[quantity]
      guard item.isWanted else {
        derivatives.append(nil)
        continue
      }
      // What has no part in the output has zeros.
      let piece = item.adjoint ?? compiler.piece(item.shape.count, isKept: true)
      if item.adjoint == nil {
        compiler.contents[piece] = Array(repeating: 0, count: item.shape.count)
      }
      compiler.pieces[piece].isKept = true
      derivatives.append(piece)
    }
    let layout = ArenaLayout(compiler.pieces)
    self.graph = graph
    self.derivatives = derivatives.map { $0.map { layout.places[$0] } }
    instructions = compiler.instructions
    owners = compiler.owners
    places = layout.places
    memoryCount = layout.count
    contents = compiler.contents.map { (layout.places[$0.key], $0.value) }
    values = nodes.map { layout.places[compiler.stored($0)] }
  }

  /// How many numbers the values and derivatives of all quantities are, which a run keeps.
  public var quantityCount: Int {
    graph.nodes.indices.reduce(0) {
      $0 + graph.shape(of: $1).count * (derivatives[$1] == nil ? 1 : 2)
    }
  }
}

extension ArrayTapeCompiler {
  /// Begins with derivatives that are given, or with the output's own, which is 1.
  mutating func addStarts(
    _ starts: [ArrayReading.Start], _ nodes: [Int], _ graph: ComputationGraph
  ) {
    if starts.isEmpty, quantities[nodes[graph.output]].isWanted {
      let (to, _) = target(nodes[graph.output])
      emit(.fill(1, count: pieces[to].count, to: to))
    }
    for start in starts where quantities[nodes[start.node]].isWanted {
      node = start.node
      let expression = start.formula.expression
      let root = add(
        expression, at: expression.names.map { nodes[graph.index(of: $0) ?? 0] }, isRecorded: false)
      let shape = graph.shape(of: start.node)
      let whole = piece(shape.count)
      let own = quantities[root].shape
      move(stored(root), own.spreadStrides(to: shape), whole, shape)
      pass(whole, to: nodes[start.node])
    }
  }
}

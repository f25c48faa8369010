import Autodiff
import Expressions

/// Collects the entries of a graph with arrays in order; each knows those that lead to it.
struct ArrayEntryBuilder {
  private let graph: ComputationGraph
  private let outputName: String
  private(set) var entries: [ArrayEntry] = []
  /// Whether a node's derivative may be other than 0: it is a parameter, or moves with one.
  let isActive: [Bool]
  /// Whether something comes back to a node.
  private let isReached: [Bool]
  /// For each node the consumers that pass something back to it, from left to right.
  private let paths: [[Int]]
  /// The nodes whose derivative is given to begin with.
  private let starts: Set<Int>
  private var values: [Int: Int] = [:]
  private var shapes: [Int: Int] = [:]
  private var derivatives: [Int: Int] = [:]
  private var contributions: [Int: [Int]] = [:]

  init(_ reading: ArrayReading) {
    let graph = reading.graph
    self.graph = graph
    outputName = reading.outputName
    starts = Set(reading.starts.map(\.node))
    var isActive: [Bool] = []
    for (index, node) in graph.nodes.enumerated() {
      switch node.kind {
      case .parameter: isActive.append(true)
      case .data: isActive.append(false)
      case .operation:
        isActive.append(
          node.operands.enumerated().contains { slot, operand in
            isActive[operand] && graph.passes(index, slot: slot)
          })
      }
    }
    var isReached = graph.nodes.map { _ in false }
    if starts.isEmpty { isReached[graph.output] = true }
    for start in starts { isReached[start] = true }
    var paths: [[Int]] = graph.nodes.map { _ in [] }
    for (index, node) in graph.nodes.enumerated().reversed() where isReached[index] {
      for (slot, operand) in node.operands.enumerated()
      where isActive[operand] && graph.passes(index, slot: slot) {
        isReached[operand] = true
        paths[operand].insert(index, at: 0)
      }
    }
    self.isActive = isActive
    self.isReached = isReached
    self.paths = paths
  }

  mutating func addValues() {
    for node in graph.operations {
      let operands = graph.nodes[node].operands.compactMap { values[$0] }
      let shapesBefore = graph.nodes[node].operands.compactMap { shapes[$0] }
      let name = graph.nodes[node].name
      shapes[node] = add("shape of \(name)", .valueShape, node, node, nil, shapesBefore)
      values[node] = add(name, .value, node, node, nil, operands)
    }
  }

  mutating func addDerivatives(at node: Int) {
    guard isReached[node] else { return }
    for (slot, operand) in graph.nodes[node].operands.enumerated()
    where paths[operand].contains(node) {
      let name = ComputationGraph.derivativeName(of: outputName, by: graph.nodes[operand].name)
      let isFirst = paths[operand].last == node
      if isFirst { _ = add("shape of \(name)", .derivativeShape, operand, node, nil, []) }
      let leading = [derivatives[node]].compactMap { $0 }
      // What is given to begin with is one more way.
      guard paths[operand].count > 1 || starts.contains(operand) else {
        derivatives[operand] = add(name, .derivative, operand, node, slot, leading)
        continue
      }
      let path = "\(name) via \(graph.nodes[node].name)"
      contributions[operand, default: []].append(
        add(path, .contribution, operand, node, slot, leading))
      if paths[operand].first == node {
        derivatives[operand] = add(
          name, .derivative, operand, node, nil, contributions[operand] ?? [])
      }
    }
  }

  private mutating func add(
    _ name: String, _ kind: ArrayEntry.Kind, _ quantity: Int, _ node: Int, _ slot: Int?,
    _ prerequisites: [Int]
  ) -> Int {
    entries.append(
      ArrayEntry(
        name: name, kind: kind, quantity: quantity, node: node, slot: slot,
        prerequisites: prerequisites))
    return entries.count - 1
  }
}

extension ComputationGraph {
  /// Whether a node passes something back to an operand, which it does not to indices, conditions and what has no slope.
  func passes(_ node: Int, slot: Int) -> Bool {
    guard let expression = nodes[node].formula?.expression else { return false }
    var passes = expression.terms.map { _ in false }
    passes[expression.root] = true
    for index in expression.terms.indices.reversed() where passes[index] {
      switch expression.terms[index] {
      case .number, .constant: break
      case .name(let name): if name == slot { return true }
      case .unary(let operation, let a):
        if operation != .sign && operation != .step { passes[a] = true }
      case .binary(_, let a, let b):
        passes[a] = true
        passes[b] = true
      case .array(let place):
        let call = expression.arrays[place]
        for (operand, term) in call.operands.enumerated()
        where !call.operation.isData(operand: operand)
          && !expression.isIndex(term, of: call, at: operand, in: self, node)
        {
          passes[term] = true
        }
      }
    }
    return false
  }
}

extension Expression {
  /// Whether an operand of a cross-entropy is an index for each row.
  fileprivate func isIndex(
    _ term: Int, of call: ArrayCall, at operand: Int, in graph: ComputationGraph, _ node: Int
  ) -> Bool {
    guard call.operation == .crossEntropy, operand == 1 else { return false }
    let shapes = names.indices.map { graph.shape(of: graph.nodes[node].operands[$0]) }
    guard let found = try? termShapes(at: shapes) else { return false }
    return found[call.operands[0]] != found[term]
  }
}

public import Autodiff
public import Training

/// The entries of a graph, in the order one works: values from left to right, then derivatives from right to left.
public struct EntryList: Hashable, Sendable {
  public let graph: ComputationGraph
  public let entries: [Entry]
  private let indices: [String: Int]
  /// For each node the entry that asks for its value, and the one for its derivative; -1 where none does.
  private let forwardEntries: [Int32]
  private let derivativeEntries: [Int32]
  /// The names of the graph's nodes.
  public let names: Set<String>
  /// What derivatives are those of.
  public let outputName: String
  /// What the entries were listed from, in a graph with arrays.
  let arrays: ArrayEntryList?
  /// The steps after which more is asked; `nil` where nothing is.
  public let steps: StepPlan?
  private let laterEntries: [LaterQuantity: Int]

  /// Lists what is asked of a graph; data and constants are not.
  ///
  /// - Parameter steps: the steps after which more is asked.
  /// - Complexity: O(n + e), for each step again.
  public init(_ graph: ComputationGraph, after steps: StepPlan? = nil) {
    var builder = Builder(graph: graph)
    builder.addForwardValues()
    for node in graph.nodes.indices.reversed() where graph.reachesOutput[node] {
      builder.addDerivatives(at: node)
    }
    var entries = builder.entries
    if let steps {
      entries +=
        LaterEntries(
          steps, on: graph, from: entries.count, derivatives: builder.derivatives,
          of: graph.nodes[graph.output].name
        ).entries
    }
    self.init(
      graph, entries, forward: builder.forward, derivatives: builder.derivatives,
      outputName: graph.nodes[graph.output].name, arrays: nil, steps: steps)
  }

  /// Entries that were listed from a graph with arrays.
  ///
  /// - Parameters:
  ///   - steps: the steps after which more is asked.
  ///   - hasCells: whether each cell is an entry of its own.
  init(
    _ arrays: ArrayEntryList, _ entries: [Entry], after steps: StepPlan?, hasCells: Bool
  ) {
    let graph = arrays.graph
    var values: [String: Int32] = [:]
    for (index, entry) in entries.enumerated() { values[entry.name] = Int32(index) }
    let derivatives = graph.nodes.indices.map { values[arrays.derivativeName(of: $0)] ?? -1 }
    let later = steps.map { steps in
      LaterEntries(
        steps, on: graph, from: entries.count, derivatives: derivatives, of: arrays.outputName,
        hasCells: hasCells
      ).entries
    }
    self.init(
      graph, entries + (later ?? []),
      forward: graph.nodes.map { $0.formula == nil ? -1 : values[$0.name] ?? -1 },
      derivatives: derivatives, outputName: arrays.outputName, arrays: arrays, steps: steps)
  }

  private init(
    _ graph: ComputationGraph, _ entries: [Entry], forward: [Int32], derivatives: [Int32],
    outputName: String, arrays: ArrayEntryList?, steps: StepPlan? = nil
  ) {
    self.steps = steps
    self.graph = graph
    self.entries = entries
    self.outputName = outputName
    self.arrays = arrays
    forwardEntries = forward
    derivativeEntries = derivatives
    names = Set(graph.nodes.map(\.name))
    var indices: [String: Int] = [:]
    indices.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      indices[arrays == nil ? entry.name : ArrayEntryList.normalised(entry.name)] = index
    }
    self.indices = indices
    var later: [LaterQuantity: Int] = [:]
    if steps != nil {
      for (index, entry) in entries.enumerated() { entry.later.map { later[$0] = index } }
    }
    laterEntries = later
  }

  /// The entry that asks for a quantity after steps.
  public func index(of later: LaterQuantity) -> Int? { laterEntries[later] }

  /// The entry with a name; blanks around `/` and `via` do not matter.
  public func index(of name: String) -> Int? {
    arrays == nil
      ? indices[name] ?? indices[EntryList.normalised(name)]
      : indices[ArrayEntryList.normalised(name)]
  }

  /// The entry that asks for a node's value, if it is asked.
  public func forward(of node: Int) -> Int? {
    forwardEntries[node] < 0 ? nil : Int(forwardEntries[node])
  }

  /// The entry that asks for the whole derivative of the output with respect to a node.
  public func derivative(of node: Int) -> Int? {
    derivativeEntries[node] < 0 ? nil : Int(derivativeEntries[node])
  }

  /// The entry that asks for a node's derivative with respect to one of its operands, if it is asked; at the output
  /// that is the derivative of the output itself.
  public func localDerivative(of node: Int, slot: Int) -> Int? {
    guard arrays == nil else { return nil }
    let local = graph.derivativeName(of: node, by: graph.nodes[node].operands[slot])
    return indices["\(local) via \(graph.nodes[node].name)"] ?? indices[local]
  }

  private static func normalised(_ name: String) -> String {
    name.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .joined(separator: "/").replacing("∂", with: "d")
  }
}

/// Collects entries in order; each knows those that lead to it.
private struct Builder {
  let graph: ComputationGraph
  var entries: [Entry] = []
  /// For each node the entry that asks for its value, and the one for its derivative; -1 where there is none.
  private(set) var forward: [Int32]
  private(set) var derivatives: [Int32]
  private var contributions: [Int: [Int]] = [:]
  /// For each node the number of its paths towards the output, and the leftmost consumer among them.
  private var pathCounts: [Int]
  private var leftmostPaths: [Int?]

  init(graph: ComputationGraph) {
    self.graph = graph
    forward = Array(repeating: -1, count: graph.nodes.count)
    derivatives = forward
    pathCounts = Array(repeating: 0, count: graph.nodes.count)
    leftmostPaths = Array(repeating: nil, count: graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() where graph.reachesOutput[index] {
      for operand in node.operands {
        pathCounts[operand] += 1
        leftmostPaths[operand] = leftmostPaths[operand] ?? index
      }
    }
  }

  mutating func addForwardValues() {
    for node in graph.operations {
      forward[node] = Int32(entries.count)
      entries.append(
        Entry(
          name: graph.nodes[node].name, kind: .forward, node: node, slot: nil, isAtOutput: false,
          prerequisites: graph.nodes[node].operands.compactMap { known(forward[$0]) }))
    }
  }

  mutating func addDerivatives(at node: Int) {
    let isAtOutput = node == graph.output
    let values = graph.nodes[node].operands.compactMap { known(forward[$0]) }
    for (slot, operand) in graph.nodes[node].operands.enumerated()
    where graph.nodes[operand].kind != .data {
      var chain = values
      if !isAtOutput {
        let name = graph.derivativeName(of: node, by: operand)
        chain =
          [add(name, .local, node, slot, values)] + [known(derivatives[node])].compactMap { $0 }
      }
      let name = graph.derivativeName(of: graph.output, by: operand)
      guard pathCounts[operand] > 1 else {
        derivatives[operand] = Int32(add(name, .derivative, node, slot, chain))
        continue
      }
      let path = add("\(name) via \(graph.nodes[node].name)", .contribution, node, slot, chain)
      contributions[operand, default: []].append(path)
      if node == leftmostPaths[operand] {
        derivatives[operand] = Int32(
          add(name, .derivative, node, nil, contributions[operand] ?? []))
      }
    }
  }

  private func known(_ entry: Int32) -> Int? { entry < 0 ? nil : Int(entry) }

  private mutating func add(
    _ name: String, _ kind: Entry.Kind, _ node: Int, _ slot: Int?, _ prerequisites: [Int]
  ) -> Int {
    entries.append(
      Entry(
        name: name, kind: kind, node: node, slot: slot,
        isAtOutput: node == graph.output, prerequisites: prerequisites))
    return entries.count - 1
  }
}

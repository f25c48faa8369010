public import Autodiff
import Expressions

/// The entries of a graph with arrays, in the order one works: values from left to right, the shape of each before it,
/// then derivatives from right to left.
///
/// The whole arrays come first; the cells of each follow behind all of them and are made when they are asked for, since
/// there may be millions.
public struct ArrayEntryList: Hashable, Sendable {
  public let graph: ComputationGraph
  /// What derivatives are those of.
  public let outputName: String
  /// The shapes and the whole arrays.
  public let entries: [ArrayEntry]
  private let indices: [String: Int]
  /// For each whole array the index of its first cell.
  private let firstCells: [Int]
  /// How many entries there are, cells among them.
  public let count: Int
  /// Whether the derivative of each node may be other than 0: learners are asked for no other.
  let isActive: [Bool]

  /// - Complexity: O(n + e).
  public init(reading: ArrayReading) {
    let graph = reading.graph
    var builder = ArrayEntryBuilder(reading)
    builder.addValues()
    for node in graph.nodes.indices.reversed() { builder.addDerivatives(at: node) }
    self.graph = graph
    outputName = reading.outputName
    entries = builder.entries
    isActive = builder.isActive
    var indices: [String: Int] = [:]
    var firstCells: [Int] = []
    var count = entries.count
    for (index, entry) in entries.enumerated() {
      indices[ArrayEntryList.normalised(entry.name)] = index
      firstCells.append(count)
      if !entry.isShape, !graph.shape(of: entry.quantity).isNumber {
        count += graph.shape(of: entry.quantity).count
      }
    }
    self.indices = indices
    self.firstCells = firstCells
    self.count = count
  }

  /// An entry by its index, a cell among them.
  public subscript(index: Int) -> ArrayEntry {
    guard index >= entries.count else { return entries[index] }
    let whole = self.whole(of: index)
    var entry = entries[whole]
    var place = index - firstCells[whole]
    var cell: [Int] = []
    for size in graph.shape(of: entry.quantity).sizes.reversed() {
      cell.insert(place % size, at: 0)
      place /= size
    }
    entry.cell = cell
    entry.name = ArrayEntryList.name(of: cell, in: entry)
    return entry
  }

  /// The whole array of a cell; a whole array's own index.
  ///
  /// - Complexity: O(log n).
  public func whole(of index: Int) -> Int {
    guard index >= entries.count else { return index }
    var (low, high) = (0, firstCells.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstCells[middle] <= index { low = middle } else { high = middle }
    }
    // Entries without cells begin where the next one does.
    return low
  }

  /// The indices of the cells of a whole array; none for a number or a shape.
  public func cells(of index: Int) -> Range<Int> {
    firstCells[index]..<(index + 1 < firstCells.count ? firstCells[index + 1] : count)
  }

  /// The entry with a name, a cell's among them; blanks do not matter, and ∂ is d.
  public func index(of name: String) -> Int? {
    let plain = ArrayEntryList.normalised(name)
    if let index = indices[plain] { return index }
    guard let open = plain.firstIndex(of: "["), let close = plain.firstIndex(of: "]") else {
      return nil
    }
    // `dJ/dH[0,1]viaZ2` is a cell of `dJ/dHviaZ2`.
    let whole = plain[..<open] + plain[plain.index(after: close)...]
    guard let index = indices[String(whole)], !entries[index].isShape else { return nil }
    let sizes = graph.shape(of: entries[index].quantity).sizes
    let parts = plain[plain.index(after: open)..<close].split(
      separator: ",", omittingEmptySubsequences: false)
    guard parts.count == sizes.count, !sizes.isEmpty else { return nil }
    var place = 0
    for (part, size) in zip(parts, sizes) {
      guard let number = Int(part), -size..<size ~= number else { return nil }
      place = place * size + (number < 0 ? number + size : number)
    }
    return firstCells[index] + place
  }

  /// The entry that asks for a node's value, if it is asked.
  public func value(of node: Int) -> Int? {
    indices[ArrayEntryList.normalised(graph.nodes[node].name)]
  }

  /// The entry that asks for the whole derivative of the output with respect to a node, if it is asked.
  public func derivative(of node: Int) -> Int? {
    indices[ArrayEntryList.normalised(derivativeName(of: node))]
  }

  /// What the derivative of the output with respect to a node is called: `dJ/dZ`.
  public func derivativeName(of node: Int) -> String {
    ComputationGraph.derivativeName(of: outputName, by: graph.nodes[node].name)
  }

  private static func name(of cell: [Int], in entry: ArrayEntry) -> String {
    let place = "[\(cell.map(String.init).joined(separator: ", "))]"
    guard entry.kind == .contribution, let path = entry.name.firstRange(of: " via ") else {
      return entry.name + place
    }
    return entry.name[..<path.lowerBound] + place + entry.name[path.lowerBound...]
  }

  static func normalised(_ name: String) -> String {
    String(name.filter { !$0.isWhitespace }).replacing("∂", with: "d")
  }
}

import Autodiff
import Training

extension EntryList {
  /// Whether shapes and arrays are asked, and not numbers.
  public var asksForArrays: Bool { arrays != nil }

  /// More cells than these are asked of nobody one by one.
  private static let cellLimit = 2000

  /// Lists what may be asked of a graph with vectors and matrices, each cell behind its array where they are few.
  ///
  /// - Parameter steps: the steps after which more is asked.
  /// - Returns: the list, and for each entry of the graph as it stands its place in the list of arrays.
  /// - Complexity: O(n) in the entries, cells among them.
  static func listing(
    _ arrays: ArrayEntryList, after steps: StepPlan?
  ) -> (list: EntryList, places: [Int]) {
    let cellCount = arrays.count - arrays.entries.count
    let hasCells = cellCount * (1 + (steps?.count ?? 0)) <= cellLimit
    let places = arrays.entries.indices.flatMap { index in
      [index] + (hasCells ? Array(arrays.cells(of: index)) : [])
    }
    var ownPlaces: [Int: Int] = [:]
    for (own, place) in places.enumerated() { ownPlaces[place] = own }
    let entries = places.map { place in
      let entry = arrays[place]
      return Entry(
        name: entry.name, kind: Entry.Kind(entry.kind), node: entry.node, slot: entry.slot,
        isAtOutput: false, prerequisites: entry.prerequisites.compactMap { ownPlaces[$0] },
        isCell: entry.cell != nil)
    }
    return (EntryList(arrays, entries, after: steps, hasCells: hasCells), places)
  }
}

extension EntryList {
  /// The name of the quantity whose value, shape or derivative an entry of a graph with arrays asks.
  func quantity(of index: Int) -> String? {
    arrays.flatMap { list in
      list.index(of: entries[index].name).map { graph.nodes[list[$0].quantity].name }
    }
  }

  /// The entry in whose place on a drawing another one is written: of a shape or a cell its array.
  ///
  /// - Complexity: O(1).
  public func host(of index: Int) -> Int {
    if let later = entries[index].later { return self.index(of: later.whole) ?? index }
    guard let arrays, entries[index].isShape || entries[index].isCell,
      let place = arrays.index(of: entries[index].name)
    else { return index }
    let whole = arrays[arrays.whole(of: place)]
    let name = whole.isShape ? String(whole.name.dropFirst("shape of ".count)) : whole.name
    return self.index(of: name) ?? index
  }
}

extension Entry.Kind {
  init(_ kind: ArrayEntry.Kind) {
    self =
      switch kind {
      case .valueShape: .shape
      case .derivativeShape: .derivativeShape
      case .value: .forward
      case .contribution: .contribution
      case .derivative: .derivative
      }
  }
}

import Autodiff

extension EntryList {
  /// Whether shapes and arrays are asked, and not numbers.
  public var asksForArrays: Bool { arrays != nil }

  /// More cells than these are asked of nobody one by one.
  private static let cellLimit = 2000

  /// Lists what may be asked of a graph with vectors and matrices, each cell behind its array where they are few.
  ///
  /// - Returns: the list, and for each entry its place in the list of arrays.
  /// - Complexity: O(n) in the entries, cells among them.
  static func listing(_ arrays: ArrayEntryList) -> (list: EntryList, places: [Int]) {
    let hasCells = arrays.count - arrays.entries.count <= cellLimit
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
    return (EntryList(arrays, entries), places)
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

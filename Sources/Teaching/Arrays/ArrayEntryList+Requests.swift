import Expressions
public import Lessons

extension ArrayEntryList {
  /// The entries that a page asks for, in the order one works.
  ///
  /// `forward` asks for the shape of each operation, `backward` for each derivative with the paths that lead to it,
  /// `shapes` for all shapes, `values` for all values; there are no local derivatives. What is given is not asked.
  ///
  /// - Throws: `LessonFailure` for names that are no entries of the graph.
  public func indices(of requests: [FillRequest]) throws(LessonFailure) -> [Int] {
    try requests.asked { (request) throws(LessonError) in try indices(of: request) }
      .sorted { order(of: $0) < order(of: $1) }
  }

  /// Cells come where their array does.
  private func order(of index: Int) -> (Int, Int) {
    index < entries.count ? (index, -1) : (whole(of: index), index)
  }

  func indices(of request: FillRequest) throws(LessonError) -> [Int] {
    switch request.subject {
    case .forward: return indices { $0.kind == .valueShape }
    case .local: return []
    case .backward: return indices { $0.takesFormulas }
    case .after: throw LessonError(FillRequest.noSteps, at: request.position)
    case .entry(let name):
      // What is bound in the graph wins.
      if let index = index(of: name) { return [index] }
      switch name {
      case "shapes": return indices { $0.isShape }
      case "values": return indices { $0.kind == .value }
      default: throw LessonError(unknown(name), at: request.position)
      }
    }
  }

  private func indices(where condition: (ArrayEntry) -> Bool) -> [Int] {
    entries.indices.filter { condition(entries[$0]) }
  }

  /// Says that a name is no entry, and what may have been meant.
  public func unknown(_ name: String) -> String {
    FillRequest.unknown(
      name, among: entries.map(\.name), or: ["forward", "backward", "shapes", "values"])
  }
}

import Expressions
public import Lessons

extension EntryList {
  /// The entries that a page asks for, in the order one works.
  ///
  /// At the output a derivative is a local one too, and is asked with either. What is given is not asked.
  ///
  /// - Throws: `LessonFailure` for names that are no entries of the graph.
  public func indices(of requests: [FillRequest]) throws(LessonFailure) -> [Int] {
    if let arrays {
      return try arrays.indices(of: requests).compactMap { index(of: arrays[$0].name) }
    }
    var asked: Set<Int> = []
    var given: Set<Int> = []
    var errors: [LessonError] = []
    for request in requests {
      do {
        let named = try indices(of: request)
        if request.isGiven { given.formUnion(named) } else { asked.formUnion(named) }
      } catch {
        errors.append(error)
      }
    }
    guard errors.isEmpty else { throw LessonFailure(errors) }
    return asked.subtracting(given).sorted()
  }

  private func indices(of request: FillRequest) throws(LessonError) -> [Int] {
    switch request.subject {
    case .forward: return indices { $0.kind == .forward }
    case .local: return indices { $0.isLocal }
    case .backward: return indices { $0.kind == .derivative || $0.kind == .contribution }
    case .entry(let name):
      guard let index = index(of: name) else {
        throw LessonError(unknown(name), at: request.position)
      }
      return [index]
    }
  }

  private func indices(where condition: (Entry) -> Bool) -> [Int] {
    entries.indices.filter { condition(entries[$0]) }
  }

  /// Says that a name is no entry, and what may have been meant.
  public func unknown(_ name: String) -> String {
    if let arrays { return arrays.unknown(name) }
    let words = entries.map(\.name) + ["forward", "local", "backward"]
    if let meant = Spelling.nearest(to: name, among: words) {
      return "no entry is called '\(name)'; did you mean '\(meant)'?"
    }
    let some = entries.prefix(8).map(\.name).joined(separator: ", ")
    return "no entry is called '\(name)'; there are \(some)" + (entries.count > 8 ? ", …" : "")
  }
}

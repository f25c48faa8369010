import Expressions
public import Lessons

extension EntryList {
  /// The entries that a page asks for, in the order one works.
  ///
  /// At the output a derivative is a local one too, and is asked with either.
  ///
  /// - Throws: `LessonFailure` for names that are no entries of the graph.
  public func indices(of requests: [FillRequest]) throws(LessonFailure) -> [Int] {
    var asked: Set<Int> = []
    var errors: [LessonError] = []
    for request in requests {
      switch request.subject {
      case .forward: asked.formUnion(indices { $0.kind == .forward })
      case .local: asked.formUnion(indices { $0.isLocal })
      case .backward:
        asked.formUnion(indices { $0.kind == .derivative || $0.kind == .contribution })
      case .entry(let name):
        if let index = index(of: name) {
          asked.insert(index)
        } else {
          errors.append(LessonError(unknown(name), at: request.position))
        }
      }
    }
    guard errors.isEmpty else { throw LessonFailure(errors) }
    return asked.sorted()
  }

  private func indices(where condition: (Entry) -> Bool) -> [Int] {
    entries.indices.filter { condition(entries[$0]) }
  }

  /// Says that a name is no entry, and what may have been meant.
  public func unknown(_ name: String) -> String {
    let words = entries.map(\.name) + ["forward", "local", "backward"]
    if let meant = Spelling.nearest(to: name, among: words) {
      return "no entry is called '\(name)'; did you mean '\(meant)'?"
    }
    let some = entries.prefix(8).map(\.name).joined(separator: ", ")
    return "no entry is called '\(name)'; there are \(some)" + (entries.count > 8 ? ", …" : "")
  }
}

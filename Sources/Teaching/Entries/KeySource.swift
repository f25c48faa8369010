import Synchronization

/// Where a worksheet has its right answers from: given, or worked out when somebody asks for the first of them.
///
/// A class, because all copies of a worksheet share the answers that one of them asked for. Numbers are drawn by trying
/// hundreds, and a lesson opens on a page that shows none of them.
final class KeySource: Sendable {
  let list: EntryList
  private let given: GraphKey?
  private let worked: Mutex<GraphKey?>
  private let work: @Sendable () -> GraphKey

  init(_ key: GraphKey) {
    list = key.list
    given = key
    worked = Mutex(nil)
    work = { key }
  }

  /// - Parameter work: works the answers out; whenever it is done they are the same.
  init(_ list: EntryList, _ work: @escaping @Sendable () -> GraphKey) {
    self.list = list
    given = nil
    worked = Mutex(nil)
    self.work = work
  }

  var key: GraphKey {
    if let given { return given }
    return worked.withLock { worked in
      if let worked { return worked }
      let key = work()
      worked = key
      return key
    }
  }

  /// Whether the answers are there.
  var isWorkedOut: Bool { given != nil || worked.withLock { $0 != nil } }
}

extension KeySource: Hashable {
  static func == (a: KeySource, b: KeySource) -> Bool { a === b || a.key == b.key }

  func hash(into hasher: inout Hasher) { hasher.combine(list) }
}

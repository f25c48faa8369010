/// Where each entry of a graph stands.
///
/// Only those that are not empty are held, so that a copy costs what was filled in and not what is asked.
public struct EntryStates: RandomAccessCollection, Hashable, Sendable {
  /// The entries that are not empty.
  public private(set) var filled: [Int: EntryState] = [:]
  public let count: Int

  init(count: Int) {
    self.count = count
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public internal(set) subscript(index: Int) -> EntryState {
    get {
      precondition(indices.contains(index), "an entry stands among those of its graph")
      return filled[index] ?? .empty
    }
    set { filled[index] = newValue == .empty ? nil : newValue }
  }

  /// The entries that stand otherwise in another graph's like ones, in their order.
  ///
  /// - Complexity: O(k log k) in the entries that are not empty.
  public func differences(from other: EntryStates) -> [Int] {
    Set(filled.keys).union(other.filled.keys).filter { filled[$0] != other.filled[$0] }.sorted()
  }
}

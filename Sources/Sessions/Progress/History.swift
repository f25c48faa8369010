/// What undo and redo go back to.
package struct History<State> {
  /// What undo restores, the last one first to go.
  package private(set) var past: [State] = []
  /// What redo restores.
  private(set) var future: [State] = []

  /// More of a long journal would only fill the memory.
  package static var limit: Int { 1000 }

  package var canUndo: Bool { !past.isEmpty }

  var canRedo: Bool { !future.isEmpty }

  /// Keeps a state that undo can restore.
  package mutating func remember(_ state: State) {
    past.append(state)
    if past.count > History.limit { past.removeFirst() }
    future.removeAll()
  }

  /// Goes back: keeps the present state for redo.
  ///
  /// - Returns: the state to restore, if there is one.
  package mutating func undo(from present: State) -> State? {
    future.append(present)
    return past.popLast()
  }

  /// Goes forward again: keeps the present state for undo.
  ///
  /// - Returns: the state to restore, if there is one.
  package mutating func redo(from present: State) -> State? {
    past.append(present)
    return future.popLast()
  }
}

extension History: Equatable where State: Equatable {}
extension History: Hashable where State: Hashable {}
extension History: Sendable where State: Sendable {}

package import Teaching

/// What is shown on a drawing beside the graph: how each entry stands, and where to look.
package struct GraphMarks {
  /// What the view is moved to where the drawing is larger.
  package enum Center {
    /// An entry, with what it is worked out from; the beginning where there is none.
    case entry(Int?)
    /// A node, with what enters it.
    case node(Int)
  }

  private let standing: (_ entry: Int) -> EntryMark
  package var center = Center.entry(nil)
  /// How many columns the drawing is moved to the left.
  package var pan = 0
  /// The entry that the learner works at.
  package private(set) var focusedEntry: Int?
  /// What is typed for it.
  package var typed: String?
  /// The node whose frame stands out.
  package var focusedNode: Int?
  /// The node that was walked to.
  package var walkedNode: Int?
  /// What a closer look lights.
  package var highlight: Highlight?

  /// There are boxes and wires alone.
  package static var none: GraphMarks { GraphMarks { _ in .askedLater } }

  private init(_ standing: @escaping (_ entry: Int) -> EntryMark) {
    self.standing = standing
  }

  /// Everything is given.
  package init(givenBy key: AnswerKey) {
    standing = { .given(key.shown($0)) }
  }

  /// The entries stand as a learner has filled them in.
  ///
  /// - Parameters:
  ///   - focusedEntry: the entry that the learner works at.
  ///   - isAsked: whether the page asks an entry.
  ///   - isKnown: whether its number may be shown.
  package init(
    on worksheet: Worksheet, focusedEntry: Int?, isAsked: @escaping (Int) -> Bool,
    isKnown: @escaping (Int) -> Bool
  ) {
    standing = { entry in
      let state = worksheet.states[entry]
      if state == .empty {
        if isKnown(entry) { return .given(worksheet.key.shown(entry)) }
        if !isAsked(entry) { return .askedLater }
      }
      return EntryMark(state, number: worksheet.key.shown(entry))
    }
    self.focusedEntry = focusedEntry
    center = .entry(focusedEntry)
    focusedNode = focusedEntry.map { worksheet.entries[$0].node }
  }

  /// How an entry is written; asked only of those in view.
  package func mark(_ entry: Int) -> EntryMark {
    if let typed, entry == focusedEntry { return .typed(typed) }
    return standing(entry)
  }
}

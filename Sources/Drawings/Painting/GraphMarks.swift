import Autodiff
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
  /// For each entry those that the page asks and that are written in its place: the shape of an array, its cells.
  private var guests: [Int: [Int]] = [:]
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

  private var isOpen: (_ entry: Int) -> Bool = { _ in false }
  private var isSettled: (_ entry: Int) -> Bool = { _ in false }

  /// There are boxes and wires alone.
  package static var none: GraphMarks { GraphMarks { _ in .askedLater } }

  private init(_ standing: @escaping (_ entry: Int) -> EntryMark) {
    self.standing = standing
  }

  /// Everything is given.
  package init(givenBy key: AnswerKey) {
    standing = { .given(.number(key.shown($0))) }
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
        if isKnown(entry) { return .given(worksheet.key.drawn(entry)) }
        if !isAsked(entry) { return .askedLater }
      }
      return EntryMark(state, number: worksheet.key.drawn(entry))
    }
    isSettled = { worksheet.states[$0].isSettled }
    if worksheet.graph.hasArrays {
      for entry in worksheet.entries.indices where isAsked(entry) {
        guests[worksheet.list.host(of: entry), default: []].append(entry)
      }
      isOpen = { worksheet.states[$0].isOpen }
    }
    self.focusedEntry = focusedEntry
    center = .entry(focusedEntry)
    focusedNode = focusedEntry.map { worksheet.entries[$0].node }
  }

  /// Whether what the learner works at is written in the place of an entry.
  package func isFocused(_ entry: Int) -> Bool {
    guard let focusedEntry else { return false }
    return entry == focusedEntry || guests[entry]?.contains(focusedEntry) ?? false
  }

  /// Whether the learner has the number of an entry, found or shown; of an array, everything that is asked of it.
  package func isFound(_ place: Int?) -> Bool {
    guard let place else { return false }
    return guests[place]?.allSatisfy(isSettled) ?? isSettled(place)
  }

  /// What is written in the place of an entry: itself, or of an array what is worked at, else what is open next.
  private func shown(in place: Int) -> Int {
    guard let guests = guests[place] else { return place }
    if let focusedEntry, guests.contains(focusedEntry) { return focusedEntry }
    return guests.first(where: isOpen) ?? guests.last ?? place
  }

  /// How an entry is written; asked only of those in view.
  package func mark(_ place: Int) -> EntryMark {
    let entry = shown(in: place)
    if let typed, entry == focusedEntry { return .typed(typed) }
    return standing(entry)
  }
}

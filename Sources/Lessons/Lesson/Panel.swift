import Expressions

/// How much of the chain rule the work panel shows beside what is asked, from all of it to nothing.
///
/// What is only read is soon forgotten, and what is recalled stays (Roediger and Karpicke, "Test-enhanced learning",
/// 2006), so the panel fades as a lesson goes on.
public enum Panel: String, Hashable, Sendable, CaseIterable {
  /// The rule in names, and in the numbers found so far.
  case full
  /// The rule in names, with blanks for its numbers.
  case blanks
  /// The box in hand and what enters it, without the rule.
  case question
  /// Nothing but the name of what is asked.
  case none
}

extension Panel: Comparable {
  /// The fuller panel is the smaller one.
  public static func < (one: Panel, other: Panel) -> Bool { one.place < other.place }

  private var place: Int { Panel.allCases.firstIndex(of: self) ?? 0 }

  /// The panel some steps fuller; the full one where there are no more.
  public func fuller(by steps: Int) -> Panel { Panel.allCases[max(0, place - max(0, steps))] }

  /// How many steps lead from here to a fuller panel; 0 where that one is not fuller.
  public func steps(to fuller: Panel) -> Int { max(0, place - fuller.place) }
}

extension Panel {
  /// The word of a lesson for each panel, read from a field `panel: question`.
  ///
  /// - Throws: `LessonError` where the word is no panel.
  init(_ field: BlockField) throws(LessonError) {
    guard let panel = Panel(rawValue: field.text.text) else {
      let words = Panel.allCases.map(\.rawValue)
      let advice =
        Spelling.nearest(to: field.text.text, among: words).map { "did you mean '\($0)'?" }
        ?? "write one of \(words.joined(separator: ", "))"
      throw LessonError(
        "no panel is called '\(field.text.text)'; \(advice)", at: field.text.position)
    }
    self = panel
  }
}

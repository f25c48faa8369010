import Autodiff
import Lessons
import Sessions
import Teaching

/// What is said of the panel that fades, and of the order in which one works.
extension Wording {
  /// What a hint has brought back.
  func brought(back panel: Panel, _ entry: Int) -> String {
    // Who listens hears the whole question again.
    if voice.isSpoken { return panel == .question ? "more of the question" : "the rule" }
    let node = session.worksheet.map { sheet in
      sheet.key.graph.nodes[sheet.entries[entry].node].name
    }
    return switch panel {
    case .none: ""
    case .question: "the panel shows the box of \(node ?? "it"), and what enters it"
    case .blanks: "the panel shows the rule for \(name(of: entry)); its numbers are yours to find"
    case .full: "the panel shows the rule for \(name(of: entry)) with the numbers found so far"
    }
  }

  /// How much the panel shows from now on.
  func chosen(_ panel: Panel) -> String {
    let more = "; \(voice.shortcut(for: .hint)) brings a step back"
    let place = voice.isSpoken ? "the question" : "the panel"
    return switch panel {
    case .full: "\(place) shows the rule and its numbers"
    case .blanks: "\(place) shows the rule without its numbers\(more)"
    case .question: "\(place) shows the box alone, and no rule\(more)"
    case .none: "\(place) shows nothing but the name\(more)"
    }
  }

  /// What an entry would have needed, by name only where the panel tells the rule itself.
  ///
  /// - Parameter isNamed: whether the entry is called by its name.
  func easier(after needed: [Int], _ entry: Int, isNamed: Bool = true) -> String {
    let subject = isNamed ? name(of: entry) : "it"
    guard session.panel(for: entry) < .question || !session.progress.hasRule(entry) else {
      return "\(subject) is easier once what is to the right of it is found"
    }
    return "\(subject) is easier after \(Wording.list(needed.map(name(of:))))"
  }
}

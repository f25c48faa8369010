package import Lessons
import Teaching

/// How much of the chain rule the page shows.
extension Progress {
  /// The panel beside everything that the page asks, before any help: the page's own, or a fainter one that the
  /// learner chose.
  package var panel: Panel {
    if page.isDemonstration { return .full }
    let panel = max(lesson.panel(on: page), chosenPanel ?? .full)
    // What is asked without help is asked without the rule.
    return isSilent ? max(panel, .question) : panel
  }

  /// Whether an entry of the page's graph follows from others by a rule.
  package func hasRule(_ entry: Int) -> Bool { worksheet?.key.hasRule(entry) ?? false }

  /// The fullest panel that says more of an entry than a fainter one: a rule is shown only where there is one.
  package func fullestPanel(of entry: Int) -> Panel {
    hasRule(entry) ? .full : .question
  }

  /// How many hints on an entry bring back a step of the panel, before hints in words follow.
  ///
  /// A graded lesson without hints of its own making brings nothing back.
  package func panelSteps(for entry: Int) -> Int {
    guard lesson.graded.map({ $0.hints == .all }) ?? true else { return 0 }
    return panel.steps(to: fullestPanel(of: entry))
  }

  /// Whether the panel itself says the rule by which an entry is found, so that finding it proves nothing.
  package func tellsRule(of entry: Int) -> Bool {
    panel < .question && fullestPanel(of: entry) == .full
  }

  /// What the learner's choice of a fainter panel comes to next: each fainter one, and then the page's own again.
  var nextChosenPanel: Panel? {
    let next = Panel.allCases.first { $0 > panel }
    return page.isDemonstration ? nil : next
  }
}

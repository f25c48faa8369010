import Autodiff
import Lessons
import Teaching

extension Wording {
  /// On a page of text that still asks something a look would tell the answer; a nudge may be what is asked.
  static func noLookYet(_ kind: LookKind, in exercise: Exercise?) -> Remark {
    if kind == .nudge, let exercise, case .nudging = exercise.kind {
      return Remark(advice(on: exercise), .notice)
    }
    return Remark(
      "closer looks would give away what is asked here; they open when this page is done", .notice)
  }

  /// What is said when the map closes and the entry in hand is folded away.
  static func folded(_ entry: String, into box: String) -> Remark {
    Remark("\(entry) is folded into \(box); F12 and then Space there unfolds it", .notice)
  }

  static func unfolded(_ box: String, for entry: String) -> Remark {
    Remark("\(box) was unfolded for \(entry)", .notice)
  }

  /// Why there is nothing to look at, and where there is.
  static func nothingToLookAt(_ kind: LookKind, in session: Session) -> Remark {
    switch kind {
    case .nudge: Remark("a nudge by 0.001 is not possible here", .notice)
    case .derivation:
      Remark(
        "\(session.focusedEntry?.name ?? "this") is a value, computed and not derived; go to a derivative with "
          + session.way(to: .nextEntry),
        .notice)
    case .paths: Remark("there are no paths here", .notice)
    }
  }

  /// What the prompt takes while a closer look is open.
  static func question(in look: CloserLook, of session: Session) -> String {
    guard let sheet = session.lookSheet, let worksheet = session.worksheet else { return "" }
    let isLast = look.step == sheet.steps.count - 1
    let names = worksheet.key.graph.nodes.map(\.name)
    switch look.subject {
    case .nudge(let nudge):
      let next =
        isLast ? "Enter goes back" : "Enter lets it into \(names[sheet.steps[look.step + 1].node])"
      let other =
        worksheet.key.graph.nodes.indices.first { index in
          worksheet.key.graph.nodes[index].kind == .parameter && index != nudge.node
        } ?? nudge.node
      return "\(next); or nudge otherwise, as in \(names[other]) 0.01"
    case .derivation:
      return (isLast ? "Enter goes back" : "Enter takes the next step") + orType(session)
    case .paths: return (isLast ? "Enter goes back" : "Enter goes on") + orType(session)
    }
  }

  private static func orType(_ session: Session) -> String {
    guard let entry = session.focusedEntry, let focus = session.focus,
      session.worksheet?.states[focus].isOpen ?? false
    else { return "" }
    return "; or type \(entry.name)"
  }
}

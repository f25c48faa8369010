import Autodiff
import Expressions
package import Journals
import Lessons
package import Sessions
import Teaching

/// What is said of hints and of closer looks.
extension Wording {
  /// The hints on something that the page asks, the mildest first: the author's, then those made from the graph.
  private func hints(on assignment: Assignment) -> [String] {
    let own = session.authorHints(on: assignment)
    guard session.makesHints(on: assignment) else { return own }
    switch assignment {
    case .entry(let entry):
      if let arrays = session.worksheet?.key.arrays { return own + hints(for: entry, in: arrays) }
      guard let worksheet = session.worksheet, let key = worksheet.key.numbers else { return own }
      let made = Wording.hints(for: entry, in: key, voice: voice) {
        session.isKnown($0, on: worksheet)
      }
      return own + made.map(\.text)
    case .exercise(let index):
      if case .breakUp(let breakUp) = session.progress.exercises[index] {
        return own + hints(on: breakUp)
      }
      return own + [Wording.advice(on: session.lesson.exercises[index])]
    }
  }

  /// What to break off a formula next.
  private func hints(on breakUp: BreakUp) -> [String] {
    let names = breakUp.grown?.graph.operations.compactMap { breakUp.grown?.graph.nodes[$0].name }
    if let names, !names.isEmpty {
      return [
        "say the rest with \(Wording.list(names)); the last step is \(breakUp.output) = …"
      ]
    }
    let advice = "find a part of the formula that needs only what is there, and give it a name"
    guard let whole = breakUp.formula?.expression,
      let part = whole.elementarySteps(named: breakUp.output, freshName: { "t" }).first,
      part.name != breakUp.output
    else { return [advice] }
    let text = Wording.text(of: part.expression, voice: voice)
    return [advice, "\(text) is such a part: NAME = \(text)"]
  }

  /// A hint by its number, from 0; the last one where there are fewer.
  package func hint(_ number: Int, on assignment: Assignment) -> String {
    let hints = hints(on: assignment)
    return hints.isEmpty ? "" : "hint: \(hints[min(number, hints.count - 1)])"
  }

  package var noHint: String {
    session.lesson.graded?.hints == GradedTerms.Hints.none
      ? "this lesson is graded: it gives no hints" : "there is no hint here"
  }

  /// On a page of text that still asks something a look would tell the answer; a nudge may be what is asked.
  package func noLookYet(_ kind: LookKind) -> String {
    if kind == .nudge, let exercise = session.exercise?.exercise, case .nudging = exercise.kind {
      return Wording.advice(on: exercise)
    }
    return "closer looks would give the answers away here; they open when this page is done"
  }

  /// Why there is nothing to look at, and where there is.
  package func nothingToLookAt(_ kind: LookKind) -> String {
    switch kind {
    case .nudge: "a nudge by 0.001 is not possible here"
    case .derivation:
      "\(session.focusedEntry?.name ?? "this") is a value, which is computed, not derived; go to a derivative "
        + "with \(voice.shortcut(for: .nextEntry))"
    case .paths: "there are no paths here"
    case .cells: noCells
    }
  }

  /// Why a box is not shown in boxes of numbers.
  private var noCells: String {
    guard let worksheet = session.worksheet, let key = worksheet.key.arrays,
      let focus = session.focus
    else { return "each box here holds one number already" }
    let node = key.entry(focus).node
    let name = worksheet.graph.nodes[node].name
    return
      "\(name) has \(worksheet.graph.shape(of: node).count) cells; boxes of numbers are shown for "
      + "\(Session.mostCells) or fewer"
  }

  /// What the prompt takes while a closer look is open.
  ///
  /// - Parameter step: the step that is shown last.
  package func question(in look: CloserLook, _ sheet: LookSheet, at step: Int) -> String {
    guard let worksheet = session.worksheet else { return "" }
    let isLast = step == sheet.steps.count - 1
    let names = worksheet.graph.nodes.map(\.name)
    switch look {
    case .nudge(let nudge):
      let next =
        isLast ? "Enter goes back" : "Enter passes it on to \(names[sheet.steps[step + 1].node])"
      let other =
        worksheet.graph.nodes.indices.first { index in
          worksheet.graph.nodes[index].kind == .parameter && index != nudge.node
        } ?? nudge.node
      return "\(next); or nudge another way, as in \(names[other]) 0.01"
    case .cellNudge(let nudge):
      let shape = nudge.own.before.shape
      let cell = names[nudge.node] + shape.cell(at: shape.count - 1)
      return (isLast ? "Enter goes back" : "Enter passes it on")
        + "; or nudge another way, as in \(cell) 0.01"
    case .derivation: return (isLast ? "Enter goes back" : "Enter takes the next step") + orType
    case .paths: return (isLast ? "Enter goes back" : "Enter goes on") + orType
    case .cells:
      let next = isLast ? "Enter folds them back" : "Enter goes to the next cell"
      return next + (isLast ? "" : ", \(voice.shortcut(for: .cells)) folds them back") + orType
    }
  }

  private var orType: String {
    guard let entry = session.focusedEntry, let focus = session.focus,
      session.worksheet?.states[focus].isOpen ?? false
    else { return "" }
    return "; or type \(entry.name)"
  }
}

package import Drawings
import Journals
package import Sessions
package import Teaching
package import TextScreen

/// What a closer look tells, step by step, in parts that can be shown as well as said.
package struct LookSheet: Hashable {
  package var title: String
  package var steps: [Step] = []

  /// Whether what a step lights stays lit in the steps that follow.
  var keepsLight = false

  /// The boxes of numbers that stand in the place of one box; each step is about one of them.
  package var grid: CellGrid?

  /// One step: what it adds, and what it lights on the drawing.
  package struct Step: Hashable {
    package var lines: [Line] = []
    var lit = Highlight()
    /// The node that comes into view.
    package var node: Int
  }

  /// A line of a step.
  package struct Line: Hashable {
    /// The spaces before it on a screen.
    package var indent = 0
    package var parts: [Part]

    package init(indent: Int = 0, _ parts: [Part]) {
      self.indent = indent
      self.parts = parts
    }
  }

  /// A part of a line.
  package enum Part: Hashable {
    case text(String, Style.Role = .plain)
    /// A derivative, or how many times as far something moves.
    case number(String)
    /// Stands for a number that is still to be found.
    case open
    /// Parts what stands on its two sides more than a space does.
    case gap
    /// A remark that stands apart, at the end of its line.
    case aside(String)
  }

  /// Columns of a formula, behind which the rest is left out: two rows of a narrow screen.
  static let longestFormula = 140
}

extension LookSheet {
  /// What is lit on the drawing when a step is shown last.
  package func lit(at step: Int) -> Highlight {
    guard keepsLight else { return steps[step].lit }
    var all = Highlight()
    for step in steps[...step] { all.add(step.lit) }
    return all
  }

  /// The sheet of a closer look.
  package init(_ look: CloserLook, in session: Session, on worksheet: Worksheet, for voice: Voice) {
    switch (look, worksheet.key) {
    case (.nudge(let nudge), _): self = NudgeSteps(nudge, on: worksheet, voice: voice).sheet
    case (.cellNudge(let nudge), _): self = ArrayNudgeSteps(nudge, on: worksheet).sheet
    case (.derivation(let entry), .numbers(let key)):
      self = DerivationSteps(of: entry, session, worksheet, key, for: voice).sheet
    case (.derivation(let entry), .arrays(let key)):
      self = ArrayDerivationSteps(of: entry, session, worksheet, key).sheet
    case (.paths(let list), .numbers(let key)):
      self = PathSteps(list, session, worksheet, key, for: voice).sheet
    case (.cells(let node, _), .arrays(let key)):
      self = CellSteps(of: node, session, worksheet, key).sheet
    case (.cells, .numbers): preconditionFailure("a number has no cells")
    case (.paths, .arrays): preconditionFailure("paths are told in a graph of numbers")
    }
  }
}

extension LookSheet.Line {
  /// The line for a screen, where a gap is two columns wide, and before an aside three.
  package var shown: StyledText {
    var line = StyledText(String(repeating: " ", count: indent))
    for part in parts {
      switch part {
      case .text(let text, let role): line.append(text, Style(role))
      case .number(let text): line.append(text, Style(.derivative))
      case .open:
        line.append(String(repeating: EntryMark.placeholder, count: 3), Style(.placeholder))
      case .gap: line.append("  ")
      case .aside(let text): line.append("   \(text)", Style(.faint))
      }
    }
    return line
  }

  /// The line for the ear, where a gap is a comma.
  package var spoken: String {
    parts.map { part in
      switch part {
      case .text(let text, _), .number(let text): text
      case .open: "blank"
      case .gap: ", "
      case .aside(let text): ", \(text)"
      }
    }.joined().ended
  }
}

extension Sequence<[LookSheet.Part]> {
  /// The parts in a row, with text between them.
  package func joined(separator: String) -> [LookSheet.Part] {
    Array(joined(separator: [.text(separator)]))
  }
}

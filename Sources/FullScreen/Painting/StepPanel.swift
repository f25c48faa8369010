import Autodiff
import Drawings
import Expressions
import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen
import Training

/// What comes after steps of descent: the rule of the focused quantity in names and in the numbers found so far, and
/// what else is asked after the same step.
struct StepPanel {
  private(set) var lines: [StyledText] = []
  private let session: Session
  private let worksheet: Worksheet
  private let key: GraphKey
  private let panel: Panel

  init(
    _ session: Session, _ worksheet: Worksheet, focus: Int, room: Size, isASCII: Bool
  ) {
    let width = room.width
    self.session = session
    self.worksheet = worksheet
    key = worksheet.key
    panel = session.panel(for: focus)
    guard let steps = worksheet.list.steps, let later = worksheet.entries[focus].later else {
      return
    }
    var heading = StyledText("Step \(later.step) of \(steps.count): ", Style(.faint))
    heading.append(
      steps.optimizer.title.truncated(toColumns: max(0, width - heading.columns)), Style(.strong))
    lines = [heading]
    if panel < .question, let formula = StepFormula(of: focus, in: worksheet.key) {
      lines += rule(formula, focus, width)
    }
    lines.append(row(of: later.step, focus, width))
    guard panel < .question else { return }
    // Half a grid would tell half a matrix.
    let blocks = blocks(focus, later, isASCII: isASCII)
    if blocks.allSatisfy({ $0.lines.count <= room.height - lines.count }) {
      lines += ArrayBlock.beside(blocks, width: width)
    }
  }

  /// The larger arrays from which the one in hand follows, those whose numbers are known.
  private func blocks(_ focus: Int, _ later: LaterQuantity, isASCII: Bool) -> [ArrayBlock] {
    guard let key = key.arrays else { return [] }
    let graph = worksheet.graph
    let isOfValue = later.kind == .value
    func block(_ name: String, _ array: NumericArray, _ role: Style.Role) -> ArrayBlock? {
      StepFormula.tellsNumbers(of: array.shape)
        ? nil : ArrayBlock(name, array, isASCII: isASCII, style: Style(role))
    }
    var blocks: [ArrayBlock?] = []
    if !isOfValue, later.step == 1, later.kind == .parameter {
      blocks.append(
        block(graph.nodes[later.node].name, key.key.forward.values[later.node], .plain))
    }
    for entry in worksheet.entries[focus].prerequisites {
      guard session.isKnown(entry, on: worksheet) else { continue }
      blocks.append(
        block(
          worksheet.entries[entry].name, key.value(of: entry), isOfValue ? .forward : .derivative))
    }
    return blocks.compactMap { $0 }
  }

  /// The rule in names, and below it in the numbers found so far.
  private func rule(_ formula: StepFormula, _ focus: Int, _ width: Int) -> [StyledText] {
    let title = "\(worksheet.entries[focus].name) = "
    // A long rule begins further left.
    let isLong = title.columns + formula.numbers.columns > width
    var numbers = StyledText(
      String(repeating: " ", count: isLong ? 0 : max(0, title.columns - 2)) + "= ")
    for piece in formula.pieces {
      switch piece {
      case .text(let text): numbers.append(text, .plain)
      case .quantity(_, let number, let entry):
        if let entry, panel != .full || !session.isKnown(entry, on: worksheet) {
          numbers.append(placeholder, Style(.placeholder))
        } else {
          numbers.append(number, .plain)
        }
      }
    }
    return [
      StyledText((title + formula.names).truncated(toColumns: width)),
      numbers.columns <= width ? numbers : StyledText(),
    ].filter { $0.columns > 0 || key.arrays == nil }
  }

  private var placeholder: String { String(repeating: EntryMark.placeholder, count: 3) }

  /// What the page asks after a step, as it stands.
  private func row(of step: Int, _ focus: Int, _ width: Int) -> StyledText {
    let asked = session.asked.filter { worksheet.entries[$0].later?.step == step }
    let title = StyledText("after \(step): ", Style(.faint))
    return title
      + StyledText.row(
        of: asked.count, separator: "  ", toColumns: width - title.columns,
        around: asked.firstIndex(of: focus) ?? 0
      ) { place in
        let index = asked[place]
        let suffix = " after \(step)"
        let name = String(worksheet.entries[index].name.dropLast(suffix.count))
        return StyledText("\(name) ", Style(index == focus ? .strong : .plain)) + value(index)
      }
  }

  /// An entry's number if it was found, else what was typed or a placeholder.
  private func value(_ index: Int) -> StyledText {
    let number = key.drawn(index).text
    switch worksheet.states[index] {
    case .right: return StyledText("\(number) \(EntryMark.rightMark)", Style(.derivative))
    case .close: return StyledText("\(number) \(EntryMark.closeMark)", Style(.derivative))
    case .revealed: return StyledText("\(number) \(EntryMark.revealedMark)", Style(.revealed))
    case .answered(let typed):
      return StyledText("\(quoted(typed)) \(EntryMark.answeredMark)", Style(.prompt))
    case .wrong(let typed):
      return StyledText("\(quoted(typed)) \(EntryMark.wrongMark)", Style(.wrong))
    case .empty:
      return StyledText(placeholder, Style(.placeholder, isFocused: index == session.focus))
    }
  }

  private func quoted(_ typed: String) -> String { typed.visible.truncated(toColumns: 12) }
}

import Autodiff
import Drawings
import Expressions
import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

/// The focused node with its chain rule, in names and in the numbers found so far, as far as the panel shows it.
struct WorkPanel {
  private(set) var lines: [StyledText] = []

  static let height = 4

  private let session: Session
  private let worksheet: Worksheet
  private let key: AnswerKey
  private let entry: Entry
  private let isASCII: Bool
  private let panel: Panel

  /// - Parameter isBoxReadable: whether the drawing itself shows the box's formula and numbers; else the panel does.
  init(
    _ session: Session, _ worksheet: Worksheet, _ key: AnswerKey, focus: Int, width: Int,
    isASCII: Bool, isBoxReadable: Bool
  ) {
    self.key = key
    self.session = session
    self.worksheet = worksheet
    self.isASCII = isASCII
    entry = worksheet.entries[focus]
    panel = session.panel(for: focus)
    guard panel != .none || !isBoxReadable else { return }
    if entry.later != nil {
      lines =
        StepPanel(
          session, worksheet, focus: focus, room: Size(width: width, height: WorkPanel.height),
          isASCII: isASCII
        ).lines
      return
    }
    lines = [heading(width: width), operands(width: width)]
    guard panel < .question else { return }
    switch entry.kind {
    case .forward, .shape, .derivativeShape, .later: break
    case .derivative where entry.slot == nil: lines += sum(width: width)
    case .derivative, .contribution, .local: lines += entry.isAtOutput ? atOutput() : chain(focus)
    }
  }

  private var graph: ComputationGraph { worksheet.graph }

  private func name(_ node: Int) -> String { graph.nodes[node].name }

  /// The node, and at the right what comes from the right.
  private func heading(width: Int) -> StyledText {
    let formula =
      graph.nodes[entry.node].formula?.expression
      .text(isASCII: isASCII, atMost: width) ?? ""
    var left = StyledText("Node ", Style(.faint))
    left.append("\(name(entry.node)) = \(formula)".truncated(toColumns: width / 2), Style(.strong))
    guard !entry.isForward, panel == .full else { return left }
    let derivative = graph.derivativeName(of: graph.output, by: entry.node)
    var right = StyledText("from the right: \(derivative) = ", Style(.faint))
    if entry.isAtOutput {
      right.append("1", Style(.plain))
    } else if let upstream = worksheet.list.derivative(of: entry.node) {
      right.append(value(upstream))
    }
    // On a wide screen the two stay near each other.
    let gap = max(2, min(width, 76) - left.columns - right.columns)
    return left + StyledText(String(repeating: " ", count: gap)) + right
  }

  /// What enters the node, with its values; of many operands the focused one and those beside it.
  private func operands(width: Int) -> StyledText {
    let node = graph.nodes[entry.node]
    let slots = node.formula?.expression.occurrenceSlots ?? []
    let title = StyledText("what enters: ", Style(.faint))
    let row = StyledText.row(
      of: node.operands.count, separator: ", ", toColumns: width - title.columns,
      around: entry.slot ?? 0
    ) { slot in
      let operand = node.operands[slot]
      var part = StyledText("\(name(operand)) = ") + operandValue(operand)
      let edges = slots.count { $0 == slot }
      if edges > 1 { part.append(" (by \(edges) wires; all of them count)", Style(.faint)) }
      return part
    }
    return title + row
  }

  private func operandValue(_ operand: Int) -> StyledText {
    if let forward = worksheet.list.forward(of: operand) { return value(forward) }
    return StyledText(key.shownValue(of: operand).shortestText)
  }

  /// An entry's number if it was found or is given, else a placeholder.
  private func value(_ index: Int) -> StyledText {
    if session.isKnown(index, on: worksheet) {
      let exact = key.shown(index).shortestText
      let isForward = worksheet.entries[index].isForward
      let isFound = !worksheet.states[index].isOpen
      return StyledText(exact, isFound ? Style(isForward ? .forward : .derivative) : .plain)
    }
    if case .answered(let typed) = worksheet.states[index] {
      return StyledText(typed.visible.truncated(toColumns: 12), Style(.prompt))
    }
    let placeholder = String(repeating: EntryMark.placeholder, count: 3)
    return StyledText(placeholder, Style(openRole(index), isFocused: index == session.focus))
  }

  private func openRole(_ index: Int) -> Style.Role {
    EntryMark.openRole(isValue: worksheet.entries[index].isForward)
  }

  /// A number in the rule; beside a panel with blanks the learner puts it in.
  private func factor(_ index: Int) -> StyledText {
    panel == .full
      ? value(index)
      : StyledText(String(repeating: EntryMark.placeholder, count: 3), Style(openRole(index)))
  }

  private func atOutput() -> [StyledText] {
    guard let operand = key.operand(of: entry) else { return [] }
    let output = name(graph.output)
    return [
      StyledText(
        "\(output) is the output, so \(entry.name) is the local derivative of its box alone"),
      StyledText("\(name(operand)) up 0.001, \(output) up about 0.001 × ", Style(.faint))
        + StyledText(entry.name, Style(.faint)),
    ]
  }

  /// dJ/dw = da/dw × dJ/da, for the product that is focused or comes next.
  private func chain(_ focus: Int) -> [StyledText] {
    let product =
      entry.kind == .local
      ? worksheet.entries.indices.suffix(from: focus).first {
        worksheet.entries[$0].prerequisites.first == focus
      }
      : focus
    guard let product, let local = worksheet.entries[product].prerequisites.first,
      let upstream = worksheet.list.derivative(of: entry.node)
    else { return [] }
    let names = worksheet.entries
    let title = "\(names[product].name) = "
    return [
      StyledText("\(title)\(names[local].name) × \(names[upstream].name)"),
      StyledText(String(repeating: " ", count: title.columns - 2) + "= ") + factor(local)
        + StyledText(" × ") + factor(upstream),
    ]
  }

  /// The paths of a fan-out, added up; of many the first ones.
  private func sum(width: Int) -> [StyledText] {
    let title = "\(entry.name) = "
    let paths = entry.prerequisites
    func row(_ part: (Int) -> StyledText) -> StyledText {
      StyledText.row(
        of: paths.count, separator: " + ", toColumns: width - title.columns, around: 0
      ) { part(paths[$0]) }
    }
    return [
      StyledText(title) + row { StyledText(worksheet.entries[$0].name) },
      StyledText(String(repeating: " ", count: title.columns - 2) + "= ") + row(factor),
    ]
  }
}

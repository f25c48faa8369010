import Autodiff
import Drawings
import Expressions
import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

/// The focused node of a graph with arrays: its formula, the shapes that meet there, and small arrays as grids.
///
/// A shape or a number that is still asked is not told.
struct ArrayPanel {
  private(set) var lines: [StyledText] = []

  private let session: Session
  private let worksheet: Worksheet
  private let key: ArraySheetKey
  private let focus: Int
  private let isASCII: Bool

  private var entry: Entry { worksheet.entries[focus] }
  private var graph: ComputationGraph { worksheet.graph }

  init(
    _ session: Session, _ worksheet: Worksheet, _ key: ArraySheetKey, focus: Int, room: Size,
    isASCII: Bool, isBoxReadable: Bool
  ) {
    self.session = session
    self.worksheet = worksheet
    self.key = key
    self.focus = focus
    self.isASCII = isASCII
    let panel = session.panel(for: focus)
    guard panel != .none || !isBoxReadable else { return }
    let width = room.width
    if let uses = key.uses(addedUpAt: focus) {
      lines = sum(over: uses, width: width)
      return
    }
    lines = [heading(width: width), operands(width: width)]
    guard panel < .question else { return }
    // Half a grid would tell half a matrix.
    let blocks = self.blocks
    if blocks.allSatisfy({ $0.lines.count <= room.height - lines.count }) {
      lines += ArrayBlock.beside(blocks, width: width)
    }
  }

  private func name(_ node: Int) -> String { graph.nodes[node].name }

  private func derivativeName(_ node: Int) -> String {
    ComputationGraph.derivativeName(of: worksheet.list.outputName, by: name(node))
  }

  private func heading(width: Int) -> StyledText {
    let formula =
      graph.nodes[entry.node].formula?.expression.text(isASCII: isASCII, atMost: width) ?? ""
    var left = StyledText("Node ", Style(.faint))
    left.append("\(name(entry.node)) = \(formula)".truncated(toColumns: width / 2), Style(.strong))
    guard !entry.isForward else { return left }
    let isOutput = entry.node == graph.output && key.key.reading.starts.isEmpty
    guard !isOutput else {
      return left + StyledText("   \(name(entry.node)) is the output", Style(.faint))
    }
    var right = StyledText("from the right: \(derivativeName(entry.node)) ", Style(.faint))
    right.append(shape(of: entry.node), .plain)
    let gap = max(2, min(width, 76) - left.columns - right.columns)
    return left + StyledText(String(repeating: " ", count: gap)) + right
  }

  /// Where what comes back from several boxes adds up.
  private func sum(over uses: [Int], width: Int) -> [StyledText] {
    let quantity = key.entry(focus).quantity
    var first = StyledText(name(quantity), Style(.strong))
    first.append(" \(shape(of: quantity))", .plain)
    let users = Wording.list(uses.map(name))
    first.append("  is used by \(users)".truncated(toColumns: width - first.columns), Style(.faint))
    return [first, StyledText("what comes back on each path adds up", Style(.faint))]
  }

  private func operands(width: Int) -> StyledText {
    let operands = graph.nodes[entry.node].operands
    let title = StyledText("what enters: ", Style(.faint))
    return title
      + StyledText.row(
        of: operands.count, separator: ", ", toColumns: width - title.columns,
        around: entry.slot ?? 0
      ) { slot in
        StyledText("\(name(operands[slot])) ") + StyledText(shape(of: operands[slot]))
      }
  }

  /// The shape of a node, or a gap where it is still to be found.
  private func shape(of node: Int) -> String {
    let isOpen = worksheet.list.index(of: "shape of \(name(node))").map { index in
      !session.isKnown(index, on: worksheet)
    }
    return isOpen ?? false
      ? String(repeating: EntryMark.placeholder, count: 3) : graph.shape(of: node).text
  }

  /// The arrays that meet at the node, those whose numbers are known.
  private var blocks: [ArrayBlock] {
    var blocks = graph.nodes[entry.node].operands.compactMap(valueBlock)
    if entry.isForward, entry.kind == .forward, let own = ownBlock { blocks.append(own) }
    if !entry.isForward {
      if let upstream = derivativeBlock(of: entry.node) { blocks.append(upstream) }
      if entry.isCell, let own = ownBlock { blocks.append(own) }
    }
    return blocks
  }

  private func valueBlock(of node: Int) -> ArrayBlock? {
    guard !graph.shape(of: node).isNumber else { return nil }
    if let index = worksheet.list.forward(of: node), !session.isKnown(index, on: worksheet) {
      return nil
    }
    let isFound = graph.nodes[node].formula != nil
    return ArrayBlock(
      name(node), key.key.forward.values[node], isASCII: isASCII,
      style: isFound ? Style(.forward) : .plain)
  }

  private func derivativeBlock(of node: Int) -> ArrayBlock? {
    guard !graph.shape(of: node).isNumber, let index = worksheet.list.derivative(of: node),
      session.isKnown(index, on: worksheet)
    else { return nil }
    return ArrayBlock(
      derivativeName(node), key.key.derivatives[node], isASCII: isASCII, style: Style(.derivative))
  }

  /// The array of the entry in hand, its cells as far as they are known, the one in hand lit.
  private var ownBlock: ArrayBlock? {
    let host = worksheet.list.host(of: focus)
    let whole = key.entry(host)
    let array = key.key.value(of: key.places[host])
    guard !array.shape.isNumber else { return nil }
    let cells = key.cells(of: host)
    let role = whole.kind == .value ? Style.Role.forward : .derivative
    return ArrayBlock(worksheet.entries[host].name, array, isASCII: isASCII) { place in
      let index = cells[place] ?? host
      let isKnown = session.isKnown(index, on: worksheet) || session.isKnown(host, on: worksheet)
      let isFocused = index == focus && index != host
      guard !isKnown else {
        return isFocused
          ? StyledText(array[place].text(columns: 5), Style(role, isFocused: true))
          : nil
      }
      return StyledText(
        String(repeating: EntryMark.placeholder, count: 3),
        Style(EntryMark.openRole(isValue: role == .forward), isFocused: isFocused))
    }
  }
}

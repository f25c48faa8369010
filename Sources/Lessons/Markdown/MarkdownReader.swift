/// Makes values of the events of a walk over a Markdown tree.
struct MarkdownReader {
  /// What is known so far of a node that has been entered and not yet left.
  private struct OpenNode {
    var blocks: [Prose] = []
    var items: [[Prose]] = []
    var cells: [[Inline]] = []
    var rows: [[[Inline]]] = []
    var inlines: [Inline] = []
    /// Text that will be one inline; kept apart, since it comes in many small pieces.
    var text = ""

    mutating func append(_ inline: Inline) {
      endText()
      inlines.append(inline)
    }

    mutating func endText() {
      guard !text.isEmpty else { return }
      inlines.append(.text(text))
      text = ""
    }
  }

  /// Deeper than this, lists, quotes, stress and links are left out around what they contain.
  private static let deepest = 100

  private(set) var blocks: [MarkdownBlock] = []
  /// The names of live blocks that stand in lists and quotes.
  private(set) var nestedFences: [PlacedText] = []
  private let source: MarkdownSource
  private var positions: MarkdownPositions
  private var open = [OpenNode()]
  private var nodesLeftOut = 0
  private var spansOfLeaf: MarkdownCodeSpans
  private var spansOfBlock: [PlacedText] = []

  init(_ source: MarkdownSource) {
    self.source = source
    positions = MarkdownPositions(source)
    spansOfLeaf = MarkdownCodeSpans(source, lines: 1...1)
  }

  mutating func read(_ event: MarkdownTree.Event, _ node: MarkdownNode) {
    guard let kind = node.kind else { return }
    switch kind {
    case .text, .htmlInline: open[top].text += node.literal.withoutControls
    case .softbreak: open[top].text += " "
    case .linebreak: open[top].append(.lineBreak)
    case .code: readCode(node)
    case .rule: close(.rule, node)
    case .codeBlock: readCodeBlock(node)
    case .htmlBlock:
      let lines = node.literal.cleanLines.map { [Inline.text($0)] }
      close(.paragraph(Array(lines.joined(separator: [.lineBreak]))), node)
    case .paragraph, .heading, .table:
      if event == .enter { spansOfLeaf = MarkdownCodeSpans(source, lines: node.lines) }
      bracket(event, node, kind)
    case .tableHeader, .tableRow, .tableCell:
      bracket(event, node, kind)
    case .list, .item, .blockQuote, .emph, .strong, .link:
      if nodesLeftOut > 0 || event == .enter && kind != .item && open.count >= Self.deepest {
        nodesLeftOut += event == .enter ? 1 : -1
      } else {
        bracket(event, node, kind)
      }
    }
  }

  private var top: Int { open.count - 1 }

  private mutating func bracket(
    _ event: MarkdownTree.Event, _ node: MarkdownNode, _ kind: MarkdownNode.Kind
  ) {
    if event == .enter {
      open.append(OpenNode())
    } else {
      var contents = open.removeLast()
      contents.endText()
      close(contents, node, kind)
    }
  }

  private mutating func close(
    _ contents: OpenNode, _ node: MarkdownNode, _ kind: MarkdownNode.Kind
  ) {
    let inlines = contents.inlines
    switch kind {
    case .emph: open[top].append(.emphasis(inlines))
    case .strong: open[top].append(.strong(inlines))
    case .link:
      open[top].append(.link(inlines, destination: node.destination.withoutControls))
    case .tableCell: open[top].cells.append(inlines)
    case .tableHeader, .tableRow: open[top].rows.append(contents.cells)
    case .item: open[top].items.append(contents.blocks)
    case .paragraph where inlines.isEmpty: break
    case .paragraph: close(.paragraph(inlines), node)
    case .heading: close(.heading(level: node.headingLevel, inlines), node)
    case .blockQuote: close(.quote(contents.blocks), node)
    case .list:
      let list = ProseList(marker: node.listMarker, isTight: node.isTight, items: contents.items)
      close(.list(list), node)
    case .table:
      let table = ProseTable(
        alignments: node.alignments, header: contents.rows.first ?? [],
        rows: Array(contents.rows.dropFirst()))
      close(.table(table), node)
    case .text, .htmlInline, .softbreak, .linebreak, .code, .rule, .codeBlock, .htmlBlock:
      preconditionFailure("a node without children is read when it is entered")
    }
  }

  private mutating func close(_ prose: Prose, _ node: MarkdownNode) {
    if open.count == 1 {
      close(.prose(prose), line: node.lines.lowerBound)
    } else {
      open[top].blocks.append(prose)
    }
  }

  private mutating func close(_ content: MarkdownBlock.Content, line: Int) {
    blocks.append(MarkdownBlock(content, line: line, codeSpans: spansOfBlock))
    spansOfBlock = []
  }

  private mutating func readCode(_ node: MarkdownNode) {
    let text = node.literal.withoutControls
    open[top].append(.code(text))
    let offset = spansOfLeaf.offset(of: node.literal)
    spansOfBlock.append(PlacedText(text, at: positions.position(of: offset)))
  }

  private mutating func readCodeBlock(_ node: MarkdownNode) {
    if open.count == 1, let fence = node.fence {
      let line = node.lines.lowerBound
      close(.fence(MarkdownFence(source, node, indent: fence.indent, info: fence.info)), line: line)
    } else {
      let name = node.fence?.info.prefix { !$0.isWhitespace } ?? ""
      if Lesson.blocks.contains(String(name)) {
        let line = node.lines.lowerBound
        let text = source.text(ofLine: line)
        let marks = text.prefix { $0 != "`" && $0 != "~" }.count
        nestedFences.append(PlacedText(String(name), line: line, column: marks + 1))
      }
      close(.code(node.literal.cleanLines.joined(separator: "\n")), node)
    }
  }
}

extension MarkdownFence {
  fileprivate init(_ source: MarkdownSource, _ node: MarkdownNode, indent: Int, info: String) {
    let line = node.lines.lowerBound
    let words = info.withoutControls.split(separator: " ", maxSplits: 1)
    let opening = source.text(ofLine: line)
    let marks = opening.drop { $0 == " " }
    let afterMarks = marks.drop { $0 == marks.first }.drop { $0 == " " || $0 == "\t" }
    name = PlacedText(
      words.first.map(String.init) ?? "", line: line,
      column: opening.distance(from: opening.startIndex, to: afterMarks.startIndex) + 1)
    let rest = afterMarks.dropFirst(name.text.count)
    let blanks = rest.prefix { $0 == " " || $0 == "\t" }.count
    arguments = PlacedText(
      words.count > 1 ? String(words[1].drop { $0 == " " }) : "", line: line,
      column: name.position.column + name.text.count + blanks)
    let count = node.literal.cleanLines.count
    let end = line + 1 + count
    let last = end <= node.lines.upperBound ? source.text(ofLine: end).drop { $0 == " " } : ""
    let length = marks.prefix { $0 == marks.first }.count
    lines = (0..<count).map { index in
      let text = source.text(ofLine: line + 1 + index)
      let dropped = text.prefix(indent).prefix { $0 == " " || $0 == "\t" }.count
      return PlacedText(
        String(text.dropFirst(dropped)).withoutControls, line: line + 1 + index,
        column: dropped + 1)
    }
    // A block that another one begins in was never closed: what ends it is the end of the other.
    let swallowsAnother = lines.contains { line in
      let inner = line.text.drop { $0 == " " }
      let count = inner.prefix { $0 == marks.first }.count
      return count >= 3 && count <= length
        && Lesson.blocks.contains(String(inner.dropFirst(count).prefix { !$0.isWhitespace }))
    }
    isClosed = last.prefix { $0 == marks.first }.count >= length && !swallowsAnother
  }
}

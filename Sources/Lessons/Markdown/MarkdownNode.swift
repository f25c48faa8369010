import CMarkGFM

/// A node of a tree; it must not outlive the tree.
struct MarkdownNode {
  enum Kind: String {
    case text, softbreak, linebreak, code, emph, strong, link
    case htmlInline = "html_inline"
    case paragraph, heading, list, item, table
    case blockQuote = "block_quote"
    case codeBlock = "code_block"
    case htmlBlock = "html_block"
    case rule = "thematic_break"
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tableCell = "table_cell"
  }

  private let node: OpaquePointer

  init(_ node: OpaquePointer) {
    self.node = node
  }

  /// What the node is, if it says more than its children do.
  var kind: Kind? {
    Kind(rawValue: string(cmark_node_get_type_string(node)))
  }

  var literal: String { string(cmark_node_get_literal(node)) }
  var destination: String { string(cmark_node_get_url(node)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
  var isTight: Bool { cmark_node_get_list_tight(node) != 0 }

  var listMarker: ProseList.Marker {
    cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      ? .numbers(from: Int(cmark_node_get_list_start(node))) : .bullet
  }

  /// The indent and the info string of a block of code between fences.
  var fence: (indent: Int, info: String)? {
    var length: CInt = 0
    var indent: CInt = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(node, &length, &indent, &character) != 0 else { return nil }
    return (Int(indent), string(cmark_node_get_fence_info(node)))
  }

  var alignments: [ProseTable.Alignment] {
    guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<Int(cmark_gfm_extensions_get_table_columns(node))).map { column in
      switch letters[column] {
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .trailing
      default: .leading
      }
    }
  }

  /// The lines of a block, counted from 1.
  ///
  /// Where a table follows a paragraph without a blank line, cmark gives the table the paragraph's
  /// first line, and the paragraph none. Each row is one line, so the table's own are counted from
  /// its end.
  var lines: ClosedRange<Int> {
    let first = Int(cmark_node_get_start_line(node))
    let last = Int(cmark_node_get_end_line(node))
    if kind == .table {
      let header = last - childCount
      return max(first, header)...max(first, header, last)
    }
    if first == 0, let next = cmark_node_next(node), MarkdownNode(next).kind == .table {
      let start = Int(cmark_node_get_start_line(next))
      return start...max(start, MarkdownNode(next).lines.lowerBound - 1)
    }
    return first...max(first, last)
  }

  private var childCount: Int {
    var count = 0
    var child = cmark_node_first_child(node)
    while let next = child {
      count += 1
      child = cmark_node_next(next)
    }
    return count
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

import CMarkGFM
import Synchronization

/// cmark keeps its extensions and, while it parses, their special characters in global variables.
private let cmark = Mutex(())

/// A document as cmark has parsed it.
struct MarkdownTree: ~Copyable {
  enum Event {
    case enter, exit
  }

  private let root: OpaquePointer

  init(_ source: MarkdownSource) {
    let extensions = source.mayHoldAddresses ? ["table", "autolink"] : ["table"]
    let parsed = cmark.withLock { _ in
      cmark_gfm_core_extensions_ensure_registered()
      let parser = cmark_parser_new(CMARK_OPT_SOURCEPOS | CMARK_OPT_FULL_INFO_STRING)
      defer { cmark_parser_free(parser) }
      for name in extensions {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      source.bounded.withUnsafeBytes { text in
        cmark_parser_feed(parser, text.bindMemory(to: CChar.self).baseAddress, text.count)
      }
      return UInt(bitPattern: cmark_parser_finish(parser))
    }
    guard let root = OpaquePointer(bitPattern: parsed) else {
      preconditionFailure("cmark ends the program itself when there is no memory")
    }
    self.root = root
  }

  deinit {
    cmark_node_free(root)
  }

  /// Calls a function for each node before its children and, if it can have any, once more after
  /// them.
  func visit(_ body: (Event, MarkdownNode) -> Void) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      body(event == CMARK_EVENT_EXIT ? .exit : .enter, MarkdownNode(node))
    }
  }
}

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

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

/// A block of the outermost level.
public struct MarkdownBlock: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case prose(Prose)
    case fence(MarkdownFence)
  }

  public var content: Content
  /// The line of the file where the block begins, counted from 1.
  public var line: Int
  /// The inline code anywhere in the block's prose, in the order of the file.
  public var codeSpans: [PlacedText]

  public init(_ content: Content, line: Int, codeSpans: [PlacedText] = []) {
    self.content = content
    self.line = line
    self.codeSpans = codeSpans
  }
}

/// A table; every row has as many cells as there are alignments.
public struct ProseTable: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable {
    case leading, center, trailing
  }

  public var alignments: [Alignment]
  public var header: [[Inline]]
  public var rows: [[[Inline]]]

  public init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

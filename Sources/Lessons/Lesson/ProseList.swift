/// The items of a list, with what stands before each.
public struct ProseList: Hashable, Sendable {
  public enum Marker: Hashable, Sendable {
    case bullet
    /// Numbers that count up from the first item's.
    case numbers(from: Int)
  }

  public var marker: Marker
  /// Whether the items follow each other without blank lines.
  public var isTight: Bool
  public var items: [[Prose]]

  public init(marker: Marker, isTight: Bool, items: [[Prose]]) {
    self.marker = marker
    self.isTight = isTight
    self.items = items
  }
}

/// A rectangle of cells; empty when its width or height is not positive.
public struct Rect: Hashable, Sendable {
  public var origin: Point
  public var size: Size

  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  public init(column: Int, row: Int, width: Int, height: Int) {
    self.init(
      origin: Point(column: column, row: row), size: Size(width: width, height: height))
  }

  public var columns: Range<Int> {
    origin.column..<max(origin.column, origin.column + size.width)
  }

  public var rows: Range<Int> {
    origin.row..<max(origin.row, origin.row + size.height)
  }

  public func contains(_ point: Point) -> Bool {
    columns.contains(point.column) && rows.contains(point.row)
  }

  public func intersects(_ other: Rect) -> Bool {
    columns.overlaps(other.columns) && rows.overlaps(other.rows)
  }
}

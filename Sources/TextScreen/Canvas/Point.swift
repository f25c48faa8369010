/// A cell of a screen, counted from the top left corner, (0, 0).
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  public static func + (a: Point, b: Point) -> Point {
    Point(column: a.column + b.column, row: a.row + b.row)
  }

  public static func - (a: Point, b: Point) -> Point {
    Point(column: a.column - b.column, row: a.row - b.row)
  }
}

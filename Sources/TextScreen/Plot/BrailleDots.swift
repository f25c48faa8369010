/// Fine points, two across and four down in each cell, as the signs of Braille have them.
struct BrailleDots {
  private let size: Size
  /// A bit for each dot of a cell, as Unicode numbers them.
  private var dots: [UInt8]
  private var styles: [Style]

  /// - Parameter size: in cells.
  init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    dots = Array(repeating: 0, count: self.size.width * self.size.height)
    styles = Array(repeating: .plain, count: dots.count)
  }

  /// The bits of the left and the right column, from the bottom.
  private static let bits: [[UInt8]] = [[0x40, 0x04, 0x02, 0x01], [0x80, 0x20, 0x10, 0x08]]

  /// How many dots lie beside each other in all, and above each other.
  var columns: Int { 2 * size.width }
  var heights: Int { 4 * size.height }

  /// Sets a dot, counted from the lower left corner; one outside is left out.
  mutating func set(_ column: Int, _ height: Int, _ style: Style) {
    guard (0..<columns).contains(column), (0..<heights).contains(height) else { return }
    let index = (size.height - 1 - height / 4) * size.width + column / 2
    dots[index] |= BrailleDots.bits[column % 2][height % 4]
    styles[index] = style
  }

  /// Sets the dots on the way between two places, in dots from the lower left corner: one in each column of a flat
  /// line, one in each row of a steep one.
  mutating func setLine(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ style: Style
  ) {
    let isFlat = abs(end.x - start.x) >= abs(end.y - start.y)
    let (from, to) = isFlat ? (start.x, end.x) : (start.y, end.y)
    let (across, acrossEnd) = isFlat ? (start.y, end.y) : (start.x, end.x)
    let slope = from == to ? 0 : (acrossEnd - across) / (to - from)
    let steps = Int(min(from, to).rounded(.down))..<Int(max(from, to).rounded(.down)) + 1
    for step in steps.clamped(to: 0..<(isFlat ? columns : heights)) {
      // A dot stands for its middle.
      let place = max(min(from, to), min(max(from, to), Double(step) + 0.5))
      let other = Int((across + slope * (place - from)).rounded(.down))
      if isFlat { set(step, other, style) } else { set(other, step, style) }
    }
  }

  /// The sign of each cell that has dots.
  func forEachCell(_ body: (_ column: Int, _ row: Int, Cell) -> Void) {
    for (index, bits) in dots.enumerated() where bits != 0 {
      guard let scalar = Unicode.Scalar(0x2800 + UInt32(bits)) else { continue }
      body(index % size.width, index / size.width, Cell(Glyph(scalar), styles[index]))
    }
  }
}

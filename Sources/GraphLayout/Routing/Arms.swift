/// The directions in which a wire leaves the middle of a cell.
struct Arms: OptionSet, Hashable {
  let rawValue: UInt8

  static let left = Arms(rawValue: 1)
  static let right = Arms(rawValue: 2)
  static let up = Arms(rawValue: 4)
  static let down = Arms(rawValue: 8)
  static let horizontal: Arms = [.left, .right]
  static let vertical: Arms = [.up, .down]

  /// The character that shows the arms of one source's wires.
  var character: Character {
    Self.characters[Int(rawValue)]
  }

  private static let characters = Array(" ───│┘└┴│┐┌┬│┤├●")
}

/// A character with its meaning.
public struct Cell: Hashable, Sendable {
  public var glyph: Glyph
  public var style: Style

  public init(_ glyph: Glyph, _ style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  public init(_ character: Character, _ style: Style = .plain) {
    self.init(Glyph(character), style)
  }

  public var character: Character { glyph.character }

  public static let empty = Cell(.space)
  /// Stands in the second cell of a character two columns wide.
  public static let continuation = Glyph("\u{0}" as Unicode.Scalar)
}

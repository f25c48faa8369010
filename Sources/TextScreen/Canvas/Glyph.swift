import Synchronization

/// A character in the four bytes that a cell of a screen has for it.
///
/// A character of one Unicode scalar is that scalar. One of several, such as a letter with combining marks, is a
/// number in a table that all canvases share, so that equal characters are equal numbers.
public struct Glyph: Hashable, Sendable {
  private let bits: UInt32
  /// Beyond all scalars.
  private static let clusterBit: UInt32 = 1 << 31

  public init(_ scalar: Unicode.Scalar) {
    bits = scalar.value
  }

  public init(_ character: Character) {
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.dropFirst().isEmpty {
      bits = only.value
    } else {
      bits = Clusters.number(of: character) | Glyph.clusterBit
    }
  }

  public static let space = Glyph(" " as Unicode.Scalar)

  /// The only scalar; `nil` if there are several.
  public var scalar: Unicode.Scalar? { Unicode.Scalar(bits) }

  public var character: Character {
    scalar.map { Character($0) } ?? Clusters.character(bits & ~Glyph.clusterBit)
  }

  /// The columns that the character takes on a terminal: 0, 1 or 2.
  public var columns: Int { isSimple ? 1 : character.columns }

  /// Whether a terminal could take the character for a command.
  public var isControl: Bool { !isSimple && character.isControl }

  private var isSimple: Bool { scalar?.isSimple ?? false }
}

/// The characters of several scalars that were written to any canvas.
private enum Clusters {
  private struct Table {
    var characters: [Character] = []
    var numbers: [Character: UInt32] = [:]
  }

  private static let table = Mutex(Table())

  static func number(of character: Character) -> UInt32 {
    table.withLock { table in
      if let number = table.numbers[character] { return number }
      let number = UInt32(table.characters.count)
      table.characters.append(character)
      table.numbers[character] = number
      return number
    }
  }

  static func character(_ number: UInt32) -> Character {
    table.withLock { $0.characters[Int(number)] }
  }
}

extension Character {
  /// Whether it is a simple scalar alone, whose properties need not be looked up.
  var isSimple: Bool {
    let scalars = unicodeScalars
    guard let first = scalars.first, first.isSimple else { return false }
    return scalars.index(after: scalars.startIndex) == scalars.endIndex
  }

  /// The columns that the character takes on a terminal: 0, 1 or 2.
  ///
  /// Wide are the blocks of East Asian scripts and pictographs, after Unicode Standard Annex 11, and single symbols
  /// that are shown as pictographs, such as ✅.
  public var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isASCII || isSimple { return 1 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    // A regional indicator is half a flag.
    case 0x1F1E6...0x1F1FF: return 1
    default: return first.properties.isEmojiPresentation ? 2 : 1
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar takes one column, is no control, and beside others of its kind stays a character of its own.
  ///
  /// Most of what a screen shows is made of these: letters, digits, arrows, lines, blocks and check marks. Of others
  /// the properties have to be looked up, and the marks that combine with them.
  var isSimple: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x377, 0x37A...0x37F, 0x384...0x3FF,
      0x2010...0x2027, 0x2030...0x205E, 0x2070...0x20BF, 0x2190...0x22FF, 0x2500...0x25FC,
      0x270C...0x2727:
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// The scalar whose bytes begin at an index of text that is known to be UTF-8, and how many they are.
  @inline(__always)
  fileprivate static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (Unicode.Scalar, Int) {
    func bits(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let (value, length) =
      first < 0xE0
      ? (UInt32(first & 0x1F) << 6 | bits(1), 2)
      : first < 0xF0
        ? (UInt32(first & 0x0F) << 12 | bits(1) << 6 | bits(2), 3)
        : (UInt32(first & 0x07) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3), 4)
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension StringProtocol {
  /// The columns that the text takes on a terminal.
  public var columns: Int {
    // Other modules would go through the text by way of its protocol, in ten times the time.
    @_specialize(where Self == String) get { simpleCount ?? reduce(0) { $0 + $1.columns } }
  }

  /// The count of the scalars if each is simple, and with that the columns.
  var simpleCount: Int? {
    var count = 0
    let isSimple = forEachScalar { scalar in
      count += 1
      return scalar.isSimple
    }
    return isSimple ? count : nil
  }

  /// Goes through the scalars until one is refused, and returns whether none was.
  @inline(__always)
  func forEachScalar(_ accept: (Unicode.Scalar) -> Bool) -> Bool {
    let whole = utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = Unicode.Scalar.decode(bytes, at: index)
        guard accept(scalar) else { return false }
        index += length
      }
      return true
    }
    return whole ?? unicodeScalars.allSatisfy(accept)
  }

  /// The text, cut to a number of columns; `…` stands for what was cut off.
  @_specialize(where Self == String)
  public func truncated(toColumns limit: Int) -> String {
    guard columns > limit else { return String(self) }
    var kept = ""
    var width = 0
    for character in self {
      guard width + character.columns < limit else { break }
      kept.append(character)
      width += character.columns
    }
    return limit > 0 ? kept + "…" : ""
  }
}

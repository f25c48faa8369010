import Expressions

/// What stands before the numbers of a `.npy` file: their kind, their order and their shape.
struct NPYHeader: Hashable {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// A file with as many numbers as a quantity may have is no longer.
  static let byteLimit = 8 * Shape.countLimit + 100_000

  var kind: NPYNumber
  /// Whether the first axis runs fastest.
  var isColumnMajor: Bool
  var shape: Shape
  /// Where the numbers begin.
  var dataStart: Int

  /// - Complexity: O(n) in the length of the header.
  init(_ bytes: [UInt8]) throws(ArrayFileError) {
    guard bytes.starts(with: NPYHeader.magic) else { throw .notNPY }
    guard bytes.count >= 8 else { throw .field(.version, .cut) }
    let (major, minor) = (Int(bytes[6]), Int(bytes[7]))
    guard (1...3).contains(major), minor == 0 else {
      throw .field(.version, .unknownVersion(major, minor))
    }
    let width = major == 1 ? 2 : 4
    guard let length = bytes.number(at: 8, width) else { throw .field(.header, .cut) }
    dataStart = 8 + width + length
    guard dataStart <= bytes.count else { throw .field(.header, .cut) }
    let text = bytes[(8 + width)..<dataStart]
    let fields = try NPYHeader.fields(
      major < 3 ? String(latin1: text) : String(decoding: text, as: UTF8.self))
    kind = try NPYNumber(descr: try NPYHeader.value(.descr, fields))
    let order = try NPYHeader.value(.fortranOrder, fields)
    guard let isColumnMajor = ["True": true, "False": false][order] else {
      throw .field(.fortranOrder, .unreadable(order.cut))
    }
    self.isColumnMajor = isColumnMajor
    shape = try NPYHeader.shape(try NPYHeader.value(.shape, fields))
  }

  private static func value(
    _ field: ArrayFileError.NPYField, _ fields: [String: String]
  ) throws(ArrayFileError) -> String {
    guard let value = fields[field.rawValue] else { throw .field(field, .missing) }
    return value
  }

  /// The fields of `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`, each as it is written.
  private static func fields(_ text: String) throws(ArrayFileError) -> [String: String] {
    let unreadable = ArrayFileError.field(.header, .unreadable(text.trimmingBlanks.cut))
    var rest = text.unicodeScalars[...].trimmed
    guard rest.first == "{", rest.last == "}" else { throw unreadable }
    rest = rest.dropFirst().dropLast()
    var fields: [String: String] = [:]
    for part in rest.partsAtCommas {
      // A comma may stand behind the last.
      if part.isEmpty, part.endIndex == rest.endIndex { continue }
      guard let colon = part.firstIndex(of: ":") else { throw unreadable }
      guard let key = part[..<colon].trimmed.unquoted else { throw unreadable }
      guard ["descr", "fortran_order", "shape"].contains(key) else {
        throw .field(.header, .unknownKey(key.cut))
      }
      let value = String(part[part.index(after: colon)...].trimmed)
      guard fields.updateValue(value, forKey: key) == nil else { throw unreadable }
    }
    return fields
  }

  /// Reads `(3, 4)`, `(3,)` or `()`.
  private static func shape(_ text: String) throws(ArrayFileError) -> Shape {
    let unreadable = ArrayFileError.field(.shape, .unreadable(text.cut))
    let scalars = text.unicodeScalars[...]
    guard scalars.first == "(", scalars.last == ")" else { throw unreadable }
    let inner = scalars.dropFirst().dropLast().trimmed
    var parts = inner.isEmpty ? [] : inner.partsAtCommas
    let endsWithComma = parts.last?.isEmpty ?? false
    if endsWithComma { parts.removeLast() }
    // In Python `(3)` is a number.
    guard parts.count != 1 || endsWithComma else { throw unreadable }
    var sizes: [Int] = []
    for part in parts {
      // Python 2 wrote 3L.
      let digits = part.last == "L" ? part.dropLast() : part
      guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else {
        throw unreadable
      }
      sizes.append(Int(String(digits)) ?? .max)
    }
    guard sizes.count <= Shape.axisLimit else {
      throw .field(.shape, .tooManyAxes(text.cut, sizes.count))
    }
    let shape = Shape(sizes)
    guard shape.count <= Shape.countLimit else { throw .field(.shape, .tooMany(text.cut)) }
    return shape
  }
}

extension String {
  /// Each byte is a character.
  fileprivate init(latin1 bytes: ArraySlice<UInt8>) {
    self = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// The beginning of a text that a message quotes.
  fileprivate var cut: String { count > 60 ? "\(prefix(60))…" : self }
}

extension Substring.UnicodeScalarView {
  fileprivate var trimmed: Self {
    var rest = self
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return rest
  }

  /// The text between quotes; `nil` if it does not stand between two.
  fileprivate var unquoted: String? {
    guard count >= 2, let quote = first, quote == "'" || quote == "\"", last == quote else {
      return nil
    }
    return String(dropFirst().dropLast())
  }

  /// The parts between the commas that stand in no quotes and brackets, without blanks around them.
  fileprivate var partsAtCommas: [Self] {
    var parts: [Self] = []
    var start = startIndex
    var depth = 0
    var quote: Unicode.Scalar?
    for place in indices {
      let scalar = self[place]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      } else if "([{".unicodeScalars.contains(scalar) {
        depth += 1
      } else if ")]}".unicodeScalars.contains(scalar) {
        depth -= 1
      } else if scalar == ",", depth == 0 {
        parts.append(self[start..<place].trimmed)
        start = index(after: place)
      }
    }
    return parts + [self[start...].trimmed]
  }
}

import Expressions

/// Reads numbers from rows of text: between commas, semicolons, tabs or blanks, as the first row has them.
///
/// Names in the first row are a heading. Empty lines and those that begin with `#` say nothing. A single row and a
/// single column are a vector, as NumPy's `loadtxt` has it.
struct RowReader {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  /// What stands between numbers; `nil` for blanks.
  private var separator: UInt8?
  private var elements: [Double] = []
  private var rows = 0
  private var columns = 0
  /// What the heading calls the columns; empty without one.
  private(set) var names: [String] = []
  private(set) var notes: [ArrayFile.Note] = []

  /// What stands between two separators, without blanks and quotes around it.
  private struct Field {
    var bytes: ArraySlice<UInt8>
    var line: Int
    /// Where its line begins.
    var lineStart: Int

    var text: String {
      let text = String(decoding: bytes, as: UTF8.self)
      return text.count > 40 ? "\(text.prefix(40))…" : text
    }

    var number: Double? { DecimalNumber(bytes)?.value }

    /// Whether it is written as a number that is none, or none that is finite.
    var isNotFinite: Bool {
      let sign = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
      let word = String(decoding: sign ? bytes.dropFirst() : bytes, as: UTF8.self).lowercased()
      return ["nan", "inf", "infinity"].contains(word)
    }

    /// Whether it is a name and no number, as in a heading.
    var isWord: Bool {
      number == nil && !isNotFinite
        && String(decoding: bytes, as: UTF8.self).contains(where: \.isLetter)
    }
  }

  /// - Complexity: O(n).
  init(_ bytes: [UInt8]) throws(ArrayFileError) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .row(.notText, line: 1, column: 1)
    }
    while place < bytes.count { try readLine() }
    guard rows > 0 else { throw .noNumbers }
  }

  var array: NumericArray {
    let sizes = [rows, columns].filter { $0 > 1 }
    return NumericArray(elements, shape: Shape(sizes))
  }

  /// The numbers as rows and columns, even where there is but one.
  var table: NumericArray { NumericArray(elements, shape: Shape(rows, columns)) }

  // MARK: Lines

  private mutating func readLine() throws(ArrayFileError) {
    let first = bytes[place...].first { !$0.isBlank }
    guard let first, !first.isLineEnd, first != UInt8(ascii: "#") else { return skipLine() }
    if columns == 0 {
      separator = RowReader.separator(of: bytes[place...])
    }
    if columns == 0, try skipHeading() { return }
    let start = line
    let isFirst = columns == 0
    let count = try readFields { reader, field throws(ArrayFileError) in
      guard let number = field.number, number.isFinite else { throw reader.error(of: field) }
      guard reader.elements.count < Shape.countLimit else {
        throw .row(.tooMany, line: start, column: 1)
      }
      reader.elements.append(number)
    }
    if isFirst { columns = count }
    guard count == columns else {
      throw .row(.uneven(count: count, first: columns), line: start, column: 1)
    }
    rows += 1
  }

  /// Reads the first row if there are names in it.
  private mutating func skipHeading() throws(ArrayFileError) -> Bool {
    let (start, startLine) = (place, line)
    var word: String?
    var names: [String] = []
    var hasNumbers = false
    var isFirstEmpty = false
    var isFirst = true
    let count = try readFields { _, field in
      if field.number != nil { hasNumbers = true }
      names.append(String(decoding: field.bytes, as: UTF8.self))
      if word == nil, field.isWord { word = field.text }
      if isFirst { isFirstEmpty = field.bytes.isEmpty }
      isFirst = false
    }
    guard let word else {
      (place, line) = (start, startLine)
      return false
    }
    columns = count
    self.names = names
    if hasNumbers { notes.append(.mixedHeading(word)) }
    if isFirstEmpty { notes.append(.unnamedColumn) }
    return true
  }

  private mutating func skipLine() {
    while place < bytes.count, !bytes[place].isLineEnd { place += 1 }
    endLine()
  }

  /// Goes behind the end of a line: `\n`, `\r\n` or `\r`.
  private mutating func endLine() {
    guard place < bytes.count else { return }
    let isPair = bytes[place...].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    place += isPair ? 2 : 1
    line += 1
  }

  /// What separates the fields of the row that comes first.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8? {
    var isQuoted = false
    var found: Set<UInt8> = []
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte.isLineEnd { break }
      found.insert(byte)
    }
    return [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")].first(where: found.contains)
  }

  // MARK: Fields

  /// Reads the fields of a line, one after the other, and counts them.
  private mutating func readFields(
    _ take: (inout RowReader, Field) throws(ArrayFileError) -> Void
  ) throws(ArrayFileError) -> Int {
    var count = 0
    var lineStart = place
    while true {
      skipBlanks()
      // Blanks at the end of a line end no field.
      if separator == nil, place == bytes.count || bytes[place].isLineEnd { break }
      let field = try readField(&lineStart)
      count += 1
      try take(&self, field)
      guard place < bytes.count, !bytes[place].isLineEnd else { break }
      if separator != nil { place += 1 }
    }
    endLine()
    return count
  }

  private mutating func skipBlanks() {
    while place < bytes.count, bytes[place].isBlank, bytes[place] != separator { place += 1 }
  }

  /// Reads up to the next separator or the end of the line; in quotes both may stand.
  private mutating func readField(_ lineStart: inout Int) throws(ArrayFileError) -> Field {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      let start = place
      while place < bytes.count, !bytes[place].isLineEnd, !isSeparator(bytes[place]) { place += 1 }
      var field = bytes[start..<place]
      while let last = field.last, last.isBlank { field.removeLast() }
      return Field(bytes: field, line: line, lineStart: lineStart)
    }
    let (opened, openedLine, openedStart) = (place, line, lineStart)
    place += 1
    let start = place
    while true {
      guard place < bytes.count else {
        throw error(.unclosedQuote, at: opened, line: openedLine, lineStart: openedStart)
      }
      if bytes[place] == UInt8(ascii: "\"") {
        // Two of them stand for one.
        guard bytes[place...].starts(with: [UInt8(ascii: "\""), UInt8(ascii: "\"")]) else { break }
        place += 2
      } else if bytes[place].isLineEnd {
        endLine()
        lineStart = place
      } else {
        place += 1
      }
    }
    let field = Field(bytes: bytes[start..<place], line: openedLine, lineStart: openedStart)
    place += 1
    skipBlanks()
    guard
      place == bytes.count || bytes[place].isLineEnd || isSeparator(bytes[place])
        || separator == nil
    else {
      throw error(
        .notANumber(field.text), at: opened, line: openedLine, lineStart: openedStart)
    }
    return field
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    separator == nil ? byte.isBlank : byte == separator
  }

  // MARK: Errors

  private func error(of field: Field) -> ArrayFileError {
    let problem: ArrayFileError.RowProblem =
      if field.bytes.isEmpty {
        .missingNumber
      } else if field.bytes.contains(0) {
        .notText
      } else if field.number != nil || field.isNotFinite {
        .notFinite(field.text)
      } else {
        .notANumber(field.text)
      }
    return error(
      problem, at: field.bytes.startIndex, line: field.line, lineStart: field.lineStart)
  }

  private func error(
    _ problem: ArrayFileError.RowProblem, at place: Int, line: Int, lineStart: Int
  ) -> ArrayFileError {
    let before = String(decoding: bytes[lineStart..<max(lineStart, place)], as: UTF8.self)
    return .row(problem, line: line, column: before.unicodeScalars.count + 1)
  }
}

extension UInt8 {
  /// A blank within a line.
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

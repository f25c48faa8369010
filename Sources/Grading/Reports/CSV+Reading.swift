extension CSV {
  /// The lines of a table in commas, semicolons or tabs, each as its fields; empty lines are left out.
  ///
  /// A field in quotes may hold everything, after RFC 4180; which sign parts fields is seen from the first line.
  public static func records(of text: String) -> [[String]] {
    let bytes = Array((text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]).utf8)
    let separator = separator(in: bytes)
    let (quote, newline) = (UInt8(ascii: "\""), UInt8(ascii: "\n"))
    var records: [[String]] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var place = 0
    func end() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    func endRecord() {
      if field.last == UInt8(ascii: "\r") { field.removeLast() }
      end()
      if fields.contains(where: { !$0.isEmpty }) { records.append(fields) }
      fields = []
    }
    while place < bytes.count {
      let byte = bytes[place]
      if isQuoted {
        if byte != quote {
          field.append(byte)
        } else if place + 1 < bytes.count, bytes[place + 1] == quote {
          field.append(quote)
          place += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote, field.isEmpty {
        isQuoted = true
      } else if byte == separator {
        end()
      } else if byte == newline {
        endRecord()
      } else {
        field.append(byte)
      }
      place += 1
    }
    if !field.isEmpty || !fields.isEmpty { endRecord() }
    return records
  }

  /// The sign that stands most often in the first line.
  private static func separator(in bytes: [UInt8]) -> UInt8 {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = signs.map { sign in line.count { $0 == sign } }
    let most = counts.max() ?? 0
    return signs[counts.firstIndex(of: most) ?? 0]
  }
}

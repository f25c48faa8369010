import Glibc

/// Small files, read and written whole.
enum TextFile {
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let isWritten = fputs(text, file) >= 0
    return fclose(file) == 0 && isWritten
  }

  /// The number after a word at the beginning of a line, as in the files of `/proc`.
  static func number(after word: String, in path: String) -> Double? {
    let line = read(path)?.split(separator: "\n").first { $0.hasPrefix(word) }
    return line?.split(whereSeparator: { " \t:".contains($0) }).dropFirst().first
      .flatMap { Double($0) }
  }
}

import Foundation
import Testing

@testable import Terminal

/// The entries in the program say what the database says, where it is there.
@Suite struct BuiltInEntryTests {
  /// What the database says of a terminal, without delays; nil where it says nothing.
  private func database(_ type: String) throws -> (
    numbers: [String: Int], strings: [String: String]
  )? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/infocmp")
    process.arguments = ["-1", "-x", type]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    var numbers: [String: Int] = [:]
    var strings: [String: String] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("\t") {
      let field = line.dropFirst().dropLast()
      if let mark = field.firstIndex(of: "#") {
        let digits = field[field.index(after: mark)...]
        numbers[String(field[..<mark])] =
          digits.hasPrefix("0x") ? Int(digits.dropFirst(2), radix: 16) : Int(digits)
      } else if let mark = field.firstIndex(of: "=") {
        strings[String(field[..<mark])] = String(field[field.index(after: mark)...])
          .replacing(/\$<[^>]*>/, with: "").replacing("\\E", with: "\u{1B}")
          .replacing("\\017", with: "\u{F}").replacing("^G", with: "\u{7}").replacing(
            "\\007", with: "\u{7}"
          )
          .replacing("^H", with: "\u{8}").replacing("\\r", with: "\r").replacing("\\n", with: "\n")
          .replacing("^I", with: "\t").replacing("\\t", with: "\t").replacing("\\b", with: "\u{8}")
      }
    }
    return (numbers, strings)
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/infocmp"),
      "infocmp is not installed"),
    arguments: [
      "xterm", "screen", "screen-256color", "tmux", "tmux-256color", "linux", "vt100",
    ])
  func anEntrySaysWhatTheDatabaseSays(type: String) throws {
    let entry = try #require(BuiltInEntry(of: type))
    guard let known = try database(type) else { return }
    #expect(entry.name == type)
    // Of xterm the database also says how the title is kept, and how letters for lines are left.
    let longer = type == "xterm" ? ["rmcup", "sgr0", "smcup"] : []
    let strings = entry.strings.filter {
      $0.value != known.strings[$0.key] && !longer.contains($0.key)
    }
    #expect(strings == [:], "\(strings.keys.map { "\($0): \(known.strings[$0] ?? "nothing")" })")
    for name in ["colors", "pairs", "ncv"] {
      #expect(entry.numbers[name] == known.numbers[name], "\(name)")
    }
  }

  @Test(arguments: ["xterm-kitty", "nonesuch", "vt1000", "linuxish", "xterm-256color"])
  func otherTerminalsHaveNoneOfTheirOwn(type: String) {
    #expect(BuiltInEntry(of: type) == nil)
  }
}

import Foundation
import Testing

@Suite struct ManualPageTests {
  /// A program that reads manual pages, with the words that make it complain of whatever is wrong.
  private static let readers = [
    ["/usr/bin/groff", "-man", "-ww", "-z"], ["/usr/bin/groff", "-man", "-ww", "-z", "-Tutf8"],
    ["/usr/bin/groff", "-man", "-ww", "-z", "-Tascii"], ["/usr/bin/mandoc", "-T", "lint"],
  ]

  @Test(arguments: readers)
  func noReaderOfManualPagesComplains(reader: [String]) throws {
    guard FileManager.default.isExecutableFile(atPath: reader[0]) else {
      print("skipped: \(reader[0]) is not installed")
      return
    }
    let page = try ProgramRun(["man"]).output
    let run = try ProgramRun(Array(reader.dropFirst()), of: reader[0], input: page)
    #expect(run.output + run.errors == "")
  }

  @Test func thePageHasTheSectionsThatReadersLookFor() throws {
    let page = try ProgramRun(["man"]).output
    let sections = page.split(separator: "\n").filter { $0.hasPrefix(".SH ") }
      .map { String($0.dropFirst(4)) }
    #expect(
      sections == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "COMMANDS", "OPTIONS OF THE MENU",
        "KEYS IN THE TUTOR", "MARKS AND COLOURS", "EXIT STATUS", "ENVIRONMENT", "FILES",
      ])
  }

  @Test func whatTheMarksMeanIsReadAsTheyAre() throws {
    let groff = "/usr/bin/groff"
    guard FileManager.default.isExecutableFile(atPath: groff) else {
      print("skipped: \(groff) is not installed")
      return
    }
    let page = try ProgramRun(["man"]).output
    func marks(_ device: String) throws -> [String] {
      let run = try ProgramRun(["-man", "-T\(device)", "-P-cbou"], of: groff, input: page)
      return run.output.split(separator: "\n").drop { $0 != "MARKS AND COLOURS" }.dropFirst()
        .prefix { $0.hasPrefix(" ") }
        .map { $0.split(separator: " ").joined(separator: " ") }
    }
    let meanings = [
      "a value that is right: blue", "a derivative that is right: green",
      "close enough: the exact number is carried on", "not yet: red", "still empty",
      "asked on another page",
    ]
    #expect(
      try marks("utf8") == zip(["✓", "✓", "≈", "✗", "▁", "·"], meanings).map { "\($0) \($1)" })
    #expect(
      try marks("ascii") == zip(["v", "v", "~", "x", "_", "."], meanings).map { "\($0) \($1)" })
  }

  @Test func theExamplesCanBeTypedAsTheyStand() throws {
    let page = try ProgramRun(["man"]).output
    #expect(page.contains(#"printf \(aq11\en121\en\(aq | backprop explore \-\-plain"#))
  }
}

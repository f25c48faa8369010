import Foundation
import Testing

@Suite struct ManualPageTests {
  private static let groff = "/usr/bin/groff"
  private static let mandoc = "/usr/bin/mandoc"

  @Test(.needs(groff), arguments: [[], ["-Tutf8"], ["-Tascii"]])
  func groffHasNoWarning(device: [String]) throws {
    let page = try ProgramRun(["man"]).output
    let run = try ProgramRun(
      ["-man", "-ww", "-z"] + device, of: ManualPageTests.groff, input: page)
    #expect(run.output + run.errors == "")
  }

  @Test(.needs(mandoc)) func mandocHasNoWarning() throws {
    let page = try ProgramRun(["man"]).output
    let run = try ProgramRun(["-T", "lint"], of: ManualPageTests.mandoc, input: page)
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

  @Test(.needs(groff)) func whatTheMarksMeanIsReadAsTheyAre() throws {
    let page = try ProgramRun(["man"]).output
    func marks(_ device: String) throws -> [String] {
      let run = try ProgramRun(
        ["-man", "-T\(device)", "-P-cbou"], of: ManualPageTests.groff, input: page)
      return run.output.split(separator: "\n").drop { $0 != "MARKS AND COLOURS" }.dropFirst()
        .prefix { $0.hasPrefix(" ") }
        .map { $0.split(separator: " ").joined(separator: " ") }
    }
    let meanings = [
      "a value that is right: blue", "a derivative that is right: green",
      "close enough: the exact number is used from here on", "not yet: red",
      "shown, not found: magenta",
      "answered; marked when you hand in",
      "still empty",
      "asked on another page, or given once more is found", "given, where its number has no room",
      "a derivative that comes back from the right",
    ]
    func list(_ marks: [String]) -> [String] { zip(marks, meanings).map { "\($0) \($1)" } }
    #expect(try marks("utf8") == list(["✓", "✓", "≈", "✗", "!", "*", "▁", "·", "•", "←"]))
    #expect(try marks("ascii") == list(["v", "v", "~", "x", "!", "*", "_", ".", "o", "<-"]))
  }

  @Test func theExamplesCanBeTypedAsTheyStand() throws {
    let page = try ProgramRun(["man"]).output
    #expect(page.contains(#"printf \(aq11\en121\en\(aq | backprop explore \-\-plain"#))
  }
}

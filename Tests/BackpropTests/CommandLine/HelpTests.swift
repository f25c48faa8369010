import Foundation
import Testing

@Suite struct HelpTests {
  /// The commands, as the overview lists them.
  private static func commands() throws -> [String] {
    let overview = try ProgramRun(["help"]).output
    return overview.split(separator: "\n")
      .drop { $0 != "commands:" }.dropFirst().prefix { $0.hasPrefix("  backprop ") }
      .compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
  }

  @Test func aCommandsHelpSaysHowItIsWrittenThenShowsIt() throws {
    #expect(
      try ProgramRun(["nudge", "--help"]).output == """
        backprop nudge FORMULA... [NAME=NUMBER...] --name NAME [OPTION...]
        what moves when one quantity is nudged, and by how much

        examples:
          backprop nudge 'a = 2 + 3w' 'J = a^2' w=3 --name w --by 0.001
          backprop nudge 'J = w^2' w=3 --name w --by 1e-9 --single
          backprop nudge 'J = sum(X W)' 'X=[1 2; 3 4]' 'W=[2; -1]' --name 'W[0, 0]'

        arguments:
          FORMULA      a formula: 'a = 2 + 3w', '(2 + 3w)^2'; @FILE has one a line
          NAME=NUMBER  the number of an input: w=3

        options:
          --name NAME   the quantity to nudge
          --by NUMBER   how far to nudge it (default: 0.001)
          --single      in numbers of 32 bits, as libraries compute
          --json        print one JSON object
          --data NAMES  inputs that are data, separated by commas
          --of NAME     the quantity whose derivatives are asked
          --seed N      what randn and networks draw by (default: 1)
          --whole       keep a single formula whole
          --split       break every formula into elementary operations
          --help        print this help

        pages to read:
          backprop help arrays    formulas with vectors and matrices
          backprop help programs  programs, notebooks and models that are read

        """)
  }

  @Test func everyCommandHasHelpWithExamplesHoweverItIsAskedFor() throws {
    let commands = try HelpTests.commands()
    #expect(commands.count == 22)
    for command in commands {
      let help = try ProgramRun(["help", command])
      #expect(help.status == 0)
      #expect(help.output.hasPrefix("backprop \(command)"))
      #expect(help.output.contains("\n\nexamples:\n  "))
      #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      for flag in ["--help", "-h"] {
        #expect(try ProgramRun([command, flag]).output == help.output)
      }
    }
    let overview = try ProgramRun(["help"]).output
    #expect(try ProgramRun(["--help"]).output == overview)
    #expect(overview.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func everyPageIsNamedInTheOverviewAndFitsATerminal() throws {
    let overview = try ProgramRun(["help"]).output
    for topic in [
      "arrays", "programs", "training", "instructors", "blocks", "scripts", "rules", "journal",
    ] {
      #expect(overview.contains("\n  backprop help \(topic) "))
      #expect(try ProgramRun(["help", topic]).output.hasPrefix("# "))
    }
    for topic in ["blocks", "scripts", "rules"] {
      let lines = try ProgramRun(["help", topic]).output.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
    #expect(
      try ProgramRun(["help", "test"]).output.contains("\npages to read:\n  backprop help scripts ")
    )
  }

  @Test func theVersionIsTheOneOfTheManual() throws {
    let run = try ProgramRun(["--version"])
    #expect(run.output.wholeMatch(of: /backprop \d+\.\d+\.\d+\n/) != nil)
    let title = try ProgramRun(["man"]).output.split(separator: "\n").first ?? ""
    #expect(title.contains("\"\(run.output.dropLast())\""))
  }

  @Test func theLessonsAreNamedOneALine() throws {
    let folder = try TemporaryFolder()
    try folder.write("00-first.md")
    try folder.write("plain.md")
    try folder.write("notes.txt")
    let built = try ProgramRun(["lessons"]).output
    #expect(built.contains("two-nodes\n"))
    let all = try ProgramRun(["lessons", "--lessons", folder.path]).output
    #expect(all == "first\n" + built + "plain\n")
  }
}

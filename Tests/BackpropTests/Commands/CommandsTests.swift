import Foundation
import Testing

@Suite struct CommandsTests {
  @Test func solvePrintsTheContractsObject() throws {
    let run = try ProgramRun(["solve", "--json", "a = 2 + 3w", "J = a^2", "w=3"])
    #expect(
      run.output == #"{"output": "J", "nodes": ["#
        + #"{"name": "w", "kind": "parameter", "value": 3, "derivative": 66}, "#
        + #"{"name": "a", "kind": "operation", "formula": "2 + 3w", "value": 11, "derivative": 22, "#
        + #""operands": [{"name": "w", "localDerivative": 3, "symbolic": "3"}]}, "#
        + #"{"name": "J", "kind": "operation", "formula": "a^2", "value": 121, "derivative": 1, "#
        + #""operands": [{"name": "a", "localDerivative": 22, "symbolic": "2a"}]}]}"# + "\n")
    #expect(run.errors == "")
  }

  @Test func tablesLineUp() throws {
    #expect(
      try ProgramRun(["solve", "a = 2 + 3w", "J = a^2", "w=3"]).output == """
        node        value  dJ/d·  local derivatives
        w           3      66
        a = 2 + 3w  11     22     da/dw = 3
        J = a^2     121    1      dJ/da = 2a = 22

        """)
    #expect(
      try ProgramRun(["nudge", "a = 2 + 3w", "J = a^2", "w=3", "--name", "w"]).output == """
        node  before  after       change / 0.001
        w     3       3.001       1
        a     11      11.003      3
        J     121     121.066009  66.009

        """)
    #expect(try ProgramRun(["diff", "w^3", "w", "w=2"]).output == "dJ/dw = 3w^2\n      = 12\n")
  }

  @Test func aSingleFormulaIsTakenApartUnlessToldNot() throws {
    let broken = try ProgramRun(["solve", "--json", "(2+3w)^2", "w=3"]).output
    #expect(broken.contains(#""name": "t2", "kind": "operation", "formula": "2 + t1""#))
    let whole = try ProgramRun(["solve", "--json", "--whole", "(2+3w)^2", "w=3"]).output
    #expect(whole.contains(#""formula": "(2 + 3w)^2", "value": 121"#))
    #expect(!whole.contains("t1"))
    let split = try ProgramRun(["solve", "--json", "--split", "a = 2+3w", "J = a^2", "w=3"]).output
    #expect(split.contains(#""name": "a", "kind": "operation", "formula": "2 + t1""#))
  }

  @Test func aWordThatReadsAsAFormulaIsNoOption() throws {
    let run = try ProgramRun(["solve", "-w^2", "w=3"])
    #expect(run.status == 0)
    #expect(run.output.contains("-9"))
  }

  @Test func anUnusedInputIsANoteAndNoError() throws {
    let run = try ProgramRun(["solve", "J = w^2", "w=3", "v=1"])
    #expect(run.status == 0)
    #expect(run.errors == "note: nothing uses 'v'; its derivative is 0\n")
  }

  @Test func aBindingThatDiffHasNoUseForIsANoteAndNoError() throws {
    let run = try ProgramRun(["diff", "w^3", "w", "w=2", "v=1", "u=0"])
    #expect(run.status == 0)
    #expect(run.errors == "note: nothing uses 'u'\nnote: nothing uses 'v'\n")
    #expect(run.output == "dJ/dw = 3w^2\n      = 12\n")
    let other = try ProgramRun(["diff", "w^2", "v", "v=3", "w=2"])
    #expect(
      other.errors == "note: 'v' does not occur in the formula; the derivative is 0\n")
  }

  @Test func jsonHasNoNegativeZero() throws {
    let run = try ProgramRun(["solve", "--json", "J = 0 - w", "w=-0"])
    #expect(run.output.contains(#""value": 0, "derivative": -1"#))
    #expect(!run.output.contains("-0,"))
  }

  @Test func anErrorPointsIntoTheFormula() throws {
    #expect(
      try ProgramRun(["solve", "a = 2 + sn(w)", "w=3"]).errors == """
        backprop: cannot read the formulas
          a = 2 + sn(w)
                  ^^
        unknown function 'sn'; did you mean 'sin'?

        """)
  }

  /// The number of a power of ten stays, and whoever meant the quantity is told.
  @Test(arguments: [
    ["solve", "J = w + 2e-1", "w=1", "e=3"], ["solve", "J = 2E+1 w + E", "w=1", "E=3"],
    ["nudge", "J = w + 2e-1 + e", "w=1", "e=3", "--name", "w"], ["diff", "w (2e-1) e", "w", "e=3"],
    ["export", "J = w + 2e-1 + e", "w=1", "e=3", "--text"],
  ])
  func aSignedPowerOfTenIsNotedWhereEIsAQuantity(arguments: [String]) throws {
    let run = try ProgramRun(arguments)
    #expect(run.status == 0)
    #expect(run.errors.contains("note: in J, '2"))
    #expect(
      run.errors.contains("' is the number 0.2; write 2*e - 1 for the product\n")
        || run.errors.contains("' is the number 20; write 2*E + 1 for the product\n"))
  }

  @Test func aBlankInAPowerOfTenIsAskedBack() throws {
    let run = try ProgramRun(["nudge", "J = w^2", "w=3", "--name", "w", "--by", "1 e-3"])
    #expect(run.status == 2)
    #expect(
      run.errors == """
        backprop: cannot read --by '1 e-3': '1 e-3' can be read in more than one way; write 0.001 or \
        1*e - 3

        """)
  }

  @Test func namesFromNotesAreReadOnBothSidesOfTheEqualsSign() throws {
    let run = try ProgramRun(
      [
        "solve", "z^{[1]} = w_{1,1} x₁", "J = {z1}²", "w_1_1=2", "x_{1}=3", "--data", "x₁",
        "--json",
      ])
    #expect(run.errors == "")
    #expect(run.output.contains(#"{"name": "z1", "kind": "operation", "formula": "w_1_1 x_1""#))
    #expect(run.output.contains(#"{"name": "x_1", "kind": "data", "value": 3"#))
    #expect(
      run.output.contains(#"{"name": "J", "kind": "operation", "formula": "z1^2", "value": 36"#))
    let nudge = try ProgramRun(["nudge", "J = w₁^2", "w₁=3", "--name", "w₁"])
    #expect(nudge.status == 0)
  }

  @Test func aNumberBeforeABoundNameMultiplies() throws {
    let run = try ProgramRun(["solve", "J = e1^2 + 2e1 + 1", "e1=3", "--whole", "--json"])
    #expect(run.output.contains(#""formula": "e1^2 + 2 e1 + 1", "value": 16"#))
  }

  @Test func controlCharactersOfTheCommandLineNeverReachTheTerminal() throws {
    let run = try ProgramRun(["solve", "\u{1B}[2J", "w=1"])
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test func theBuiltInLessonsPassTheirTests() throws {
    let run = try ProgramRun(["test"])
    #expect(run.output.wholeMatch(of: /[1-9]\d* passed, 0 failed\n/) != nil)
    #expect(run.status == 0)
  }

  @Test(arguments: [("x^0", "x", 0.0), ("x^y", "y", 0)])
  func diffAndSolveAgreeWhereAPowerHasItsSpecialCases(
    formula: String, name: String, value: Double
  ) throws {
    let inputs = ["x=0"] + (formula.contains("y") ? ["y=2"] : [])
    let run = try ProgramRun(["diff", "--json", formula, name] + inputs)
    #expect(run.output.hasSuffix("\"value\": 0}\n"), "\(run.errors)")
  }

  @Test func diffTakesFormulasThatUseOneAnother() throws {
    #expect(
      try ProgramRun(["diff", "a = 2 + 3w", "J = a^2", "w", "w=3"]).output
        == "dJ/dw = 6(2 + 3w)\n      = 66\n")
    #expect(
      try ProgramRun(["diff", "--json", "J = a^2", "a = 2 + 3w", "J2 = J b", "a", "w=3"]).output
        == "{\"derivative\": \"2a b\", \"value\": null}\n")
    #expect(
      try ProgramRun(["diff", "network 1-1 linear", "w1_1_1", "x1=2"]).output
        == "dJ/dw1_1_1 = x1 * (w1_1_1 x1 + b1_1 - y1)\n           = -0.7999999999999999\n")
    let circle = try ProgramRun(["diff", "a = b", "b = a w", "w"])
    #expect(circle.status == 3)
    #expect(circle.errors.contains("'a' is computed from itself: a → b → a; break the circle"))
  }

  @Test func aDerivativeThatWouldExplodeIsWrittenWithNamesForItsParts() throws {
    let maps = (1...20).map { "x\($0) = 3.7 x\($0 - 1) (1 - x\($0 - 1))" }
    let run = try ProgramRun(["diff"] + maps + ["x0", "x0=0.3"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count < 60)
    #expect(lines.allSatisfy { $0.count < 100 })
    #expect(lines[1] == "where x1 = 3.7x0 * (1 - x0)")
    #expect(lines.last == "dx20/dx0 = -1655.7497632242")
    let json = try ProgramRun(["diff", "--json"] + maps + ["x0", "x0=0.3"]).output
    #expect(json.contains("\"value\": -1655.7497632242, \"parts\": [{\"name\": \"x1\", "))
  }

  @Test func whatIsTooLargeToWriteStaysAPower() throws {
    #expect(try ProgramRun(["diff", "10^400 x", "x"]).output == "dJ/dx = 10^400\n")
  }

  @Test func aScriptMayHaveLineEndsOfAnyKindAndItsControlCharactersStayInIt() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).test")
    defer { try? FileManager.default.removeItem(at: file) }
    let script =
      "explore J = w^2; w=3\r\nfill J = 9\r\nexpect J right\r\nexpect J wrong \u{1B}[31m\r\n"
    try script.write(to: file, atomically: false, encoding: .utf8)
    let run = try ProgramRun(["test", file.path()])
    #expect(run.output.contains(":4: unknown reason '�[31m'"))
    #expect(run.output.hasSuffix("0 passed, 1 failed\n"))
  }

  @Test func aScriptFileIsRunAndItsFailureNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "mine.test").path()
    try "lesson two-nodes\npage 2\nfill a = 12\nexpect a right\n".write(
      toFile: file, atomically: false, encoding: .utf8)
    let run = try ProgramRun(["test", file])
    #expect(
      run.output == """
        \(file):4: expect a right
          expected: a right
          found: a is wrong; the tutor said: not yet: 12 is nearly right; compute 2 + 3 × 3 again
          seed: 0
          again: backprop test \(file)
        0 passed, 1 failed

        """)
    #expect(run.status == 1)
  }

  @Test func theBuiltInLessonsHaveNothingWrong() throws {
    let run = try ProgramRun(["check"])
    #expect(run.output == "22 lessons checked, nothing wrong\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
    let named = try ProgramRun(["check", "two-layer-relu"])
    #expect(!named.errors.contains("pans at 80x24"))
  }

  @Test func twoFilesOfOneNameAreTold() throws {
    let folder = try TemporaryFolder()
    for name in ["01-mine.md", "02-mine.md", "paths.md"] {
      try folder.write(name, "# T\n\nText.\n")
    }
    let names = try ProgramRun(["lessons", "--lessons", "."], in: folder.path).output
    #expect(names.split(separator: "\n").count == 23)
    let run = try ProgramRun(["check", "mine", "paths", "--lessons", "."], in: folder.path)
    #expect(run.output == "2 lessons checked, nothing wrong\n")
    #expect(
      run.errors
        == "note: ./01-mine.md and ./02-mine.md are both called 'mine', and the first is not "
        + "found; give it another name\n")
  }

  @Test func aNewLessonPassesItsCheckAndIsNeverOverwritten() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "mine").path()
    #expect(try ProgramRun(["new", path]).status == 0)
    // The page for instructors shows this very lesson.
    let readme = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../README.md")
    let example = try String(contentsOf: readme, encoding: .utf8)
      .split(separator: "````markdown\n")[1].split(separator: "````")[0]
    #expect(try String(contentsOfFile: "\(path).md", encoding: .utf8) == String(example))
    #expect(try ProgramRun(["check", "\(path).md"]).output == "1 lesson checked, nothing wrong\n")
    #expect(try ProgramRun(["test", "\(path).md"]).output == "1 passed, 0 failed\n")
    let again = try ProgramRun(["new", path])
    #expect(again.status == 2)
    #expect(again.errors.contains("it is there already; choose another name"))
  }

  @Test func aLessonThatCannotBeReadIsFoundByCheck() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    try "# T\n```graph\nJ = 2 +\n```\n".write(to: file, atomically: false, encoding: .utf8)
    let run = try ProgramRun(["check", file.path()])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("\(file.path()):3:8: the formula ends where"))
  }

  @Test func aLessonThatCannotBeOpenedFailsItsTestToo() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    try "# T\n```graph\nJ = 2w\nw = 1\n```\n```fill\nforwards\n```\n".write(
      to: file, atomically: false, encoding: .utf8)
    for command in ["test", "learn"] {
      let run = try ProgramRun([command, file.path()])
      #expect(run.status == 3)
      #expect(run.errors.contains(":7:1: no entry is called 'forwards'; did you mean 'forward'?"))
    }
  }

  @Test func theMenuIsTextWhereThereIsNoTerminal() throws {
    let run = try ProgramRun([])
    #expect(run.status == 0)
    #expect(run.output.contains("two-nodes"))
    #expect(run.output.contains("A simple network"))
  }

  @Test func answersCanComeThroughAPipe() throws {
    let formulas = ["explore", "a = 2 + 3w", "J = a^2", "w=3"]
    let whole = try ProgramRun(formulas, input: "11\n121\n22\n3\n66\n")
    #expect(whole.status == 0)
    #expect(whole.output.contains("The graph is done: 5 of 5 entries are right"))
    #expect(try ProgramRun(formulas, input: "11\n121\n22\n3\n").status == 1)
    let tabs = try ProgramRun(formulas, input: "1\t1\n")
    #expect(tabs.output.contains("Cannot read"))
    let lost = try ProgramRun(
      formulas, input: "11\n", environment: ["XDG_STATE_HOME": "/proc/nope"])
    #expect(lost.errors.hasPrefix("your answers are not being saved: "))
  }
}

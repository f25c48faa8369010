import Testing

/// Formulas from a file, wherever formulas are given.
@Suite struct FormulaFileTests {
  private func run(_ text: String, _ words: [String], file: String = "graph.txt") throws
    -> ProgramRun
  {
    let folder = try TemporaryFolder()
    try folder.write(file, text)
    return try ProgramRun(words, in: folder.path)
  }

  private static let graph = "# a chain\n\n  a = 2 + 3w\r\nJ = a^2\nparameter w = 3\n"

  @Test(arguments: [
    ["solve", "--json"], ["solve"], ["export", "--json"], ["export", "--text"],
    ["export", "--svg"],
    ["export", "--dot"], ["nudge", "--name", "w"],
  ])
  func aFileStandsForItsFormulas(words: [String]) throws {
    let fromFile = try run(FormulaFileTests.graph, words + ["@graph.txt"])
    let typed = try ProgramRun(words + ["a = 2 + 3w", "J = a^2", "w=3"])
    #expect(fromFile.output == typed.output)
    #expect(fromFile.errors == "")
    #expect(fromFile.status == 0)
  }

  @Test func numbersStandBesideAFile() throws {
    let fromFile = try run("a = 2 + 3w\nJ = a^2", ["solve", "@graph.txt", "w=3"])
    #expect(fromFile.output == (try ProgramRun(["solve", "a = 2 + 3w", "J = a^2", "w=3"])).output)
  }

  @Test func dataAreDataInAFile() throws {
    let fromFile = try run(
      "c = w x\nJ = c^2\nw = 2\ndata x = 3", ["solve", "--json", "@graph.txt"])
    let typed = try ProgramRun(
      ["solve", "--json", "c = w x", "J = c^2", "w=2", "x=3", "--data", "x"])
    #expect(fromFile.output == typed.output)
  }

  @Test func aDerivativeIsOfTheLastFormulaOfAFile() throws {
    let fromFile = try run("a = 2 + 3w\nJ = a^2", ["diff", "@graph.txt", "w", "w=3"])
    #expect(
      fromFile.output == (try ProgramRun(["diff", "a = 2 + 3w", "J = a^2", "w", "w=3"])).output)
    #expect(fromFile.status == 0)
  }

  @Test func theTutorRunsOnAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("graph.txt", FormulaFileTests.graph)
    let run = try ProgramRun(
      ["explore", "--plain", "--no-journal", "@graph.txt"], in: folder.path,
      input: "11\n121\n22\n3\n66\n")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ("w = 3\n  a = 2 + \n", "graph.txt:2:11: "), ("w = 3\na = 2 + 3w)\nJ = a", "graph.txt:2:11: "),
    ("w = 3\n  w = 4\nJ = w^2", "graph.txt:2:3: "), ("J = w^2\n= 4", "graph.txt:2:1: "),
    ("J = w^2\nw =", "graph.txt:2:1: "), ("data x = y\nJ = x^2\ny = 2", "graph.txt:1:6: "),
    ("w = 0\nz = w\nJ = 1/z", "graph.txt:3:1: "), ("network 2-x-1", "graph.txt:1:"),
  ])
  func aBadLineHasItsLineAndColumn(text: String, place: String) throws {
    let run = try run(text, ["solve", "@graph.txt"])
    #expect(run.errors.hasPrefix("backprop: \(place)"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.output == "")
    #expect(run.status == 3)
  }

  @Test(arguments: [
    ("", "graph.txt holds no formula; write one a line, such as a = 2 + 3w"),
    ("# nothing\n\n", "graph.txt holds no formula; write one a line, such as a = 2 + 3w"),
  ])
  func aFileWithoutAFormulaSaysSo(text: String, message: String) throws {
    let run = try run(text, ["solve", "@graph.txt"])
    #expect(run.errors == "backprop: \(message)\n")
    #expect(run.status == 3)
  }

  @Test(arguments: [
    ("@other.txt", "cannot read other.txt: no such file or directory; check the path", 3),
    ("@.", "cannot read .: is a directory; name a file in it", 3),
    ("@", "'@' names no file; write @graph.txt, a file with a formula a line", 2),
  ])
  func aFileThatIsNotThereIsNamed(word: String, message: String, status: Int32) throws {
    let run = try run("J = 1", ["solve", word])
    #expect(run.errors == "backprop: \(message)\n")
    #expect(run.status == status)
  }

  /// A line names the output wherever formulas are given, and nothing is said of what comes after it.
  @Test(arguments: [
    (["solve", "--json"], []), (["export", "--json"], []), (["diff"], ["w"]),
    (["explore", "--plain", "--no-journal"], []),
  ])
  func aLineOfAFileNamesTheOutput(words: [String], name: [String]) throws {
    let named = try run(
      "a = 2w\nL = a^2\nK = 3L\nw = 3\noutput L", words + ["@graph.txt"] + name)
    #expect(named.errors == "")
    #expect(!(named.output.contains("stands last")))
    #expect(named.output.contains("L"))
    #expect(!named.output.contains("dK/dw"))
  }
}

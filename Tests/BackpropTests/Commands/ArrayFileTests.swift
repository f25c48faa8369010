import Foundation
import Testing

/// Arrays from files, wherever a command line takes arrays.
@Suite struct ArrayFileTests {
  /// A folder with a table, and with arrays that NumPy wrote.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("d.csv", "a,b\n1,2\n3,4\n")
    try folder.write("mixed.csv", "label,0,1\n5,1,2\n6,3,4\n")
    try folder.write("index.csv", ",a\n0,7\n1,8\n")
    try folder.write("bad.csv", "1,2\n3,x\n")
    try folder.write("d.csv:1", "5,6\n")
    try folder.write("for t.csv", "1,2\n")
    try folder.write("graph.txt", "J = sum(X)\nX = @d.csv\n")
    let files = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../CodeFormatsTests/Files")
    for name in ["shapes.npz", "version1.npy"] {
      try FileManager.default.copyItem(
        atPath: files.appending(path: name).path(), toPath: "\(folder.path)/\(name)")
    }
    try folder.write("huge.csv")
    truncate("\(folder.path)/huge.csv", 600_000_000)
    mkfifo("\(folder.path)/fifo.csv", 0o600)
    return folder
  }

  private static func run(_ words: [String]) throws -> ProgramRun {
    let folder = try folder()
    return try withExtendedLifetime(folder) { try ProgramRun(words, in: folder.path) }
  }

  private static let files: [([String], String, String)] = [
    (["solve", "J = sum(X^2)"], "@d.csv", "[1 2; 3 4]"),
    (["solve", "--json", "J = sum(X^2)"], "@version1.npy", "[1 2; 3 4]"),
    (["solve", "--check", "J = sum(X^2)"], " @d.csv ", "[1 2; 3 4]"),
    (["nudge", "J = sum(X^2)", "--name", "X[1, 0]"], "@d.csv", "[1 2; 3 4]"),
    (["solve", "J = sum(X^2)", "--data", "X"], "@shapes.npz:vector", "[0, 1, 2]"),
    (["solve", "J = X^2"], "@shapes.npz:number", "2.5 ones(1)[0]"),
    (["solve", "J = sum(X)"], "@d.csv:1", "[5, 6]"),
    (["solve", "J = sum(X)"], "@for t.csv", "[1, 2]"),
  ]

  @Test(arguments: files)
  func aFileStandsForItsNumbers(words: [String], file: String, typed: String) throws {
    let fromFile = try ArrayFileTests.run(words + ["X=\(file)"])
    #expect(fromFile.errors == "")
    #expect(fromFile.output == (try ProgramRun(words + ["X=\(typed)"])).output)
    #expect(fromFile.status == 0)
  }

  @Test func aDerivativeOfNumbersFromAFile() throws {
    let run = try ArrayFileTests.run(["diff", "J = sum(X^2)", "X", "X=@d.csv"])
    #expect(run.output == "dJ/dX = 2X  (2, 2)\n  2  4\n  6  8\n")
    #expect(run.status == 0)
  }

  @Test func aDerivativeToBeginWithFromAFile() throws {
    let run = try ArrayFileTests.run([
      "diff", "Y = 2X", "X", "X=@d.csv", "--start", "dY=@version1.npy",
    ])
    #expect(run.output == "dJ/dX = 2 * [[1, 2], [3, 4]]  (2, 2)\n  2  4\n  6  8\n")
  }

  @Test(arguments: [
    (
      "@mixed.csv",
      "note: the first row of mixed.csv is read as names, since 'label' is not a number\n"
    ),
    (
      "@index.csv",
      "note: the first column of index.csv has no name and is read as well; X[:, 1:] leaves it out\n"
    ),
  ])
  func aDoubtfulHeadingIsNoted(file: String, note: String) throws {
    let run = try ArrayFileTests.run(["solve", "J = sum(X)", "X=\(file)"])
    #expect(run.errors == note)
    #expect(run.status == 0)
  }

  private static let mistakes: [([String], String, Int32)] = [
    (["X=@none.csv"], "cannot read none.csv: no such file or directory; check the path", 3),
    (["X=@."], "cannot read .: is a directory; name a file in it", 3),
    (["X=@"], "'@' names no file; write X=@digits.csv, or a .npy or .npz", 2),
    (
      ["X=@fifo.csv"], "fifo.csv holds no numbers; write them with commas between, a row a line", 3
    ),
    (
      ["X=@/dev/zero"],
      "cannot read /dev/zero: is a device; name a file", 3
    ),
    (
      ["X=@bad.csv"],
      "bad.csv:2:3: 'x' is not a number; write one such as -2, 0.5 or 1e-3", 3
    ),
    (
      ["X=@huge.csv"],
      "cannot read huge.csv: file too large; a quantity has 20000000 numbers at most", 3
    ),
    (["X=@bad.csv:W"], "bad.csv holds one array; take ':W' away", 3),
    (
      ["X=@shapes.npz"],
      "shapes.npz holds number, vector, cube_C, cube_F, empty, one, and none is called 'X'; write "
        + "X=@shapes.npz:number", 3
    ),
    (["@d.csv"], "d.csv holds numbers; give them to an input: X=@d.csv", 2),
    (
      ["@graph.txt"],
      "graph.txt:2:1: a file of formulas names no other file; give it on the command line: "
        + "'X = @d.csv'", 3
    ),
    (
      ["X=@d.csv", "X=[1, 2]"],
      "cannot read the formulas\n'X' is defined twice; give each quantity a name of its own\n"
        + "  in: X=[1, 2]", 3
    ),
    (
      ["2x=@d.csv"],
      "cannot read the formulas\n'2x' is not a name; a name is a letter, then letters, digits and _"
        + "\n  in: 2x=@d.csv", 3
    ),
  ]

  @Test(arguments: mistakes)
  func aFileThatGivesNoArrayIsNamed(words: [String], message: String, status: Int32) throws {
    let run = try ArrayFileTests.run(["solve", "J = sum(X)"] + words)
    #expect(run.errors == "backprop: \(message)\n")
    #expect(run.output == "")
    #expect(run.status == status)
  }

  /// A lesson and a script are files of others, which name no files of the reader's.
  @Test func noLessonAndNoScriptReadsAFile() throws {
    let folder = try ArrayFileTests.folder()
    try folder.write("l.md", "# L\n\nText.\n\n```graph\nX = @d.csv\nJ = X^2\n```\n")
    try folder.write("s.test", "explore J = X^2; X=@d.csv\n")
    let check = try ProgramRun(["check", "l.md"], in: folder.path)
    #expect(check.status == 1)
    #expect(check.output.contains("l.md:6:5: "))
    #expect(try ProgramRun(["test", "s.test"], in: folder.path).status == 1)
  }
}

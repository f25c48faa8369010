import Foundation
import LessonSolving
import Testing

/// Whose work is marked, and by which lesson, whatever files and people are called.
@Suite struct WhoseWorkTests {
  private static let lesson = """
    # Made

    ```graded
    ```

    \(SampleBlocks.firstGraph.replacing("w = 3", with: "w = 3 in 2..99"))

    ```fill
    ```

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("made.md", WhoseWorkTests.lesson)
    return folder
  }

  /// What somebody types into a lesson, in their own home.
  private func work(
    _ learner: String, _ answers: String = "1\n", lesson: String = "made.md", home: String? = nil,
    handingIn path: String, in folder: TemporaryFolder
  ) throws {
    let environment = ["XDG_STATE_HOME": "\(folder.path)/states/\(home ?? path)"]
    for (words, input) in [
      (["learn", lesson, "--plain"], answers), (["hand-in", lesson, "-o", path], ""),
    ] {
      let run = try ProgramRun(
        words + ["--learner", learner], in: folder.path, input: input, environment: environment)
      #expect(run.status < 2, "\(run.errors)")
    }
  }

  private func grade(_ words: [String], in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun(["grade", "--lessons", "."] + words, in: folder.path)
  }

  @Test func namesThatDifferInCapitalsAndBlanksAreOneLearner() throws {
    let folder = try folder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/in", withIntermediateDirectories: true)
    try work("Ada  L", handingIn: "in/one.md", in: folder)
    try work("ada l", handingIn: "in/two.md", in: folder)
    let run = try grade(["in"], in: folder)
    #expect(run.output.hasPrefix("1 learner\n"))
    #expect(
      run.errors == """
        note: the work of 'Ada  L' is in in/one.md, in/two.md, and was read as one
        note: 'Ada  L', 'ada l' were read as one learner

        """)
    let apart = try grade(["in", "--by-file"], in: folder)
    #expect(apart.output.hasPrefix("2 learners\n"))
    #expect(apart.errors == "")
    #expect(try grade(["in/one.md", "in/two.md", "--learner", "ADA L"], in: folder).status == 0)
  }

  @Test func theNameIsKeptAndSpelledAsItWasFirst() throws {
    let folder = try folder()
    func number(_ words: [String]) throws -> String {
      let run = try ProgramRun(
        ["learn", "made.md", "--plain"] + words, in: folder.path, input: "?\n",
        environment: ["XDG_STATE_HOME": "\(folder.path)/state"])
      return String(try #require(run.output.firstMatch(of: /w = ([0-9.]+)/)?.1))
    }
    let first = try number(["--learner", "Ada"])
    #expect(try number([]) == first)
    #expect(try number(["--learner", " ada"]) == first)
    _ = try number(["--learner", "bob"])
    #expect(try number([]) == number(["--learner", "bob"]))
    let journal = try String(
      contentsOfFile: "\(folder.path)/state/backprop/journal.jsonl", encoding: .utf8)
    let names = Set(journal.matches(of: /"learner": "([^"]*)"/).map { String($0.1) })
    #expect(names == ["Ada", "bob"])
  }

  @Test func aCopyThatIsHandedInIsFlaggedAndMarkedByItsOwnNumbers() throws {
    let folder = try folder()
    try work("ada", "1\n2\n", handingIn: "ada.md", in: folder)
    let text = try String(contentsOfFile: "\(folder.path)/ada.md", encoding: .utf8)
    try folder.write("bob.md", text.replacing("\"learner\": \"ada\"", with: "\"learner\": \"bob\""))
    let run = try grade(["ada.md", "bob.md"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.errors == """
        note: 'ada' handed in 1 sitting in the work of 'bob' as well, which is worth a look
        note: 'bob' handed in 2 answers in 'made' to the numbers of 'ada', which is worth a look
        note: 'bob' handed in 1 sitting in the work of 'ada' as well, which is worth a look

        """)
  }

  @Test(arguments: ["homework (2).md", "crlf.md", "mark.md"])
  func aLessonIsKnownByItsBytes(name: String) throws {
    let folder = try folder()
    let text = WhoseWorkTests.lesson
    let copies = [
      "homework (2).md": text, "crlf.md": text.replacing("\n", with: "\r\n"),
      "mark.md": "\u{FEFF}\(text)",
    ]
    try folder.write("home/\(name)", copies[name, default: ""])
    try work("ada", lesson: "home/\(name)", handingIn: "ada.md", in: folder)
    let run = try grade(["ada.md", "--csv"], in: folder)
    #expect(run.errors == "")
    let fields = run.output.components(separatedBy: "\r\n")[1].components(separatedBy: ",")
    #expect(fields[1] == "made")
    #expect(fields[3...5] == ["", "0", "5"])
    #expect(fields[8] == "1")
  }

  @Test func everyFileIsAccountedForInALine() throws {
    let folder = try folder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/in", withIntermediateDirectories: true)
    try work("ada", handingIn: "in/ada.MD", in: folder)
    try work("bob", handingIn: "in/bob", in: folder)
    try folder.write("in/.DS_Store", "x")
    try folder.write("in/essay.docx", "PK\u{3}\u{4}")
    try folder.write("in/all.zip", "PK\u{3}\u{4}")
    try folder.write("in/empty.md", "")
    try folder.write("in/none", "")
    try folder.write("in/damaged.jsonl", String(repeating: "nonsense\n", count: 300))
    try folder.write("in/other.jsonl", "{\"x\": 1}\n")
    let run = try grade(["in"], in: folder)
    #expect(run.output.hasPrefix("2 learners\n"))
    #expect(run.status == 1)
    #expect(
      run.errors == """
        note: in/.DS_Store is hidden; left out
        note: in/all.zip is packed; unpack it; left out
        note: in/essay.docx is neither a journal nor a hand-in; left out
        note: in/none is neither a journal nor a hand-in; left out
        in/damaged.jsonl: no work on these lessons in it; left out
        in/damaged.jsonl:1: not a journal record; left out, and 299 more lines like it
        in/empty.md: neither a journal nor a hand-in; left out
        in/other.jsonl: 1 line of a newer version is kept and skipped
        in/other.jsonl: no work on these lessons in it; left out

        """)
  }

  @Test func aLessonAloneIsMarked() throws {
    let folder = try folder()
    try folder.write("second.md", WhoseWorkTests.lesson.replacing("# Made", with: "# Second"))
    try work("ada", handingIn: "ada.md", in: folder)
    try work("bob", lesson: "second.md", handingIn: "bob.md", in: folder)
    let run = try grade(["ada.md", "bob.md", "--lesson", "second.md"], in: folder)
    #expect(run.output.hasPrefix("1 learner\n"))
    #expect(run.errors == "ada.md: no work on these lessons in it; left out\n")
    #expect(run.status == 0)
  }
}

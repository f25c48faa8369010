import Foundation
import LessonSolving
import Testing

/// From a learner's answers to the instructor's table, by the program alone.
@Suite struct HandingInTests {
  /// A learner's work on formulas and on a lesson of a folder, kept below the folder's `state`.
  private func work(_ learner: String, _ answers: String, in folder: TemporaryFolder) throws {
    let run = try ProgramRun(
      ["learn", "made.md", "--plain", "--learner", learner], in: folder.path, input: answers,
      environment: ["XDG_STATE_HOME": "\(folder.path)/state"])
    #expect(run.errors == "")
  }

  private static let lesson = """
    # Made

    \(SampleBlocks.firstGraph)

    ```fill
    ```

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("made.md", HandingInTests.lesson)
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun(
      arguments, in: folder.path, environment: ["XDG_STATE_HOME": "\(folder.path)/state"])
  }

  private func read(_ name: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  @Test func whatIsHandedInIsMarkedAndReplayed() throws {
    let folder = try folder()
    try work("ada", "11\n120\n121\n22\n3\n22\n66\n", in: folder)
    try work("bob", "11\n", in: folder)
    let homeless = try run(["hand-in", "--learner", "ada", "-o", "in/ada.md"], in: folder)
    #expect(homeless.status == 2)
    #expect(
      homeless.errors
        == "backprop: cannot write in/ada.md: no such file or directory; check the path\n")
    try folder.write("in/notes.md", "# Notes\n")
    for name in ["ada", "bob"] {
      let handIn = try run(
        ["hand-in", "made.md", "--learner", name, "-o", "in/\(name).md"], in: folder)
      #expect(handIn.output == "in/\(name).md is written; hand it in as it is\n")
    }
    let graded = try run(["grade", "in", "--lessons", "."], in: folder)
    #expect(graded.errors == "in/notes.md: neither a journal nor a hand-in; left out\n")
    #expect(graded.status == 1)
    let table = graded.output.replacing(/\x20\d+ s\x20/, with: " 0 s ")
    #expect(
      table.hasPrefix(
        """
        2 learners
        learner  right  first try  wrong  hints  shown  time  mastered  lessons
        ada      5/5    60 %       2      0      0      0 s   0/5       made
        bob      1/5    100 %      0      0      0      0 s   0/1       made

        the hardest entries
        """), "\(table)")
    #expect(
      table.contains("made    1     dJ/dw  0 %        1         1      0      upstream-only 1"))
    let script = try run(["replay", "in/ada.md", "--lessons", "."], in: folder)
    #expect(script.errors == "")
    try folder.write("ada.test", script.output)
    let test = try run(["test", "ada.test", "--lessons", "."], in: folder)
    #expect(test.output == "1 passed, 0 failed\n")
    // A script that says otherwise fails.
    try folder.write("ada.test", script.output.replacing("fill J = 121", with: "fill J = 122"))
    #expect(try run(["test", "ada.test", "--lessons", "."], in: folder).status == 1)
  }

  @Test func overlappingHandInsAreReadAsOne() throws {
    let folder = try folder()
    try work("ada", "11\n120\n", in: folder)
    let journal = "state/backprop/journal.jsonl"
    try folder.write("in/first.jsonl", try read(journal, in: folder))
    try work("ada", "121\n22\n3\n22\n66\n", in: folder)
    try folder.write("alone/all.jsonl", try read(journal, in: folder))
    try folder.write("in/second.jsonl", try read(journal, in: folder))
    let two = try run(["grade", "in", "--lessons", ".", "--json"], in: folder)
    let one = try run(["grade", "alone", "--lessons", ".", "--json"], in: folder)
    #expect(two.output == one.output)
    #expect(two.output.contains(#""right": 5, "asked": 5"#))
    #expect(
      two.errors
        == "note: the work of 'ada' is in in/first.jsonl, in/second.jsonl, and was read as one\n")
  }

  @Test func damagedLinesAreNamedAndNoFileIsTouched() throws {
    let folder = try folder()
    try work("ada", "11\n121\n22\n3\n66\n", in: folder)
    var lines = try read("state/backprop/journal.jsonl", in: folder)
      .split(separator: "\n").map(String.init)
    lines.insert("nonsense", at: 1)
    lines.append(String(lines[2].prefix(60)))
    let text = lines.joined(separator: "\n")
    try folder.write("in/ada.jsonl", text)
    let graded = try run(["grade", "in", "--lessons", "."], in: folder)
    #expect(graded.status == 0)
    #expect(graded.output.contains("ada      5/5    100 %"))
    #expect(
      graded.errors == """
        in/ada.jsonl:2: not a journal record; left out
        in/ada.jsonl:\(lines.count): torn in the middle; left out

        """)
    #expect(try read("in/ada.jsonl", in: folder) == text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/in").count == 1)
    #expect(
      try run(["replay", "in/ada.jsonl", "--lessons", "."], in: folder).errors.hasPrefix(
        "in/ada.jsonl:2: not a journal record; left out\n"))
  }

  @Test func aLessonThatIsNotHereIsSaid() throws {
    let folder = try folder()
    try work("ada", "11\n", in: folder)
    let journal = "state/backprop/journal.jsonl"
    let graded = try run(["grade", journal], in: folder)
    #expect(
      graded.errors == "note: 'made' is not among the lessons here, and 2 lines of it left out; "
        + "--lessons DIR adds a folder\n")
  }

  @Test func aHandInWithoutItsLessonSaysSo() throws {
    let folder = try folder()
    try work("ada", "11\n", in: folder)
    let handIn = try run(["hand-in", "--learner", "ada", "-o", "ada.md"], in: folder)
    #expect(handIn.status == 0)
    #expect(
      handIn.errors
        == "note: 'made' is not among the lessons here, and the summary leaves it out; its 2 lines are "
        + "handed in anyway, and --lessons DIR adds a folder\n")
    let whole = ["hand-in", "--learner", "ada", "-o", "ada.md", "--lessons", "."]
    #expect(try run(whole, in: folder).errors == "")
    #expect(try read("ada.md", in: folder).contains("| 1 of 5 |"))
  }

  @Test func theAnswersAreThoseOfEachLearnersOwnNumbers() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "made.md",
      HandingInTests.lesson.replacing("# Made\n", with: "# Made\n\n```graded\n```\n")
        .replacing("w = 3", with: "w = 3 in 2..99")
        + "```question\nask: What is half of a?\nnumber: a/2\n```\n")
    var numbers: Set<Int> = []
    for name in ["ada", "bob", "eve"] {
      try work(name, "1\n", in: folder)
      let run = try run(
        [
          "grade", "state/backprop/journal.jsonl", "--lessons", ".", "--learner", name, "--answers",
        ], in: folder)
      #expect(run.errors == "")
      let w = try #require(run.output.firstMatch(of: /w +(\d+)/).flatMap { Int($0.1) })
      numbers.insert(w)
      let a = 2 + 3 * w
      let rows = run.output.split(separator: "\n").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      #expect(rows[0].hasPrefix("\(name): made, 0/6, with the numbers of seed "))
      #expect(
        rows.dropFirst() == [
          "page entry right typed it is", "1 w \(w) given", "1 a \(a) 1 wrong",
          "1 J \(a * a) empty", "1 dJ/da \(2 * a) empty", "1 da/dw 3 empty",
          "1 dJ/dw \(6 * a) empty", "1 question \(w % 2 == 0 ? "\(a / 2)" : "\(a / 2).5") empty",
        ])
    }
    #expect(numbers.count > 1)
    let both = try run(["grade", "state", "--answers", "--json"], in: folder)
    #expect(both.errors.contains("--json and --answers contradict each other"))
    // All learners, where none is named.
    let all = try run(["grade", "state", "--lessons", ".", "--answers"], in: folder)
    #expect(all.output.ranges(of: "with the numbers of seed").count == 3)
  }

  @Test func theAnswersOfTheFileAreThoseOfItsNumbers() throws {
    let folder = try folder()
    try work("ada", "11\n120\n", in: folder)
    let answers = try run(["grade", "state", "--lessons", ".", "--answers"], in: folder)
    #expect(
      answers.output == """
        ada: made, 1/5, with the numbers in the file
        page  entry  right  typed  it is
        1     w      3             given
        1     a      11     11     right
        1     J      121    120    wrong
        1     dJ/da  22            empty
        1     da/dw  3             empty
        1     dJ/dw  66            empty

        """)
  }

  @Test func aReplayOfNothingIsNoSuccess() throws {
    let folder = try folder()
    try work("ada", "11\n", in: folder)
    let journal = "state/backprop/journal.jsonl"
    let lost = try run(["replay", journal], in: folder)
    #expect(lost.status == 3)
    #expect(
      lost.errors.hasSuffix(
        "backprop: nothing in \(journal) can be replayed; --lessons DIR adds lessons\n"))
    #expect(try run(["replay", journal, "--lessons", "."], in: folder).status == 0)
    let bob = try run(["replay", journal, "--lessons", ".", "--learner", "bob"], in: folder)
    #expect(bob.status == 2)
    #expect(bob.errors == "backprop: there is no work of 'bob' in \(journal); check the name\n")
  }

  @Test func aHandInAmongLessonsIsNone() throws {
    let folder = try folder()
    try work("ada", "11\n", in: folder)
    _ = try run(["hand-in", "made.md", "--learner", "ada", "-o", "ada.md"], in: folder)
    // A lesson may begin as a hand-in does.
    try folder.write("work.md", "# Work of a force\n\nIt is a product.\n")
    let lessons = try run(["lessons", "--lessons", "."], in: folder).output
      .split(separator: "\n")
    #expect(lessons.contains("made") && lessons.contains("work") && !lessons.contains("ada"))
    let refused =
      "ada.md is a hand-in, not a lesson; backprop grade marks it, backprop replay makes a script of it\n"
    let learn = try run(["learn", "ada.md"], in: folder)
    #expect(learn.status == 3)
    #expect(learn.errors == "backprop: \(refused)")
    let check = try run(["check", "ada.md", "none.md", "made.md"], in: folder)
    #expect(check.status == 3)
    #expect(check.output == "1 lesson checked, 2 wrong\n")
    #expect(
      check.errors
        == "backprop: \(refused)"
        + "backprop: cannot read none.md: no such file or directory; check the path\n")
    let over = try run(["hand-in", "made.md", "--learner", "ada", "-o", "work.md"], in: folder)
    #expect(over.errors == "backprop: work.md is there and is not a hand-in; name another file\n")
  }

  @Test func theTableWithCommasIsQuotedAndHasNoFormulas() throws {
    let folder = try folder()
    try work("=HYPERLINK(\"x\", 1)", "11\n", in: folder)
    let graded = try run(
      ["grade", "state/backprop/journal.jsonl", "--lessons", ".", "--csv"], in: folder)
    let lines = graded.output.components(separatedBy: "\r\n")
    #expect(lines.count == 3)
    #expect(
      lines[0]
        == "learner,lesson,hash,other_hashes,right,asked,points,points_possible,attempts,first_tries,"
        + "right_at_first,wrong,unreadable,hints,shown,seconds,last_time,late,file,flags")
    #expect(
      lines[1].hasPrefix("\"'=HYPERLINK(\"\"x\"\", 1)\",made,"))
    let rest = lines[1].replacing(/,[0-9.]+,2[^,]*Z,/, with: ",0,time,")
    #expect(rest.hasSuffix(",,1,5,1,5,1,1,1,0,0,0,0,0,time,0,state/backprop/journal.jsonl,"))
    #expect(lines[2] == "")
  }

  @Test func nobodyHasTheirAnswersShownWhereALessonIsHandedIn() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "made.md",
      HandingInTests.lesson.replacing("# Made\n", with: "# Made\n\n```graded\n```\n")
        .replacing("w = 3", with: "w = 3 in 2..99"))
    func number(_ learner: String) throws -> Substring? {
      let run = try ProgramRun(
        ["learn", "made.md", "--plain", "--learner", learner], in: folder.path, input: "?\n")
      return run.output.firstMatch(of: /w = ([0-9.]+)/)?.1
    }
    #expect(try number("ada") == number("ada"))
    #expect(try Set(["ada", "bob", "eve", "joe"].map(number)).count > 1)
    let seeded = try run(["learn", "made.md", "--seed", "3"], in: folder)
    #expect(seeded.status == 2)
    #expect(
      seeded.errors == "backprop: the numbers of 'made.md' are drawn from the learner's name; "
        + "take --seed away, or add --no-journal\n")
    let preview = try ProgramRun(
      ["learn", "made.md", "--plain", "--seed", "3", "--no-journal"], in: folder.path)
    #expect(preview.errors == "")
  }
}

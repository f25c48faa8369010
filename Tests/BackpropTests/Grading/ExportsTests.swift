import Foundation
import LessonSolving
import Testing

/// The marks of a small class on their way to where marks are kept: each format, whole.
@Suite struct ExportsTests {
  private static let lesson = """
    # Made by hand

    ```graded
    points: 10
    attempts: 3
    ```

    \(SampleBlocks.firstGraph)

    ```fill
    ```

    """

  private static func line(
    _ learner: String, _ second: Int, _ event: String, session: String? = nil, seed: Int = 0
  ) -> String {
    "{\"time\": \"2026-11-24T08:00:\(second < 10 ? "0" : "")\(second).000Z\", \"session\": "
      + "\"\(session ?? "of \(learner)")\", \"learner\": \"\(learner)\", \"lesson\": \"made\", \"seed\": "
      + "\(seed), \"page\": 1, \(event)}\n"
  }

  private static func fill(_ entry: String, _ typed: String) -> String {
    "\"event\": \"fill\", \"entry\": \"\(entry)\", \"typed\": \"\(typed)\""
  }

  /// Two who worked, the one of them with all that can happen.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("made.md", ExportsTests.lesson)
    let events: [(String, Int)] = [
      (ExportsTests.fill("a", "11"), 1), ("\"event\": \"hint\", \"entry\": \"J\"", 2),
      (ExportsTests.fill("J", "121"), 4), (ExportsTests.fill("dJ/da", "22"), 5),
      (ExportsTests.fill("dJ/dw", "x1"), 6), (ExportsTests.fill("dJ/dw", "22"), 7),
    ]
    let ada = events.map { ExportsTests.line("ada", $0.1, $0.0, seed: 198_975_292) }.joined()
    try folder.write("in/ada.jsonl", ada)
    try folder.write(
      "in/bob.jsonl", ExportsTests.line("Bob", 9, ExportsTests.fill("a", "11"), seed: 3))
    try folder.write(
      "roster.csv",
      "Student,ID,SIS User ID,SIS Login ID,Section,Made by hand (77),email\n"
        + "\"Lovelace, Ada\",1,u1,ada,A,,ada@example.org\nEve,2,u2,eve,A,,\n")
    return folder
  }

  private func grade(_ words: [String], in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun(["grade", "in", "--lessons", "."] + words, in: folder.path)
  }

  @Test func aLineForEachLearnerAndLessonGivesTheMark() throws {
    let folder = try folder()
    let hash = try #require(
      grade(["--csv"], in: folder).output.firstMatch(of: /made,([0-9a-f]{16}),/)?.1)
    #expect(
      try grade(["--csv"], in: folder).output == """
        learner,lesson,hash,other_hashes,right,asked,points,points_possible,attempts,first_tries,right_at_first,wrong,unreadable,hints,shown,seconds,last_time,late,file,flags\r
        Bob,made,\(hash),,1,5,2,10,1,1,1,0,0,0,0,0,2026-11-24T08:00:09.000Z,0,in/bob.jsonl,1 answer in 'made' to the numbers of seed 3\r
        ada,made,\(hash),,3,5,6,10,4,4,2,1,1,1,0,6,2026-11-24T08:00:07.000Z,0,in/ada.jsonl,\r

        """)
  }

  @Test func aLineForEachEntryTellsHowItStandsInTheEnd() throws {
    let lines = try grade(["--csv", "--entries", "--learner", "ADA"], in: folder()).output
      .components(separatedBy: "\r\n").dropFirst().dropLast()
    let columns = lines.map { line in
      let fields = line.components(separatedBy: ",")
      return [5, 6, 7, 8, 15, 17].map { fields[$0 - 1] }.joined(separator: " ")
    }
    #expect(
      columns
        == [
          "1 a true right false 0", "1 J true right false 3", "1 dJ/da true right false 1",
          "1 da/dw true empty false 0", "1 dJ/dw true wrong false 2",
        ].map { $0 })
  }

  @Test func canvasFillsTheColumnThatTheRosterNames() throws {
    let run = try grade(["--canvas", "--roster", "roster.csv"], in: folder())
    #expect(
      run.output == """
        Student,ID,SIS User ID,SIS Login ID,Section,Made by hand (77)\r
            Points Possible,,,,,10\r
        "Lovelace, Ada",1,u1,ada,A,6\r
        Eve,2,u2,eve,A,0\r
        Bob,,,Bob,,2\r

        """)
    #expect(run.errors.contains("note: 'Bob' is not on the roster\n"))
  }

  @Test func aRosterWithoutAnyHandInKnowsHowManyPointsThereAre() throws {
    let folder = try folder()
    try folder.write("nobody/.hidden", "")
    let run = try ProgramRun(
      ["grade", "nobody", "--lesson", "made.md", "--roster", "roster.csv", "--canvas"],
      in: folder.path)
    #expect(
      run.output == """
        Student,ID,SIS User ID,SIS Login ID,Section,Made by hand (77)\r
            Points Possible,,,,,10\r
        "Lovelace, Ada",1,u1,ada,A,0\r
        Eve,2,u2,eve,A,0\r

        """)
  }

  @Test func moodleFindsStudentsByTheirAccounts() throws {
    let folder = try folder()
    #expect(
      try grade(["--moodle"], in: folder).output == """
        username,made,made feedback\r
        Bob,2,1 of 5 right\r
        ada,6,3 of 5 right; most often wrong: what comes from the right without the local derivative\r

        """)
    let run = try grade(["--moodle", "--roster", "roster.csv"], in: folder)
    #expect(
      run.output == """
        username,made,made feedback\r
        ada,6,3 of 5 right; most often wrong: what comes from the right without the local derivative\r
        eve,0,nothing was handed in\r

        """)
    #expect(
      run.errors.contains("note: 'Bob' is left out, since the roster has no name for Moodle\n"))
    try folder.write("mail.csv", "name,email\nAda,ada@example.org\n")
    #expect(
      try grade(["--moodle", "--roster", "mail.csv"], in: folder).output.hasPrefix(
        "email,made,made feedback\r\nada@example.org,6,"))
  }

  @Test func anUploadToGradescopeIsOneStudents() throws {
    let folder = try folder()
    let run = try grade(["--gradescope", "--lesson", "made"], in: folder)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["score"] as? Double == 6)
    #expect(
      json["output"] as? String
        == "The upload has work under the names 'ada', 'Bob'.\nmade: 3 of 5 right, 6 of 10 points")
    let tests = try #require(json["tests"] as? [[String: Any]])
    #expect(
      tests.map {
        "\($0["name"] ?? "") \($0["score"] ?? "")/\($0["max_score"] ?? "") \($0["output"] ?? "")"
      }
        == [
          "made, page 1: a 2/2 right", "made, page 1: J 2/2 right", "made, page 1: dJ/da 2/2 right",
          "made, page 1: da/dw 0/2 empty",
          "made, page 1: dJ/dw 0/2 wrong: what comes from the right without the local derivative",
        ])
    try folder.write("empty/x.txt", "nothing\n")
    let empty = try ProgramRun(
      ["grade", "empty", "--gradescope", "--lesson", "made.md"], in: folder.path)
    #expect(empty.output.hasPrefix(#"{"score": 0, "output": "There is no work on these lessons"#))
  }

  @Test func dataShopHasEveryStepAndItsSkills() throws {
    let run = try grade(["--datashop", "--learner", "ada"], in: folder())
    #expect(
      run.output == """
        Anon Student Id\tSession Id\tTime\tTime Zone\tStudent Response Type\tTutor Response Type\tLevel (Lesson)\tProblem Name\tProblem View\tStep Name\tAttempt At Step\tOutcome\tSelection\tAction\tInput\tFeedback Classification\tKC (Skill)\tKC (Skill)
        ada\tof ada\t2026-11-24 08:00:01.000\tUTC\tATTEMPT\tRESULT\tmade\tpage 1, seed 198975292\t1\ta\t1\tCORRECT\ta\tanswer\t11\t\tforward\t
        ada\tof ada\t2026-11-24 08:00:02.000\tUTC\tHINT_REQUEST\tHINT_MSG\tmade\tpage 1, seed 198975292\t1\tJ\t1\tHINT\tJ\thelp\t\t\tforward\t
        ada\tof ada\t2026-11-24 08:00:04.000\tUTC\tATTEMPT\tRESULT\tmade\tpage 1, seed 198975292\t1\tJ\t2\tCORRECT\tJ\tanswer\t121\t\tforward\t
        ada\tof ada\t2026-11-24 08:00:05.000\tUTC\tATTEMPT\tRESULT\tmade\tpage 1, seed 198975292\t1\tdJ/da\t1\tCORRECT\tdJ/da\tanswer\t22\t\tpower\t
        ada\tof ada\t2026-11-24 08:00:07.000\tUTC\tATTEMPT\tRESULT\tmade\tpage 1, seed 198975292\t1\tdJ/dw\t1\tINCORRECT\tdJ/dw\tanswer\t22\tupstream-only\tchain\t

        """)
  }

  @Test func pyBKTHasFirstAttemptsOfWhichAHintIsAMiss() throws {
    #expect(
      try grade(["--pybkt", "--learner", "ada"], in: folder()).output == """
        order_id,user_id,skill_name,correct,lesson,page,entry\r
        1,ada,forward,1,made,1,a\r
        2,ada,forward,0,made,1,J\r
        3,ada,power,1,made,1,dJ/da\r
        4,ada,chain,0,made,1,dJ/dw\r

        """)
  }

  @Test(arguments: [
    ("6", 1, "'Bob' has 2 of 10 points, and 6 are wanted\n"), ("2", 0, ""),
    ("20%", 0, ""), ("60 %", 1, "'Bob' has 2 of 10 points, and 6 are wanted\n"),
  ])
  func whoeverHasTooLittleIsNamedByTheStatus(least: String, status: Int32, named: String) throws {
    let run = try grade(["--at-least", least], in: folder())
    #expect(run.status == status)
    #expect(
      run.errors.split(separator: "\n").filter { $0.contains("wanted") }.map { "\($0)\n" }.joined()
        == named)
  }

  @Test(arguments: [
    ("2026-11-24 08:00:04 Z", "2/5", 3), ("2026-11-24 09:00:04 +01:00", "2/5", 3),
    ("2026-11-24 08:00 Z", "3/5", 0), ("2026-11-23 Z", "0/5", 5),
  ])
  func whatCameAfterTheDeadlineDoesNotCount(until: String, right: String, late: Int) throws {
    let fields = try grade(["--until", until, "--csv", "--learner", "ada"], in: folder()).output
      .components(separatedBy: "\r\n")[1].components(separatedBy: ",")
    #expect("\(fields[4])/\(fields[5])" == right)
    #expect(fields[17] == "\(late)")
  }

  @Test func aPageOfFeedbackSaysWhatToPractise() throws {
    let folder = try folder()
    let run = try grade(["--feedback", "pages"], in: folder)
    #expect(run.errors.hasSuffix("note: 2 pages of feedback in pages\n"))
    let page = try String(contentsOfFile: "\(folder.path)/pages/ada.md", encoding: .utf8)
    #expect(
      page == """
        # Feedback for ada

        ## Made by hand

        3 of 5 right, 6 of 10 points.

        Your numbers from page 1 on: `w = 3`.

        | page | entry | right | you typed | it is |
        |---|---|---|---|---|
        | 1 | `a` | `11` | `11` | right |
        | 1 | `J` | `121` | `121` | right |
        | 1 | `dJ/da` | `22` | `22` | right |
        | 1 | `da/dw` | `3` |  | empty |
        | 1 | `dJ/dw` | `66` | `22` | wrong |

        ### What went wrong

        - `dJ/dw`: wrong once: what comes from the right without the local derivative

        ## What to practise

        - chain rule: `backprop practice chain`
        - forward values: `backprop practice forward`
        - power rule: `backprop practice power`

        """)
    // What is there already and is no such page stays.
    try folder.write("pages/Bob.md", "# Mine\n")
    try FileManager.default.removeItem(atPath: "\(folder.path)/pages/ada.md")
    let again = try grade(["--feedback", "pages"], in: folder)
    #expect(again.status == 2)
    #expect(
      again.errors.hasSuffix(
        "pages/Bob.md is there and is not a page of feedback; name another folder\n"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/pages") == ["Bob.md"])
  }
}

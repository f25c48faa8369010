import Foundation
import FoundationXML
import Testing

/// `backprop test` with its options, on files of its own.
@Suite struct TestCommandTests {
  private func test(_ words: String..., in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun(["test"] + words, in: folder.path)
  }

  private func text(_ name: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOf: URL(filePath: folder.path).appending(path: name), encoding: .utf8)
  }

  private static let wrong = """
    # kept
    explore a = 2 + 3w; J = a^2; w=3
      fill a = 11
      expect a wrong  \n\
    expect score 3/5
    screen 60 14
    cell a red
    picture now

    """

  /// A lesson without a test.
  private static let square = """
    # T

    ```graph
    J = w^2
    w = 3
    ```

    ```fill
    ```

    """

  @Test func aFailureSaysWhatRunsTheScriptAgain() throws {
    let folder = try TemporaryFolder()
    try folder.write("my tests/it's.test", "explore J = w^2; w=3\nexpect done\n")
    let run = try test("my tests/it's.test", "--lessons", ".", in: folder)
    #expect(
      run.output == """
        my tests/it's.test:2: expect done
          expected: all that the page asks done
          found: the score is 0/2; still open: J, dJ/dw
          seed: 0
          again: backprop test 'my tests/it'\\''s.test' --lessons .
        0 passed, 1 failed

        """)
    #expect(run.status == 1)
  }

  @Test func aScreenThatIsStillTheSameIsNotToldTwice() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.test", "screen 40 14\nexplore J = w^2; w=3\nsee /qq/\nsee /zz/\n")
    let run = try test("a.test", in: folder)
    let second = try #require(run.output.components(separatedBy: "a.test:4: ").last)
    #expect(
      second == """
        see /zz/
          expected: /zz/ in a row of the screen
          found: it is in no row
          seed: 0
          screen: as above
          again: backprop test a.test
        0 passed, 1 failed

        """)
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("    │") } == 14)
  }

  @Test func allLinesOfAllScriptsThatCannotBeReadAreTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.test", "fil a = 1\npage 0\n")
    try folder.write("b.test", "undo it\n")
    #expect(
      try test("a.test", "b.test", in: folder).output == """
        a.test:1: unknown verb 'fil'; did you mean 'fill'?
        a.test:2: '0' is not a page; write page 2
        b.test:1: 'undo' takes nothing after it; take 'it' away
        0 passed, 2 failed

        """)
  }

  @Test func updateRewritesExpectationsAndPicturesAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let script = "\u{FEFF}" + TestCommandTests.wrong.replacing("\n", with: "\r\n")
    try folder.write("sub/mine.test", script)
    let run = try test("--update", "sub/mine.test", in: folder)
    #expect(
      run.output == """
        sub/mine.test:4: 'expect a wrong' is now 'expect a right'
        sub/mine.test:5: 'expect score 3/5' is now 'expect score 1/5'
        sub/mine.test:7: 'cell a red' is now 'cell a blue'
        sub/Pictures/now.txt is new
        1 passed, 0 failed

        """)
    #expect(run.status == 0)
    let rewritten = script.replacing("a wrong", with: "a right").replacing("3/5", with: "1/5")
      .replacing("cell a red", with: "cell a blue")
    let file = URL(filePath: folder.path).appending(path: "sub/mine.test")
    #expect(try Data(contentsOf: file) == Data(rewritten.utf8))
    #expect(try text("sub/Pictures/now.txt", in: folder).contains("11 ✓"))
    #expect(try test("sub/mine.test", in: folder).output == "1 passed, 0 failed\n")
    let again = try test("sub/mine.test", "--update", in: folder)
    #expect(again.output == "1 passed, 0 failed\n")
  }

  @Test func updateRewritesTheBlocksOfALesson() throws {
    let folder = try TemporaryFolder()
    let lesson = """
      \(TestCommandTests.square)
        ```test
        fill J = 8
        expect J right
        ```

      More.

      ```test
      expect score 1/2
      expect done
      ```

      """
    try folder.write("mine.md", lesson)
    let run = try test("mine.md", "--update", in: folder)
    #expect(
      run.output == """
        mine.md:13: 'expect J right' is now 'expect J wrong'
        mine.md:19: 'expect score 1/2' is now 'expect score 0/2'
        mine.md:20: expect done
          expected: all that the page asks done
          found: the score is 0/2; still open: J, dJ/dw
          seed: 0
          again: backprop test mine.md
        1 passed, 1 failed

        """)
    #expect(run.status == 1)
    #expect(
      try text("mine.md", in: folder)
        == lesson.replacing("J right", with: "J wrong").replacing("1/2", with: "0/2"))
  }

  @Test func withoutUpdateNothingIsWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine.test", TestCommandTests.wrong)
    #expect(try test("mine.test", in: folder).status == 1)
    #expect(try text("mine.test", in: folder) == TestCommandTests.wrong)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mine.test"])
  }

  @Test func twoScreensCannotHaveOnePicture() throws {
    let folder = try TemporaryFolder()
    let script = "screen 60 14\nexplore J = w^2; w=3\npicture q\n"
    try folder.write("a.test", script)
    try folder.write("b.test", script.replacing("60", with: "70"))
    let run = try test("a.test", "b.test", "--update", in: folder)
    #expect(
      run.output.hasPrefix(
        """
        Pictures/q.txt is new
        b.test:3: picture q
          expected: the stored picture 'q'
          found: a.test:3 stored another screen under that name; give it another name
          seed: 0

        """))
    #expect(run.output.hasSuffix("1 passed, 1 failed\n"))
  }

  @Test func oneScriptCannotHaveTwoScreensOfOneName() throws {
    let folder = try TemporaryFolder()
    let script = "screen 60 14\nexplore J = w^2; w=3\npicture q\npicture q\nfill J = 9\npicture q\n"
    try folder.write("a.test", script)
    // Not even when what is stored is the first of them.
    for output in ["Pictures/q.txt is new\na.test:6: picture q\n", "a.test:6: picture q\n"] {
      let run = try test("a.test", "--update", in: folder)
      #expect(
        run.output.hasPrefix(
          output + """
              expected: the picture 'q' of line 3
              found: the screen is another one; give it another name

            """), "\(run.output)")
      #expect(run.status == 1)
    }
  }

  @Test func whatCannotBeReadKeepsNothingElseFromBeingTested() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.test", "explore J = w^2; w=3\nexpect J empty\n")
    try folder.write("bad.md", "# T\n\n```graph\nJ = q\n```\n")
    try Data([0xFF]).write(to: URL(filePath: folder.path).appending(path: "binary.test"))
    let run = try test(
      "bad.md", "none.md", "none.test", "binary.test", "good.test", "--junit", "report.xml",
      in: folder)
    #expect(run.output == "1 passed, 4 failed\n")
    #expect(
      run.errors == """
        backprop: cannot read the lesson
        bad.md:4:1: no number for 'q'; add a line 'parameter q = NUMBER'
        backprop: cannot read none.md: no such file or directory; check the path
        backprop: cannot read none.test: no such file or directory; check the path
        backprop: binary.test is not UTF-8 text; save it as UTF-8

        """)
    #expect(run.status == 3)
    let report = try text("report.xml", in: folder)
    #expect(report.contains("<testsuites tests=\"5\" failures=\"4\""))
    // A name that is none is a slip in the command line.
    #expect(try test("good.test", "nosuch", in: folder).status == 2)
  }

  @Test func aFolderWithALessonThatCannotBeReadIsTested() throws {
    let folder = try TemporaryFolder()
    try folder.write("bad.md", "# T\n\n```graph\nJ = q\n```\n")
    let run = try test("--lessons", ".", in: folder)
    #expect(run.errors.contains("bad.md:4:1: no number for 'q'"))
    #expect(!run.output.hasSuffix("\n0 passed, 1 failed\n") && run.output.hasSuffix(", 1 failed\n"))
    #expect(run.status == 3)
  }

  @Test func nothingIsSaidToBeRewrittenThatCouldNotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("Pictures", "a file where a folder should be\n")
    try folder.write("a.test", "screen 60 14\nexplore J = w^2; w=3\npicture q\n")
    let run = try test("a.test", "--update", in: folder)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(
      run.errors == "backprop: cannot write Pictures/q.txt: not a directory; check the path\n")
  }

  @Test func aRewrittenFileKeepsItsModeAndTheLinkToIt() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("real.test", "explore J = w^2; w=3\nexpect score 9/2\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let link = folder.path + "/link.test"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.test")
    #expect(try test("link.test", "--update", in: folder).status == 0)
    #expect(try text("real.test", in: folder).hasSuffix("expect score 0/2\n"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.test")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func aLessonCanCompareItsScreenToo() throws {
    let folder = try TemporaryFolder()
    let lesson = """
      \(TestCommandTests.square)
      ```test
      screen 60 14
      type 9
      key Enter
      picture solved
      ```

      """
    try folder.write("mine.md", lesson)
    #expect(try test("mine.md", "--update", in: folder).status == 0)
    #expect(try test("mine.md", in: folder).output == "1 passed, 0 failed\n")
    let check = try ProgramRun(["check", "mine.md"], in: folder.path)
    #expect(check.output == "1 lesson checked, nothing wrong\n")
  }

  @Test func aLessonWithoutATestCountsAsOneScript() throws {
    let folder = try TemporaryFolder()
    let graph =
      "```graph\nparameter w = W\na = 1e8 (w - 0.1234567890123)\nJ = 2a\n```\n\n```fill\n```\n"
    try folder.write("well.md", "# T\n\n\(graph.replacing("W", with: "3 in 2..9"))")
    try folder.write("ill.md", "# T\n\n\(graph.replacing("W", with: "0.12345678901234449"))")
    let run = try test("well.md", "ill.md", in: folder)
    #expect(run.output.hasPrefix("ill.md:3: free test: the last hint on a\n"))
    #expect(run.output.hasSuffix("  again: backprop test ill.md\n1 passed, 1 failed\n"))
  }

  /// The elements of an XML file with what they hold, read by a parser that knows nothing of this program.
  private final class Elements: NSObject, XMLParserDelegate {
    var names: [String] = []
    var attributes: [[String: String]] = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      names.append(name)
      self.attributes.append(attributes)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  @Test func theReportIsWellFormedWhateverTheScriptsHold() throws {
    let folder = try TemporaryFolder()
    let nasty = "<&\"'>]]>\u{1B}[31m\u{0}\u{FFFF}"
    try folder.write("a&b.test", "explore J = w^2; w=3\nfill J = \(nasty)\nexpect J right\n")
    try folder.write("good.test", "explore J = w^2; w=3\nexpect J empty\n")
    let run = try test("a&b.test", "good.test", "--junit", "report.xml", in: folder)
    #expect(run.output.hasSuffix("1 passed, 1 failed\n"))
    let parser = XMLParser(data: Data(try text("report.xml", in: folder).utf8))
    let elements = Elements()
    parser.delegate = elements
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
    #expect(
      elements.names == [
        "testsuites", "testsuite", "testcase", "failure", "testsuite", "testcase",
      ])
    let plain = elements.attributes.map { $0.filter { $0.key != "time" } }
    #expect(
      plain == [
        ["tests": "2", "failures": "1"],
        ["name": "a&b.test", "tests": "1", "failures": "1"],
        ["classname": "a&b.test", "name": "script", "file": "a&b.test", "line": "3"],
        ["message": "a&b.test:3: expect J right"],
        ["name": "good.test", "tests": "1", "failures": "0"],
        ["classname": "good.test", "name": "script", "file": "good.test", "line": "1"],
      ])
    #expect(elements.text.contains("cannot read '<&\"'>]]>"))
    #expect(elements.text.contains("again: backprop test 'a&b.test'"))
    #expect(!elements.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func aReportThatCannotBeWrittenIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.test", "explore J = w^2; w=3\nexpect J empty\n")
    let run = try test("good.test", "--junit", "no/such.xml", in: folder)
    #expect(run.status == 2)
    #expect(
      run.errors
        == "backprop: cannot write no/such.xml: no such file or directory; check the path\n")
  }
}

import Autodiff
import Lessons
import Testing

@Suite struct LessonReaderTests {
  func read(_ text: String) throws -> Lesson {
    try Lesson(utf8: Array(text.utf8), name: "sample")
  }

  /// All errors of a lesson, as reported.
  func report(_ text: String) -> String {
    do {
      _ = try read(text)
      return "no error"
    } catch let failure as LessonFailure {
      return failure.report(file: "sample.md")
    } catch {
      return "\(error)"
    }
  }

  static let sample = """
    # Two nodes

    A graph.

    ```graph
    # the numbers of the course
    parameter w = 3 in -9..9
    data x = 2
    a = 2 + 3w
    J = a^2 + x
    ```

    ## Fill it in

    Now.

    ```fill
    forward
    dJ/dw
    ```

    ```test
    page 2
    ```

    ```python
    print(1)
    ```

    ## The end

    Done.
    """

  @Test func everyHeadingOfLevel2BeginsAPage() throws {
    let lesson = try read(LessonReaderTests.sample)
    #expect(lesson.title == "Two nodes")
    #expect(lesson.pages.map(\.title) == ["Two nodes", "Fill it in", "The end"])
    #expect(lesson.pages[0].blocks == [.prose(.paragraph([.text("A graph.")])), .graph])
  }

  @Test func aGraphHoldsForItsPageAndThePagesAfter() throws {
    let lesson = try read(LessonReaderTests.sample)
    #expect(lesson.pages.map(\.graph) == [0, 0, 0])
    #expect(lesson.graphs[0].inputs == ["w": 3, "x": 2])
    #expect(lesson.graphs[0].ranges == ["w": -9...9])
    #expect(lesson.graphs[0].graph.nodes.map(\.kind).count { $0 == .data } == 1)
  }

  @Test func aFillBlockNamesWhatItAsks() throws {
    let lesson = try read(LessonReaderTests.sample)
    #expect(lesson.pages[1].requests.map(\.subject) == [.forward, .entry("dJ/dw")])
    #expect(lesson.pages[1].requests[1].position == TextPosition(line: 19, column: 1))
  }

  @Test func anEmptyFillBlockAsksEverything() throws {
    let lesson = try read("# T\n```graph\nw=1\nJ=2w\n```\n```fill\n```\n")
    #expect(lesson.pages[0].requests.map(\.subject) == [.forward, .local, .backward])
  }

  @Test func aTestBlockIsKeptAndOtherCodeIsShown() throws {
    let lesson = try read(LessonReaderTests.sample)
    #expect(lesson.tests.map { $0.lines.map(\.text) } == [["page 2"]])
    #expect(lesson.pages[1].blocks.last == .prose(.code("print(1)")))
  }

  @Test func aTitleAloneMakesNoPage() throws {
    #expect(try read("# T\n## One\ntext\n## Two\ntext").pages.map(\.title) == ["One", "Two"])
  }

  @Test func allErrorsAreToldAtOnceWithTheirPlaces() {
    #expect(
      report(
        """
        # T

        ```grph
        ```

        ```graph
        parameter w = 3 in 9..-9
        a = 2 +
        b
        ```

        ```fill
        ```

        ```graph
        a = sn(w)
        w = 1
        ```
        """) == """
          sample.md:3:4: unknown block 'grph'; did you mean 'graph'?
          sample.md:7:20: '9..-9' is not a range; write it like -9..9
          sample.md:8:8: the formula ends where a number, a name or '(' is expected; write the operand
          sample.md:9:1: 'b' defines nothing; write NAME = FORMULA or parameter NAME = NUMBER
          sample.md:15:4: a second graph on one page; begin a new page with '## ' first
          sample.md:16:5: unknown function 'sn'; did you mean 'sin'?
          """)
  }

  @Test(arguments: [
    ("text", "sample.md:1:1: the lesson has no title; begin it with '# Title'"),
    ("# T", "sample.md:1:1: the lesson has no page; write something below its title"),
    (
      "# T\n```fill\n```",
      "sample.md:2:4: there is no graph to fill in; put a 'graph' block before it"
    ),
    (
      "# T\n```graph\nJ = 2w\n```",
      "sample.md:3:1: no number for 'w'; add a line 'parameter w = NUMBER'"
    ),
    (
      "# T\n```graph\nJ = 1/w\nw = 0\n```",
      "sample.md:3:1: 'J = 1/w' has no finite value at these numbers; choose others"
    ),
    (
      "# T\n```graph\n  parameter w = v\nJ = w\nv = 1\n```",
      "sample.md:3:13: 'w' is an input and needs a number, not a formula with names in it"
    ),
  ])
  func eachErrorSaysWhereAndWhatToDo(text: String, expected: String) {
    #expect(report(text) == expected)
  }

  @Test func everyErrorOfAGraphIsToldAndNoneThatFollowsFromIt() {
    #expect(
      report(
        """
        # T
        ```graph
        a = 2 +
        b = sn(w)
        c = q + p
        parameter v = 3 in 5..9
        ```
        ## Next
        ```fill
        ```
        """) == """
          sample.md:3:8: the formula ends where a number, a name or '(' is expected; write the operand
          sample.md:4:5: unknown function 'sn'; did you mean 'sin'?
          sample.md:5:1: no number for 'q', 'p'; add a line 'parameter q = NUMBER'
          sample.md:6:11: v = 3 lies outside of 5..9; widen the range
          """)
  }

  @Test func aBlockOfTextIsNoMisspeltTest() throws {
    let lesson = try read("# T\n```text\nx\n```\n")
    #expect(lesson.pages[0].blocks == [.prose(.code("x"))])
  }

  @Test func aQuantityMayBeCalledData() throws {
    let lesson = try read("# T\n```graph\nparameter data = 3\ndata x = 2\nJ = data x\n```\n")
    #expect(lesson.graphs[0].inputs == ["data": 3, "x": 2])
    #expect(try read("# T\n```graph\ndata = 3\nJ = 2data\n```\n").graphs[0].inputs == ["data": 3])
  }

  @Test func invalidUTF8IsToldWithItsPlace() {
    do {
      _ = try Lesson(utf8: Array("# T\nab".utf8) + [0xFF], name: "sample")
      Issue.record("the file is no UTF-8")
    } catch {
      #expect(
        error.report(file: "s.md") == "s.md:2:3: this is not UTF-8 text; save the file as UTF-8")
    }
  }
}

import Journals
import PlainMode
import Sessions
import Teaching
import TestSupport
import Testing

/// A derivative that adds up over paths, as it is asked by ear.
@Suite struct ArraySumsInLinesTests {
  private static let lesson = """
    # Two uses

    ```graph
    parameter x = [4, 2]
    m = mean(x)
    d = x - m
    J = sum(d^2)
    ```

    ```fill
    backward
    ```
    """

  @Test func aSumOverPathsIsAskedAsASum() throws {
    var talk = PlainTalk(try opened(Self.lesson), width: 300)
    let said = talk.say("?go dJ/dx")
    #expect(
      said.last
        == "Entry 5 of 5. dJ/dx, the derivative of J with respect to x. It is used by m and d; what comes back "
        + "on each path adds up. Give a formula over the names on the graph, such as 2 A * dJ/dB, or numbers row by row."
    )
  }

  @Test func whoIsThereAlreadyHearsTheQuestionAlone() throws {
    var talk = PlainTalk(try opened(Self.lesson), width: 300)
    talk.type("2 d")
    let said = talk.say("?go 2")
    #expect(said.filter { !$0.isEmpty }.count == 1)
    #expect(said.last?.hasPrefix("Entry 2 of 5. dJ/dx via d") == true)
  }

  @Test func aBoxIsToldCellByCell() throws {
    var talk = PlainTalk(try opened(Self.lesson), width: 300)
    #expect(
      talk.say("?go dJ/dx via d") + talk.say("?cells") != [])
    #expect(
      talk.say("?cells").prefix(4) == [
        "d (2), cell by cell: 2 boxes of numbers.", "d[0] = x[0] - m.", "= 4 - 3 = 1.",
        "What comes back to it: dJ/dd[0] = blank.",
      ])
    let looks = talk.events.filter { event in
      if case .look = event.kind { true } else { false }
    }
    #expect(looks.count == 2)
  }
}

import PlainMode
import Sessions
import TestSupport
import Testing
import Training

/// Steps of descent as they are asked for and told line by line.
@Suite struct StepsInLinesTests {
  private static let lesson = """
    # T

    ```graph
    parameter w = [1, 2]
    J = sum(w * w)
    ```

    ```fill
    dJ/dw
    ```
    """

  private static func found() throws -> PlainTalk {
    var talk = PlainTalk(try opened(lesson), width: 300)
    talk.type("2 w")
    return talk
  }

  /// With `?` as any command, and without where no answer is called so.
  @Test(arguments: ["?rate 0.25", "rate 0.25", "? rate 0.25", "?lr = 0.25"])
  func aRateIsACommandAsAnyOther(line: String) throws {
    var talk = try Self.found()
    talk.type(line)
    let said = talk.say("?step")
    #expect(
      said.contains {
        $0.hasPrefix("After 1 step of gradient descent, rate 0.25: J falls from 5 to 1.25")
          && $0.contains("w, 2 numbers: 0.5, 1")
      }, "\(said)")
  }

  /// The article is no name of the graph, and begins a sentence in capitals.
  @Test func aStepBeforeTheSweepIsRefusedInASentence() throws {
    var talk = PlainTalk(try opened(Self.lesson), width: 300)
    #expect(talk.say("?step")[0] == "A step needs the whole sweep; find dJ/dw first.")
  }

  @Test(arguments: ["?adam", "?optimizer adam", "adam"])
  func anOptimizerIsACommand(line: String) throws {
    var talk = try Self.found()
    let said = talk.say(line)
    #expect(said.contains { $0.contains("by Adam, rate 0.005") }, "\(said)")
  }

  @Test(arguments: ["?step 5", "?steps 5", "step 5", "?1 5"])
  func aNumberOfStepsMayStandThere(line: String) throws {
    var talk = try Self.found()
    let said = talk.say(line)
    #expect(said.contains { $0.hasPrefix("After 5 steps") }, "\(said)")
  }
}

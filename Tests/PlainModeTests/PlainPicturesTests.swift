import PlainMode
import TestSupport
import Testing

@Suite struct PlainPicturesTests {
  @Test func picturesAreToldInNumbers() throws {
    let text = """
      # Pictures

      ```graph
      parameter w = 3
      parameter b = 1
      a = 2w
      J = a^2 + b
      ```

      ```cascade w
      ```

      ```plot
      curve: w in -2..2
      ```

      ```plot
      descent: 0.01, 0.1
      steps: 4
      ```

      ```steps
      ```
      """
    let talk = PlainTalk(try opened(text))
    try expect(talk.text, matches: "plain-pictures")
  }

  @Test func aRaceTellsEachNetworkOnce() throws {
    let text = """
      # Race

      ```race
      ```
      """
    var talk = PlainTalk(try opened(text))
    talk.say("")
    let rows = talk.lines.filter { $0.contains("nodes and") }
    #expect(rows.count == 6)
    #expect(rows.count == Set(rows).count)
    #expect(talk.text.contains("4 nodes and 12 parameters: the sweep took 16 steps"))
    #expect(talk.text.contains("Both methods have run."))
    #expect(talk.tutor.isFinished)
  }
}

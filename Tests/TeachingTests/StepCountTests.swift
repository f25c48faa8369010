import Autodiff
import Teaching
import Testing

@Suite struct StepCountTests {
  @Test func theSweepAddsWhatNudgingMultiplies() throws {
    let count = StepCount(on: try simpleNetwork().graph)
    #expect(count.nodes == 4)
    #expect(count.parameters == ["w", "b"])
    #expect(count.sweep == 6)
    #expect(count.nudging == 8)
  }

  @Test func aNudgeMovesASingleNumberOfAnArray() throws {
    let reading = try ArrayReading([Statement("network 4-3-2 relu batch 8")], GraphRequest())
    let count = StepCount(on: reading.graph)
    #expect(count.nodes == 6)
    #expect(count.parameters == ["W1", "b1", "W2", "b2"])
    #expect(count.cells == 4 * 3 + 3 + 3 * 2 + 2)
    #expect(count.sweep == 10)
    #expect(count.nudging == 6 * 23)
  }
}

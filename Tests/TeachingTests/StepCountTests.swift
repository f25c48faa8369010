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
}

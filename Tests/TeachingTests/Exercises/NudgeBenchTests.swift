import Autodiff
import Lessons
import Teaching
import Testing

@Suite struct NudgeBenchTests {
  func bench(_ names: [String], times: Int = 1) throws -> NudgeBench {
    let placed = names.map { PlacedText($0, line: 1, column: 1) }
    return NudgeBench(Nudging(placed, count: times), of: try twoNodes())
  }

  @Test(arguments: ["0.001", "1e-3", "w 0.001", "w = 0.001", "w by 0.001", "1/1000"])
  func aStepMovesTheQuantity(typed: String) throws {
    var bench = try bench(["w"])
    #expect(bench.add(typed).word == "right")
    #expect(bench.trials[0].nudge.changes.map(\.after) == [11.003, 121.06600900000001])
    #expect(bench.isDone)
  }

  @Test func whereSeveralMayBeNudgedTheNameIsNeeded() throws {
    var bench = try bench(["w", "a"])
    #expect(bench.add("0.001") == .unreadable(.notToNudge("", among: ["w", "a"])))
    #expect(bench.add("J 0.001") == .unreadable(.notToNudge("J", among: ["w", "a"])))
    #expect(bench.add("a 0.001").word == "right")
    #expect(bench.trials[0].nudge.changes.map(\.slope) == [22.000999999988835])
  }

  @Test(arguments: ["", "w", "0", "abc", "1e-17", "1e400", "nan", "w w"])
  func whatIsNoNudgeIsUnreadable(typed: String) throws {
    var bench = try bench(["w"])
    #expect(bench.add(typed).word == "unreadable")
    #expect(bench.trials.isEmpty)
  }

  @Test func theSameNudgeCountsOnce() throws {
    var bench = try bench(["w"], times: 2)
    _ = bench.add("0.001")
    #expect(bench.add("1e-3") == .unreadable(.nudgedBefore))
    #expect(!bench.isDone)
    #expect(bench.add("1e-9").word == "right")
    #expect(bench.isDone)
  }
}

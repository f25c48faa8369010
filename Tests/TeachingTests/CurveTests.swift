import Autodiff
import Teaching
import Testing

@Suite struct CurveTests {
  @Test func itFollowsTheFormulaFromOneEndOfTheRangeToTheOther() throws {
    let curve = Curve(over: "w", in: -2...4, of: try twoNodes())
    #expect(curve.points.first?.x == -2)
    #expect(curve.points.last?.x == 4)
    for point in curve.points {
      let right = (2 + 3 * point.x) * (2 + 3 * point.x)
      #expect(abs(point.y - right) <= 1e-12 * max(1, right))
    }
  }

  @Test func theOtherInputsStay() throws {
    let curve = Curve(over: "b", in: 0...10, of: try simpleNetwork())
    // c = w x = -4, so d = b - 5.
    for point in curve.points {
      #expect(abs(point.y - (point.x - 5) * (point.x - 5) / 2) <= 1e-12)
    }
  }

  @Test func whereTheOutputHasNoValueThereIsNoPoint() throws {
    let curve = Curve(over: "w", in: -1...1, of: try key("J = ln(w)", "w = 2"))
    #expect(!curve.points.isEmpty)
    #expect(curve.points.allSatisfy { $0.x > 0 && $0.y.isFinite })
  }

  @Test func theErrorOfANudgeOfASquareIsItsSize() throws {
    let key = try key("J = w^2", "w = 3")
    let nudges = try [0.5, -0.25, 0.125].map { try Nudge(0, by: $0, in: key.forward) }
    let curve = Curve(errorsOf: nudges, in: key)
    #expect(curve.points.map(\.x) == [0.5, 0.25, 0.125])
    #expect(curve.points.map(\.y) == [0.5, 0.25, 0.125])
  }

  @Test func smallerNudgesComeNearerUntilRoundingSpoilsThem() throws {
    let key = try twoNodes()
    let points = Curve(errorsOfNudging: 0, in: key).points
    #expect(points.map(\.x) == points.map(\.x).sorted(by: >))
    // J = (2 + 3w)^2 bends by 18, half of which is the error for each unit of the nudge.
    for point in points where point.x > 1e-4 {
      #expect(abs(point.y / (9 * point.x) - 1) < 1e-3)
    }
    let best = try #require(points.min { $0.y < $1.y })
    let last = try #require(points.last)
    #expect(best.x < 1e-5)
    #expect(last.y > best.y)
  }

  @Test func whatDoesNotReachTheOutputHasNoErrors() throws {
    let key = try twoNodes()
    #expect(Curve(errorsOfNudging: key.graph.output, in: key).points.isEmpty)
  }
}

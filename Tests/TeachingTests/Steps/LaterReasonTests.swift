import Autodiff
import RandomNumbers
import Teaching
import Testing
import Training

/// The usual errors about steps, each computed here on its own.
@Suite struct LaterReasonTests {
  private static func reasons(
    _ typed: String, _ name: String, _ lines: String, _ optimizer: Optimizer, count: Int = 2
  ) throws -> [String] {
    let key = try LaterSample(lines, optimizer, count: count).key()
    return key.check(typed, for: try #require(key.list.index(of: name))).reasonWords
  }

  /// w = 2, b = 3, J = w² b = 12: dJ/dw = 12, dJ/db = 4; after a step of 0.1 w = 0.8, b = 2.6, J = 1.664.
  @Test(arguments: [
    ("step-added", "3.2", "w after 1"), ("rate-forgotten", "-10", "w after 1"),
    ("not-moved", "2", "w after 1"), ("step-alone", "1.2", "w after 1"),
    ("step-alone", "-1.2", "w after 1"), ("step-added", "3.4", "b after 1"),
    ("rate-forgotten", "-1", "b after 1"),
    // dJ/db at w = 0.8 is 0.64; dJ/dw at b = 2.6 is 10.4.
    ("step-in-turn", "2.936", "b after 1"), ("step-in-turn", "0.96", "w after 1"),
    // (3.2)² 3.4, (-10)² (-1), 0.8² × 2.936.
    ("step-added", "34.816", "J after 1"), ("rate-forgotten", "-100", "J after 1"),
    ("step-in-turn", "1.87904", "J after 1"), ("not-moved", "12", "J after 1"),
    // 0.8² × 3 and 2² × 2.6; 12 - 0.1 (144 + 16).
    ("one-moved", "1.92", "J after 1"), ("one-moved", "10.4", "J after 1"),
    ("straight-line", "-4", "J after 1"),
    // dJ/dw = 4.16 at the new numbers: 0.8 - 0.416 = 0.384.
    ("step-added", "1.216", "w after 2"), ("rate-forgotten", "-3.36", "w after 2"),
    ("stale-derivative", "-0.4", "w after 2"), ("step-from-start", "1.584", "w after 2"),
    ("not-moved", "0.8", "w after 2"), ("not-moved", "12", "dJ/dw after 1"),
  ])
  func anErrorOfDescentIsNamedFirst(rule: String, typed: String, name: String) throws {
    let found = try Self.reasons(
      typed, name, LaterSample.product, Optimizer(.descent, rate: 0.1))
    #expect(found.first == rule, "\(found)")
  }

  /// v = 12 after the first step, 0.9 × 12 + 4.16 = 14.96 after the second; the learner of the other forms has 1.2.
  @Test(arguments: [
    (Optimizer.Method.momentum, "momentum-forgotten", "4.16", "v of w after 2"),
    (.momentum, "stale-derivative", "22.8", "v of w after 2"),
    (.momentum, "step-added", "3.2", "w after 1"),
    (.momentum, "rate-forgotten", "-10", "w after 1"),
    (.momentum, "other-momentum", "1.2", "v of w after 1"),
    // 0.9 × 12 + 0.1 × 4.16 = 11.216; 0.1 × 12 + 0.9 × 4.16.
    (.momentum, "other-momentum", "11.216", "v of w after 2"),
    (.averagedMomentum, "share-forgotten", "12", "v of w after 1"),
    (.averagedMomentum, "shares-swapped", "10.8", "v of w after 1"),
    (.velocity, "step-added", "1.2", "v of w after 1"),
    (.velocity, "rate-forgotten", "-12", "v of w after 1"),
    (.velocity, "step-added", "3.2", "w after 1"),
    // -1.08 - 0.416 = -1.496.
    (.velocity, "momentum-forgotten", "-0.416", "v of w after 2"),
  ])
  func anErrorOfMomentumIsNamedFirst(
    method: Optimizer.Method, rule: String, typed: String, name: String
  ) throws {
    let found = try Self.reasons(typed, name, LaterSample.product, Optimizer(method, rate: 0.1))
    #expect(found.first == rule, "\(found)")
  }

  /// m = 1.2 and v = 0.144 after the first step with dJ/dw = 12; w = 1.9.
  @Test(arguments: [
    ("share-forgotten", "12", "m of w after 1"), ("shares-swapped", "10.8", "m of w after 1"),
    ("square-forgotten", "0.012", "v of w after 1"),
    // 2 - 0.1 × 1.2/√0.144.
    ("correction-forgotten", "1.683772", "w after 1"),
    // 2 - 0.1 × 1.2/12 and 2 - 0.1 × 12/√0.144.
    ("correction-forgotten", "1.99", "w after 1"),
    ("correction-forgotten", "-1.162278", "w after 1"),
    ("step-added", "2.1", "w after 1"), ("rate-forgotten", "1", "w after 1"),
    ("root-forgotten", "1.991667", "w after 1"),
  ])
  func anErrorOfAdamIsNamedFirst(rule: String, typed: String, name: String) throws {
    let found = try Self.reasons(typed, name, LaterSample.product, Optimizer(.adam, rate: 0.1))
    #expect(found.first == rule, "\(found)")
  }

  /// On random lines the right answer is right and the four errors of the first step are named, each alone.
  @Test(arguments: 1...25)
  func onRandomGraphsTheErrorsAreTold(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func number() -> Double { Double(Int(random.next() % 61)) / 10 - 3.05 }
    let (x, y, w, b) = (number(), number(), number(), number())
    let rate = [0.1, 0.02, 0.25][seed % 3]
    let lines = "data x = \(x); data y = \(y); w = \(w); b = \(b); p = w x + b; L = (p - y)^2"
    let optimizer = Optimizer(.descent, rate: rate)
    let error = w * x + b - y
    let (gw, gb) = (2 * error * x, 2 * error)
    let moved = w - rate * gw
    let inTurn = b - rate * 2 * (moved * x + b - y)
    func first(_ value: Double, _ name: String) throws -> String? {
      try Self.reasons("1*(\(value))", name, lines, optimizer).first
    }
    #expect(try Self.reasons("\(moved)", "w after 1", lines, optimizer) == [])
    #expect(try Self.reasons("\(b - rate * gb)", "b after 1", lines, optimizer) == [])
    #expect(try first(w + rate * gw, "w after 1") == "step-added")
    #expect(try first(w - gw, "w after 1") == "rate-forgotten")
    #expect(try first(inTurn, "b after 1") == "step-in-turn")
    #expect(try first(b + rate * gb, "b after 1") == "step-added")
  }

  /// What follows from a wrong parameter is told as that.
  @Test func whatFollowsFromAWrongStepIsToldSo() throws {
    let key = try LaterSample(LaterSample.product, Optimizer(.descent, rate: 0.1)).key()
    var sheet = Worksheet(key)
    func fill(_ typed: String, _ name: String) throws -> Verdict {
      sheet.answer(typed, for: try #require(key.list.index(of: name)))
    }
    #expect(try fill("3.2", "w after 1").reasonWords.first == "step-added")
    #expect(try fill("2.6", "b after 1").word == "right")
    // 3.2² × 2.6.
    #expect(try fill("26.624", "J after 1").reasonWords.first == "follows-from-wrong")
  }

  /// A step that was found right is no suspect of what comes after it.
  @Test func whatIsFoundIsNoSuspect() throws {
    let key = try LaterSample(LaterSample.product, Optimizer(.descent, rate: 0.1)).key()
    var sheet = Worksheet(key)
    for (name, typed) in [("w after 1", "0.8"), ("b after 1", "2.6")] {
      _ = sheet.answer(typed, for: try #require(key.list.index(of: name)))
    }
    let verdict = sheet.answer("34.816", for: try #require(key.list.index(of: "J after 1")))
    #expect(verdict.word == "wrong")
    #expect(!verdict.reasonWords.contains("step-added"))
  }
}

import Autodiff
import Teaching
import Testing
import Training

@Suite struct LaterAnswerTests {
  private static let descent = Optimizer(.descent, rate: 0.1)

  private func verdict(
    _ typed: String, for name: String, _ sample: LaterSample, own: [String: Double] = [:]
  ) throws -> Verdict {
    let key = try sample.key()
    var numbers = LearnerNumbers()
    for (name, number) in own { numbers.own[try #require(key.list.index(of: name))] = number }
    return key.check(typed, for: try #require(key.list.index(of: name)), knowing: numbers)
  }

  @Test func theEntriesComeAfterAllOthersStepByStep() throws {
    let sample = LaterSample(LaterSample.product, Optimizer(.adam), count: 2)
    let names = try sample.key().list.entries.map(\.name)
    #expect(
      names == [
        "J", "dJ/dw", "dJ/db", "m of w after 1", "v of w after 1", "w after 1", "m of b after 1",
        "v of b after 1", "b after 1", "J after 1", "dJ/dw after 1", "dJ/db after 1",
        "m of w after 2", "v of w after 2", "w after 2", "m of b after 2", "v of b after 2",
        "b after 2", "J after 2",
      ])
  }

  @Test func onlyParametersThatMoveHaveEntries() throws {
    let sample = LaterSample(LaterSample.line, Self.descent, moving: ["b"], count: 1)
    #expect(
      try sample.key().list.entries.suffix(3).map(\.name)
        == ["b after 1", "p after 1", "L after 1"])
  }

  /// On w = 0.8, b = 0.1 with dL/dw = 2.8, dL/db = 1.4 and rate 0.1.
  @Test(arguments: [
    ("0.52", "w after 1", "right"), (".52", "w after 1", "right"),
    ("0.8 - 0.1*2.8", "w after 1", "right"), ("w - rate dL/dw", "w after 1", "right"),
    ("w - 0.1 dL/dw", "w after 1", "right"), ("w - lr * dL/dw", "w after 1", "right"),
    ("0.8 - rate dL/dw", "w after 1", "right"), ("w - 2 rate (p - y) x", "w after 1", "right"),
    ("w + rate dL/dw", "w after 1", "wrong"), ("0.521", "w after 1", "wrong"),
    ("0.5", "w after 1", "wrong"), ("0.52abc", "w after 1", "unreadable"),
    ("q - 1", "w after 1", "unreadable"), ("-0.04", "b after 1", "right"),
    ("0", "L after 1", "right"), ("(w after 1) x + b after 1", "p after 1", "right"),
    ("0", "dL/dw after 1", "right"), ("w after 1", "w after 2", "wrong"),
    ("w after 1 - rate dL/dw after 1", "w after 2", "right"),
  ])
  func anAnswerIsWhatTheContractSays(typed: String, name: String, word: String) throws {
    let found = try verdict(typed, for: name, LaterSample(LaterSample.line, Self.descent))
    #expect(found.word == word, "\(found)")
  }

  /// What follows from the learner's own rounded numbers is close.
  @Test func ownRoundedNumbersAreFollowed() throws {
    let sample = LaterSample(LaterSample.chain, Optimizer(.descent, rate: 0.7), count: 2)
    let key = try sample.key()
    func exact(_ name: String) throws -> Double {
      key.value(of: try #require(key.list.index(of: name)))
    }
    let slope = (try exact("dJ/dw") * 10).rounded() / 10
    let typed = -1.5 - 0.7 * slope
    #expect(try verdict("\(typed)", for: "w after 1", sample).isAccepted == false)
    let close = try verdict("\(typed)", for: "w after 1", sample, own: ["dJ/dw": slope])
    #expect(close == .close(typed: typed, .roundedEarlier))
  }

  /// Adam's first step goes as far as the rate, whatever the little number is under it.
  @Test func adamsFirstStepIsShort() throws {
    let sample = LaterSample(LaterSample.product, Optimizer(.adam, rate: 0.1), count: 1)
    #expect(try verdict("1.9", for: "w after 1", sample).word == "right")
    #expect(try verdict("2.9", for: "b after 1", sample).word == "right")
    #expect(try verdict("2.1", for: "w after 1", sample).reasonWords.first == "step-added")
  }

  /// However many digits somebody carries along, three at least, nothing right is called wrong.
  @Test(arguments: LaterSample.all)
  func whoRoundsOnTheWayIsNeverWrong(sample: LaterSample) throws {
    let key = try sample.key()
    for digits in [3, 4, 6, 12] {
      var sheet = Worksheet(key)
      for index in key.list.entries.indices {
        let typed = key.value(of: index).rounded(toDigits: digits)
        let verdict = sheet.answer("\(typed)", for: index)
        // A number whose last digits are zeros is written with fewer here than somebody would.
        if verdict == .unreadable(.tooFewDigits) { continue }
        #expect(
          verdict.isAccepted,
          "\(key.list.entries[index].name) = \(typed) with \(digits): \(verdict)")
      }
    }
  }

  /// Who computes everything from their own rounded numbers, box by box, is never wrong.
  @Test(arguments: LaterSample.all)
  func whoComputesFromOwnNumbersIsNeverWrong(sample: LaterSample) throws {
    let key = try sample.key()
    var sheet = Worksheet(key)
    var own: [Int: Double] = [:]
    for (index, entry) in key.list.entries.enumerated() {
      let exact = key.value(of: index)
      guard let later = entry.later, case .parameter = later.kind,
        sample.steps.optimizer.method == .descent, later.step == 1
      else {
        own[index] = exact.rounded(toDigits: 4)
        _ = sheet.answer("\(own[index] ?? 0)", for: index)
        continue
      }
      let slope = try #require(key.list.derivative(of: later.node).flatMap { own[$0] })
      let number = key.forward.values[later.node] - 0.05 * slope
      let verdict = sheet.answer("\(number)", for: index)
      own[index] = number
      #expect(verdict.isAccepted, "\(entry.name) = \(number): \(verdict)")
    }
  }

  /// On graphs of another make, too, what is right is right for every optimizer, exactly and rounded.
  @Test(arguments: Optimizer.Method.allCases)
  func onHeldOutGraphsNothingRightIsWrong(method: Optimizer.Method) throws {
    var count = 0
    for other in try HeldOutGraphs.random(28) where other.graph.nodes.count < 60 {
      var inputs: [String: Double] = [:]
      for (node, value) in zip(other.graph.nodes, other.forward.values) where node.formula == nil {
        inputs[node.name] = value
      }
      let plan = StepPlan(Optimizer(method, rate: 0.01), count: 2)
      guard let key = try? AnswerKey(other.graph, at: inputs, after: plan) else { continue }
      var sheet = Worksheet(key)
      for (index, entry) in key.list.entries.enumerated() where entry.later != nil {
        count += 1
        let exact = key.value(of: index)
        for typed in ["\(exact)", "\(exact.rounded(toDigits: 5))"] {
          let verdict = sheet.answer(typed, for: index)
          guard verdict != .unreadable(.tooFewDigits) else { continue }
          #expect(verdict.isAccepted, "\(entry.name) = \(typed) of \(exact): \(verdict)")
        }
      }
    }
    #expect(count > 300)
  }

  @Test func aFormulaBeforeItsNumbersIsARule() throws {
    let key = try LaterSample(LaterSample.line, Self.descent).key()
    var sheet = Worksheet(key)
    let entry = try #require(key.list.index(of: "w after 1"))
    #expect(sheet.checkRule("w - rate dL/dw", for: entry)?.word == "right")
    #expect(sheet.checkRule("w + rate dL/dw", for: entry)?.reasonWords == ["step-added"])
    #expect(sheet.checkRule("0.52", for: entry) == nil)
    _ = sheet.answer("2.8", for: try #require(key.list.index(of: "dL/dw")))
    #expect(sheet.checkRule("w - rate dL/dw", for: entry) == nil)
  }
}

extension Double {
  /// Rounded to so many digits, as somebody writes it.
  fileprivate func rounded(toDigits digits: Int) -> Double {
    guard self != 0 else { return 0 }
    var (power, size) = (0, abs(self))
    while size >= 10 { (size, power) = (size / 10, power + 1) }
    while size < 1 { (size, power) = (size * 10, power - 1) }
    let shift = digits - 1 - power
    var scale = 1.0
    for _ in 0..<abs(shift) { scale *= 10 }
    return shift >= 0 ? (self * scale).rounded() / scale : (self / scale).rounded() * scale
  }
}

import Autodiff
import FullScreen
import TestSupport
import Testing
import TextScreen
import Training

/// Training on a full screen, driven by keys and steps, without a clock.
struct TrainingScreenTests {
  private static func screen(
    _ line: String = "network 2-6-1 tanh sigmoid cost cross-entropy",
    size: Size = Size(width: 80, height: 24),
    goal: Int = 12, rate: Double = 0.05, isASCII: Bool = false,
    _ examples: Examples = DrawnExamples.moons.examples(60, seed: 1)
  ) throws -> TrainingScreen {
    let training = try TrainingGraph([Statement(line)], GraphRequest(), examples: examples)
    func trainer(_ rate: Double) throws(TrainingError) -> Trainer {
      try Trainer(training, TrainingPlan(Optimizer(.adam, rate: rate), batch: 12))
    }
    let run = TrainingRun(try trainer(rate), goal: goal) { (rate) throws(TrainingError) in
      try trainer(rate)
    }
    return TrainingScreen(run, title: line, size: size, isASCII: isASCII)
  }

  private static func finish(_ screen: inout TrainingScreen) {
    while screen.isComputing { _ = screen.step() }
  }

  @Test(arguments: [
    (Size(width: 80, height: 24), false, "training-moons-80x24"),
    (Size(width: 120, height: 40), false, "training-moons-120x40"),
    (Size(width: 80, height: 24), true, "training-moons-ascii"),
  ])
  func theScreenOfPointsInAPlane(size: Size, isASCII: Bool, name: String) throws {
    var screen = try TrainingScreenTests.screen(size: size, isASCII: isASCII)
    TrainingScreenTests.finish(&screen)
    try expect(screen.canvas.picture, matches: name)
  }

  @Test func theScreenOfDigits() throws {
    var screen = try TrainingScreenTests.screen(
      "network 64-8-10 relu softmax", goal: 3, Digits.examples.prefix(200))
    TrainingScreenTests.finish(&screen)
    try expect(screen.canvas.picture, matches: "training-digits-80x24")
    _ = screen.press(.tab)
    try expect(screen.canvas.picture, matches: "training-weights-80x24")
  }

  @Test func aPausedScreenComputesNothing() throws {
    var screen = try TrainingScreenTests.screen()
    #expect(screen.isComputing)
    _ = screen.press(.character(" "))
    #expect(!screen.isComputing)
    let canvas = screen.canvas
    #expect(canvas == screen.canvas)
    _ = screen.press(.character(" "))
    #expect(screen.isComputing)
  }

  @Test func oneStepAndOneEpochAreMadeByKeys() throws {
    var screen = try TrainingScreenTests.screen()
    _ = screen.press(.enter)
    #expect(screen.run.trainer.stepInEpoch == 1)
    #expect(!screen.isComputing)
    _ = screen.press(.character("e"))
    #expect(screen.run.trainer.epochs.count == 1)
    #expect(screen.run.trainer.stepInEpoch == 0)
    _ = screen.press(.character("e"))
    #expect(screen.run.trainer.epochs.count == 2)
  }

  @Test func againFromTheSameSeedIsTheSame() throws {
    var screen = try TrainingScreenTests.screen()
    TrainingScreenTests.finish(&screen)
    let weights = screen.run.trainer.weights
    #expect(!screen.isComputing)
    _ = screen.press(.character("r"))
    #expect(screen.run.trainer.epochs.isEmpty)
    TrainingScreenTests.finish(&screen)
    #expect(screen.run.trainer.weights == weights)
  }

  @Test func anotherRateRunsBeside() throws {
    var screen = try TrainingScreenTests.screen(goal: 4)
    _ = screen.press(.character("a"))
    #expect(!screen.isComputing)
    for letter in "0.5" { _ = screen.press(.character(letter)) }
    _ = screen.press(.enter)
    #expect(screen.run.beside?.trainer.rate == 0.5)
    #expect(screen.isComputing)
    TrainingScreenTests.finish(&screen)
    #expect(screen.run.lanes.map { $0.trainer.epochs.count } == [4, 4])
    #expect(screen.run.lanes[0].trainer.weights != screen.run.lanes[1].trainer.weights)
    let text = screen.canvas.text.joined(separator: "\n")
    #expect(text.contains("rate 0.05"))
    #expect(text.contains("rate 0.5"))
  }

  @Test(arguments: ["x", "-1", "0"])
  func whatIsNoRateIsRefusedAndKept(typed: String) throws {
    var screen = try TrainingScreenTests.screen()
    _ = screen.press(.character("a"))
    for letter in typed { _ = screen.press(.character(letter)) }
    _ = screen.press(.enter)
    #expect(screen.run.beside == nil)
    #expect(
      screen.canvas.text.contains {
        $0.contains("'\(typed)' is not a rate; write a number above 0")
      })
    _ = screen.press(.escape)
    #expect(screen.run.beside == nil)
  }

  @Test func whatDivergesSaysSo() throws {
    var screen = try TrainingScreenTests.screen(
      "network 64-8-10 relu softmax", rate: 10000, Digits.examples.prefix(100))
    TrainingScreenTests.finish(&screen)
    let text = screen.canvas.text
    #expect(text[0].hasSuffix("diverged"))
    #expect(text[22].hasPrefix(" in epoch 1, step 2 J is "))
  }

  @Test func moreGoesOn() throws {
    var screen = try TrainingScreenTests.screen(goal: 2)
    TrainingScreenTests.finish(&screen)
    _ = screen.press(.character("m"))
    #expect(screen.run.goal == 4)
    TrainingScreenTests.finish(&screen)
    #expect(screen.run.trainer.epochs.count == 4)
  }

  @Test func keysLeaveAndTheListShowsThem() throws {
    var screen = try TrainingScreenTests.screen()
    #expect(screen.press(.function(10)) == .leave)
    #expect(screen.press(.character("?")) == nil)
    #expect(screen.canvas.text.contains { $0.contains("All commands: press the letter") })
    #expect(screen.press(.character("q")) == .leave)
  }

  @Test(arguments: [
    Size(width: 1, height: 1), Size(width: 20, height: 6), Size(width: 300, height: 100),
  ])
  func everySizeIsDrawn(size: Size) throws {
    var screen = try TrainingScreenTests.screen(size: size)
    TrainingScreenTests.finish(&screen)
    #expect(screen.canvas.size == size)
  }
}

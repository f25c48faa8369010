import Autodiff
import Expressions
import Testing
import Training

/// What is reached on the handwritten digits as training is by default.
struct DigitsTests {
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func nineteenOfTwentyHeldOutDigitsAreRightAfterFortyEpochs(seed: UInt64) throws {
    var request = GraphRequest()
    request.seed = seed
    let training = try TrainingGraph(
      [Statement("network 64-32-10 relu softmax")], request, examples: Digits.examples)
    let trainer = try Trainer(training, TrainingPlan(seed: seed))
    while trainer.epochs.count < 40 { try trainer.step() }
    let accuracy = try #require(trainer.epochs.last?.heldOutAccuracy)
    #expect(accuracy >= 0.95)
  }
}

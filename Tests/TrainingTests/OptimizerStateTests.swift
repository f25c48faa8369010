import Testing
import Training

/// Steps of one parameter from 1 along the derivatives 0.5, -0.25 and 1, computed by PyTorch 2.13.0 (CPU, 64-bit):
/// `SGD(lr=0.1)`, `SGD(lr=0.1, momentum=0.9)` and `Adam(lr=0.1)`. The other two are computed from their formulas.
struct OptimizerStateTests {
  static let derivatives = [0.5, -0.25, 1]

  @Test(arguments: [
    (Optimizer.Method.descent, [0.95, 0.975, 0.875]),
    (.momentum, [0.95, 0.93, 0.812]),
    (.averagedMomentum, [0.995, 0.993, 0.9812]),
    (.velocity, [0.95, 0.93, 0.812]),
    (.adam, [0.900000002, 0.8733662987078463, 0.8075551396770898]),
  ])
  func stepsFollowTheirRule(method: Optimizer.Method, expected: [Double]) {
    var state = OptimizerState(Optimizer(method, rate: 0.1), count: 1)
    var w = [1.0]
    for (derivative, value) in zip(OptimizerStateTests.derivatives, expected) {
      state.step(&w, along: [derivative])
      #expect(abs(w[0] - value) < 1e-15)
    }
    #expect(state.stepCount == 3)
  }

  @Test func whatCoursesCallVAndMIsKept() {
    var state = OptimizerState(Optimizer(.adam), count: 2)
    var w = [1.0, 2.0]
    state.step(&w, along: [0.5, 0])
    let expected = [[0.05, 0], [0.00025, 0]]
    for (kept, numbers) in zip(state.memory, expected) {
      for (number, value) in zip(kept, numbers) { #expect(abs(number - value) < 1e-15) }
    }
    #expect(w[1] == 2)
  }

  @Test(arguments: Optimizer.Method.allCases)
  func aMethodHasAName(method: Optimizer.Method) {
    #expect(Optimizer.method(named: method.name) == method)
    #expect(Optimizer.method(named: method.name.uppercased().replacing(" ", with: "-")) == method)
  }

  @Test func aStateOfAnotherMethodIsNotTakenUp() {
    let kept = OptimizerState(Optimizer(.momentum), count: 3)
    #expect(
      OptimizerState(Optimizer(.adam), count: 3, stepCount: 1, memory: kept.memory) == nil)
    #expect(
      OptimizerState(Optimizer(.momentum), count: 4, stepCount: 1, memory: kept.memory) == nil)
    #expect(
      OptimizerState(Optimizer(.momentum), count: 3, stepCount: 0, memory: kept.memory) == kept)
  }
}

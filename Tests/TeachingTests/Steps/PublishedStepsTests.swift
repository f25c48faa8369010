import Autodiff
import Teaching
import Testing
import Training

/// Published exercises that end with steps of descent: their figures are right answers to what comes after.
@Suite struct PublishedStepsTests {
  struct Exercise: Sendable, CustomTestStringConvertible {
    var source: String
    var sample: LaterSample
    /// Published figures by entry.
    var answers: [(String, String)]

    var testDescription: String { source }
  }

  static let exercises = [
    // Facts: a tiny recurrent network over three steps, rate 0.1.
    Exercise(
      source: "public file index, file 39418632746",
      sample: LaterSample(
        "data x1 = 1; data x2 = 2; data x3 = 3; data h0 = 0; data t1 = 0.5; data t2 = 1; "
          + "data t3 = 1.5; Wxh = 0.5; Whh = 0.1; Why = 1; a1 = Wxh x1 + Whh h0; h1 = tanh(a1); "
          + "y1 = Why h1; a2 = Wxh x2 + Whh h1; h2 = tanh(a2); y2 = Why h2; "
          + "a3 = Wxh x3 + Whh h2; h3 = tanh(a3); y3 = Why h3; "
          + "L = 1/2 (y1 - t1)^2 + 1/2 (y2 - t2)^2 + 1/2 (y3 - t3)^2",
        Optimizer(.descent, rate: 0.1), count: 1),
      answers: [
        ("Wxh after 1", "0.54893"), ("Whh after 1", "0.11125"), ("Why after 1", "1.07231"),
      ]),
    // Facts: four steps of momentum on (x - 4)^2 from 10, rate 0.2, beta 0.9.
    Exercise(
      source: "https://e-learning.univ-saida.dz/mod/page/view.php?id=148564",
      sample: LaterSample(
        "x = 10; f = (x - 4)^2", Optimizer(.velocity, rate: 0.2, beta: 0.9), count: 4),
      answers: [
        ("df/dx", "12"), ("v of x after 1", "-2.4"), ("x after 1", "7.6"),
        ("df/dx after 1", "7.2"), ("v of x after 2", "-3.6"), ("x after 2", "4.0"),
        ("df/dx after 2", "0"), ("v of x after 3", "-3.24"), ("x after 3", "0.76"),
        ("df/dx after 3", "-6.48"), ("v of x after 4", "-1.62"), ("x after 4", "-0.86"),
      ]),
    // Facts: Adam's first step for the derivative 4.
    Exercise(
      source: "https://www.q4quant.studio/dashboard/learn, adam-ex-01",
      sample: LaterSample("w = 1; J = 4w", Optimizer(.adam, rate: 0.1), count: 1),
      answers: [("m of w after 1", "0.4"), ("v of w after 1", "0.016"), ("w after 1", "0.9")]),
    // Facts: a skip connection, rate 1, and the loss after the step: the weights 0.5, 0.25, 0 and -0.25.
    Exercise(
      source: "https://github.com/edualvarado/deep-learning-course, exercise 2",
      sample: LaterSample(
        "data x = 1; data y = -3; w0 = 0.5; w1 = 0.5; w2 = 0.5; ws = 0.5; z0 = w0 x; "
          + "h0 = relu(z0); z1 = w1 h0; h1 = relu(z1); z2 = w2 h1 + ws h0; L = abs(y - z2)",
        Optimizer(.descent, rate: 1), count: 1),
      answers: [
        ("w0 after 1", "-0.25"), ("w1 after 1", "0.25"), ("w2 after 1", "0.25"),
        ("ws after 1", "0"), ("L after 1", "3"),
      ]),
    // Facts: a sigmoid neuron on three examples, rate 0.1, two steps (deep-ml.com, problem 25).
    Exercise(
      source: "deep-ml.com, problem 25",
      sample: LaterSample(
        "w1 = 0.1; w2 = -0.2; b = 0; p1 = sigmoid(w1 + 2 w2 + b); p2 = sigmoid(2 w1 + w2 + b); "
          + "p3 = sigmoid(-w1 - 2 w2 + b); L = ((p1 - 1)^2 + p2^2 + p3^2)/3",
        Optimizer(.descent, rate: 0.1), count: 2),
      answers: [
        ("L", "0.3033"), ("L after 1", "0.2942"), ("w1 after 2", "0.1036"),
        ("w2 after 2", "-0.1425"), ("b after 2", "-0.0167"),
      ]),
  ]

  @Test(arguments: exercises)
  func publishedFiguresAreRight(exercise: Exercise) throws {
    let key = try exercise.sample.key()
    for (name, typed) in exercise.answers {
      let verdict = key.check(typed, for: try #require(key.list.index(of: name)))
      #expect(verdict.isAccepted, "\(name) = \(typed): \(verdict)")
    }
  }
}

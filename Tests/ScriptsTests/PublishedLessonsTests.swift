import Journals
import Lessons
import Scripts
import Sessions
import Testing

/// Published exercises on matrices as lessons, in as many lines of a graph as their sources have: their figures are
/// accepted as answers, and `check` finds nothing wrong.
@Suite struct PublishedLessonsTests {
  struct Exercise: Sendable, CustomTestStringConvertible {
    var source: String
    var graph: [String]
    /// Entries with their published figures, or the published rule.
    var answers: [(entry: String, answer: String)]

    var testDescription: String { source }

    var lesson: String {
      (["# Published", "", source, "", "## Sweep", "", "```graph"] + graph + ["```", "", "```fill"]
        + answers.map(\.entry) + ["```", "", "```test", "next"]
        + answers.map { "fill \($0.entry) = \($0.answer)" } + ["expect done", "```", ""])
        .joined(separator: "\n")
    }
  }

  static let exercises = [
    // Facts: a dense layer with relu for three examples; the derivative by the layer's values is these values.
    Exercise(
      source: "Neural Networks from Scratch, chapter 9 (public file index, file 40495251684)",
      graph: [
        "parameter X = [[1, 2, 3, 2.5], [2, 5, -1, 2], [-1.5, 2.7, 3.3, -0.8]]",
        "parameter W = [[0.2, 0.5, -0.26], [0.8, -0.91, -0.27], [-0.5, 0.26, 0.17], [1, -0.5, 0.87]]",
        "parameter b = [2, 3, 0.5]", "Z = X W + b", "A = relu(Z)", "start dA = A",
      ],
      answers: [
        ("Z[0, 2]", "2.385"), ("Z[1, 1]", "-1.81"), ("dJ/dX[0, 3]", "6.26995"),
        ("dJ/dX[2, 0]", "0.80074"), ("dJ/dW[1, 2]", "5.8402"), ("dJ/dW[3, 1]", "2.1842"),
        ("dJ/db", "[15.11, 2.261, 2.611]"), ("dJ/dX", "dZ @ W.T"), ("dJ/dW", "X.T @ dZ"),
      ]),
    // Facts: one example, relu, softmax and cross-entropy; the right class is the last.
    Exercise(
      source: "https://github.com/g-eoj/cs231n, two-layer-backprop-math.ipynb",
      graph: [
        "data X = [[16, -6]]", "data y = [2]", "parameter W1 = [[0.18, 0.04], [0.1, 0.22]]",
        "parameter b1 = [0, 0]", "parameter W2 = [[0.19, -0.1, 0.1], [-0.02, -0.01, 0.04]]",
        "parameter b2 = [0, 0, 0]", "h = relu(X W1 + b1)", "s = h W2 + b2",
        "loss = crossentropy(s, y)",
      ],
      answers: [
        ("s", "[[0.4332, -0.228, 0.228]]"), ("loss", "1.051375468504"),
        ("dloss/ds", "[[0.429052723714, 0.221490524653, -0.650543248367]]"),
        ("dloss/dW2", "[[0.978240210068, 0.504998396209, -1.483238606277], [0, 0, 0]]"),
        ("dloss/dh", "[[-0.005683359796, -0.036817689655]]"),
        ("dloss/dW1", "[[-0.09093376, 0], [0.03410016, 0]]"), ("dloss/db1", "[-0.00568336, 0]"),
      ]),
    // Facts: a layer for two examples in columns, whose cost is a mean, from the derivative by its sums.
    Exercise(
      source: "DeepLearning.AI, course 1 week 4 (public file index, file 4683525024)",
      graph: [
        "data A = [[-0.52817175, -1.07296862], [0.86540763, -2.3015387], [1.74481176, -0.7612069]]",
        "parameter W = [[0.3190391, -0.24937038, 1.46210794]]", "parameter b = [[0]]",
        "Z = W A + b", "start dZ = [[1.62434536, -0.61175641]] / 2",
      ],
      answers: [
        ("dJ/dW", "[[-0.10076895, 1.40685096, 1.64992505]]"), ("dJ/db", "[[0.50629448]]"),
      ]),
    // Facts: a valid convolution of which one number is passed back.
    Exercise(
      source: "https://prof.lexailabs.com/practice/build-cnn-05-conv2d-backward",
      graph: [
        "parameter X = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14, 15]]",
        "parameter K = [[1, 2], [3, 4]]", "Y = conv(X, K)",
        "start dY = [[1, 0, 0], [0, 0, 0], [0, 0, 0]]",
      ],
      answers: [
        ("dJ/dK", "[[0, 1], [4, 5]]"), ("dJ/dX[0, 0]", "1"), ("dJ/dX[0, 1]", "2"),
        ("dJ/dX[1, 0]", "3"), ("dJ/dX[1, 1]", "4"), ("dJ/dX[2, 2]", "0"),
      ]),
    // Facts: the shares of four numbers; the first is published with two digits, and the tutor wants three.
    Exercise(
      source: "NPTEL Deep Learning, IIT Ropar, assignment 3, 2022",
      graph: ["a = [2.5, 3.6, 4.2, 5]", "p = softmax(a)", "J = sum(p^2)"],
      answers: [("p[1]", "0.139"), ("p[2]", "0.253"), ("p[3]", "0.562")]),
    // Facts: a row of a table counts as often as it is looked up.
    Exercise(
      source: "https://torchedup.dev/problems/backprop-embedding",
      graph: [
        "parameter T = [[1, 2], [3, 4], [5, 6]]", "data w = [2, 0, 2]", "E = T[w]", "L = sum(E)",
      ],
      answers: [("dL/dT", "[[1, 1], [0, 0], [2, 2]]")]),
    // Facts: normalisation over three rows, from a derivative of ones.
    Exercise(
      source: "https://github.com/akim42003/alexkode, 04-deep-learning/11-batch-normalization",
      graph: [
        "parameter X = [[1, 2], [3, 4], [5, 6]]", "parameter g = [1, 1]", "parameter c = [0, 0]",
        "C = X - mean(X, axis=0)", "N = C / sqrt(var(X, axis=0))", "Y = g * N + c",
        "start dY = ones(3, 2)",
      ],
      answers: [
        ("Y[0, 0]", "-1.2247"), ("Y[2, 1]", "1.2247"), ("dJ/dg", "[0, 0]"), ("dJ/dc", "[3, 3]"),
      ]
    ),
    // Facts: the rules of a linear layer, entry by entry.
    Exercise(
      source: "EECS 442, back propagation for a linear layer",
      graph: [
        "parameter X = [[1, 2], [3, 4]]", "parameter W = [[1, 0, 2], [-1, 1, 1]]", "Y = X W",
        "start dY = [[1, 2, 0], [0, 1, -1]]",
      ],
      answers: [("dJ/dX", "dY W'"), ("dJ/dW", "X' dY")]),
  ]

  @Test(arguments: exercises)
  func itsFiguresAreRightAnswers(exercise: Exercise) {
    let reading = LessonReading(utf8: Array(exercise.lesson.utf8), name: "published")
    let check = LessonCheck(reading, source: .lesson(name: "published", hash: "h")) { _ in
      .failure(LookupFailure("no such lesson"))
    }
    #expect(check.errors.map(\.message) == [])
  }
}

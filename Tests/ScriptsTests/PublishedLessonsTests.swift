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
    /// The steps of descent after which more is asked, as an `after` block says them.
    var steps: [String] = []
    /// The same of entries after steps.
    var later: [(entry: String, answer: String)] = []

    var testDescription: String { source }

    var lesson: String {
      (["# Published", "", source, "", "## Sweep", "", "```graph"] + graph + ["```", "", "```fill"]
        + answers.map(\.entry)
        + (steps.isEmpty
          ? [] : ["```", "", "```after"] + steps + later.map(\.entry))
        + ["```", "", "```test", "next"]
        + (answers + later).map { "fill \($0.entry) = \($0.answer)" } + ["expect done", "```", ""])
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
      ],
      steps: ["rate: 0.001", "parameters: W, b"],
      later: [
        (
          "W after 1",
          "[[0.179515, 0.5003665, -0.262746], [0.742093, -0.9152577, -0.2758402], "
            + "[-0.510153, 0.2529017, 0.1629592], [0.971328, -0.5021842, 0.8636583]]"
        ), ("b after 1", "[1.98489, 2.997739, 0.497389]"), ("W[3, 2] after 1", "0.8636583"),
      ]),
    // Facts: a sigmoid neuron on three examples, rate 0.1, two steps.
    Exercise(
      source: "deep-ml.com, problem 25 (public file index, file 51979401469)",
      graph: [
        "data X = [[1, 2], [2, 1], [-1, -2]]", "data y = [1, 0, 0]",
        "parameter w = [0.1, -0.2]", "parameter b = 0", "p = sigmoid(X w + b)",
        "L = mean((p - y)^2)",
      ],
      answers: [("L", "0.3033")],
      steps: ["rate: 0.1", "steps: 2"],
      later: [
        ("L after 1", "0.2942"), ("w after 2", "[0.1036, -0.1425]"), ("b after 2", "-0.0167"),
      ]),
    // Facts: four steps of momentum on (x - 4)^2 from 10, here beside the same from 4, where nothing moves.
    Exercise(
      source: "https://e-learning.univ-saida.dz/mod/page/view.php?id=148564",
      graph: ["parameter x = [10, 4]", "f = sum((x - 4)^2)"],
      answers: [("df/dx", "[12, 0]")],
      steps: ["optimizer: momentum velocity", "rate: 0.2", "beta: 0.9", "steps: 4"],
      later: [
        ("v of x after 1", "[-2.4, 0]"), ("x after 1", "[7.6, 4]"), ("df/dx after 1", "[7.2, 0]"),
        ("v of x after 2", "[-3.6, 0]"), ("x after 2", "[4, 4]"), ("v of x after 3", "[-3.24, 0]"),
        ("x[0] after 3", "0.76"), ("df/dx[0] after 3", "-6.48"), ("v of x[0] after 4", "-1.62"),
        ("x after 4", "[-0.86, 4]"),
      ]),
    // Facts: Adam's first step for the derivative 4.
    Exercise(
      source: "https://www.q4quant.studio/dashboard/learn, adam-ex-01",
      graph: ["parameter w = [1, 2]", "J = 4 sum(w)"],
      answers: [("dJ/dw", "[4, 4]")],
      steps: ["optimizer: adam", "rate: 0.1"],
      later: [
        ("m of w after 1", "[0.4, 0.4]"), ("v of w after 1", "[0.016, 0.016]"),
        ("w after 1", "[0.9, 1.9]"),
      ]),
    // Facts: a recurrent network over three steps, rate 0.1; its weights as one vector.
    Exercise(
      source: "public file index, file 39418632746",
      graph: [
        "data x = [1, 2, 3]", "data d = [0.5, 1, 1.5]", "parameter W = [0.5, 0.1, 1]",
        "h_0 = 0 W[0]",
        "h_t = tanh(W[0] x[t - 1] + W[1] h_{t-1}) for t = 1..3",
        "L = 1/2 (W[2] h_1 - d[0])^2 + 1/2 (W[2] h_2 - d[1])^2 + 1/2 (W[2] h_3 - d[2])^2",
      ],
      answers: [("L", "0.194")],
      steps: ["rate: 0.1"],
      later: [("W after 1", "[0.54893, 0.11125, 1.07231]")]),
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

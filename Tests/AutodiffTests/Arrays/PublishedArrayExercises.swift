import Autodiff
import Expressions
import Testing

/// Published exercises with vectors and matrices, stated as their sources state them, against their printed numbers.
struct PublishedArrayExercises {
  struct Exercise: Sendable, CustomTestStringConvertible {
    var name: String
    var statements: [String]
    var starts: [String] = []
    /// Values of quantities, as printed.
    var values: [String: String] = [:]
    /// Derivatives, as printed.
    var derivatives: [String: String] = [:]
    /// Half a unit of the last printed digit.
    var within: Double

    var testDescription: String { name }
  }

  static let exercises = [
    // Neural Networks from Scratch, chapter 9: the upstream derivative is the layer's output.
    Exercise(
      name: "dense layer with relu, three examples",
      statements: [
        "X = [1 2 3 2.5; 2 5 -1 2; -1.5 2.7 3.3 -0.8]",
        "W = [0.2 0.5 -0.26; 0.8 -0.91 -0.27; -0.5 0.26 0.17; 1 -0.5 0.87]", "b = [2, 3, 0.5]",
        "Z = X W + b", "H = relu(Z)", "start dH = H",
      ],
      values: ["Z": "[4.8 1.21 2.385; 8.9 -1.81 0.2; 1.41 1.051 0.026]"],
      derivatives: [
        "X":
          "[0.9449 2.09495 -1.67995 6.26995; 1.728 7.066 -4.416 9.074; 0.80074 0.16457 -0.42732 0.90712]",
        "W":
          "[20.485 -0.3665 2.746; 57.907 5.2577 5.8402; 10.153 7.0983 7.0408; 28.672 2.1842 6.3417]",
        "b": "[15.11, 2.261, 2.611]",
      ], within: 5.1e-4),
    // CS231n, two layers with softmax and cross-entropy, one example.
    Exercise(
      name: "two layers, softmax, cross-entropy",
      statements: [
        "X = [[16, -6]]", "y = [2]", "W1 = [0.18 0.04; 0.1 0.22]", "b1 = [0, 0]",
        "W2 = [0.19 -0.1 0.1; -0.02 -0.01 0.04]", "b2 = [0, 0, 0]", "h = relu(X W1 + b1)",
        "s = h W2 + b2", "loss = crossentropy(s, y)",
      ],
      values: ["s": "[[0.4332, -0.228, 0.228]]", "loss": "1.051375468504"],
      derivatives: [
        "s": "[[0.429052723714, 0.221490524653, -0.650543248367]]",
        "W2": "[0.978240210068 0.504998396209 -1.483238606277; 0 0 0]",
        "h": "[[-0.005683359796, -0.036817689655]]",
        "W1": "[-0.09093376 0; 0.03410016 0]", "b1": "[-0.00568336, 0]",
      ], within: 5.1e-9),
    // DeepLearning.AI, course 1, week 4: the derivative of the sum gives dA, that of the mean dW and db.
    Exercise(
      name: "a given dZ, derivative of the sum",
      statements: [
        "W = [[0.3190391, -0.24937038, 1.46210794]]", "b = [[0]]",
        "A = [-0.52817175 -1.07296862; 0.86540763 -2.3015387; 1.74481176 -0.7612069]",
        "Z = W A + b", "start dZ = [[1.62434536, -0.61175641]]",
      ],
      derivatives: [
        "A": "[0.51822968 -0.19517421; -0.40506361 0.15255393; 2.37496825 -0.89445391]"
      ], within: 1e-8),
    Exercise(
      name: "a given dZ, derivative of the mean",
      statements: [
        "W = [[0.3190391, -0.24937038, 1.46210794]]", "b = [[0]]",
        "A = [-0.52817175 -1.07296862; 0.86540763 -2.3015387; 1.74481176 -0.7612069]",
        "Z = W A + b", "start dZ = [[1.62434536, -0.61175641]] / 2",
      ],
      derivatives: ["W": "[[-0.10076895, 1.40685096, 1.64992505]]", "b": "[[0.50629448]]"],
      within: 1e-8),
    // Lexai labs: one upstream number is 1.
    Exercise(
      name: "a convolution with one upstream number",
      statements: [
        "X = [0 1 2 3; 4 5 6 7; 8 9 10 11; 12 13 14 15]", "W = [1 2; 3 4]", "Y = conv(X, W)",
      ],
      starts: ["dY = [1 0 0; 0 0 0; 0 0 0]"],
      derivatives: ["W": "[0 1; 4 5]", "X": "[1 2 0 0; 3 4 0 0; 0 0 0 0; 0 0 0 0]"], within: 1e-12),
    // alexkode: batch normalisation with an upstream of ones.
    Exercise(
      name: "batch normalisation",
      statements: [
        "X = [1 2; 3 4; 5 6]", "gamma = [1, 1]", "beta = [0, 0]",
        "N = (X - mean(X, axis=0)) / sqrt(var(X, axis=0))", "Y = gamma * N + beta",
      ],
      starts: ["dY = ones(3, 2)"],
      values: ["Y": "[-1.2247 -1.2247; 0 0; 1.2247 1.2247]"],
      derivatives: ["gamma": "[0, 0]", "beta": "[3, 3]", "X": "zeros(3, 2)"], within: 5.1e-5),
    // NPTEL, deep learning, assignment 3.
    Exercise(
      name: "softmax of four numbers",
      statements: ["a = [2.5, 3.6, 4.2, 5]", "p = softmax(a)", "J = sum(p)"],
      values: ["p": "[0.046, 0.139, 0.253, 0.562]"], within: 5.1e-4),
    // A scalar recurrent network over three steps; the weights are shared.
    Exercise(
      name: "a recurrent network over three steps",
      statements: [
        "x = [1, 2, 3]", "d = [0.5, 1, 1.5]", "h_0 = 0", "Wxh = 0.5", "Whh = 0.1", "Why = 1",
        "a_t = Wxh x[t - 1] + Whh h_{t-1} for t = 1..3", "h_t = tanh(a_t) for t = 1..3",
        "y_t = Why h_t for t = 1..3", "L = sum(1/2 (y_t - d[t - 1])^2 for t = 1..3)",
      ],
      values: ["h_3": "0.9183", "L": "0.194"],
      derivatives: ["Wxh": "-0.4893", "Whh": "-0.11249", "Why": "-0.7231"], within: 5.1e-4),
    // torchedup: a row is counted as often as it is looked up.
    Exercise(
      name: "an embedding with a repeated index",
      statements: ["W = [1 2; 3 4; 5 6]", "y = W[[2, 0, 2]]", "L = sum(y)"],
      derivatives: ["W": "[1 1; 0 0; 2 2]"], within: 1e-12),
    // deep-ml, problem 25, before the first step.
    Exercise(
      name: "a neuron with the mean squared error",
      statements: [
        "X = [1 2; 2 1; -1 -2]", "y = [1, 0, 0]", "w = [0.1, -0.2]", "b = 0",
        "p = sigmoid(X w + b)", "L = mean((p - y)^2)",
      ],
      values: ["L": "0.3033"], within: 5.1e-5),
    // Attention over two one-hot tokens: the weights of the second.
    Exercise(
      name: "attention over two tokens", statements: attention + ["J = sum(A V)"],
      values: ["A": "[0.502 0.498; 0.498 0.502]"], within: 5.1e-4),
    // What is behind the scores has no printed numbers, so that the sweep begins with their derivative as printed.
    Exercise(
      name: "attention over two tokens, back from the scores", statements: attention,
      starts: ["dS = [0 0; 0.002497 -0.002497]"],
      derivatives: [
        "Q": "[0 0; 0.0001765 -0.0001765]", "WQ": "[0 0; 0.0001765 -0.0001765]",
      ], within: 1e-7),
  ]

  private static let attention = [
    "X = [1 0; 0 1]", "WQ = 0.1 eye(2)", "WK = 0.1 eye(2)", "WV = 0.1 eye(2)", "Q = X WQ",
    "K = X WK", "V = X WV", "S = Q K' / sqrt(2)", "A = softmax(S)",
  ]

  /// Sources without numbers: what they ask for are formulas and shapes.
  @Test(arguments: [
    // EECS 442, back propagation for a linear layer.
    (
      ["X = randn(2, 2)", "W = randn(2, 3)", "Y = X W", "start dY = ones(2, 3)"], "Y",
      ["X": "dJ/dY W'", "W": "X' dJ/dY"]
    ),
    // alexkode: a network 2-3-2 with softmax and cross-entropy.
    (
      mlp, "J", ["Z2": "softmax(Z2) * sum(Y, axis=-1, keepdims=True) - Y"]
    ),
    (mlp, "Z2", ["H": "dJ/dZ2 W2'", "W2": "H' dJ/dZ2", "b2": "sum(dJ/dZ2, axis=0)"]),
    (mlp, "Z1", ["W1": "X' dJ/dZ1", "b1": "sum(dJ/dZ1, axis=0)"]),
  ])
  func anExerciseHasItsPublishedFormulas(
    _ statements: [String], _ name: String, _ expected: [String: String]
  ) throws {
    let reading = try ArrayReading(statements.map { Statement($0) }, GraphRequest())
    let node = try #require(reading.graph.index(of: name))
    let rules = ArrayDerivatives(reading)
    for (slot, operand) in reading.graph.nodes[node].operands.enumerated() {
      guard let text = expected[reading.graph.nodes[operand].name] else { continue }
      let rule = rules.rule(of: node, slot: slot)
      #expect(rule?.expression.text == text)
      #expect(rule?.shape == reading.graph.shape(of: operand))
    }
  }

  private static let mlp = [
    "X = [[1, 0]]", "Y = [[1, 0]]", "W1 = randn(2, 3)", "b1 = zeros(3)", "W2 = randn(3, 2)",
    "b2 = zeros(2)", "Z1 = X W1 + b1", "H = relu(Z1)", "Z2 = H W2 + b2", "J = crossentropy(Z2, Y)",
  ]

  /// deep-ml, problem 25: two steps of 0.1 over all examples.
  @Test func aNeuronGoesTwoStepsDownAsPrinted() throws {
    let statements = [
      "X = [1 2; 2 1; -1 -2]", "y = [1, 0, 0]", "w = [0.1, -0.2]", "b = 0", "p = sigmoid(X w + b)",
      "L = mean((p - y)^2)",
    ].map { Statement($0) }
    let reading = try ArrayReading(statements, GraphRequest(data: ["X", "y"]))
    let tape = ArrayTape(reading.graph, derivatives: .parameters)
    var run = ArrayTapeRun(tape, at: reading.inputs)
    let parameters = try ["w", "b"].map { try #require(reading.graph.index(of: $0)) }
    var losses: [Double] = []
    for _ in 0..<2 {
      try run.forward()
      run.reverse()
      losses.append(run.value(of: tape.graph.output)[0])
      for parameter in parameters {
        let slopes = run.derivative(of: parameter)
        run.withInput(parameter) { numbers in
          for index in numbers.indices { numbers[index] -= 0.1 * slopes[index] }
        }
      }
    }
    func digits(_ numbers: [Double]) -> [Double] { numbers.map { ($0 * 1e4).rounded() / 1e4 } }
    #expect(digits(losses) == [0.3033, 0.2942])
    #expect(digits(run.value(of: parameters[0]).elements) == [0.1036, -0.1425])
    #expect(digits(run.value(of: parameters[1]).elements) == [-0.0167])
  }

  @Test(arguments: exercises)
  func anExerciseHasItsPublishedNumbers(_ exercise: Exercise) throws {
    var request = GraphRequest()
    request.starts = exercise.starts.map { Statement($0) }
    let reading = try ArrayReading(exercise.statements.map { Statement($0) }, request)
    let forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    let backward = try ArrayBackwardPass(forward, starts: reading.starts)
    func compare(_ printed: [String: String], _ arrays: [NumericArray]) throws {
      for (name, text) in printed {
        let node = try #require(reading.graph.index(of: name))
        let expected = try #require(
          try Formula(text, shapes: [:]).expression.arrayValue(at: []))
        #expect(arrays[node].shape == expected.shape, "\(name)")
        for cell in expected.elements.indices {
          #expect(
            abs(arrays[node][cell] - expected[cell]) <= exercise.within,
            "\(name)[\(cell)]: \(arrays[node][cell]) and not \(expected[cell])")
        }
      }
    }
    try compare(exercise.values, forward.values)
    try compare(exercise.derivatives, backward.derivatives)
    let check = try DifferenceCheck(backward, reading.inputs, starts: reading.starts)
    #expect(check.findings.filter { !$0.agrees }.isEmpty)
  }
}

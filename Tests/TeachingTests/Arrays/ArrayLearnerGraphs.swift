import RandomNumbers
import Teaching

/// Graphs as the lessons have them.
enum ArrayLearnerGraphs {
  static let all: [ArrayLearnerGraph] = [
    examples, columns, softmax, recurrence, normalisation, attention, lookup, dropout, pool,
    convolution, twoLayers, outer,
  ]

  private static var examples: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "examples",
      [
        "x = [1, 2, -1, 3]", "y = [2, 3, 1, 7]", "w = 1.5", "b = 0.5", "z = w x + b",
        "L = mean((z - y)^2)",
      ], data: ["x", "y"])
    graph.askSquares("z", "y", count: 4, isMean: true)
    graph.ask(
      "dL/dw", ["sum(dz * x)", "x @ dz", "x' dz", "dz.dot(x)"],
      [
        (.notSummed, "dz * x"), (.averaged, "mean(dz * x)"), (.upstreamOnly, "sum(dz)"),
        (.localOnly, "sum(x)"), (.doubled, "2 sum(dz * x)"), (.meanForgotten, "4 sum(dz * x)"),
      ])
    graph.ask(
      "dL/db", ["sum(dz)", "dz.sum()", "np.sum(dz)"],
      [(.notSummed, "dz"), (.averaged, "mean(dz)"), (.seed, "L sum(dz)")])
    return graph
  }

  private static var columns: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "columns",
      [
        "X = [[1, -2, 3, 0.5], [2, 1, -1, 4]]", "Y = [[1, 0, 1, 1], [0, 1, 0, 1], [1, 1, 0, 0]]",
        "W = [[2, 1], [-1, 3], [0.5, -2]]", "b = [[1], [0.5], [-1]]", "Z = W X + b",
        "A = sigmoid(Z)", "L = sum((A - Y)^2) / 8",
      ], data: ["X", "Y"])
    graph.ask(
      "dL/dA", ["(A - Y) / 4", "2/8 (A - Y)", "(A - Y)/m"],
      [(.targetForgotten, "A / 4"), (.targetMinus, "(Y - A) / 4")])
    graph.askFunction("sigmoid", "A", of: "Z")
    graph.ask(
      "dL/dW", ["dZ X'", "dL/dZ @ X.T"],
      [
        (.notTransposed, "dZ X"), (.orderSwapped, "X' dZ"), (.elementwiseProduct, "dZ * X'"),
        (.transposed, "X dZ'"), (.meanTwice, "dZ X' / 4"),
      ])
    graph.ask(
      "dL/db", ["sum(dZ, axis=1, keepdims=True)", "np.sum(dZ, axis=1, keepdims=True)"],
      [
        (.notSummed, "dZ"), (.wrongAxis, "sum(dZ, axis=0, keepdims=True)"),
        (.averaged, "mean(dZ, axis=1, keepdims=True)"),
      ])
    return graph
  }

  private static var softmax: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "softmax",
      [
        "X = [[1, 2], [0.5, -1], [2, 0.3]]", "Y = [[1, 0, 0], [0, 0, 1], [0, 1, 0]]",
        "W = [[0.2, -0.5, 1], [0.7, 0.1, -0.3]]", "Z = X W", "P = softmax(Z)",
        "L = -sum(Y * ln(P)) / 3",
      ], data: ["X", "Y"])
    graph.ask(
      "dL/dP", ["-Y / P / 3", "-Y/(m P)"],
      [(.meanForgotten, "-Y / P"), (.sign, "Y / P / 3"), (.meanTwice, "-Y / P / 9")])
    graph.ask(
      "dL/dZ", ["(P - Y) / 3", "(P - Y) / m", "P * (dP - sum(P * dP, axis=1, keepdims=True))"],
      [
        (.softmaxElementwise, "dP * P * (1 - P)"), (.softmaxElementwise, "P * (1 - P)"),
        (.targetForgotten, "P / 3"), (.targetMinus, "(Y - P) / 3"), (.meanForgotten, "P - Y"),
        (.meanTwice, "(P - Y) / 9"), (.upstreamOnly, "dP"),
      ])
    graph.ask(
      "dL/dW", ["X' dZ", "X' (P - Y) / m", "X.T @ (P - Y) / 3"],
      [
        (.notTransposed, "X dZ"), (.orderSwapped, "dZ X'"), (.meanForgotten, "X' (P - Y)"),
        (.targetForgotten, "X' P / m"), (.targetMinus, "X' (Y - P) / m"),
        (.meanTwice, "X' dZ / m"), (.transposed, "(P - Y)' X / m"),
      ])
    return graph
  }

  private static var recurrence: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "recurrence",
      [
        "x = [[1, 2], [0.5, -1], [-1, 0.3]]", "t = [0.5, -0.5]", "h_0 = [0, 0]",
        "W = [[0.5, -0.3], [0.2, 0.4]]", "U = [[0.1, 0.6], [-0.4, 0.3]]", "b = [0.1, -0.2]",
        "h_t = tanh(W x[t - 1] + U h_{t-1} + b) for t = 1..3", "L = sum((h_3 - t)^2)",
      ], data: ["x", "t", "h_0"])
    let all = "dL/dU via h_3 + dL/dU via h_2 + dL/dU via h_1"
    graph.ask(
      "dL/dU", [all],
      [
        (.lastStepOnly, "dL/dU via h_3"), (.onePath, "dL/dU via h_2"),
        (.doubled, "2 (\(all))"),
      ])
    graph.ask(
      "dL/db", ["dL/db via h_3 + dL/db via h_2 + dL/db via h_1"],
      [(.lastStepOnly, "dL/db via h_3"), (.onePath, "dL/db via h_1")])
    graph.ask(
      "dL/dh_2", ["U' (dh_3 * (1 - h_3^2))", "(dh_3 * (1 - h_3^2)) @ U"],
      [
        (.notTransposed, "U (dh_3 * (1 - h_3^2))"), (.upstreamOnly, "dh_3"),
        (.tanhOneMinus, "U' (dh_3 * (1 - h_3))"),
      ])
    return graph
  }

  private static var normalisation: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "normalisation",
      [
        "X = [[1, 2], [4, -1], [-2, 0.5], [0.3, 5]]", "T = [[1, 2], [0, 1], [3, -1], [2, 2]]",
        "g = [1.5, 0.5]", "c = [0.1, -0.2]", "M = mean(X, axis=0)", "D = X - M",
        "V = mean(D^2, axis=0)", "S = sqrt(V + 0.1)", "N = D / S", "Q = g * N + c",
        "L = mean((Q - T)^2)",
      ], data: ["T"])
    graph.askSquares("Q", "T", count: 8, isMean: true)
    graph.ask(
      "dL/dg", ["sum(dQ * N, axis=0)", "(dQ * N).sum(axis=0)"],
      [
        (.notSummed, "dQ * N"), (.wrongAxis, "sum(dQ * N, axis=1)"),
        (.averaged, "mean(dQ * N, axis=0)"),
      ])
    graph.ask(
      "dL/dX", ["dD - mean(dD, axis=0)", "dL/dX via D + dL/dX via M"],
      [
        (.constantMean, "dD"), (.constantVariance, "dN / S - mean(dN / S, axis=0)"),
        (.constantMean, "dL/dX via D"),
      ])
    graph.ask(
      "dL/dD", ["dN / S + 2 D * dV / 4", "dL/dD via N + dL/dD via V"],
      [(.constantVariance, "dN / S"), (.constantVariance, "dL/dD via N")])
    return graph
  }

  private static var attention: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "attention",
      [
        "X = [[1, 0.5, -1], [0.2, 2, 1]]", "T = [[1, 0], [0, 1]]",
        "A = [[0.5, 1], [-1, 0.3], [0.2, 0.7]]", "B = [[1, -0.5], [0.4, 0.6], [-0.3, 1]]",
        "C = [[0.2, 0.9], [0.8, -0.4], [1, 0.1]]", "Q = X A", "K = X B", "V = X C",
        "S = Q K' / sqrt(2)", "P = softmax(S)", "O = P @ V", "L = mean((O - T)^2)",
      ], data: ["X", "T"])
    graph.ask(
      "dL/dV", ["P' @ dO", "P.T @ dL/dO"],
      [
        (.notTransposed, "P @ dO"), (.orderSwapped, "dO @ P'"), (.elementwiseProduct, "P' * dO"),
        (.elementwiseProduct, "P * dO"),
      ])
    graph.ask(
      "dL/dP", ["dO @ V'", "dO @ V.T"],
      [
        (.notTransposed, "dO @ V"), (.orderSwapped, "V' @ dO"), (.elementwiseProduct, "dO * V'"),
      ])
    graph.ask(
      "dL/dS", ["P * (dP - sum(P * dP, axis=1, keepdims=True))"],
      [
        (.softmaxElementwise, "dP * P * (1 - P)"),
        (.wrongAxis, "P * (dP - sum(P * dP, axis=0, keepdims=True))"), (.upstreamOnly, "dP"),
      ])
    graph.ask(
      "dL/dQ", ["dS @ K / sqrt(2)", "dS @ K / 2^0.5"],
      [(.notTransposed, "dS' @ K / sqrt(2)"), (.orderSwapped, "K @ dS / sqrt(2)")])
    graph.ask(
      "dL/dK", ["dS' @ Q / sqrt(2)"],
      [(.notTransposed, "dS @ Q / sqrt(2)"), (.transposed, "Q' @ dS / sqrt(2)")])
    return graph
  }

  private static var lookup: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "lookup",
      [
        "E = [[1, 2], [0.5, -1], [3, 0.2]]", "r = [2, 0, 2]", "T = [[1, 1], [0, 2], [2, -1]]",
        "R = E[r]", "L = sum((R - T)^2)",
      ], data: ["r", "T"])
    graph.askSquares("R", "T", count: 6, isMean: false)
    graph.ask(
      "dL/dE", ["scatter(dR, r, 3)", "onehot(r, 3)' @ dR"],
      [
        (.lookupOnce, "scatter([[1], [1], [0]] * dR, r, 3)"),
        (.lookupOnce, "scatter([[0], [1], [1]] * dR, r, 3)"), (.upstreamOnly, "dR"),
      ])
    return graph
  }

  private static var dropout: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "dropout",
      [
        "Z = [[1, -2, 3], [0.5, 1, -1]]", "D = [[2, 0, 2], [0, 2, 2]]",
        "T = [[1, 0, 1], [0, 1, 1]]", "H = tanh(Z)", "K = H * D", "L = mean((K - T)^2)",
      ], data: ["D", "T"])
    graph.askSquares("K", "T", count: 6, isMean: true)
    graph.ask(
      "dL/dH", ["dK * D", "D * dL/dK"],
      [
        (.maskForgotten, "dK"), (.localOnly, "D"), (.added, "dK + D"), (.ownOperand, "dK * H"),
      ])
    graph.askFunction("tanh", "H", of: "Z")
    return graph
  }

  private static var pool: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "pool",
      [
        "A = [[1, 5, 2], [4, 0.5, 3]]", "v = [1, 2, -1]", "M = max(A, axis=0)",
        "L = sum(v * M) + mean(M)^2",
      ], data: ["v"])
    graph.ask(
      "dL/dA", ["ismax(A, axis=0) * dM", "(A == M) * dM"],
      [(.maximumToAll, "dM + 0 A"), (.maskOfValue, "A * (A == M) * dM"), (.upstreamOnly, "dM")])
    return graph
  }

  private static var convolution: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "convolution",
      [
        "x = [1, 2, -1, 3, 0.5]", "w = [2, -1, 0.5]", "z = conv(x, w)", "h = relu(z)",
        "L = sum(h^2)",
      ], data: ["x"])
    graph.ask(
      "dL/dw", ["conv(x, dz)"], [(.upstreamOnly, "dz"), (.doubled, "2 conv(x, dz)")])
    graph.askFunction("relu", "h", of: "z")
    return graph
  }

  private static var outer: ArrayLearnerGraph {
    var graph = ArrayLearnerGraph(
      "outer",
      [
        "x = [1, -2, 3]", "y = [1, 0]", "W = [[2, 1, 0.5], [-1, 0.3, 2]]", "b = [0.1, 0.2]",
        "z = W x + b", "a = sigmoid(z)", "L = sum((a - y)^2)",
      ], data: ["x", "y"])
    graph.askSquares("a", "y", count: 2, isMean: false)
    graph.askFunction("sigmoid", "a", of: "z")
    graph.ask(
      "dL/dW", ["outer(dz, x)", "dz x'", "dz[:, None] * x"],
      [
        (.orderSwapped, "outer(x, dz)"), (.elementwiseProduct, "dz * x"),
        (.doubled, "2 outer(dz, x)"), (.transposed, "outer(x, dz)"),
      ])
    return graph
  }

  private static var twoLayers: ArrayLearnerGraph {
    var numbers = SplitMix64(seed: 1)
    return network(3, 2, 4, 3, "relu", "index", &numbers)
  }

  /// A network of two layers with random shapes and numbers.
  static func network(
    _ m: Int, _ d: Int, _ h: Int, _ k: Int, _ f: String, _ loss: String,
    _ numbers: inout SplitMix64
  ) -> ArrayLearnerGraph {
    func number() -> String {
      let size = Double(1 + numbers.next(below: 29)) / 10
      return (numbers.next(below: 2) == 0 ? size : -size).description
    }
    func matrix(_ rows: Int, _ columns: Int) -> String {
      let lines = (0..<rows).map { _ in
        "[\((0..<columns).map { _ in number() }.joined(separator: ", "))]"
      }
      return "[\(lines.joined(separator: ", "))]"
    }
    func vector(_ count: Int) -> String {
      "[\((0..<count).map { _ in number() }.joined(separator: ", "))]"
    }
    var lines = [
      "X = \(matrix(m, d))", "W1 = \(matrix(d, h))", "b1 = \(vector(h))", "W2 = \(matrix(h, k))",
      "b2 = \(vector(k))", "Z1 = X @ W1 + b1", "H = \(f)(Z1)", "Z2 = H @ W2 + b2",
    ]
    switch loss {
    case "index":
      let y = (0..<m).map { _ in "\(numbers.next(below: k))" }.joined(separator: ", ")
      lines += ["Y = [\(y)]", "L = crossentropy(Z2, Y)"]
    case "mean": lines += ["Y = \(matrix(m, k))", "L = mean((Z2 - Y)^2)"]
    default: lines += ["Y = \(matrix(m, k))", "L = sum((Z2 - Y)^2)"]
    }
    var graph = ArrayLearnerGraph(
      "network \(m)-\(d)-\(h)-\(k) \(f) \(loss)", lines, data: ["X", "Y"])
    if loss == "index" {
      graph.askCrossEntropy("Z2", "Y", width: k, isIndex: true, m: m)
    } else {
      graph.askSquares("Z2", "Y", count: m * k, isMean: loss == "mean")
    }
    let p = loss == "index" ? "(softmax(Z2) - onehot(Y, \(k)))" : "2 (Z2 - Y)"
    let over = loss == "index" ? " / \(m)" : loss == "mean" ? " / \(m * k)" : ""
    let q = loss == "index" ? "softmax(Z2)" : "2 Z2"
    graph.askLayer("Z2", of: "H", "W2", "b2", isInner: true, m: m, isMean: loss != "sum")
    graph.ask(
      "dL/dW2", ["H' @ (\(p)\(over))"],
      [
        (.notTransposed, "H @ (\(p)\(over))"), (.targetForgotten, "H' @ (\(q)\(over))"),
        (.targetMinus, "-H' @ (\(p)\(over))"),
      ] + (over.isEmpty || over == " / 1" ? [] : [(.meanForgotten, "H' @ (\(p))")]))
    graph.askFunction(f, "H", of: "Z1")
    graph.askLayer("Z1", of: "X", "W1", "b1", isInner: false, m: m, isMean: loss != "sum")
    if f == "relu" {
      graph.ask(
        "dL/dW1", ["X' @ (((\(p)\(over)) @ W2') * (Z1 > 0))"],
        [
          (.maskForgotten, "X' @ ((\(p)\(over)) @ W2')"),
          (.notTransposed, "X @ (((\(p)\(over)) @ W2') * (Z1 > 0))"),
        ])
    }
    return graph
  }

  /// So many networks of random shapes.
  static func random(_ count: Int) -> [ArrayLearnerGraph] {
    var numbers = SplitMix64(seed: 77)
    return (0..<count).map { _ in
      let sizes = (0..<4).map { _ in 2 + numbers.next(below: 4) }
      let f = ["relu", "tanh", "sigmoid"][numbers.next(below: 3)]
      let loss = ["index", "mean", "sum"][numbers.next(below: 3)]
      return network(sizes[0], sizes[1], sizes[2], sizes[3], f, loss, &numbers)
    }
  }
}

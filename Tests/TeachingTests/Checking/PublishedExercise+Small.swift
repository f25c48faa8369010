extension PublishedExercise {
  /// Exercises of a page.
  static let small = [
    PublishedExercise(
      "unicamp",
      [
        "u = x w", "z = relu(u)",
      ],
      [
        "x": 1, "w": 2,
      ],
      data: [],
      published: [
        "u": "2", "z": "2", "dz/du": "1", "dz/dx": "2", "dz/dw": "1",
      ],
      wrong: [:]),
    PublishedExercise(
      "egtry",
      [
        "z1 = w11 x1 + w12 x2 + b1", "h1 = relu(z1)", "z2 = w21 x1 + w22 x2 + b2", "h2 = relu(z2)",
        "y = v1 h1 + v2 h2 + c", "L = (y - t)^2",
      ],
      [
        "x1": 1, "x2": 2, "w11": 1, "w12": 1, "b1": -1, "w21": 1, "w22": -1, "b2": 0, "v1": 1,
        "v2": 2, "c": 0, "t": 3,
      ],
      data: ["x1", "x2", "t"],
      published: [
        "z1": "2", "h1": "2", "z2": "-1", "h2": "0", "y": "2", "L": "1", "dL/dy": "-2",
      ],
      wrong: [:]),
    PublishedExercise(
      "bangla-bptt",
      [
        "a1 = Wxh x1 + Whh h0", "h1 = tanh(a1)", "y1 = Why h1", "a2 = Wxh x2 + Whh h1",
        "h2 = tanh(a2)", "y2 = Why h2", "a3 = Wxh x3 + Whh h2", "h3 = tanh(a3)", "y3 = Why h3",
        "L = 1/2 (y1 - t1)^2 + 1/2 (y2 - t2)^2 + 1/2 (y3 - t3)^2",
      ],
      [
        "x1": 1, "x2": 2, "x3": 3, "h0": 0, "Wxh": 0.5, "Whh": 0.1, "Why": 1, "t1": 0.5, "t2": 1,
        "t3": 1.5,
      ],
      data: ["x1", "x2", "x3", "h0", "t1", "t2", "t3"],
      published: [
        "a1": "0.5", "h1": "0.4621", "y1": "0.4621", "a2": "1.0462", "h2": "0.7803",
        "y2": "0.7803", "a3": "1.578", "h3": "0.9183", "y3": "0.9183", "L": "0.194",
        "dL/dy3": "-0.5817", "dL/dh3": "-0.5817", "dL/da3": "-0.09117", "dL/dy2": "-0.2197",
        "dL/dh2": "-0.2288", "dL/da2": "-0.08948", "dL/dy1": "-0.03788", "dL/dh1": "-0.04683",
        "dL/da1": "-0.03683", "dL/dWxh": "-0.4893", "dL/dWhh": "-0.11249", "dL/dWhy": "-0.7231",
      ],
      wrong: [:]),
    PublishedExercise(
      "cs231n-2layer",
      [
        "m1 = 16 W111 - 6 W121 + b11", "m2 = 16 W112 - 6 W122 + b12", "h1 = relu(m1)",
        "h2 = relu(m2)", "s1 = h1 W211 + h2 W221 + b21", "s2 = h1 W212 + h2 W222 + b22",
        "s3 = h1 W213 + h2 W223 + b23", "loss = ln(exp(s1) + exp(s2) + exp(s3)) - s3",
      ],
      [
        "W111": 0.18, "W112": 0.04, "W121": 0.1, "W122": 0.22, "b11": 0, "b12": 0, "W211": 0.19,
        "W212": -0.1, "W213": 0.1, "W221": -0.02, "W222": -0.01, "W223": 0.04, "b21": 0, "b22": 0,
        "b23": 0,
      ],
      data: [],
      published: [
        "m1": "2.28", "m2": "-0.68", "h1": "2.28", "h2": "0", "s1": "0.4332", "s2": "-0.228",
        "s3": "0.228", "loss": "1.051375468504", "dloss/ds1": "0.429052723714",
        "dloss/ds2": "0.221490524653", "dloss/ds3": "-0.650543248367",
        "dloss/dW211": "0.978240210068", "dloss/dW212": "0.504998396209",
        "dloss/dW213": "-1.483238606277", "dloss/dW221": "0", "dloss/dW222": "0",
        "dloss/dW223": "0", "dloss/db21": "0.429052723714", "dloss/db22": "0.221490524653",
        "dloss/db23": "-0.650543248367", "dloss/dh1": "-0.005683359796",
        "dloss/dh2": "-0.036817689655", "dloss/dm1": "-0.005683359796", "dloss/dm2": "0",
        "dloss/dW111": "-0.09093376", "dloss/dW112": "0", "dloss/dW121": "0.03410016",
        "dloss/dW122": "0", "dloss/db11": "-0.00568336", "dloss/db12": "0",
      ],
      wrong: [:]),
    PublishedExercise(
      "mathse-3048198",
      [
        "z1 = I w1 + 1", "a1 = sigmoid(z1)", "z2 = a1 w2 + 1", "a2 = sigmoid(z2)",
        "z3 = a1 w3 + 1", "a3 = sigmoid(z3)", "z4 = a2 w4 + a3 w5 + 1", "O = sigmoid(z4)",
      ],
      [
        "I": 1, "w1": 0.5, "w2": 0.5, "w3": 0.5, "w4": 0.5, "w5": 0.5,
      ],
      data: ["I"],
      published: [
        "dO/dw1": "0.0014291881022"
      ],
      wrong: ["dO/dw1": "0.00571675240882"]),
    PublishedExercise(
      "freiburg-skip",
      [
        "z0 = w0 x", "h0 = relu(z0)", "z1 = w1 h0", "h1 = relu(z1)", "z2 = w2 h1 + ws h0",
        "L = abs(y - z2)",
      ],
      [
        "x": 1, "y": -3, "w0": 0.5, "w1": 0.5, "w2": 0.5, "ws": 0.5,
      ],
      data: ["x", "y"],
      published: [
        "z0": "0.5", "h0": "0.5", "z1": "0.25", "h1": "0.25", "dL/dz2": "1", "dL/dh1": "0.5",
        "dL/dz1": "0.5", "dL/dh0": "0.75", "dL/dz0": "0.75", "dL/dw2": "0.25", "dL/dws": "0.5",
        "dL/dw1": "0.25", "dL/dw0": "0.75",
      ],
      wrong: ["z2": "0.325", "L": "3.325"]),
    PublishedExercise(
      "dlfs-13",
      [
        "b = 4a", "c = b + 3", "d = 5b", "e = c + d",
      ],
      [
        "a": 3
      ],
      data: [],
      published: [
        "de/da": "24", "de/db": "6",
      ],
      wrong: ["de/da": "28"]),
    PublishedExercise(
      "dls-propagate",
      [
        "z1 = w1 x11 + w2 x21 + b", "z2 = w1 x12 + w2 x22 + b", "z3 = w1 x13 + w2 x23 + b",
        "a1 = sigmoid(z1)", "a2 = sigmoid(z2)", "a3 = sigmoid(z3)",
        "J = -(ln(a1) + ln(1 - a2) + ln(a3))/3",
      ],
      [
        "w1": 1, "w2": 2, "b": 2, "x11": 1, "x12": 2, "x13": -1, "x21": 3, "x22": 4, "x23": -3.2,
      ],
      data: ["x11", "x12", "x13", "x21", "x22", "x23"],
      published: [
        "J": "5.801545319394553", "dJ/dw1": "0.99845601", "dJ/dw2": "2.39507239",
        "dJ/db": "0.00145557813678",
      ],
      wrong: [:]),
    PublishedExercise(
      "dls-linear-backward",
      [
        "z1 = W1 a11 + W2 a21 + W3 a31 + b", "z2 = W1 a12 + W2 a22 + W3 a32 + b",
        "J = (g1 z1 + g2 z2)/2",
      ],
      [
        "W1": 0.3190391, "W2": -0.24937038, "W3": 1.46210794, "b": 0, "a11": -0.52817175,
        "a12": -1.07296862, "a21": 0.86540763, "a22": -2.3015387, "a31": 1.74481176,
        "a32": -0.7612069, "g1": 1.62434536, "g2": -0.61175641,
      ],
      data: ["g1", "g2"],
      published: [
        "dJ/dW1": "-0.10076895", "dJ/dW2": "1.40685096", "dJ/dW3": "1.64992505",
        "dJ/db": "0.50629448",
      ],
      wrong: [:]),
    PublishedExercise(
      "lexai-dropout",
      [
        "y1 = x1 k1/(1 - p)", "y2 = x2 k2/(1 - p)", "y3 = x3 k3/(1 - p)", "y4 = x4 k4/(1 - p)",
        "J = g1 y1 + g2 y2 + g3 y3 + g4 y4",
      ],
      [
        "x1": 1, "x2": 2, "x3": 3, "x4": 4, "k1": 1, "k2": 0, "k3": 1, "k4": 0, "p": 0.5,
        "g1": 0.1, "g2": 0.2, "g3": 0.3, "g4": 0.4,
      ],
      data: ["k1", "k2", "k3", "k4", "p", "g1", "g2", "g3", "g4"],
      published: [
        "y1": "2", "y2": "0", "y3": "6", "y4": "0", "dJ/dx1": "0.2", "dJ/dx2": "0",
        "dJ/dx3": "0.6", "dJ/dx4": "0",
      ],
      wrong: [:]),
    PublishedExercise(
      "notes-q14",
      [
        "e1 = exp(z1)", "e2 = exp(z2)", "e3 = exp(z3)", "S = e1 + e2 + e3", "p1 = e1/S",
        "p2 = e2/S", "p3 = e3/S", "L = -ln(p3)",
      ],
      [
        "z1": 1, "z2": 2, "z3": -1,
      ],
      data: [],
      published: [
        "e1": "2.718", "e2": "7.389", "e3": "0.368", "S": "10.475", "p1": "0.2595", "p2": "0.7054",
        "p3": "0.0351", "L": "3.349", "dL/dz1": "0.2595", "dL/dz2": "0.7054", "dL/dz3": "-0.9649",
      ],
      wrong: [:]),
    PublishedExercise(
      "onenoughtone-ce",
      [
        "L = ln(exp(z1) + exp(z2) + exp(z3)) - z1"
      ],
      [
        "z1": 1, "z2": 2, "z3": 3,
      ],
      data: [],
      published: [
        "dL/dz1": "-0.91", "dL/dz2": "0.2447", "dL/dz3": "0.6652",
      ],
      wrong: [:]),
    PublishedExercise(
      "saida-momentum",
      [
        "g1 = 2 (x0 - 4)", "v1 = b v0 - a g1", "x1 = x0 + v1", "g2 = 2 (x1 - 4)",
        "v2 = b v1 - a g2", "x2 = x1 + v2", "g3 = 2 (x2 - 4)", "v3 = b v2 - a g3", "x3 = x2 + v3",
        "g4 = 2 (x3 - 4)", "v4 = b v3 - a g4", "x4 = x3 + v4",
      ],
      [
        "x0": 10, "v0": 0, "b": 0.9, "a": 0.2,
      ],
      data: [],
      published: [
        "g1": "12", "v1": "-2.4", "x1": "7.6", "g2": "7.2", "v2": "-3.6", "x2": "4.0", "g3": "0",
        "v3": "-3.24", "x3": "0.76", "g4": "-6.48", "v4": "-1.62", "x4": "-0.86",
      ],
      wrong: [:]),
    PublishedExercise(
      "graduateml-l2",
      [
        "R = k (w1^2 + w2^2 + w3^2)"
      ],
      [
        "w1": 1, "w2": 2, "w3": 3, "k": 0.1,
      ],
      data: ["k"],
      published: [
        "dR/dw1": "0.2", "dR/dw2": "0.4", "dR/dw3": "0.6",
      ],
      wrong: [:]),
    PublishedExercise(
      "udl-7-1",
      [
        "f0 = beta0 + omega0 x", "h1 = sin(f0)", "f1 = beta1 + omega1 h1", "h2 = exp(f1)",
        "f2 = beta2 + omega2 h2", "h3 = cos(f2)", "f3 = beta3 + omega3 h3", "l = (f3 - y)^2",
      ],
      [
        "beta0": 1, "beta1": 2, "beta2": -3, "beta3": 0.4, "omega0": 0.1, "omega1": -0.4,
        "omega2": 2, "omega3": 3, "x": 2.3, "y": 2,
      ],
      data: ["x", "y"],
      published: [
        "f0": "1.23", "h1": "0.942", "f1": "1.623", "h2": "5.068", "f2": "7.137", "h3": "0.657",
        "f3": "2.372", "l": "0.139", "dl/df3": "0.745", "dl/dh3": "2.234", "dl/df2": "-1.683",
        "dl/dh2": "-3.366", "dl/df1": "-17.06", "dl/dh1": "6.824", "dl/df0": "2.281",
        "dl/dbeta3": "0.745", "dl/domega3": "0.489", "dl/dbeta2": "-1.683", "dl/domega2": "-8.53",
        "dl/dbeta1": "-17.06", "dl/domega1": "-16.079", "dl/dbeta0": "2.281",
        "dl/domega0": "5.246",
      ],
      wrong: [:]),
  ]
}

import Autodiff
import Expressions

extension Skill {
  /// Small graphs of matrices on which the skill is practised.
  ///
  /// An input is a name with the sizes of its axes, m examples of d numbers, h hidden and k outputs: `data X[m, d]`. One
  /// with `of k` holds indices below k, a row with `onehot` a single one.
  var arrayPracticeGraphs: [PracticeGraph] {
    switch self {
    case .shapes, .layerInput:
      Skill.graphs(Skill.secondLayers, Skill.functions.dropFirst(), Skill.losses)
    case .matrixValues, .weights: Skill.graphs(Skill.layers, Skill.functions, Skill.losses)
    case .biasSum: Skill.graphs(Skill.biasedLayers, Skill.functions, Skill.losses)
    case .mean: Skill.graphs(Skill.layers, Skill.functions, Skill.means)
    case .elementwise: Skill.graphs(Skill.layers, Skill.slopes, Skill.losses)
    case .axis: Skill.graphs(Skill.layers, Skill.functions, Skill.axes)
    case .softmax:
      Skill.graphs(Skill.rowLayers + Skill.secondLayers.dropLast(), ["A = @"], Skill.classes)
    case .lookup: Skill.graphs(Skill.lookups, Skill.functions, Skill.losses)
    default: []
    }
  }

  /// Layers in all their forms, each followed by all that may follow; the losses take turns.
  ///
  /// - Parameters:
  ///   - layers: what leads to Z, with the shape of Z behind a colon.
  ///   - functions: what leads from `@` to A.
  ///   - losses: what leads from A to J; its data has the sizes `$`, or the last of them, `[%]`.
  private static func graphs(
    _ layers: [String], _ functions: some Collection<String>, _ losses: [String]
  ) -> [PracticeGraph] {
    let pairs = layers.flatMap { layer in functions.map { (layer, $0) } }
    let turns = pairs.count >= 12 ? 1 : losses.count
    return pairs.enumerated().flatMap { number, pair in
      (0..<turns).map { turn in
        let parts = pair.0.split(separator: ":").map { String($0).trimmingBlanks }
        let last = parts[1].split(separator: " ").last.map { "[\($0)" } ?? ""
        let loss = losses[(number + turn) % losses.count]
          .replacing("$", with: parts[1]).replacing("[%]", with: last)
        // A line that only renames is left out.
        guard pair.1 != "A = @" else {
          return PracticeGraph("\(parts[0]); \(loss.replacing("A", with: "Z"))")
        }
        return PracticeGraph("\(parts[0]); \(pair.1.replacing("@", with: "Z")); \(loss)")
      }
    }
  }

  private static let rowLayers = [
    "data X[m, d]; W[d, k]; Z = X W : [m, k]", "data X[m, d]; W[d, k]; b[k]; Z = X W + b : [m, k]",
  ]
  private static let columnLayers = [
    "data X[d, m]; W[k, d]; Z = W X : [k, m]",
    "data X[d, m]; W[k, d]; b[k, 1]; Z = W X + b : [k, m]",
  ]
  private static let layers = rowLayers + columnLayers
  private static let biasedLayers = [
    rowLayers[1], columnLayers[1], "data X[m, k]; b[k]; Z = X + b : [m, k]",
  ]
  private static let secondLayers = [
    "data X[m, d]; W1[d, h]; H = relu(X W1); W2[h, k]; Z = H W2 : [m, k]",
    "data X[m, d]; W1[d, h]; H = tanh(X W1); W2[h, k]; b2[k]; Z = H W2 + b2 : [m, k]",
    "data X[m, d]; W1[d, h]; c[h]; H = X W1 + c; W2[h, k]; Z = H W2 : [m, k]",
    "data X[d, m]; W1[h, d]; H = relu(W1 X); W2[k, h]; Z = W2 H : [k, m]",
  ]
  private static let lookups = [
    "R[h, k]; data r[m] of h; Z = R[r] : [m, k]",
    "R[h, k]; data r[m] of h; b[k]; Z = R[r] + b : [m, k]",
    "R[h, d]; data r[m] of h; H = R[r]; W[d, k]; Z = H W : [m, k]",
  ]
  private static let slopes = ["A = relu(@)", "A = tanh(@)", "A = sigmoid(@)", "A = @^2"]
  private static let functions = ["A = @"] + slopes.prefix(3)
  private static let losses = [
    "data Y$; J = mean((A - Y)^2)", "data Y$; E = A - Y; J = 1/2 sum(E^2)",
    "data Y$; J = sum((A - Y)^2) / {m}",
  ]
  private static let means = [
    "data Y$; J = mean((A - Y)^2)", "data Y$; E = A - Y; S = sum(E^2); J = S / {m}",
    "data Y$; J = sum((A - Y)^2) / {m}",
  ]
  private static let axes = [
    "data v[%]; V = mean(A^2, axis=0); J = sum(v * V)",
    "data v[%]; V = sum(A^2, axis=0); J = sum(v * V)",
    "V = sum(A^2, axis=1, keepdims=True); J = mean(V^2)",
  ]
  private static let classes = [
    "data y[m] of k; J = crossentropy(A, y)", "data Y[m, k] onehot; J = crossentropy(A, Y)",
    "data Y[m, k] onehot; P = softmax(A); J = -sum(Y * ln(P)) / {m}",
  ]
}

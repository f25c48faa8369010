import Autodiff
import Expressions

/// A small graph on which a skill is practised.
struct PracticeGraph: Hashable {
  /// In the order in which they are written.
  let statements: [String]

  init(_ parts: PracticePart...) { statements = parts.flatMap(\.statements) }

  /// The operations as the program writes them, in an order that does not depend on theirs.
  var formulas: [String] {
    if isOfArrays { return arrayFormulas }
    let lines = statements.filter { $0.firstRange(of: " in ") == nil }.map { Statement($0) }
    return lines.compactMap { line in
      (try? Formula(line.formula)).map { "\(line.name) = \($0.expression.text)" }
    }.sorted()
  }

  /// A graph of its own, in statements separated by semicolons.
  init(_ statements: String) { self.init(PracticePart(statements, "J")) }
}

extension Skill {
  /// Small graphs on which the skill is practised, each to be done by hand in whole or short numbers.
  ///
  /// They are put together: what leads to the box with the skill, the box, and what follows on it. With all numbers of
  /// the ranges a graph exercises its skill.
  var practiceGraphs: [PracticeGraph] {
    switch self {
    case .forward: Skill.graphs(["3@ - 4", "7 - 2@"], .small, [.factor, .weight])
    case .power: Skill.graphs(["@^2"], .few, [.double, .less]) + Skill.cubes
    case .constantFactor: Skill.graphs(["3@", "-2@", "1/2 @"], .small, [.square, .weight])
    case .sum: Skill.graphs(["@ + 5", "c + @"], .small, [.square, .weight])
    case .inner:
      Skill.graphs(["(@ - 2)^2", "(2@ + 1)^2", "relu(3@ - 4)"], .few, [.double, .less])
    case .chain:
      Skill.graphs(["3@ + 2", "4 - 3@", "@^2"], .few, [.factor, .error]) + Skill.networks("relu")
    case .product: Skill.graphs(["c @"], .small, [.factor, .minus]) + Skill.networks("relu")
    case .difference: Skill.graphs(["@ - c", "c - @"], .small, [.error, .square])
    case .sign:
      Skill.graphs(["5 - 2@"], .small, [.square, .factor])
        + Skill.graphs(["-3@"], .negative, [.error, .weight])
    case .relu:
      Skill.graphs(["relu(@)"], .small, [.error, .minus])
        + Skill.graphs(["relu(@)"], .negative, [.minus], without: [.input])
        + Skill.networks("relu")
    case .paths: Skill.fanOuts
    case .maximum: Skill.graphs(["max(@, c)", "min(c, @)"], .small, [.factor, .error])
    case .sigmoid:
      Skill.graphs(["sigmoid(@)"], .tiny, [.factor, .weight]) + Skill.networks("sigmoid")
    case .quotient: Skill.graphs(["60/@", "@/c", "c/@"], .positive, [.factor, .weight])
    case .exponential:
      Skill.graphs(["exp(@)"], .tiny, [.factor, .weight])
        + Skill.graphs(["ln(@)"], .positive, [.factor, .weight])
    case .squareRoot: Skill.graphs(["sqrt(@)"], .square, [.factor, .weight])
    case .trigonometry: Skill.graphs(["sin(@)", "cos(@)"], .tiny, [.factor, .weight])
    case .tanh: Skill.graphs(["tanh(@)"], .tiny, [.factor, .weight]) + Skill.networks("tanh")
    case .shapes, .matrixValues, .weights, .layerInput, .biasSum, .mean, .axis, .elementwise,
      .softmax, .lookup:
      arrayPracticeGraphs
    }
  }

  /// The box in all its forms after all that may lead to it, before what may follow.
  ///
  /// - Parameters:
  ///   - boxes: formulas for the box, in which `@` is what leads to it and `c` an input of its own.
  ///   - outers: what follows; the forms of the box take turns before each.
  ///   - left: what does not lead to it.
  private static func graphs(
    _ boxes: [String], _ size: PracticeInner.Size, _ outers: [PracticeOuter],
    without left: [PracticeInner] = []
  ) -> [PracticeGraph] {
    let inners = PracticeInner.allCases.filter { !left.contains($0) }
    return outers.enumerated().flatMap { number, outer in
      inners.enumerated().map { place, inner in
        let part = inner.part(size)
        let form = boxes[(place + number) % boxes.count]
        let own = form.contains("c") && !form.contains("cos") ? "c in 2..9; " : ""
        let box = PracticePart("\(own)a = \(form.replacing("@", with: part.result))", "a")
        return PracticeGraph(part, box, outer.part(on: "a"))
      }
    }
  }

  private static let cubes = [
    PracticeGraph("w in 2..5; a = w^3; J = 2a"),
    PracticeGraph("w in 2..4; b in -9..-2; z = w + b; a = z^3; J = 1/2 a"),
  ]

  /// Networks of two layers with one output: of one input and of two.
  private static func networks(_ activation: String) -> [PracticeGraph] {
    let isWhole = activation == "relu"
    let weights = isWhole ? ["2..4", "-4..-2"] : ["0.2..0.9", "-0.9..-0.2"]
    let hidden = "h1 = \(activation)(z1); h2 = \(activation)(z2); o = v1 h1 + v2 h2"
    let one = "data x in 2..4; w1 in \(weights[0]); w2 in \(weights[isWhole ? 0 : 1])"
    let two =
      "data x1 in 2..4; data x2 in 2..4; w11 in \(weights[0]); w12 in \(weights[0]); "
      + "w21 in \(weights[1]); w22 in \(weights[1])"
    let out = "v1 in 2..5; v2 in -5..-2"
    return [
      PracticeGraph("\(one); z1 = w1 x; z2 = w2 x; \(out); \(hidden); J = 3o"),
      PracticeGraph("\(one); z1 = w1 x; z2 = w2 x; \(out); \(hidden); J = 4 - 2o"),
      PracticeGraph(
        "\(two); z1 = w11 x1 + w12 x2; z2 = w21 x1 + w22 x2; \(out); \(hidden); J = 2o"),
    ]
  }

  /// What feeds two boxes that meet again.
  private static var fanOuts: [PracticeGraph] {
    let forks = [
      "p = 3@; q = @^2; J = p + q", "p = 4 - @; q = 2@; J = p q", "p = @^2; q = 5@; J = p - q",
      "s in 2..5; t in -5..-2; p = s @; q = t @; o = p + q; J = 1/2 o^2",
    ]
    let sources = [PracticeInner.input, .line, .product, .neuron]
    return forks.flatMap { fork in
      sources.map { source in
        let part = source.part(.small)
        return PracticeGraph(part, PracticePart(fork.replacing("@", with: part.result), "J"))
      }
    }
  }
}

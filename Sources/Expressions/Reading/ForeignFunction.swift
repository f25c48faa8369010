/// A function that people know and formulas do not have, with what to write for it.
///
/// A look-alike would be another function: the logarithm to base 2 is not `log`.
struct ForeignFunction {
  /// What to do where no text can be told.
  var advice: String
  /// What to write for a call with such arguments; several texts where the name means several things.
  var texts: @Sendable ([Argument]) -> [String]

  /// An argument as it was typed.
  struct Argument {
    /// Where it is all that a function is called with.
    var whole: String
    /// Where it stands beside signs, in parentheses if it needs them.
    var factor: String
  }

  /// A function of one argument, for which each `#` in the patterns stands.
  private static func of(_ patterns: String...) -> ForeignFunction {
    ForeignFunction(
      advice: "write " + patterns.map { filled($0, with: "…", in: "…") }.joined(separator: " or "),
      texts: { arguments in
        guard arguments.count == 1 else { return [] }
        return patterns.map { filled($0, with: arguments[0].factor, in: arguments[0].whole) }
      })
  }

  /// A pattern with an argument in it.
  ///
  /// - Parameters:
  ///   - text: the argument where it stands beside signs.
  ///   - whole: the argument where it is all that a function is called with.
  private static func filled(_ pattern: String, with text: String, in whole: String) -> String {
    let characters = Array(pattern)
    return characters.indices.map { index in
      guard characters[index] == "#" else { return String(characters[index]) }
      let isCalled =
        index > 1 && characters[index - 2].isLetter && characters[index - 1] == "("
        && index + 1 < characters.count && characters[index + 1] == ")"
      return isCalled ? whole : text
    }.joined()
  }

  private static func unknown(_ advice: String) -> ForeignFunction {
    ForeignFunction(advice: advice, texts: { _ in [] })
  }

  /// A function of several arguments.
  private static func folding(
    _ advice: String, _ text: @escaping @Sendable ([Argument]) -> String
  ) -> ForeignFunction {
    ForeignFunction(advice: advice, texts: { $0.count > 1 ? [text($0)] : [] })
  }

  /// What is said of a function's name that stands where a quantity would.
  static func advice(onName name: String) -> String {
    guard let function = named(name) else { return "give it a value" }
    return "give it a value; for the function, \(function.advice)"
  }

  static func named(_ name: String) -> ForeignFunction? {
    let word = name.lowercased()
    return table[word] ?? logarithm(word)
  }

  /// `log3` and `log_3`: the logarithm to a base.
  private static func logarithm(_ name: String) -> ForeignFunction? {
    guard name.hasPrefix("log") || name.hasPrefix("ln") else { return nil }
    let base = name.drop { $0.isLetter }.drop { $0 == "_" }
    guard let number = Int(base), number > 1 else { return nil }
    return .of("ln(#)/ln(\(number))")
  }

  private static let unwritable = unknown("there is no way to write it")

  private static let table: [String: ForeignFunction] = {
    var table: [String: ForeignFunction] = [
      "lg": .of("ln(#)/ln(10)", "ln(#)/ln(2)"), "ld": .of("ln(#)/ln(2)"),
      "lb": .of("ln(#)/ln(2)"), "log1p": .of("ln(1 + #)"), "expm1": .of("exp(#) - 1"),
      "exp2": .of("2^#"), "exp10": .of("10^#"), "square": .of("#^2"), "sq": .of("#^2"),
      "sqr": .of("#^2", "sqrt(#)"), "cbrt": .of("#^(1/3)"), "root": .of("sqrt(#)"),
      "cosh": .of("(exp(#) + exp(-#))/2"), "sinh": .of("(exp(#) - exp(-#))/2"),
      "cot": .of("1/tan(#)"), "ctg": .of("1/tan(#)"), "cotan": .of("1/tan(#)"),
      "sec": .of("1/cos(#)"), "csc": .of("1/sin(#)"), "cosec": .of("1/sin(#)"),
      "coth": .of("1/tanh(#)"), "sech": .of("2/(exp(#) + exp(-#))"),
      "csch": .of("2/(exp(#) - exp(-#))"), "asinh": .of("ln(# + sqrt(#^2 + 1))"),
      "acosh": .of("ln(# + sqrt(#^2 - 1))"), "atanh": .of("ln((1 + #)/(1 - #))/2"),
      "artanh": .of("ln((1 + #)/(1 - #))/2"), "silu": .of("# * sigmoid(#)"),
      "swish": .of("# * sigmoid(#)"), "softsign": .of("#/(1 + abs(#))"),
      "mish": .of("# * tanh(softplus(#))"), "elu": .of("relu(#) + exp(min(#, 0)) - 1"),
      "relu6": .of("min(relu(#), 6)"), "hardtanh": .of("max(-1, min(1, #))"),
      "logsigmoid": .of("-softplus(-#)"), "inv": .of("1/#"), "neg": .of("-#"),
      "leakyrelu": .of("max(0.01 * #, #)"), "leaky_relu": .of("max(0.01 * #, #)"),
      "lrelu": .of("max(0.01 * #, #)"),
      "gelu": .unknown("there is no way to write it; x * sigmoid(1.702 * x) is near it"),
      "selu": .unknown("write it with exp and max"),
      "erf": unwritable,
      "gamma": unwritable,
      "softmax": .unknown("write each share out, as in exp(z1)/(exp(z1) + exp(z2))"),
      "logsumexp": .folding("write it out, as in ln(exp(z1) + exp(z2))") { arguments in
        "ln(\(arguments.map { "exp(\($0.whole))" }.joined(separator: " + ")))"
      },
      "pow": .folding("write ( … )^( … )") { arguments in
        "\(arguments[0].factor)^\(arguments[1].factor)"
      },
      "sum": .folding("write it out, as in z1 + z2") { arguments in
        arguments.map(\.factor).joined(separator: " + ")
      },
      "prod": .folding("write it out, as in z1 * z2") { arguments in
        arguments.map(\.factor).joined(separator: " * ")
      },
      "mod": .unknown("there is no way to write a remainder"),
      "floor": unwritable,
      "ceil": unwritable,
      "round": unwritable,
      "var": .unknown("write it out, as in ((z1 - m)^2 + (z2 - m)^2)/2"),
      "std": .unknown("write it out with sqrt"),
      "dot": .unknown("write it out, as in w1 x1 + w2 x2"),
      "norm": .folding("write it out, as in sqrt(z1^2 + z2^2)") { arguments in
        "sqrt(\(arguments.map { "\($0.factor)^2" }.joined(separator: " + ")))"
      },
    ]
    for name in ["mean", "avg", "average"] {
      table[name] = .folding("write it out, as in (z1 + z2)/2") { arguments in
        "(\(arguments.map(\.factor).joined(separator: " + ")))/\(arguments.count)"
      }
    }
    for name in ["asin", "acos", "atan", "atan2", "arcsin", "arccos", "arctan", "arctg", "acot"] {
      table[name] = unwritable
    }
    for (name, same) in sameFunctions { table[name] = .of("\(same)(#)") }
    for (name, same) in ["maximum": "max", "minimum": "min", "fmax": "max", "fmin": "min"] {
      table[name] = .folding("write \(same)( … , … )") {
        "\(same)(\($0.map(\.whole).joined(separator: ", ")))"
      }
    }
    return table
  }()

  /// Other names of functions that formulas have.
  private static let sameFunctions = [
    "sigma": "sigmoid", "sig": "sigmoid", "logistic": "sigmoid", "expit": "sigmoid",
    "sigm": "sigmoid", "logsig": "sigmoid", "sgn": "sign", "signum": "sign", "heaviside": "step",
    "heavyside": "step", "unitstep": "step", "tg": "tan", "tangent": "tan", "tgh": "tanh",
    "th": "tanh", "tansig": "tanh", "cosine": "cos", "sen": "sin", "fabs": "abs", "absolute": "abs",
    "magnitude": "abs", "squareroot": "sqrt", "loge": "ln", "log_e": "ln", "rectifier": "relu",
    "ramp": "relu",
  ]
}

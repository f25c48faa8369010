import Expressions

/// A formula in the mathematics of LaTeX.
struct LaTeXFormula {
  private let expression: Expression

  init(_ expression: Expression) { self.expression = expression }

  /// The same with other names.
  func renamed(_ name: (String) -> String) -> LaTeXFormula {
    LaTeXFormula(expression.renamed(name))
  }

  /// How tightly a part binds.
  private enum Binding: Int, Comparable {
    case comparison, sum, product, power, atom

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  var text: String {
    var parts: [(text: String, binding: Binding)] = []
    func inside(_ index: Int, _ least: Binding) -> String {
      parts[index].binding < least ? "\\left(\(parts[index].text)\\right)" : parts[index].text
    }
    for term in expression.terms {
      switch term {
      case .number(let value):
        parts.append((LaTeXFormula.number(value), value < 0 ? .sum : .atom))
      case .constant(let constant): parts.append((constant == .pi ? "\\pi" : "e", .atom))
      case .name(let slot): parts.append((LaTeXFormula.name(expression.names[slot]), .atom))
      case .unary(.negate, let a): parts.append(("-\(inside(a, .product))", .sum))
      case .unary(.sqrt, let a): parts.append(("\\sqrt{\(parts[a].text)}", .atom))
      case .unary(.exp, let a): parts.append(("e^{\(parts[a].text)}", .power))
      case .unary(.abs, let a): parts.append(("\\left|\(parts[a].text)\\right|", .atom))
      case .unary(let operation, let a):
        parts.append(
          (
            "\(LaTeXFormula.function(operation.functionName ?? ""))\\left(\(parts[a].text)\\right)",
            .atom
          ))
      case .binary(.add, let a, let b):
        parts.append(("\(inside(a, .sum)) + \(inside(b, .product))", .sum))
      case .binary(.subtract, let a, let b):
        parts.append(("\(inside(a, .sum)) - \(inside(b, .product))", .sum))
      case .binary(.multiply, let a, let b):
        parts.append(("\(inside(a, .product)) \\cdot \(inside(b, .power))", .product))
      case .binary(.divide, let a, let b):
        parts.append(("\\frac{\(parts[a].text)}{\(parts[b].text)}", .atom))
      case .binary(.power, let a, let b):
        parts.append(("\(inside(a, .atom))^{\(parts[b].text)}", .power))
      case .binary(let operation, let a, let b):
        parts.append(
          (
            "\(LaTeXFormula.function(operation.functionName ?? ""))\\left(\(parts[a].text), \(parts[b].text)\\right)",
            .atom
          ))
      case .array(let index):
        let call = expression.arrays[index]
        switch call.operation {
        case .product:
          parts.append(
            (
              "\(inside(call.operands[0], .product))\\,\(inside(call.operands[1], .power))",
              .product
            ))
        case .entrywise:
          parts.append(
            (
              "\(inside(call.operands[0], .product)) \\odot \(inside(call.operands[1], .power))",
              .product
            ))
        case .transpose: parts.append(("\(inside(call.operands[0], .atom))^{\\top}", .power))
        case .compare(let comparison):
          parts.append(
            (
              "\(inside(call.operands[0], .sum)) \(LaTeXFormula.sign(comparison)) \(inside(call.operands[1], .sum))",
              .comparison
            ))
        case .literal(let array): parts.append((LaTeXFormula.matrix(array), .atom))
        default:
          let operands = call.operands.map { parts[$0].text }.joined(separator: ", ")
          let name = call.operation.functionName ?? "part"
          parts.append(("\(LaTeXFormula.function(name))\\left(\(operands)\\right)", .atom))
        }
      }
    }
    return parts.last?.text ?? ""
  }

  private static func sign(_ comparison: ArrayOperation.Comparison) -> String {
    switch comparison {
    case .greater: ">"
    case .atLeast: "\\ge"
    case .less: "<"
    case .atMost: "\\le"
    case .equal: "="
    }
  }

  private static func function(_ name: String) -> String {
    ["sin", "cos", "tan", "tanh", "ln", "min", "max"].contains(name)
      ? "\\\(name)" : "\\operatorname{\(name.replacing("_", with: "\\_"))}"
  }

  static func number(_ value: Double) -> String {
    let text = value.rounded(toDigits: 6).shortestText
    guard let place = text.firstIndex(of: "e") else { return text }
    return "\(text[..<place])\\cdot 10^{\(text[text.index(after: place)...])}"
  }

  static func matrix(_ array: NumericArray) -> String {
    guard !array.shape.isNumber else { return number(array[0]) }
    let width = array.shape.sizes.last ?? 1
    let rows = width == 0 ? 0 : array.elements.count / width
    let lines = (0..<rows).map { row in
      (0..<width).map { number(array[row * width + $0]) }.joined(separator: " & ")
    }
    return "\\begin{bmatrix}\(lines.joined(separator: " \\\\ "))\\end{bmatrix}"
  }

  /// Letters of Greek by their commands.
  private static let greek: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon",
    "φ": "varphi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta",
    "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi",
    "Ω": "Omega",
  ]

  /// A name: `W1` has an index, `z_1_2` two.
  static func name(_ name: String) -> String {
    let letters = name.prefix { $0.isLetter }
    let rest = name.dropFirst(letters.count)
    let head = letters.map { greek[$0].map { "\\\($0) " } ?? String($0) }.joined()
    let base = letters.count == 1 ? head : "\\mathit{\(head)}"
    let indices = rest.split(separator: "_").map(String.init).joined(separator: ",")
    return indices.isEmpty ? base : "\(base)_{\(indices)}"
  }
}

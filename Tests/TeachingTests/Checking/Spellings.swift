import Autodiff
import Expressions
import Foundation
import Teaching

/// The ways in which a right answer is written.
struct Spellings {
  let key: AnswerKey
  let index: Int

  private var right: Double { key.value(of: index) }
  private var entry: Entry { key.list.entries[index] }

  /// All of them, each once.
  var all: [String] {
    let texts = numbers + powersOfTen + signs(numbers[0]) + arithmetic + factors + formulas
    var isListed: Set<String> = []
    return texts.filter { isListed.insert($0).inserted }
  }

  /// The number itself, rounded and cut, in fractions.
  private var numbers: [String] {
    var texts = [right.shortestText, String(format: "%.17g", right)]
    texts = texts.filter { !$0.contains("e") } + (texts[0].contains("e") ? [texts[0]] : [])
    texts += [3, 4, 6, 9].map { right.written(digits: $0) }
    if right != right.rounded(toDigits: 3) { texts += [3, 4, 6].map { right.cut(digits: $0) } }
    if right == right.rounded(), abs(right) < 1e6 { texts += ["\(right.shortestText).0"] }
    for divisor in [2.0, 3, 4, 5, 7, 8, 9, 16, 25, 27] where right != right.rounded() {
      let dividend = right * divisor
      guard dividend == dividend.rounded(), abs(dividend) < 1e6, dividend / divisor == right else {
        continue
      }
      texts += ["\(dividend.shortestText)/\(divisor.shortestText)"]
    }
    return texts
  }

  /// A mantissa and a power of ten, in the ways that are in use.
  private var powersOfTen: [String] {
    guard right != 0 else { return [] }
    return [3, 4, 7].flatMap { digits -> [String] in
      let exponent = right.magnitudeExponent
      let mantissa = (right.rounded(toDigits: digits) * Double.apply(.power, 10, Double(-exponent)))
        .rounded(toDigits: digits)
      let text = String(format: "%.\(digits - 1)f", mantissa)
      let raised = Spellings.raised(exponent)
      return [
        "\(text)*10^\(exponent < 0 ? "(\(exponent))" : "\(exponent)")", "\(text)×10\(raised)",
        "\(text) × 10\(raised)", "\(text)·10^\(exponent)", "\(text)e\(exponent)",
        "\(text)E\(exponent < 0 ? "" : "+")\(exponent)",
      ]
    }
  }

  private static func raised(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (exponent < 0 ? "⁻" : "")
      + String(String(abs(exponent)).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  /// One number with other signs, spaces and parentheses about it.
  private func signs(_ text: String) -> [String] {
    let bare = text.hasPrefix("-") ? String(text.dropFirst()) : text
    var texts = ["(\(text))", "  \(text) ", "((\(text)))"]
    if text.hasPrefix("-") {
      texts += ["−\(bare)", "- \(bare)", "-(\(bare))", "–\(bare)", "0 - \(bare)"]
    } else {
      texts += ["+\(bare)", "+ \(bare)", "--\(bare)", "−−\(bare)", "0\(bare)"]
    }
    if bare.hasPrefix("0.") { texts.append((text.hasPrefix("-") ? "-" : "") + bare.dropFirst()) }
    if bare.contains("."), !bare.contains("e") { texts += [text + "0", text + "00"] }
    return texts
  }

  /// Sums, products and quotients that give it.
  private var arithmetic: [String] {
    let text = right.shortestText
    guard !text.contains("e") else { return [] }
    return [
      "\(text) + 1 - 1", "2*(\(text))/2", "(\(text))*1", "(\(text))/1", "3 (\(text)) - 2 (\(text))",
      "\(text) + 0", "1 * \(text)", "(\(text)) ÷ 1", "2 × \(text) - (\(text))", "(\(text))^1",
    ]
  }

  /// What is multiplied or added for it, in the numbers that are shown.
  private var factors: [String] {
    guard !entry.isLocal, entry.kind != .forward, !entry.prerequisites.isEmpty else { return [] }
    let shown = entry.prerequisites.map { "(\(key.shown($0).shortestText))" }
    let sign = entry.slot == nil ? [" + ", "+"] : [" * ", "·", " × ", " "]
    return sign.map { shown.joined(separator: $0) }
      + [shown.reversed().joined(separator: sign[0])]
  }

  /// The derivative of the box as a formula, in the ways that are printed in textbooks.
  var formulas: [String] {
    guard entry.isLocal, let slot = entry.slot,
      let box = key.graph.nodes[entry.node].formula?.expression
    else { return [] }
    let name = key.graph.nodes[key.graph.nodes[entry.node].operands[slot]].name
    let derivative = box.derivative(withRespectTo: name)
    let simple = derivative.simplified()
    guard derivative.text.count < 400 else { return [] }
    var texts = [derivative.text, simple.text, "(\(simple.text))", "1 * (\(simple.text))"]
    texts += ["(\(derivative.text)) + 0", simple.text.replacing("-", with: "−")]
    texts += [simple.text.replacing(" ", with: "  "), "\(simple.text) ", "+(\(simple.text))"]
    texts += ["(\(simple.text)) * 2/2", "0 + (\(simple.text))"]
    if let commuted = Spellings.commuted(simple) { texts.append(commuted) }
    return texts + byOwnValue(box, name)
  }

  /// A product with its factors the other way round.
  private static func commuted(_ expression: Expressions.Expression) -> String? {
    let parts = expression.text.split(separator: " ")
    // Only where what is printed is a product of names and numbers and nothing else.
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isLetterOrDigit) }),
      parts[1].first?.isNumber == false
    else { return nil }
    return "\(parts[1]) * \(parts[0])"
  }

  /// The slope by the box's own value, where its formula is one function of the name.
  private func byOwnValue(_ box: Expressions.Expression, _ name: String) -> [String] {
    let own = key.graph.nodes[entry.node].name
    guard case .unary(let operation, let a)? = box.terms.last, case .name = box.terms[a] else {
      return reciprocal(box, own, name)
    }
    return switch operation {
    case .sigmoid:
      [
        "\(own) (1 - \(own))", "\(own)*(1-\(own))", "(1 - \(own)) \(own)", "\(own) - \(own)^2",
        "\(own)−\(own)²", "sigmoid(\(name))(1 - sigmoid(\(name)))", "\(own)(1-\(own))",
      ]
    case .tanh:
      [
        "1 - \(own)^2", "1-\(own)²", "(1 - \(own))(1 + \(own))", "1 - \(own) \(own)",
        "1 − tanh(\(name))^2", "-(\(own)^2) + 1",
      ]
    case .exp: [own, "1 \(own)", "e^\(name)", "exp(\(name))", "\(own) * 1"]
    case .sqrt: ["1/(2 \(own))", "0.5/\(own)", "1/2/\(own)", "1/(2 sqrt(\(name)))"]
    case .tan: ["1 + \(own)^2", "1/cos(\(name))^2"]
    case .log: ["1/\(name)", "\(name)^-1", "1 / \(name)"]
    case .softplus: ["sigmoid(\(name))", "1 - e^-\(own)", "1/(1 + e^-\(name))"]
    case .abs: ["sign(\(name))"]
    case .relu: ["step(\(name))"]
    case .sin: ["cos(\(name))"]
    case .cos: ["-sin(\(name))"]
    case .negate, .sign, .step, .add, .subtract, .multiply, .divide, .power, .min, .max: []
    }
  }

  private func reciprocal(
    _ box: Expressions.Expression, _ own: String, _ name: String
  ) -> [String] {
    guard box.names.count == 1, let root = box.terms.last else { return [] }
    switch root {
    case .binary(.divide, let one, let divisor):
      guard box.terms[one] == .number(1), case .name = box.terms[divisor] else { return [] }
      return ["-\(own)^2", "-\(own)/\(name)", "-1/\(name)^2"]
    case .binary(.power, let base, let exponent):
      guard case .name = box.terms[base], box.terms[exponent] == .number(2) else { return [] }
      return ["2 \(name)", "2\(name)", "\(name) + \(name)", "2 \(own)/\(name)", "\(name)*2"]
    case .number, .constant, .name, .unary, .binary: return []
    case .array: Expression.hasArrays()
    }
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}

/// A derivative in the making: finished parts, and parts of which the derivative is still to be taken.
///
/// The part that is unfinished stands last in a product, so that `d/dw` never meets what follows it. It is as
/// deep as a derivation is long, so that recursion is safe.
indirect enum DerivationSketch: Hashable, Sendable {
  case finished(Expression)
  /// The derivative of a part, still to be taken.
  case unfinished(Expression)
  case sum([Summand])
  /// A local derivative times an inner one.
  case product(Expression, DerivationSketch)
  case quotient(DerivationSketch, Expression)

  struct Summand: Hashable, Sendable {
    var isNegative = false
    var sketch: DerivationSketch
  }

  var isUnfinished: Bool {
    switch self {
    case .finished: false
    case .unfinished: true
    case .sum(let summands): summands.contains { $0.sketch.isUnfinished }
    case .product(_, let inner): inner.isUnfinished
    case .quotient(let above, _): above.isUnfinished
    }
  }

  /// The sketch as one formula, what is unfinished derived by the table of rules.
  func completed(withRespectTo name: String) -> Expression {
    switch self {
    case .finished(let expression): return expression
    case .unfinished(let part): return part.derivative(withRespectTo: name)
    case .sum(let summands):
      var total: Expression?
      for summand in summands {
        let term = summand.sketch.completed(withRespectTo: name)
        guard let before = total else {
          total = summand.isNegative ? -term : term
          continue
        }
        total = summand.isNegative ? before - term : before + term
      }
      return total ?? Expression(0)
    case .product(let local, let inner): return local * inner.completed(withRespectTo: name)
    case .quotient(let above, let below):
      return above.completed(withRespectTo: name) / below
    }
  }
}

extension DerivationSketch {
  /// The sketch as text, with `*` and `^`.
  ///
  /// - Parameter limit: characters after which it is cut.
  func text(name: String, atMost limit: Int) -> String {
    switch self {
    case .finished(let expression): return expression.text(atMost: limit)
    case .unfinished(let part):
      let text = part.text(atMost: limit)
      return "d/d\(name) " + (part.standsAlone(text) ? text : "(\(text))")
    case .sum(let summands):
      var text = ""
      for (index, summand) in summands.enumerated() {
        guard text.count < limit else { return text + (text.hasSuffix("…") ? "" : " + …") }
        let isFirst = index == 0
        text += summand.isNegative ? (isFirst ? "-" : " - ") : isFirst ? "" : " + "
        text += summand.text(name: name, isFirst: isFirst, atMost: limit - text.count)
      }
      return text
    case .product(let local, let inner):
      let factor = local.text(atMost: limit)
      let left = local.binding == .sum ? "(\(factor))" : factor
      return left + " * " + inner.factorText(name: name, atMost: limit)
    case .quotient(let above, let below):
      return above.factorText(name: name, atMost: limit) + "/" + below.text(atMost: limit)
    }
  }

  /// The text as the right factor of a product, or above a line.
  private func factorText(name: String, atMost limit: Int) -> String {
    let text = text(name: name, atMost: limit)
    let isLoose =
      switch self {
      case .finished(let expression): expression.binding == .sum
      case .sum: true
      case .unfinished, .product, .quotient: false
      }
    return isLoose || text.hasPrefix("-") ? "(\(text))" : text
  }
}

extension DerivationSketch.Summand {
  fileprivate func text(name: String, isFirst: Bool, atMost limit: Int) -> String {
    let text = sketch.text(name: name, atMost: limit)
    let isLoose =
      switch sketch {
      case .finished(let expression): isNegative && expression.binding == .sum
      case .sum: isNegative
      case .unfinished, .product, .quotient: false
      }
    let isSigned = text.hasPrefix("-") && !(isFirst && !isNegative)
    return isLoose || isSigned ? "(\(text))" : text
  }
}

extension Expression {
  /// Whether `d/dw` may stand before the formula without parentheses, as in `d/dw 3w`.
  fileprivate func standsAlone(_ text: String) -> Bool {
    switch binding {
    case .comparison, .sum, .sign: false
    case .product: !text.hasPrefix("-") && !text.contains { " */(".contains($0) }
    case .power, .primary: true
    }
  }
}

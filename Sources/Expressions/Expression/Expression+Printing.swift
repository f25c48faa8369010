extension Expression {
  /// The formula as text that reads back as the same expression.
  ///
  /// Products are written side by side where that can be read (`2 + 3w`, `d x`, `1/2 d^2`), else with `*`.
  ///
  /// - Complexity: O(n) in the length of the text, which for a shared part counts each use.
  public var text: String { FormulaPrinter(self).text(atMost: .max) }

  /// The beginning of the formula's text, closed by `…` where it goes on for more than so many characters.
  ///
  /// - Complexity: O(limit), however often parts are shared.
  public func text(atMost limit: Int) -> String { FormulaPrinter(self).text(atMost: limit) }

  /// The formula as a line of a program in Python's notation, with a sign in every product: `X.T @ (A - Y) / m`.
  ///
  /// - Complexity: O(n) in the length of the text.
  public var programText: String { FormulaPrinter(self, isProgram: true).text(atMost: .max) }

  /// The formula's text with negative numbers in parentheses where they follow a sign: `2 - (-0.5)`.
  var textInNumbers: String {
    FormulaPrinter(self, parenthesizesNegatives: true).text(atMost: .max)
  }

  /// How tightly the formula binds as a part of another.
  var binding: Binding { FormulaPrinter(self).binding(of: root) }

  /// How tightly a part binds; a looser part inside a tighter one gets parentheses.
  enum Binding: Int, Comparable {
    case comparison, sum, product, sign, power, primary

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }
}

/// Prints an expression with a stack of its own, since a sum may be deeper than the stack of calls.
struct FormulaPrinter {
  enum Piece {
    case text(String)
    case term(Int, atLeast: Binding)
  }

  typealias Binding = Expression.Binding

  let expression: Expression
  private let parenthesizesNegatives: Bool
  /// Whether it is written as in a program, where every product has a sign.
  let isProgram: Bool

  init(
    _ expression: Expression, parenthesizesNegatives: Bool = false, isProgram: Bool = false
  ) {
    self.expression = expression
    self.parenthesizesNegatives = parenthesizesNegatives
    self.isProgram = isProgram
  }

  func text(atMost limit: Int) -> String {
    var text = ""
    var stack = [Piece.term(expression.root, atLeast: .comparison)]
    while let piece = stack.popLast() {
      switch piece {
      case .text(let piece):
        text += piece
        // Of bytes the number is known at once; a character has one at least.
        if text.utf8.count > limit, text.count > limit { return text.prefix(limit) + "…" }
      case .term(let index, let limit):
        let pieces = pieces(of: index)
        if binding(of: index) < limit || isNegative(index) && text.endsInSign {
          stack.append(.text(")"))
          stack.append(contentsOf: pieces.reversed())
          stack.append(.text("("))
        } else {
          stack.append(contentsOf: pieces.reversed())
        }
      }
    }
    return text
  }

  /// Whether a term is a negative number, or one with a minus before it, that gets parentheses behind a sign.
  private func isNegative(_ index: Int) -> Bool {
    guard parenthesizesNegatives else { return false }
    switch expression.terms[index] {
    case .number(let value): return value < 0
    case .unary(let operation, _): return operation == .negate
    case .constant, .name, .binary, .array: return false
    }
  }

  func binding(of index: Int) -> Expression.Binding {
    switch expression.terms[index] {
    case .number(let value): value < 0 ? .sign : .primary
    case .constant, .name: .primary
    case .unary(let operation, _): operation == .negate ? .sign : .primary
    case .binary(let operation, _, _):
      switch operation {
      case .add, .subtract: .sum
      case .multiply, .divide: .product
      case .power: .power
      default: .primary
      }
    case .array(let call): binding(of: expression.arrays[call].operation)
    }
  }

  private func pieces(of index: Int) -> [Piece] {
    switch expression.terms[index] {
    case .number(let value): [.text(value.formulaText)]
    case .constant(let constant): [.text(constant.rawValue)]
    case .name(let slot): [.text(expression.names[slot])]
    case .unary(.negate, let a): [.text("-"), .term(a, atLeast: .sign)]
    case .unary(let operation, let a):
      [.text("\(operation.functionName ?? "")("), .term(a, atLeast: .sum), .text(")")]
    case .binary(.add, let a, let b):
      [.term(a, atLeast: .sum), .text(" + "), .term(b, atLeast: .product)]
    case .binary(.subtract, let a, let b):
      [.term(a, atLeast: .sum), .text(" - "), .term(b, atLeast: .product)]
    case .binary(.divide, let a, let b):
      [
        .term(a, atLeast: .product), .text(expression.arrays.isEmpty ? "/" : " / "),
        .term(b, atLeast: .power),
      ]
    case .binary(.multiply, let a, let b): product(a, b)
    case .binary(.power, let a, let b):
      [.term(a, atLeast: .primary), .text(isProgram ? "**" : "^"), .term(b, atLeast: .sign)]
    case .binary(let operation, let a, let b):
      [
        .text("\(operation.functionName ?? "")("), .term(a, atLeast: .sum), .text(", "),
        .term(b, atLeast: .sum), .text(")"),
      ]
    case .array(let call): pieces(of: expression.arrays[call])
    }
  }

  private func product(_ a: Int, _ b: Int) -> [Piece] {
    guard !isProgram, let start = start(of: b), !endsInQuotient(a),
      !(isParenthesis(start) && endsInName(a))
    else {
      return [.term(a, atLeast: .product), .text(" * "), .term(b, atLeast: .sign)]
    }
    return [
      .term(a, atLeast: .product), .text(separator(after: a, before: start)),
      .term(b, atLeast: .power),
    ]
  }

  enum Start {
    case letter(Character)
    case parenthesis
  }

  /// What the right factor of a product begins with, if it may stand without a sign before it.
  func start(of index: Int) -> Start? {
    if binding(of: index) < .power {
      if case .unary = expression.terms[index] { return nil }
      if case .number = expression.terms[index] { return nil }
      return .parenthesis
    }
    switch expression.terms[index] {
    case .number: return nil
    case .constant(let constant): return constant.rawValue.first.map { .letter($0) }
    case .name(let slot): return expression.names[slot].first.map { .letter($0) }
    case .binary(.power, let base, _):
      return binding(of: base) < .primary ? .parenthesis : self.start(of: base)
    case .unary(let operation, _), .binary(let operation, _, _):
      return operation.functionName?.first.map { .letter($0) }
    case .array(let call): return start(of: expression.arrays[call])
    }
  }

  /// Whether a left factor is a quotient by something else than a number, as in `a/b * c`.
  func endsInQuotient(_ index: Int) -> Bool {
    guard case .binary(.divide, _, let divisor) = expression.terms[index] else { return false }
    if case .number(let value) = expression.terms[divisor] { return value < 0 }
    return true
  }

  /// Whether a left factor ends in a name, which before `(` would read as a function: `w * (a + b)`.
  private func endsInName(_ index: Int) -> Bool {
    switch expression.terms[index] {
    case .name: true
    case .number, .constant, .array: false
    case .unary(let operation, let a): operation == .negate && endsInName(a)
    case .binary(let operation, _, let b):
      switch operation {
      case .multiply, .divide, .power:
        binding(of: b) >= (operation == .power ? .sign : .power) && endsInName(b)
      default: false
      }
    }
  }

  private func separator(after left: Int, before start: Start) -> String {
    switch expression.terms[left] {
    case .number(let value): return separator(after: value, before: start)
    case .unary(.negate, let a):
      if case .number(let value) = expression.terms[a] {
        return separator(after: value, before: start)
      }
      return " "
    case .unary: return isParenthesis(start) ? "" : " "
    default: return " "
    }
  }

  /// `2a`, but `3 e1`, which would be a number without its space.
  private func separator(after value: Double, before start: Start) -> String {
    guard case .letter(let letter) = start else { return "" }
    let mayBeExponent = letter == "e" || letter == "E" || value.shortestText.contains("e")
    return mayBeExponent ? " " : ""
  }

  private func isParenthesis(_ start: Start) -> Bool {
    if case .parenthesis = start { true } else { false }
  }
}

extension String {
  /// Whether the text goes on behind a sign of its own or an operator.
  var endsInSign: Bool {
    last { $0 != " " }.map { "+-*/^".contains($0) } ?? false
  }
}

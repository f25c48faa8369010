import Expressions

/// An expression of a program or model as one of our formulas.
struct ProgramValue: Hashable {
  /// How tightly the outermost sign binds, where parentheses are needed around what binds less.
  enum Level: Int, Comparable {
    case comparison, sum, product, sign, power, atom

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  var text: String
  var level = Level.atom
  /// The sizes of its axes; none for a number, `nil` where they are not known.
  var shape: [Int]?
  /// Its numbers, where it is made of numbers alone.
  var numbers: [Double]?

  var isNumber: Bool { shape?.isEmpty ?? false }

  /// The number, where it is one that is written out.
  var constant: Double? { isNumber ? numbers?.first : nil }

  init(_ text: String, _ level: Level = .atom, shape: [Int]? = nil, numbers: [Double]? = nil) {
    self.text = text
    self.level = level
    self.shape = shape.flatMap { ProgramValue.isSound($0) ? $0 : nil }
    self.numbers = numbers
  }

  /// Whether an array may have so many numbers, so that its sizes may be multiplied.
  private static func isSound(_ shape: [Int]) -> Bool {
    var count = 1
    for size in shape {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: size)
      guard size >= 0, !isTooLarge, product <= Shape.countLimit else { return false }
      count = product
    }
    return true
  }

  init(_ number: Double) {
    text = number.shortestText
    level = number < 0 ? .sign : .atom
    shape = []
    numbers = [number]
  }

  /// An array of numbers that are written out, as its rows in brackets.
  init(_ numbers: [Double], shape: [Int]) {
    func text(_ axis: Int, _ start: Int, _ count: Int) -> String {
      guard axis < shape.count else { return numbers[start].shortestText }
      let each = shape[axis] == 0 ? 0 : count / shape[axis]
      let parts = (0..<shape[axis]).map { text(axis + 1, start + $0 * each, each) }
      return "[\(parts.joined(separator: ", "))]"
    }
    self.text = text(0, 0, numbers.count)
    self.shape = shape
    self.numbers = numbers
  }

  /// The text, in parentheses where it binds less.
  func text(_ least: Level) -> String { level < least ? "(\(text))" : text }

  /// A function of it, number by number.
  func applying(_ function: String) -> ProgramValue {
    ProgramValue("\(function)(\(text))", shape: shape)
  }

  /// Two joined number by number by a sign.
  static func joining(
    _ a: ProgramValue, _ sign: String, _ b: ProgramValue, _ level: Level
  ) -> ProgramValue {
    let right: Level = level == .sum ? .product : .sign
    return ProgramValue(
      "\(a.text(level)) \(sign) \(b.text(right))", level, shape: shape(a, b),
      numbers: numbers(a, b, sign))
  }

  /// The shape of two that meet number by number.
  static func shape(_ a: ProgramValue, _ b: ProgramValue) -> [Int]? {
    if a.isNumber { return b.shape }
    guard !b.isNumber, let x = a.shape, let y = b.shape else { return b.isNumber ? a.shape : nil }
    return Shape.broadcast(Shape(x), Shape(y))?.sizes
  }

  private static func numbers(_ a: ProgramValue, _ b: ProgramValue, _ sign: String) -> [Double]? {
    guard let x = a.constant, let y = b.constant else { return nil }
    switch sign {
    case "+": return [x + y]
    case "-": return [x - y]
    case "*": return [x * y]
    case "/": return y == 0 ? nil : [x / y]
    default: return nil
    }
  }

  /// A power.
  func power(_ exponent: ProgramValue) -> ProgramValue {
    var numbers: [Double]?
    if let x = constant, let y = exponent.constant {
      let value = Double.apply(.power, x, y)
      numbers = value.isFinite ? [value] : nil
    }
    return ProgramValue(
      "\(text(.atom))^\(exponent.text(.sign))", .power, shape: ProgramValue.shape(self, exponent),
      numbers: numbers)
  }

  /// What another's shape gives where matrices are multiplied.
  static func product(_ a: ProgramValue, _ b: ProgramValue) -> ProgramValue {
    var shape: [Int]?
    if let x = a.shape, let y = b.shape, !x.isEmpty, !y.isEmpty, x.count <= 2, y.count <= 2 {
      shape = x.dropLast() + (y.count == 2 ? [y[1]] : [])
    }
    return ProgramValue("\(a.text(.product)) @ \(b.text(.sign))", .product, shape: shape)
  }
}

extension ProgramValue {
  /// A name that formulas take, near to one of a program, and whether another name had to be taken.
  static func name(near name: String, among taken: Set<String>) -> String {
    var plain = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.properties.isXIDContinue ? $0 : "_" }))
    while plain.hasPrefix("_") { plain.removeFirst() }
    while plain.contains("__") { plain = plain.replacing("__", with: "_") }
    if plain.first.map({ $0.isNumber }) ?? true { plain = "v\(plain)" }
    let isName = (try? Formula(plain, known: [plain]))?.expression.names == [plain]
    var called = Formula.isFunction(plain) || !isName ? "\(plain)_1" : plain
    var count = 2
    while taken.contains(called) {
      called = "\(plain)_\(count)"
      count += 1
    }
    return called
  }
}

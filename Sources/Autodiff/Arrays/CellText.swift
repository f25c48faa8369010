import Expressions

/// The formula of a cell as text, and how strongly it binds, so that parentheses stand only where they have to.
struct CellText: Hashable, Sendable {
  enum Binding: Int, Comparable {
    case sum, product, atom

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  var text: String
  var binding = Binding.atom

  init(_ text: String, _ binding: Binding = .atom) {
    self.text = text
    self.binding = binding
  }

  init(_ number: Double) {
    let text = number.shortestText
    self.init(text.hasPrefix("-") ? "(\(text))" : text)
  }

  /// Whether it is a name or a number, which may be written twice.
  var isPlain: Bool {
    binding == .atom && !text.dropFirst(text.hasPrefix("(-") ? 1 : 0).contains("(")
  }

  func text(atLeast binding: Binding) -> String {
    self.binding < binding ? "(\(text))" : text
  }

  static func apply(_ operation: Operation, _ a: CellText, _ b: CellText) -> CellText {
    switch operation {
    case .negate: CellText("-\(a.text(atLeast: .product))", .sum)
    case .add: CellText("\(a.text) + \(b.text(atLeast: .product))", .sum)
    case .subtract: CellText("\(a.text) - \(b.text(atLeast: .product))", .sum)
    case .multiply:
      CellText("\(a.text(atLeast: .product)) * \(b.text(atLeast: .atom))", .product)
    case .divide:
      CellText("\(a.text(atLeast: .product)) / \(b.text(atLeast: .atom))", .product)
    case .power: CellText("\(a.text(atLeast: .atom))^\(b.text(atLeast: .atom))", .product)
    case .min, .max: CellText("\(operation.functionName ?? "")(\(a.text), \(b.text))")
    case .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .sigmoid, .relu, .softplus, .abs, .sign, .step:
      CellText("\(operation.functionName ?? "")(\(a.text))")
    }
  }

  static func + (a: CellText, b: CellText) -> CellText { .apply(.add, a, b) }
  static func - (a: CellText, b: CellText) -> CellText { .apply(.subtract, a, b) }
  static func * (a: CellText, b: CellText) -> CellText { .apply(.multiply, a, b) }
  static func / (a: CellText, b: CellText) -> CellText { .apply(.divide, a, b) }

  /// The sum of some; 0 of none.
  static func sum(_ cells: some Sequence<CellText>) -> CellText {
    joined(cells, +) ?? CellText(0)
  }

  static func joined(
    _ cells: some Sequence<CellText>, _ join: (CellText, CellText) -> CellText
  ) -> CellText? {
    var result: CellText?
    for cell in cells { result = result.map { join($0, cell) } ?? cell }
    return result
  }
}

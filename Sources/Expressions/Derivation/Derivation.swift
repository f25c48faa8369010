/// The derivative of a formula worked out line by line, as on paper, each line by named rules.
///
/// Every line is a whole expression; what is not derived yet stands in it as `d/dw (…)`. The rules are those of
/// the table of operations, and the last line is the derivative put together.
public struct Derivation: Hashable, Sendable {
  /// One line, equal to the one before it.
  public struct Line: Hashable, Sendable {
    /// The rules that led here from the line before, each once; none for the line that poses the question.
    public let rules: [DerivationRule]
    /// The operations taken here whose slope at a corner is a convention.
    public let conventions: [Operation]
    let sketch: DerivationSketch
    private let name: String

    init(
      _ sketch: DerivationSketch, _ name: String, by rules: [DerivationRule] = [],
      conventions: [Operation] = []
    ) {
      self.sketch = sketch
      self.name = name
      self.rules = rules
      self.conventions = conventions
    }

    /// The line as it is shown; a very long one is cut.
    ///
    /// - Parameter isASCII: whether products are written with `*` and squares with `^2`.
    public func text(isASCII: Bool) -> String {
      let text = sketch.text(name: name, atMost: Derivation.textLimit)
      return isASCII ? text : Expression.display(text).replacing("*", with: "×")
    }

    /// The line with everything derived that is still to be, nothing simplified.
    public var completed: Expression { sketch.completed(withRespectTo: name) }
  }

  public let lines: [Line]
  /// The derivative put together, which is the last line; where it is long, with names for the parts it repeats.
  public let result: SymbolicDerivative

  /// More lines than these nobody follows; what is left is put together in the last one.
  static let lineLimit = 8
  /// Characters of a line.
  static let textLimit = 400
  /// A formula with more terms than these gets its question and its answer.
  private static let termLimit = 400

  /// - Complexity: O(n log n) in the terms of the formula.
  public init(of expression: Expression, withRespectTo name: String) {
    let result = SymbolicDerivative(of: expression, withRespectTo: name)
    var lines = [Line(.unfinished(expression), name)]
    var last = lines[0].sketch
    var isOpen = true
    while isOpen, lines.count < Derivation.lineLimit - 1,
      expression.terms.count <= Derivation.termLimit
    {
      var step = DerivationStep(withRespectTo: name)
      last = step.derived(last)
      lines.append(Line(last, name, by: step.rules, conventions: step.conventions))
      isOpen = last.isUnfinished
    }
    let simple = Line(
      .finished(result.expression), name, by: [isOpen ? .andSoOn : .putTogether])
    if isOpen || simple.text(isASCII: true) != lines[lines.count - 1].text(isASCII: true) {
      lines.append(simple)
    }
    self.lines = lines
    self.result = result
  }
}

public import Autodiff
public import Expressions

/// The right answers of a graph with arrays.
///
/// A formula is compared on the graph's own numbers and on two other draws of its inputs.
public struct ArrayAnswerKey: Hashable, Sendable {
  public private(set) var reading: ArrayReading
  public let list: ArrayEntryList
  /// The graph's own numbers first, then other draws.
  private(set) var points: [ArrayPoint]
  /// The graph's numbers but for the last few bits, so that it shows which of its results are made of rounding alone.
  private(set) var jittered: ArrayPoint?
  /// How many examples there are: the rows of the data, or its columns where the rows differ; `nil` without data.
  public let examples: Int?

  /// So many draws beside the graph's own numbers are compared.
  static let drawCount = 2

  /// - Throws: `EvaluationError` where a value or a derivative is not finite.
  /// - Complexity: some passes forward and backward.
  public init(_ reading: ArrayReading) throws(EvaluationError) {
    self.reading = reading
    list = ArrayEntryList(reading: reading)
    let own = try ArrayPoint(reading, at: reading.inputs)
    points = [own] + ArrayDraw(reading).points(ArrayAnswerKey.drawCount)
    jittered = try? ArrayPoint(reading, at: reading.inputs.mapValues { $0.jittered })
    examples = ArrayAnswerKey.examples(reading.graph)
  }

  /// The same graph with other numbers of its inputs; formulas are compared on the same draws.
  ///
  /// - Throws: `EvaluationError` where a value or a derivative is not finite.
  /// - Complexity: one pass forward and one backward.
  func moved(to inputs: [String: NumericArray]) throws(EvaluationError) -> ArrayAnswerKey {
    var key = self
    key.reading.inputs = inputs
    key.points[0] = try ArrayPoint(reading, at: inputs)
    key.jittered = nil
    return key
  }

  public var graph: ComputationGraph { list.graph }
  /// Every value, from left to right.
  public var forward: ArrayForwardPass { points[0].forward }
  /// For each node the derivative of the output with respect to it.
  public var derivatives: [NumericArray] { points[0].derivatives }

  /// The numbers that an entry asks for; of a shape those that have it.
  public func value(of index: Int) -> NumericArray { points[0].value(of: list[index]) }

  /// The shape that an answer has.
  public func shape(of index: Int) -> Shape {
    let entry = list[index]
    return entry.cell == nil ? graph.shape(of: entry.quantity) : .number
  }

  /// What is shown as the answer: a shape, numbers, or the rule of a derivative as a formula.
  public func text(of index: Int) -> String {
    let entry = list[index]
    if entry.isShape { return shape(of: index).text }
    if entry.cell == nil, let rule = ruleText(of: entry) { return rule }
    return value(of: index).text { $0.readable().shortestText }
  }

  /// A derivative's rule as a formula that is right as an answer; `nil` for another entry.
  public func ruleText(of entry: ArrayEntry) -> String? {
    guard entry.takesFormulas else { return nil }
    guard entry.slot == nil else {
      return rule(of: entry).map { rule in
        ArrayFormulaAnswer.withProductSigns(short(rule.expression, for: entry).text, in: self)
      }
    }
    let given = reading.starts.filter { $0.node == entry.quantity }.map(\.formula.text)
    return (entry.prerequisites.map { list.entries[$0].name } + given).joined(separator: " + ")
  }

  /// What a node passes back to its operand, over the quantities and derivatives of the graph.
  package func rule(of entry: ArrayEntry) -> Formula? {
    entry.slot.flatMap { ArrayDerivatives(reading).rule(of: entry.node, slot: $0) }
  }

  /// The formula of a derivative over quantities alone, as the rules give it.
  public func wholeRule(of node: Int) -> Formula {
    ArrayDerivatives(reading).formula(withRespectTo: node)
  }

  /// The numbers of an entry with a bound on the machine's rounding for each.
  func exactNumbers(of index: Int) -> [ExactNumber] {
    let exact = value(of: index)
    return exact.exactNumbers(besides: jittered?.value(of: list[index]) ?? exact)
  }

  // MARK: Names

  /// The value of a name of a rule at a point: of a quantity, or of the derivative with respect to one.
  func value(ofRuleName name: String, at point: ArrayPoint) -> NumericArray? {
    if let node = graph.index(of: name) { return point.forward.values[node] }
    return graph.nodes.indices.first { list.derivativeName(of: $0) == name }
      .map { point.derivatives[$0] }
  }

  private static func examples(_ graph: ComputationGraph) -> Int? {
    let data = graph.nodes.indices.filter {
      graph.nodes[$0].kind == .data && !graph.shape(of: $0).isNumber
    }
    let rows = Set(data.compactMap { graph.shape(of: $0).sizes.first })
    if rows.count == 1 { return rows.first }
    let columns = Set(
      data.filter { graph.shape(of: $0).axes > 1 }.compactMap { graph.shape(of: $0).sizes.last })
    if columns.count == 1 { return columns.first }
    return data.first.flatMap { graph.shape(of: $0).sizes.first }
  }
}

extension NumericArray {
  /// The numbers, each with a bound on its rounding: what it becomes where the last bits of the inputs are others.
  func exactNumbers(besides jittered: NumericArray) -> [ExactNumber] {
    let largest = elements.map(abs).max() ?? 0
    return zip(elements, jittered.elements).map { exact, other in
      // What another rounding changes altogether is a zero; what it hardly changes is as good as it is long.
      let change = abs(exact - other)
      let isNoise = change > 0.01 * abs(exact) && largest < 1e-9 || change > 0.3 * abs(exact)
      let error = isNoise ? 2 * max(abs(exact), abs(other)) : change * 1e-3
      return ExactNumber(BoundedNumber(exact, error: max(error, abs(exact) * 1e-15)))
    }
  }

  /// The numbers with their last bits changed.
  fileprivate var jittered: NumericArray {
    var place = 0.0
    return map {
      place += 1
      return $0 == $0.rounded() && abs($0) < 1e6 ? $0 : $0 * (1 + 1e-12 * (1 + place / 7))
    }
  }
}

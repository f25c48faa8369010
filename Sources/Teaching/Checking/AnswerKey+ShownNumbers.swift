import Autodiff
import Expressions

extension AnswerKey {
  /// The number that the screen shows for an entry: six digits, and more where a next step needs them.
  ///
  /// What is worked out from shown numbers agrees with the exact result within `ShownNumbers.tolerance`, unless that is
  /// a zero by cancellation.
  ///
  /// - Complexity: O(m) in the terms of the formulas beside it.
  public func shown(_ index: Int) -> Double {
    let entry = list.entries[index]
    let number = value(of: index)
    switch (entry.kind, entry.slot) {
    case (.forward, _): return shownValue(of: entry.node)
    case (.local, let slot?): return shownLocalDerivative(of: entry.node, slot: slot)
    case (.contribution, let slot?):
      let steps = contributions(to: graph.nodes[entry.node].operands[slot], from: entry.node)
      return number.readable(digits: steps.map { $0.step.digits(of: $0.place) }.max() ?? 0)
    case (.derivative, _):
      guard let operand = operand(of: entry) else { return number }
      return shownDerivative(of: operand)
    case (.shape, _), (.derivativeShape, _):
      preconditionFailure("a number has no shape to ask for")
    case (.local, nil), (.contribution, nil):
      preconditionFailure("only values and sums have no operand")
    case (.later, _): return number.readable()
    }
  }

  /// The number that the screen shows for a node's value.
  ///
  /// It serves in every formula that the node enters, in their derivatives, and in its own derivative where that is
  /// told by the value itself, as s (1 - s) is.
  public func shownValue(of node: Int) -> Double {
    let number = exactValue(of: node)
    guard !number.isShort else { return number }
    var digits = graph.nodes[node].formula == nil ? 0 : boxStep(node).digitsOfResult
    for consumer in graph.consumers[node] {
      guard let slot = graph.nodes[consumer].operands.firstIndex(of: node) else { continue }
      digits = max(digits, boxStep(consumer).step.digits(of: slot))
    }
    return number.readable(digits: digits)
  }

  /// The number that the screen shows for the derivative of a node with respect to one of its operands.
  public func shownLocalDerivative(of node: Int, slot: Int) -> Double {
    let number =
      list.localDerivative(of: node, slot: slot).map(value)
      ?? backward.localDerivative(of: node, slot: slot)
    guard !number.isShort, graph.reachesOutput[node] else { return number.readable(digits: 0) }
    let paths = paths(from: graph.nodes[node].operands[slot])
    guard let place = paths.consumers.firstIndex(of: node) else {
      return number.readable(digits: 0)
    }
    return number.readable(
      digits: max(paths.products[place].digits(of: 0), paths.sum.digits(of: 2 * place)))
  }

  /// The number that the screen shows for the derivative of the output with respect to a node.
  public func shownDerivative(of node: Int) -> Double {
    let number = list.derivative(of: node).map(value) ?? backward.derivatives[node]
    guard !number.isShort else { return number }
    var digits = 0
    for operand in graph.nodes[node].operands where graph.nodes[operand].kind != .data {
      let paths = paths(from: operand)
      guard let place = paths.consumers.firstIndex(of: node) else { continue }
      digits = max(
        digits, paths.products[place].digits(of: 1), paths.sum.digits(of: 2 * place + 1))
    }
    return number.readable(digits: digits)
  }
}

// Where a number is used next.

extension AnswerKey {
  /// What is worked out in a box: its value and its local derivatives, from what enters and from its own value.
  private func boxStep(_ node: Int) -> (step: ShownNumbers, digitsOfResult: Int) {
    guard let expression = graph.nodes[node].formula?.expression else {
      preconditionFailure("an input is no box")
    }
    let operands = forward.operandValues(of: node)
    let exact = BoxNumbers(expression, at: operands, result: forward.values[node])
    let count = operands.count
    let step = ShownNumbers(numbers: operands + [forward.values[node]]) { place, number in
      var changed = operands
      if place < count { changed[place] = number }
      let result = place < count ? nil : number
      return exact.distances(to: BoxNumbers(expression, at: changed, result: result))
    }
    return (step, step.digits(of: count))
  }

  /// The ways by which a change of a node reaches the output, each a local derivative times what comes from there.
  private func paths(from node: Int) -> (
    consumers: [Int], products: [ShownNumbers], sum: ShownNumbers
  ) {
    let consumers = graph.consumers[node].filter { graph.reachesOutput[$0] }
    var factors: [Double] = []
    for consumer in consumers {
      let slot = graph.nodes[consumer].operands.firstIndex(of: node) ?? 0
      factors += [
        backward.localDerivative(of: consumer, slot: slot), backward.derivatives[consumer],
      ]
    }
    let products = consumers.indices.map { ShownNumbers(factors: factors[2 * $0..<2 * $0 + 2]) }
    return (consumers, products, ShownNumbers(sumOfProducts: factors))
  }

  /// The sum that a contribution goes into; at the output it is a local derivative as well.
  private func contributions(
    to node: Int, from consumer: Int
  ) -> [(step: ShownNumbers, place: Int)] {
    let consumers = graph.consumers[node].filter { graph.reachesOutput[$0] }
    guard let place = consumers.firstIndex(of: consumer) else { return [] }
    let numbers = consumers.map { consumer in
      backward.contribution(
        of: consumer, slot: graph.nodes[consumer].operands.firstIndex(of: node) ?? 0)
    }
    return [(ShownNumbers(sum: numbers), place)]
  }
}

/// The value of a box and its local derivatives.
private struct BoxNumbers {
  private var numbers: [Double]

  /// - Parameter result: the box's own value, where the derivatives are told by it; `nil` if they are not.
  init(_ expression: Expression, at operands: [Double], result: Double?) {
    let terms = expression.termValues(at: operands)
    var mistakes: [Int: (Double, Double)] = [:]
    if let result {
      switch expression.terms[expression.root] {
      case .number, .constant, .name, .array: break
      case .unary(let operation, let a):
        mistakes[expression.root] = operation.localDerivatives(terms[a], terms[a], result: result)
      case .binary(let operation, let a, let b):
        mistakes[expression.root] = operation.localDerivatives(terms[a], terms[b], result: result)
      }
    }
    var slopes = Array(repeating: 0.0, count: operands.count)
    for (term, slope) in zip(
      expression.terms, expression.termSlopes(at: operands, mistaking: mistakes))
    {
      if case .name(let slot) = term { slopes[slot] += slope }
    }
    numbers = [terms[expression.root]] + slopes
    // A sigmoid or tanh written out has a derivative of s and 1 - s, too.
    let own = result ?? terms[expression.root]
    numbers.append(expression.isSaturating && abs(own) < 1 ? 1 - abs(own) : 0)
  }

  /// How far each number is from another one, as a part of its own size.
  func distances(to other: BoxNumbers) -> [Double] {
    zip(numbers, other.numbers).map { exact, found in
      if exact == found { return 0 }
      let distance = abs(found - exact) / abs(exact)
      return distance.isNaN ? .infinity : distance
    }
  }
}

extension Expression {
  /// Whether the formula is a quotient over an exponential function, as a sigmoid and tanh are.
  fileprivate var isSaturating: Bool {
    guard case .binary(.divide, _, _) = terms[root] else { return false }
    return terms.contains { term in
      switch term {
      case .unary(.exp, _): true
      case .binary(.power, let base, _): constantTerms[base]
      case .unary, .binary, .number, .constant, .name, .array: false
      }
    }
  }
}

/// Numbers from which something is worked out, and the digits that each must have for it.
private struct ShownNumbers {
  /// How far a result may be off: five digits of it are right.
  static let tolerance = 5e-6
  /// The digits that a number has on the screen where nothing needs more.
  static let fewestDigits = 6
  /// Beyond these a number is not read.
  static let mostDigits = 15
  /// A result that is farther off with all digits is a zero by cancellation, which no digits bring nearer.
  private static let noise = 0.1
  /// Of more numbers each is looked at alone.
  private static let few = 8

  private let numbers: [Double]
  private let errors: (_ place: Int, _ number: Double) -> [Double]

  /// - Parameter errors: how far each result is off, as a part of itself, when one number is replaced by another.
  init(numbers: [Double], errors: @escaping (_ place: Int, _ number: Double) -> [Double]) {
    self.numbers = numbers
    self.errors = errors
  }

  init(factors: ArraySlice<Double>) {
    let factors = Array(factors)
    self.init(numbers: factors) { place, number in
      [factors.allSatisfy { $0 != 0 } ? abs(number / factors[place] - 1) : 0]
    }
  }

  init(sum: [Double]) {
    let total = abs(sum.reduce(0, +))
    self.init(numbers: sum) { place, number in
      [number == sum[place] ? 0 : abs(number - sum[place]) / total]
    }
  }

  /// - Parameter factors: two for each product.
  init(sumOfProducts factors: [Double]) {
    let total = abs(
      stride(from: 0, to: factors.count, by: 2).reduce(0) { $0 + factors[$1] * factors[$1 + 1] })
    self.init(numbers: factors) { place, number in
      let change = abs((number - factors[place]) * factors[place ^ 1])
      return [change == 0 ? 0 : change / total]
    }
  }

  /// The digits that one of the numbers must have, so that all of them together keep every result; 0 where the
  /// usual ones are enough.
  func digits(of place: Int) -> Int {
    guard !numbers[place].isShort else { return 0 }
    let isFew = numbers.count <= ShownNumbers.few
    let places = isFew ? Array(numbers.indices) : [place]
    let shown = places.map { ReadableNumber(numbers[$0]) }
    var needed = 0
    let range = ShownNumbers.fewestDigits...ShownNumbers.mostDigits
    var known = Array(repeating: [Double]?.none, count: places.count * range.count)
    func error(_ index: Int, _ digits: Int, _ result: Int) -> Double {
      let number = shown[index].value(digits: digits)
      guard number != shown[index].number else { return 0 }
      let mark = index * range.count + digits - range.lowerBound
      let errors = known[mark] ?? errors(places[index], number)
      known[mark] = errors
      return errors[result]
    }
    // The roundings of many numbers hardly ever add up all one way.
    let tolerance =
      ShownNumbers.tolerance / (isFew ? 1 : Double(numbers.count).squareRoot())
    for result in errors(place, numbers[place]).indices {
      var digits = Array(repeating: ShownNumbers.fewestDigits, count: places.count)
      var off = places.indices.map { error($0, ShownNumbers.fewestDigits, result) }
      while off.reduce(0, +) > tolerance,
        let worst = places.indices.filter({ digits[$0] < ShownNumbers.mostDigits })
          .max(by: { off[$0] < off[$1] }), off[worst] > 0
      {
        digits[worst] += 1
        off[worst] = error(worst, digits[worst], result)
      }
      guard off.reduce(0, +) <= ShownNumbers.noise, let own = places.firstIndex(of: place) else {
        continue
      }
      needed = max(needed, digits[own])
    }
    return needed
  }
}

import Autodiff
import Expressions

extension ArrayAnswerKey {
  /// The wrong rules that give numbers, the likeliest first.
  func reasons(
    for typed: TypedArray, at index: Int, _ numbers: ArrayLearnerNumbers
  ) -> [ArrayReason] {
    let entry = list[index]
    let right = value(of: index)
    var matches: [[ArrayReason]] = []
    let known = numbers.own.keys.filter { list[$0].kind == .derivative && list[$0].cell == nil }
      .map { list[$0].quantity }
    for mistake in ArrayMistakes(self, entry).all(clearing: Set(known)) {
      guard let value = mistake.value(points[0]).flatMap({ cut($0, for: entry) }),
        !ArrayComparison.isSame(value, right), typed.meets(value),
        !mistake.isOfRow || !value.isZero
      else { continue }
      matches.append(mistake.reasons)
    }
    return (following(typed, entry, numbers) + ordered(matches)).firstOfEachRule
  }

  /// The wrong rules that give a formula, the likeliest first: what one step mends in it, then what else gives its
  /// numbers, then a quantity taken for another.
  func reasons(for formula: ArrayFormulaAnswer, at index: Int) -> [ArrayReason] {
    let entry = list[index]
    let mistakes = ArrayMistakes(self, entry)
    var matches: [[ArrayReason]] = []
    let values = points.map { formula.value(at: $0) }
    func isMet(_ value: (ArrayPoint) -> NumericArray?) -> Bool {
      zip(points, values).allSatisfy { point, typed in
        guard let typed, let value = value(point).flatMap({ cut($0, for: entry) }) else {
          return false
        }
        return ArrayComparison.isSame(typed, value)
      }
    }
    if formula.shape != nil {
      for mistake in mistakes.all(clearing: Set(formula.derivatives))
      where isMet(mistake.value)
        && !(mistake.isOfRow && values.allSatisfy { $0?.isZero ?? false })
      {
        matches.append(mistake.reasons)
      }
    }
    let repair = FormulaRepair(
      answer: formula, entry: entry, takesMeans: !mistakes.meanCounts.isEmpty)
    return (ordered(repair.reasons) + ordered(matches) + repair.confusions).firstOfEachRule
  }

  /// What a mistake gives where a cell is asked.
  func cut(_ value: NumericArray, for entry: ArrayEntry) -> NumericArray? {
    guard let cell = entry.cell else { return value }
    guard value.shape == graph.shape(of: entry.quantity) else { return nil }
    return NumericArray(value[value.place(of: cell)])
  }

  /// Reasons in the order in which they are named: one rule before several, then as the rules are listed.
  private func ordered(_ matches: [[ArrayReason]]) -> [ArrayReason] {
    let ranks = ArrayAnswerKey.ranks
    return matches.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      let keys = [first, second].map { reasons in
        (reasons.count, reasons.first.flatMap { ranks[$0.rule] } ?? 0)
      }
      return keys[0] == keys[1] ? a.offset < b.offset : keys[0] < keys[1]
    }
    .flatMap(\.element).firstOfEachRule
  }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: WrongRule.allCases.enumerated().map { ($1, $0) })

  // MARK: Numbers that follow

  /// The learner's own wrong numbers from which an answer follows by the right rule.
  private func following(
    _ typed: TypedArray, _ entry: ArrayEntry, _ numbers: ArrayLearnerNumbers
  ) -> [ArrayReason] {
    guard !numbers.wrong.isEmpty, entry.cell == nil else { return [] }
    for (other, array) in numbers.wrong.sorted(by: { $0.key < $1.key }) {
      guard list[other].cell == nil, array.shape == shape(of: other),
        let value = value(of: entry, taking: [other: array]),
        !ArrayComparison.isSame(value, points[0].value(of: entry)), typed.meets(value)
      else { continue }
      return [
        ArrayReason(rule: .followsFromWrong, node: entry.node, other: list[other].name)
      ]
    }
    return []
  }

  /// Whether numbers follow from rounded ones, the learner's own or those that are shown.
  func follows(
    _ typed: TypedArray, at index: Int, _ numbers: ArrayLearnerNumbers
  ) -> Bool {
    let entry = list[index]
    guard entry.cell == nil else { return false }
    if !numbers.own.isEmpty, let value = value(of: entry, taking: numbers.own),
      typed.meets(value)
    {
      return true
    }
    return [3, 4, 6].contains { digits in
      guard let value = value(of: entry, taking: [:], rounding: { $0.rounded(toDigits: digits) })
      else { return false }
      return typed.meets(value)
    }
  }

  /// An entry by its rule, from other numbers of what leads to it.
  func value(
    of entry: ArrayEntry, taking taken: [Int: NumericArray],
    rounding: (Double) -> Double = { $0 }
  ) -> NumericArray? {
    func number(_ index: Int?, _ right: NumericArray) -> NumericArray {
      index.flatMap { taken[$0] } ?? right.map(rounding)
    }
    if entry.kind == .value {
      guard let expression = graph.nodes[entry.node].formula?.expression else { return nil }
      let operands = graph.nodes[entry.node].operands.map { operand in
        number(list.value(of: operand), forward.values[operand])
      }
      return expression.finiteValue(at: operands)
    }
    guard let rule = rule(of: entry)?.expression else {
      let parts = entry.prerequisites.map { number($0, points[0].value(of: list.entries[$0])) }
      guard let first = parts.first else { return nil }
      return parts.dropFirst().reduce(first) { $0.adding($1) }
    }
    var values: [NumericArray] = []
    for name in rule.names {
      guard let right = value(ofRuleName: name, at: points[0]) else { return nil }
      values.append(number(list.index(of: name), right))
    }
    return rule.finiteValue(at: values)
  }

  // MARK: Shapes

  /// Why a shape is not the one asked.
  func shapeReasons(_ typed: Shape, for entry: ArrayEntry) -> [ArrayReason] {
    let wanted = graph.shape(of: entry.quantity)
    var matches: [[ArrayReason]] = []
    func add(_ rules: WrongRule..., other: String? = nil) {
      matches.append(rules.map { ArrayReason(rule: $0, node: entry.node, other: other) })
    }
    if typed.sizes == wanted.sizes.reversed() { add(.transposed) }
    let operands = graph.nodes[entry.node].operands
    let isOperand = operands.contains { graph.shape(of: $0) == typed }
    if entry.kind == .valueShape, let expression = graph.nodes[entry.node].formula?.expression {
      let table = RowTable(graph)
      for change in FormulaMutation.mistakes(in: expression, table.shapes[entry.node]) {
        let names = change.expression.names.map { graph.shape(of: graph.index(of: $0) ?? 0) }
        guard (try? change.expression.termShapes(at: names))?.last == typed,
          !(change.rules == [.elementwiseProduct] && isOperand)
        else { continue }
        matches.append(change.rules.map { ArrayReason(rule: $0, node: entry.node) })
      }
    }
    if entry.kind == .derivativeShape, graph.shape(of: entry.node) == typed { add(.notSummed) }
    if let other = operands.first(where: { graph.shape(of: $0) == typed }) {
      add(.otherEntry, other: graph.nodes[other].name)
    }
    return ordered(matches)
  }
}

extension [ArrayReason] {
  /// The reasons without those whose rule was named before.
  fileprivate var firstOfEachRule: [ArrayReason] {
    reduce(into: []) { found, reason in
      if !found.contains(where: { $0.rule == reason.rule }) { found.append(reason) }
    }
  }
}

extension NumericArray {
  fileprivate var isZero: Bool { elements.allSatisfy { $0 == 0 } }
}

extension TypedArray {
  /// Whether it is an array, cell by cell at the digits typed.
  func meets(_ other: NumericArray) -> Bool {
    let other = isSpread && other.shape.isNumber ? other.spread(to: shape) : other
    guard shape == other.shape else { return false }
    let size = other.elements.map(abs).max() ?? 0
    return zip(cells, other.elements).allSatisfy { typed, number in
      let exact = ExactNumber(BoundedNumber(number, error: abs(number) * 1e-13 + size * 1e-15))
      switch exact.match(typed) {
      case .exact, .rounded, .wholeRounded: return true
      case .tooShort, .none: return false
      }
    }
  }
}

extension ArrayFormulaAnswer {
  /// The nodes whose derivatives stand in the formula, apart from the paths to the entry itself.
  fileprivate var derivatives: [Int] {
    expression.names.compactMap { name in
      switch text.meanings[name] {
      case .derivative(let node): node
      case .value, .contribution, .number, nil: nil
      }
    }
  }

  /// What is wrong with the formula's shape.
  func shapeFault(for index: Int) -> ShapeFault {
    let entry = key.list[index]
    var fault = ShapeFault(found: shape, wanted: key.shape(of: index))
    if shape == nil { fault.apart = apart }
    if entry.cell == nil, let rule = key.rule(of: entry)?.expression {
      fault.factors = rule.factors
    }
    return fault
  }

  /// The first two parts that do not go together.
  private var apart: ShapeFault.Product? {
    for term in expression.terms.indices {
      let operands = expression.operands(of: term)
      guard operands.count == 2, shapes(of: term) == nil else { continue }
      let parts = operands.compactMap { shapes(of: $0) }
      guard parts.count == 2 else { continue }
      let isProduct =
        if case .array(let place) = expression.terms[term] {
          expression.arrays[place].operation == .product
        } else {
          false
        }
      return ShapeFault.Product(
        left: text.original(expression.part(operands[0]).text),
        right: text.original(expression.part(operands[1]).text), shapes: parts,
        isOfMatrices: isProduct)
    }
    return nil
  }

  private func shapes(of term: Int) -> Shape? {
    let part = expression.part(term)
    let names = part.names.map { text.meanings[$0].map(key.shape(of:)) ?? .number }
    return (try? part.termShapes(at: names))?.last
  }
}

extension Expression {
  /// The factors of the first product of matrices, as they stand, without being turned.
  fileprivate var factors: [String] {
    for term in terms.indices {
      guard case .array(let place) = terms[term],
        arrays[place].operation == .product || arrays[place].operation == .outer
      else { continue }
      return arrays[place].operands.map { operand in
        isTransposed(operand) ? part(operands(of: operand)[0]).text : part(operand).text
      }
    }
    return []
  }
}

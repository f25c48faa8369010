import Autodiff
import Expressions

/// Formulas that are one step away from a learner's, with the rule that the step mends.
struct FormulaRepair {
  let answer: ArrayFormulaAnswer
  let entry: ArrayEntry
  /// Whether a mean is taken on the way, whose factor is in already.
  let takesMeans: Bool

  private var expression: Expression { answer.expression }
  private var key: ArrayAnswerKey { answer.key }

  /// The wrong rules that one step mends.
  var reasons: [[ArrayReason]] {
    mutations.filter { isRight($0.expression) }.map { mutation in
      mutation.rules.map { ArrayReason(rule: $0, node: entry.node) }
    }
  }

  private func isRight(_ other: Expression) -> Bool {
    key.points.allSatisfy { point in
      let values = answer.values(at: point, of: other.names)
      guard (try? other.termShapes(at: values.map(\.shape))) != nil,
        let results = other.arrayTermValues(at: values), results[other.root].isFinite
      else { return false }
      return ArrayComparison.isSame(
        results[other.root], point.value(of: entry), size: ArrayComparison.size(results))
    }
  }

  private var mutations: [FormulaMutation] {
    expression.terms.indices.flatMap { structural(at: $0) } + around
  }

  // MARK: Products, sums and means

  private func structural(at index: Int) -> [FormulaMutation] {
    func replaced(_ make: (inout TermEdit, [Int]) -> Int) -> Expression {
      TermEdit.replacing(index, of: expression, make)
    }
    switch expression.terms[index] {
    case .binary(.subtract, _, _):
      return [
        FormulaMutation(
          .targetMinus, expression: replaced { $0.append(.binary(.subtract, $1[1], $1[0])) })
      ]
    case .binary(.divide, _, let b):
      guard expression.part(b).names.allSatisfy({ answer.text.isCount($0) }) else { return [] }
      return [
        FormulaMutation(takesMeans ? .meanTwice : .averaged, expression: replaced { $1[0] })
      ]
    case .array(let place):
      let call = expression.arrays[place]
      switch call.operation {
      case .product: return products(at: index, isElementwise: false)
      case .entrywise: return products(at: index, isElementwise: true)
      case .outer:
        return [
          FormulaMutation(.orderSwapped, expression: replaced { $0.append(.outer, $1[1], $1[0]) })
        ]
      case .transpose: return [FormulaMutation(.notTransposed, expression: replaced { $1[0] })]
      case .reduce(let reduction, let axis, let keeps):
        return reductions(at: index, reduction, axis, keeps)
      default: return []
      }
    case .number, .constant, .name, .unary, .binary: return []
    }
  }

  /// The products of the same two factors.
  private func products(at index: Int, isElementwise: Bool) -> [FormulaMutation] {
    var found: [FormulaMutation] = []
    let operands = expression.operands(of: index)
    let isOfVectors = operands.allSatisfy { axes(of: $0) == 1 }
    if isOfVectors, isElementwise, isReduced(index) { return [] }
    if isOfVectors {
      // What is multiplied number by number may lack its sum, or be an outer product; the order is one.
      return [
        FormulaMutation(
          isElementwise ? .notSummed : .elementwiseProduct,
          expression: TermEdit.replacing(index, of: expression) {
            $0.append(isElementwise ? .product : .entrywise, $1[0], $1[1])
          }),
        FormulaMutation(
          .elementwiseProduct,
          expression: TermEdit.replacing(index, of: expression) {
            $0.append(.outer, $1[0], $1[1])
          }),
      ]
    }
    for isSwapped in [false, true] {
      for turning in 0..<4 {
        let turns = [turning & 1 != 0, turning & 2 != 0]
        var rules: [WrongRule] = isElementwise ? [.elementwiseProduct] : []
        if isSwapped { rules.append(.orderSwapped) }
        if turns.contains(true) { rules.append(.notTransposed) }
        if isSwapped, turns == [true, true], !isElementwise { rules = [.transposed] }
        guard !rules.isEmpty else { continue }
        var mutation = FormulaMutation(
          expression: TermEdit.replacing(index, of: expression) { edit, operands in
            var factors = zip(operands, turns).map { $1 ? edit.transpose($0) : $0 }
            if isSwapped { factors.swapAt(0, 1) }
            return edit.append(.product, factors[0], factors[1])
          })
        mutation.rules = rules
        found.append(mutation)
      }
    }
    guard !isElementwise else { return found }
    return found + [
      FormulaMutation(
        .elementwiseProduct,
        expression: TermEdit.replacing(index, of: expression) {
          $0.append(.entrywise, $1[0], $1[1])
        })
    ]
  }

  /// Whether a sum or a mean is taken of a part already.
  private func isReduced(_ term: Int) -> Bool {
    expression.terms.contains { kind in
      guard case .array(let place) = kind, case .reduce = expression.arrays[place].operation else {
        return false
      }
      return expression.arrays[place].operands == [term]
    }
  }

  /// How many axes a part has.
  private func axes(of term: Int) -> Int? {
    let part = expression.part(term)
    let names = part.names.map { answer.text.meanings[$0].map(key.shape(of:)) ?? .number }
    return (try? part.termShapes(at: names))?.last?.axes
  }

  private func reductions(
    at index: Int, _ reduction: ArrayOperation.Reduction, _ axis: Int?, _ keeps: Bool
  ) -> [FormulaMutation] {
    guard reduction == .sum || reduction == .mean else { return [] }
    var found: [FormulaMutation] = []
    func add(_ rule: WrongRule, _ kind: ArrayOperation.Reduction, _ axis: Int?, _ keeps: Bool) {
      found.append(
        FormulaMutation(
          rule,
          expression: TermEdit.replacing(index, of: expression) {
            $0.append(.reduce(kind, axis: axis, keepsAxes: keeps), $1[0])
          }))
    }
    for other in [0, 1, 2] where other != axis { add(.wrongAxis, reduction, other, keeps) }
    for other in [0, 1] where !keeps && other != axis { add(.wrongAxis, reduction, other, true) }
    if reduction == .mean { add(.averaged, .sum, axis, keeps) }
    if axis != nil { add(.wrongAxis, reduction, nil, false) }
    return found
  }

  // MARK: The whole

  private var around: [FormulaMutation] {
    let root = expression.root
    func wrapped(_ make: (inout TermEdit, Int) -> Int) -> Expression {
      TermEdit.wrapping(root, of: expression, make)
    }
    var found: [FormulaMutation] = []
    for keeps in [false, true] {
      for axis in [0, 1, nil] {
        found.append(
          FormulaMutation(
            .notSummed,
            expression: wrapped { $0.append(.reduce(.sum, axis: axis, keepsAxes: keeps), $1) }))
      }
    }
    found.append(FormulaMutation(.transposed, expression: wrapped { $0.transpose($1) }))
    return found
  }

  // MARK: Names

  /// What the formula takes for another quantity of the same shape.
  var confusions: [ArrayReason] {
    var found: [ArrayReason] = []
    for (slot, name) in expression.names.enumerated() {
      guard let meaning = answer.text.meanings[name] else { continue }
      for other in alternatives(to: meaning) {
        let isRight = key.points.allSatisfy { point in
          var values = answer.values(at: point, of: expression.names)
          values[slot] = answer.value(of: other, at: point)
          guard let results = expression.arrayTermValues(at: values),
            results[expression.root].isFinite
          else { return false }
          return ArrayComparison.isSame(
            results[expression.root], point.value(of: entry), size: ArrayComparison.size(results))
        }
        guard isRight else { continue }
        let isValue = if case .value = meaning, case .derivative = other { true } else { false }
        let isSeed = meaning == .value(key.graph.output)
        found.append(
          ArrayReason(
            rule: isSeed ? .seed : isValue ? .forwardValue : .otherEntry, node: entry.node,
            other: answer.text.original(name)))
      }
    }
    return found
  }

  /// The quantities and derivatives of the same shape that the formula may use.
  private func alternatives(
    to meaning: ArrayFormulaText.Meaning
  ) -> [ArrayFormulaText.Meaning] {
    guard answer.shape != nil else { return [] }
    if case .number = meaning { return [] }
    let shape = key.shape(of: meaning)
    return key.graph.nodes.indices.filter { key.graph.shape(of: $0) == shape }
      .flatMap { node -> [ArrayFormulaText.Meaning] in
        let isLater =
          node == entry.quantity || key.graph.leads(from: node, to: entry.quantity)
          || key.graph.nodes[node].kind == .data
        return [.value(node)] + (isLater ? [] : [.derivative(node)])
      }
      .filter { $0 != meaning }
  }
}

extension ArrayFormulaText {
  /// Whether a name is the number of examples, or another number.
  func isCount(_ name: String) -> Bool {
    switch meanings[name] {
    case .number: true
    default: false
    }
  }
}

import Autodiff
public import Expressions

/// The facts of the hints for one entry, from what is asked to the answer; a screen has the words.
public struct ArrayHint: Hashable, Sendable {
  /// A quantity or derivative with its shape.
  public struct Named: Hashable, Sendable {
    public var name: String
    public var shape: Shape

    public init(name: String, shape: Shape) {
      self.name = name
      self.shape = shape
    }
  }

  /// First: where to look. What enters the rule, with shapes.
  public var operands: [Named]
  /// What comes from the right; `nil` at the output, and for values and shapes.
  public var upstream: Named?
  /// What is asked, in whose shape the answer is.
  public var asked: Named
  /// Then: the rule, by its kind.
  public var kind: ArrayRuleKind
  /// The axis over which something that was spread is summed.
  public var summedAxes: [Int]
  /// The box's own formula.
  public var box: String
  /// At last: the answer as it is typed.
  public var answer: String
}

extension ArrayAnswerKey {
  /// The facts of the hints for an entry, which also tell why a right answer is right.
  ///
  /// - Complexity: O(n) in the terms of the box.
  public func hint(for index: Int) -> ArrayHint {
    let entry = list[index]
    let node = graph.nodes[entry.node]
    let isBackward = entry.kind == .derivative || entry.kind == .contribution
    let quantity = graph.nodes[entry.quantity].name
    let isAsked = entry.kind == .valueShape || entry.kind == .value
    func named(_ node: Int) -> ArrayHint.Named {
      ArrayHint.Named(name: graph.nodes[node].name, shape: graph.shape(of: node))
    }
    let isOutput = entry.node == graph.output && reading.starts.isEmpty
    let upstream =
      isBackward && entry.slot != nil && !isOutput
      ? ArrayHint.Named(
        name: list.derivativeName(of: entry.node), shape: graph.shape(of: entry.node)) : nil
    let operands: [ArrayHint.Named]
    switch entry.kind {
    case .derivativeShape: operands = [named(entry.quantity)]
    case .derivative where entry.slot == nil:
      operands = entry.prerequisites.map {
        ArrayHint.Named(name: list.entries[$0].name, shape: graph.shape(of: entry.quantity))
      }
    default: operands = node.operands.map(named)
    }
    return ArrayHint(
      operands: operands, upstream: upstream,
      asked: ArrayHint.Named(
        name: isAsked ? quantity : list.derivativeName(of: entry.quantity),
        shape: graph.shape(of: entry.quantity)),
      kind: ruleKind(of: entry), summedAxes: summedAxes(of: entry),
      box: node.formula.map { "\(node.name) = \($0.text)" } ?? node.name, answer: text(of: index))
  }

  /// The kind of rule that gives a derivative.
  private func ruleKind(of entry: ArrayEntry) -> ArrayRuleKind {
    guard let slot = entry.slot else {
      guard entry.kind == .derivative else { return .several }
      let nodes = entry.prerequisites.map { list.entries[$0].node }
      return graph.isRepeated(nodes) ? .steps : .paths
    }
    guard let expression = graph.nodes[entry.node].formula?.expression else { return .several }
    let uses = expression.terms.indices.filter { expression.terms[$0] == .name(slot) }
    guard uses.count == 1, let use = uses.first else { return .several }
    // The one operation on the way that is more than a sum passing on; several of them are told apart in no line.
    var kinds: [ArrayRuleKind] = []
    var term = use
    while term != expression.root {
      guard let parent = expression.parent(of: term) else { return .several }
      let place = expression.operands(of: parent).firstIndex(of: term) ?? 0
      kinds.append(kind(of: expression, parent, place, entry.node))
      term = parent
    }
    let more = kinds.filter {
      if case .term = $0 { false } else { true }
    }
    if more.isEmpty { return kinds.first ?? .term(isSubtracted: false) }
    return more.count == 1 ? more[0] : .several
  }

  private func kind(
    of expression: Expression, _ term: Int, _ place: Int, _ node: Int
  ) -> ArrayRuleKind {
    let names = graph.nodes[node].operands.map { graph.shape(of: $0) }
    guard let shapes = try? expression.termShapes(at: names) else { return .several }
    let operands = expression.operands(of: term)
    let isSpread = shapes[operands[place]] != shapes[term]
    switch expression.terms[term] {
    case .binary(.add, _, _): return isSpread ? .spread : .term(isSubtracted: false)
    case .binary(.subtract, _, _): return isSpread ? .spread : .term(isSubtracted: place == 1)
    case .binary(.multiply, _, _): return .entrywiseFactor
    case .binary(let operation, _, _): return .function(operation.functionName ?? "")
    case .unary(let operation, _):
      return operation == .relu ? .mask("relu") : .function(operation.functionName ?? "-")
    case .array(let call):
      switch expression.arrays[call].operation {
      case .product, .outer: return place == 0 ? .leftFactor : .rightFactor
      case .entrywise: return .entrywiseFactor
      case .transpose: return .transposed
      case .reduce(.sum, _, _): return .sum
      case .reduce(.mean, _, _): return .mean
      case .reduce(.max, _, _), .reduce(.min, _, _): return .extremum
      case .reduce(let reduction, _, _): return .function(reduction.rawValue)
      case .softmax: return .softmax
      case .logSumExp: return .function("logsumexp")
      case .crossEntropy: return .crossEntropy
      case .part, .picked: return .part
      case .rows: return .lookup
      case .concatenate: return .joined
      case .reshape, .broadcast, .flip, .pad, .diagonal: return .reshaped
      case .convolution: return .convolution
      case .maximumPool, .unpool: return .pool
      case .choose: return .mask("where")
      case .literal, .filled, .identity, .random, .extremum, .compare, .oneHot, .scatter:
        return .several
      }
    case .number, .constant, .name: return .several
    }
  }

  /// The axes of the box's result along which the operand was spread.
  private func summedAxes(of entry: ArrayEntry) -> [Int] {
    guard entry.takesFormulas, entry.slot != nil else { return [] }
    let (own, result) = (graph.shape(of: entry.quantity), graph.shape(of: entry.node))
    guard case .spread = ruleKind(of: entry), own.axes <= result.axes else { return [] }
    let missing = result.axes - own.axes
    return result.sizes.indices.filter {
      $0 < missing || (own.sizes[$0 - missing] == 1 && result.sizes[$0] != 1)
    }
  }
}

extension Expression {
  /// The term that uses another one; `nil` for the root.
  fileprivate func parent(of term: Int) -> Int? {
    terms.indices.first { $0 > term && operands(of: $0).contains(term) }
  }
}

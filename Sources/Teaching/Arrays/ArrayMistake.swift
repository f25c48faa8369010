import Autodiff
import Expressions

/// What somebody comes to who breaks a rule on the way to an entry.
struct ArrayMistake {
  var rules: [WrongRule]
  /// The box at which the rule is broken.
  var node: Int
  var part = ""
  var other: String?
  /// The boxes of which one may be to blame; what is known on the way to all of them clears it.
  var suspects: [Int]
  /// Whether it breaks the rule of a box, where a loss whose mean passes nothing back leaves nothing.
  var isOfRow = false
  /// What comes of it at a point; `nil` where nothing does.
  var value: (ArrayPoint) -> NumericArray?

  init(
    _ rules: [WrongRule], node: Int, part: String = "", other: String? = nil,
    suspects: [Int]? = nil, value: @escaping (ArrayPoint) -> NumericArray?
  ) {
    self.rules = rules
    self.node = node
    self.part = part
    self.other = other
    self.suspects = suspects ?? [node]
    self.value = value
  }

  var reasons: [ArrayReason] {
    rules.map { ArrayReason(rule: $0, node: node, part: part, other: other) }
  }
}

/// The mistakes on the way to one entry of a graph with arrays.
struct ArrayMistakes {
  let key: ArrayAnswerKey
  let entry: ArrayEntry
  let table: RowTable

  init(_ key: ArrayAnswerKey, _ entry: ArrayEntry) {
    self.key = key
    self.entry = entry
    table = RowTable(key.graph)
  }

  /// All that may have gone wrong; in large graphs only in the entry's own box.
  private var all: [ArrayMistake] {
    guard entry.takesFormulas else { return values }
    return isLarge ? rows + quantities : rows + targets + paths + quantities
  }

  /// Whether the graph has so many numbers that nobody waits for all mistakes.
  private var isLarge: Bool {
    key.graph.nodes.indices.reduce(0) { $0 + key.graph.shape(of: $1).count }
      > ArrayMistakes.cellLimit
  }

  private static let cellLimit = 20_000

  /// Those that are no fault of what is known.
  ///
  /// - Parameter known: the nodes whose derivative was right, or stands in the answer.
  func all(clearing known: Set<Int>) -> [ArrayMistake] {
    let open = boxes(before: known)
    return all.filter { $0.suspects.isEmpty || $0.suspects.contains(where: open.contains) }
  }

  /// The boxes that pass something back to the entry on a way that meets nothing known.
  ///
  /// - Complexity: O(n + e).
  private func boxes(before known: Set<Int>) -> Set<Int> {
    let consumers = key.graph.consumers
    var open: Set<Int> = []
    var next = entry.slot == nil && entry.takesFormulas ? consumers[entry.quantity] : [entry.node]
    while let node = next.popLast() {
      guard open.insert(node).inserted, !known.contains(node) else { continue }
      next += consumers[node]
    }
    return open
  }

  // MARK: Rows

  /// Mistakes in the rule of one part of a box: of the entry's own, and of those to its right.
  private var rows: [ArrayMistake] {
    let graph = key.graph
    var found: [ArrayMistake] = []
    var means: [RowFault] = []
    var variances: [RowFault] = []
    for node in graph.nodes.indices.dropFirst(entry.node) {
      guard let expression = graph.nodes[node].formula?.expression,
        node == entry.node || !isLarge && graph.leads(from: entry.quantity, to: node)
      else { continue }
      let isConstant = expression.constantTerms
      for term in expression.terms.indices {
        for (place, operand) in expression.operands(of: term).enumerated()
        where !isConstant[operand] && table.row(of: node, term: term, operand: place) != nil {
          let part = term == expression.root ? "" : expression.part(term).text
          for mistake in mistakes(of: node, term, place) {
            let fault = RowFault(node: node, term: term, operand: place, row: mistake.row)
            if mistake.rules == [.constantMean] { means.append(fault) }
            if mistake.rules == [.constantVariance] { variances.append(fault) }
            found.append(self.mistake(mistake.rules, [fault], part))
          }
          if node != entry.node, let skipped = skipping(node, term, place) {
            found.append(self.mistake([.skippedNode], [skipped], part))
          }
        }
      }
    }
    if !means.isEmpty, !variances.isEmpty {
      found.append(
        mistake([.constantMean, .constantVariance], means + variances, ""))
    }
    return found
  }

  private func mistake(
    _ rules: [WrongRule], _ faults: [RowFault], _ part: String
  ) -> ArrayMistake {
    var mistake = ArrayMistake(
      rules, node: faults[0].node, part: part, suspects: faults.map(\.node)
    ) { [entry, table] point in
      MistakenSweep(point: point, table: table).value(of: entry, faults: faults)
    }
    mistake.isOfRow = true
    return mistake
  }

  private func mistakes(of node: Int, _ term: Int, _ place: Int) -> [MistakenRow] {
    guard let expression = key.graph.nodes[node].formula?.expression else { return [] }
    let own = expression.operands(of: term).map { table.shapes[node][$0] }
    let operands = key.points[0].forward.operandValues(of: node)
    return MistakenRow.mistakes(
      of: term, operand: place, in: expression, own, table.shapes[node][term],
      isMask: { isMask(expression, $0, node) },
      indices: { expression.part($0).value(of: operands, in: expression)?.elements })
  }

  /// Whether a term is a mask: a comparison, a step, or data of zeros and one other number.
  private func isMask(_ expression: Expression, _ term: Int, _ node: Int) -> Bool {
    switch expression.terms[term] {
    case .unary(.step, _): return true
    case .array(let place):
      switch expression.arrays[place].operation {
      case .compare, .extremum: return true
      default: return false
      }
    case .binary(.divide, let a, let b), .binary(.multiply, let a, let b):
      // A dropout's mask is scaled.
      return isMask(expression, a, node) && expression.part(b).isConstant
    case .name(let slot):
      let operand = key.graph.nodes[node].operands[slot]
      if let formula = key.graph.nodes[operand].formula?.expression {
        return isMask(formula, formula.root, operand)
      }
      let distinct = Set(key.points[0].forward.values[operand].elements)
      return key.graph.nodes[operand].kind == .data && distinct.contains(0) && distinct.count <= 2
    default: return false
    }
  }

  /// A box that is left out on the way: its only operation passes on what comes.
  private func skipping(_ node: Int, _ term: Int, _ place: Int) -> RowFault? {
    guard let expression = key.graph.nodes[node].formula?.expression, term == expression.root,
      expression.terms.count == 2,
      table.shapes[node][term] == table.shapes[node][expression.operands(of: term)[place]]
    else { return nil }
    return RowFault(node: node, term: term, operand: place, row: Expression(name: "G"))
  }

  // MARK: Targets

  /// p, or y - p, for p - y, wherever a derivative is such a difference.
  private var targets: [ArrayMistake] {
    let graph = key.graph
    var found: [ArrayMistake] = []
    let data = graph.nodes.indices.filter { graph.nodes[$0].kind == .data }
    for node in graph.nodes.indices.dropFirst(min(entry.node, entry.quantity))
    where node == entry.quantity || node == entry.node
      || graph.leads(from: entry.quantity, to: node)
    {
      for target in data where graph.shape(of: target) == graph.shape(of: node) {
        for value in graph.operations where graph.shape(of: value) == graph.shape(of: node) {
          guard let factor = factor(node, value, target) else { continue }
          found.append(
            replacing(node, [.targetForgotten]) { $0.forward.values[value].map { $0 * factor } })
          found.append(
            replacing(node, [.targetMinus]) { $0.derivatives[node].map { -$0 } })
        }
      }
    }
    return found
  }

  /// The number by which a derivative is a multiple of p - y at every point.
  private func factor(_ node: Int, _ value: Int, _ target: Int) -> Double? {
    var factor: Double?
    for point in key.points {
      let difference = NumericArray.join(
        point.forward.values[value], point.forward.values[target], -)
      for (x, y) in zip(point.derivatives[node].elements, difference.elements) {
        guard abs(y) > 1e-9 else {
          if abs(x) > 1e-9 { return nil }
          continue
        }
        if let known = factor, abs(x / y - known) > 1e-9 * abs(known) { return nil }
        factor = factor ?? x / y
      }
    }
    return factor.flatMap { $0 == 0 ? nil : $0 }
  }

  private func replacing(
    _ node: Int, _ rules: [WrongRule], by other: @escaping (ArrayPoint) -> NumericArray?
  ) -> ArrayMistake {
    // The derivative of a node comes from the boxes that use it.
    ArrayMistake(rules, node: node, suspects: key.graph.consumers[node]) {
      [entry, table] point in
      guard let other = other(point) else { return nil }
      if entry.quantity == node { return other }
      return MistakenSweep(point: point, table: table)
        .value(of: entry, replacing: node, by: other)
    }
  }

  // MARK: Paths

  /// One path of several, here or further to the right.
  private var paths: [ArrayMistake] {
    var found: [ArrayMistake] = []
    for other in key.list.entries
    where other.kind == .contribution && other.quantity >= entry.quantity
      && !(entry.kind == .contribution && entry.quantity == other.quantity)
    {
      let paths =
        key.list.derivative(of: other.quantity)
        .map { key.list.entries[$0].prerequisites } ?? []
      let isLast = paths.first.map { key.list.entries[$0] == other } ?? false
      let rule: WrongRule =
        isLast && key.graph.isRepeated(paths.map { key.list.entries[$0].node })
        ? .lastStepOnly : .onePath
      var mistake = replacing(other.quantity, [rule]) { $0.value(of: other) }
      mistake.other = other.name
      found.append(mistake)
    }
    return found
  }
}

extension Expression {
  /// The value of a part of another formula, at values for that one's names.
  fileprivate func value(of values: [NumericArray], in whole: Expression) -> NumericArray? {
    arrayValue(
      at: names.map { name in
        whole.names.firstIndex(of: name).map { values[$0] } ?? NumericArray(.nan)
      })
  }
}

import Autodiff
import Expressions

// Quantities and derivatives that are taken for others, and factors of the whole.

extension ArrayMistakes {
  var quantities: [ArrayMistake] {
    let (key, entry, table) = (key, entry, table)
    let graph = key.graph
    var found: [ArrayMistake] = []
    func add(_ rule: WrongRule, _ value: @escaping (ArrayPoint) -> NumericArray?) {
      found.append(ArrayMistake([rule], node: entry.node, value: value))
    }
    add(.doubled) { $0.value(of: entry).map { 2 * $0 } }
    add(.sign) { $0.value(of: entry).map { -$0 } }
    add(.transposed) { $0.value(of: entry).turned }
    if key.reading.starts.isEmpty {
      add(.seed) { point in
        point.forward.values[graph.output].number
          .map { seed in point.value(of: entry).map { seed * $0 } }
      }
    }
    let counts = meanCounts
    for (count, means) in counts.sorted(by: { $0.key < $1.key }) {
      // Twice the number is `doubled` as well, which is right where the mean is in already.
      found.append(
        ArrayMistake([.meanForgotten], node: entry.node, suspects: count == 2 ? means : nil) {
          $0.value(of: entry).map { $0 * count }
        })
      add(.meanTwice) { $0.value(of: entry).map { $0 / count } }
    }
    if let examples = key.examples.map(Double.init), examples > 1, counts[examples] == nil {
      // Where a mean is taken somewhere its factor is in already.
      add(counts.isEmpty ? .averaged : .meanTwice) { $0.value(of: entry).map { $0 / examples } }
    }
    if let slot = entry.slot {
      let isOutput = entry.node == graph.output && key.reading.starts.isEmpty
      func local(_ point: ArrayPoint) -> NumericArray? {
        let ones = NumericArray(filledWith: 1, shape: graph.shape(of: entry.node))
        return MistakenSweep(point: point, table: table)
          .contributions(of: entry.node, upstream: ones)?[slot]
      }
      if !isOutput {
        add(.localOnly, local)
        add(.upstreamOnly) { $0.derivatives[entry.node] }
        add(.added) { point in
          let upstream = point.derivatives[entry.node]
          guard let local = local(point), local.shape == upstream.shape else { return nil }
          return local.adding(upstream)
        }
      }
    } else {
      for path in entry.prerequisites {
        let other = key.list.entries[path]
        found.append(
          ArrayMistake([.onePath], node: other.node, other: other.name) { $0.value(of: other) })
      }
    }
    return found + others
  }

  /// The counts of the means to the right of the entry, and of its own box, with the boxes that take them.
  var meanCounts: [Double: [Int]] {
    var counts: [Double: [Int]] = [:]
    for node in key.graph.nodes.indices
    where node == entry.node || key.graph.leads(from: entry.quantity, to: node) {
      guard let expression = key.graph.nodes[node].formula?.expression else { continue }
      for kind in expression.terms {
        switch kind {
        case .array(let place):
          let call = expression.arrays[place]
          let shape = table.shapes[node][call.operands.first ?? 0]
          switch call.operation {
          case .reduce(.mean, let axis, _):
            let count = axis.flatMap { shape.axis($0) }.map { shape.sizes[$0] } ?? shape.count
            counts[Double(count), default: []].append(node)
          case .crossEntropy:
            let count = shape.count / max(1, shape.sizes.last ?? 1)
            counts[Double(count), default: []].append(node)
          default: break
          }
        case .binary(.divide, _, let b):
          // `sum(…) / m`, with m as a number or by its name.
          let divisor = expression.part(b)
          let value = divisor.names.first.flatMap { key.graph.index(of: $0) }
            .flatMap { key.graph.nodes[$0].formula == nil ? key.forward.values[$0].number : nil }
          guard table.shapes[node][b].isNumber, divisor.terms.count == 1,
            let count = value
              ?? divisor.arrayValue(at: divisor.names.map { _ in NumericArray(0) })?
              .number, count > 1, count == count.rounded(), expression.holdsSum
          else { continue }
          counts[count, default: []].append(node)
        default: break
        }
      }
    }
    return counts.filter { $0.key > 1 }
  }

  /// The answers of other entries, and values.
  private var others: [ArrayMistake] {
    let (entry, graph) = (entry, key.graph)
    var found: [ArrayMistake] = []
    let own = graph.shape(of: entry.quantity)
    for node in graph.nodes.indices where graph.shape(of: node) == own {
      let isNear = node == entry.quantity || node == entry.node
      found.append(
        ArrayMistake(
          [isNear ? .forwardValue : .otherEntry], node: entry.node, other: graph.nodes[node].name
        ) { $0.forward.values[node] })
    }
    for (index, other) in key.list.entries.enumerated()
    where other.takesFormulas && graph.nodes[other.quantity].kind != .data
      && graph.shape(of: other.quantity) == own
      && key.list.entries[index].name != entry.name && !entry.prerequisites.contains(index)
    {
      found.append(
        ArrayMistake([.otherEntry], node: entry.node, other: other.name) { $0.value(of: other) })
    }
    return found
  }

  // MARK: Values

  /// Mistakes in computing a box.
  var values: [ArrayMistake] {
    let (entry, graph) = (entry, key.graph)
    guard let expression = graph.nodes[entry.node].formula?.expression else { return [] }
    var changes = FormulaMutation.mistakes(in: expression, table.shapes[entry.node])
    for term in expression.terms.indices {
      switch expression.terms[term] {
      case .unary(.relu, _):
        changes.append(
          FormulaMutation(
            .reluIgnored, expression: TermEdit.replacing(term, of: expression) { $1[0] }))
      case .binary(.add, _, _), .binary(.subtract, _, _):
        changes.append(
          FormulaMutation(
            .operandMissing, expression: TermEdit.replacing(term, of: expression) { $1[0] }))
      case .array(let place):
        guard case .reduce(.mean, let axis, let keeps) = expression.arrays[place].operation else {
          continue
        }
        changes.append(
          FormulaMutation(
            .meanForgotten,
            expression: TermEdit.replacing(term, of: expression) {
              $0.append(.reduce(.sum, axis: axis, keepsAxes: keeps), $1[0])
            }))
      default: break
      }
    }
    let operands = graph.nodes[entry.node].operands
    var found = changes.map { change in
      ArrayMistake(change.rules, node: entry.node) { point in
        change.expression.finiteValue(
          at: change.expression.names.map { name in
            expression.names.firstIndex(of: name).map { point.forward.values[operands[$0]] }
              ?? NumericArray(.nan)
          })
      }
    }
    found.append(
      ArrayMistake([.transposed], node: entry.node) { $0.forward.values[entry.quantity].turned })
    found.append(
      ArrayMistake([.sign], node: entry.node) { $0.forward.values[entry.quantity].map { -$0 } })
    for node in graph.nodes.indices
    where node != entry.quantity && graph.shape(of: node) == graph.shape(of: entry.quantity) {
      found.append(
        ArrayMistake([.otherEntry], node: entry.node, other: graph.nodes[node].name) {
          $0.forward.values[node]
        })
    }
    return found
  }
}

extension NumericArray {
  /// The array on its side; `nil` where it has not two axes.
  var turned: NumericArray? {
    shape.axes == 2 ? ArrayOperation.transpose.value(of: [self]) : nil
  }
}

extension Expression {
  /// Whether something is summed, so that a divisor may make a mean of it.
  fileprivate var holdsSum: Bool {
    arrays.contains { call in
      if case .reduce(.sum, _, _) = call.operation { true } else { false }
    }
  }
}

import Autodiff
import Expressions
import RandomNumbers

/// Draws other numbers for the inputs of a graph with arrays, of the same kind: indices stay, shares add up to 1, what
/// is 0 or another number stays so.
struct ArrayDraw {
  private let reading: ArrayReading
  private let indices: Set<Int>

  init(_ reading: ArrayReading) {
    self.reading = reading
    indices = reading.graph.indexNodes
  }

  /// Points at which the graph has values, and where its kinks are met on both sides if that can be.
  ///
  /// - Returns: as many as were asked, or fewer where the graph has hardly any values.
  func points(_ count: Int) -> [ArrayPoint] {
    var numbers = SplitMix64(seed: 20_261_128)
    var points: [ArrayPoint] = []
    for _ in 0..<count {
      var best: (point: ArrayPoint, score: Int)?
      for trial in 0..<ArrayDraw.trials {
        // Where numbers of both signs have no value positive ones may, and what lies near always does.
        let kind: Kind =
          trial < 6 ? .anywhere : trial < 10 && best == nil ? .positive : .near
        if best != nil, kind != .anywhere { break }
        guard let point = try? ArrayPoint(reading, at: inputs(kind, &numbers)) else { continue }
        let score = point.sides
        if best.map({ $0.score < score }) ?? true { best = (point, score) }
        if score == .max { break }
      }
      if let best { points.append(best.point) }
    }
    return points
  }

  private static let trials = 16

  private enum Kind {
    case anywhere, positive, near
  }

  private func inputs(_ kind: Kind, _ numbers: inout SplitMix64) -> [String: NumericArray] {
    var drawn: [String: NumericArray] = [:]
    for (name, array) in reading.inputs.sorted(by: { $0.key < $1.key }) {
      guard let node = reading.graph.index(of: name), !indices.contains(node) else {
        drawn[name] = array
        continue
      }
      let isData = reading.graph.nodes[node].kind == .data
      drawn[name] =
        isData
        ? data(array, kind, &numbers) : array.map { number($0, kind, &numbers) }
    }
    return drawn
  }

  private func data(
    _ array: NumericArray, _ kind: Kind, _ numbers: inout SplitMix64
  ) -> NumericArray {
    let distinct = Set(array.elements)
    if array.isShares {
      return distinct.count == 2 ? array.shuffledRows(&numbers) : array.drawnShares(&numbers)
    }
    if distinct.count == 2, distinct.contains(0) {
      return NumericArray(shuffled(array.elements, &numbers), shape: array.shape)
    }
    return array.map { number($0, kind, &numbers) }
  }

  private func number(_ number: Double, _ kind: Kind, _ numbers: inout SplitMix64) -> Double {
    let share = Double(numbers.next(below: 100_000) + 1) / 100_001
    switch kind {
    case .anywhere:
      let size = 0.2 + 1.7 * share
      return numbers.next(below: 2) == 0 ? size : -size
    case .positive: return 0.2 + 1.7 * share
    case .near: return number == 0 ? 0.2 * share : number * (0.8 + 0.4 * share)
    }
  }
}

/// Numbers in another order.
private func shuffled(_ elements: [Double], _ numbers: inout SplitMix64) -> [Double] {
  var elements = elements
  for index in elements.indices.dropFirst().reversed() {
    elements.swapAt(index, numbers.next(below: index + 1))
  }
  return elements
}

extension NumericArray {
  /// Whether the numbers along the last axis are shares: none is negative, and they add up to 1.
  fileprivate var isShares: Bool {
    guard let width = shape.sizes.last, width > 1, elements.allSatisfy({ $0 >= 0 }) else {
      return false
    }
    return stride(from: 0, to: elements.count, by: width).allSatisfy { start in
      abs(elements[start..<start + width].reduce(0, +) - 1) < 1e-9
    }
  }

  fileprivate func shuffledRows(_ numbers: inout SplitMix64) -> NumericArray {
    let width = shape.sizes[shape.axes - 1]
    let rows = stride(from: 0, to: elements.count, by: width).flatMap { start in
      shuffled(Array(elements[start..<start + width]), &numbers)
    }
    return NumericArray(rows, shape: shape)
  }

  fileprivate func drawnShares(_ numbers: inout SplitMix64) -> NumericArray {
    let width = shape.sizes[shape.axes - 1]
    let rows = stride(from: 0, to: elements.count, by: width).flatMap { _ -> [Double] in
      let sizes = (0..<width).map { _ in Double(numbers.next(below: 1000) + 50) }
      let sum = sizes.reduce(0, +)
      return sizes.map { $0 / sum }
    }
    return NumericArray(rows, shape: shape)
  }
}

extension ArrayPoint {
  /// How many of the graph's kinks have numbers on both sides; `Int.max` where all have, or there are none.
  fileprivate var sides: Int {
    var count = 0
    var isComplete = true
    for node in forward.graph.operations {
      guard let expression = forward.graph.nodes[node].formula?.expression,
        let values = expression.arrayTermValues(at: forward.operandValues(of: node))
      else { continue }
      for term in expression.terms {
        let distances: NumericArray
        switch term {
        case .unary(let operation, let a)
        where operation == .relu || operation == .abs || operation == .step:
          distances = values[a]
        case .binary(let operation, let a, let b) where operation == .max || operation == .min:
          distances = .join(values[a], values[b], -)
        case .array(let place):
          let call = expression.arrays[place]
          guard case .compare = call.operation else { continue }
          distances = .join(values[call.operands[0]], values[call.operands[1]], -)
        default: continue
        }
        let isBoth =
          distances.elements.contains { $0 > 0 } && distances.elements.contains { $0 <= 0 }
        if isBoth { count += 1 } else { isComplete = false }
      }
    }
    return isComplete ? .max : count
  }
}

extension ComputationGraph {
  /// The inputs that are used as indices somewhere.
  fileprivate var indexNodes: Set<Int> {
    var found: Set<Int> = []
    for (node, quantity) in nodes.enumerated() {
      guard let expression = quantity.formula?.expression else { continue }
      for (term, _) in expression.terms.enumerated() {
        guard case .array(let place) = expression.terms[term] else { continue }
        let call = expression.arrays[place]
        for (operand, argument) in call.operands.enumerated() {
          guard isIndex(call, operand, node) else { continue }
          for name in expression.part(argument).names {
            if let input = index(of: name) { found.insert(input) }
          }
        }
      }
    }
    return found
  }

  private func isIndex(_ call: ArrayCall, _ operand: Int, _ node: Int) -> Bool {
    switch call.operation {
    case .rows, .picked, .scatter: return operand == 1
    case .oneHot: return true
    case .crossEntropy:
      guard operand == 1, let expression = nodes[node].formula?.expression,
        let shapes = try? expression.termShapes(at: nodes[node].operands.map { shape(of: $0) })
      else { return false }
      return shapes[call.operands[0]] != shapes[call.operands[1]]
    default: return false
    }
  }
}

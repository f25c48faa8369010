import CArrays
import Expressions

/// Which terms of a formula are computed together: `X W + b`, and tanh, relu or sigmoid of it.
struct LayerFusions {
  struct Layer {
    var x: Int
    var w: Int
    var b: Int
    var function = CARRAYS_IDENTITY
  }

  /// The layers by the term whose value they give.
  private(set) var layers: [Int: Layer] = [:]
  /// For each term whether it is computed within a later one.
  private(set) var isInside: [Bool]

  /// - Complexity: O(n).
  init(_ formula: Expression, _ shapes: [Shape]) {
    isInside = Array(repeating: false, count: formula.terms.count)
    guard !formula.arrays.isEmpty else { return }
    var uses = isInside.map { _ in 0 }
    for index in formula.terms.indices {
      for operand in formula.operands(of: index) { uses[operand] += 1 }
    }
    for (index, term) in formula.terms.enumerated() {
      switch term {
      case .binary(.add, let a, let b):
        for (product, bias) in [(a, b), (b, a)] where uses[product] == 1 {
          guard layers[index] == nil, case .array(let place) = formula.terms[product],
            formula.arrays[place].operation == .product, shapes[product].axes == 2,
            shapes[index] == shapes[product]
          else { continue }
          let factors = formula.arrays[place].operands
          guard factors.allSatisfy({ shapes[$0].axes == 2 && !formula.isTransposed($0) }),
            shapes[bias].count == shapes[index].sizes[1],
            shapes[bias].sizes.last == shapes[index].sizes[1]
          else { continue }
          layers[index] = Layer(x: factors[0], w: factors[1], b: bias)
          isInside[product] = true
        }
      case .unary(let operation, let a):
        guard uses[a] == 1, var layer = layers[a] else { continue }
        switch operation {
        case .relu: layer.function = CARRAYS_RELU
        case .tanh: layer.function = CARRAYS_TANH
        case .sigmoid: layer.function = CARRAYS_SIGMOID
        default: continue
        }
        layers[a] = nil
        isInside[a] = true
        layers[index] = layer
      default: break
      }
    }
  }
}

extension Expression {
  fileprivate func isTransposed(_ term: Int) -> Bool {
    guard case .array(let place) = terms[term] else { return false }
    return arrays[place].operation == .transpose
  }
}

import Autodiff
import Expressions

/// What a graph says of an example, and when that is right.
///
/// It is the last quantity that depends on the features and not on what is right, and that something else uses which
/// depends on what is right: of `J = crossentropy(Z2, y)` it is `Z2`, of `E = A2 - Y` it is `A2`.
public struct Prediction: Hashable, Sendable {
  enum Rule: Hashable, Sendable {
    /// The class is the place of the largest number of a row.
    case largest
    /// There are two classes, and this lies between their numbers.
    case threshold(Double, below: Double, above: Double)
    /// It is a number that no class belongs to.
    case number
  }

  /// The quantity, as an index of the graph's nodes.
  public let node: Int
  let rule: Rule
  /// The input that holds what is right.
  let target: Int

  /// - Returns: `nil` where no quantity depends on the features alone.
  init?(_ graph: ComputationGraph, _ training: TrainingGraph) {
    guard let examples = training.examples else { return nil }
    var isTarget = Array(repeating: false, count: graph.nodes.count)
    var isFeature = isTarget
    let targets = Set(examples.targetNames)
    for (index, node) in graph.nodes.enumerated() {
      if node.formula == nil {
        isTarget[index] = targets.contains(node.name) && training.exampleNames.contains(node.name)
        isFeature[index] = !isTarget[index] && training.exampleNames.contains(node.name)
      } else {
        isTarget[index] = node.operands.contains { isTarget[$0] }
        isFeature[index] = node.operands.contains { isFeature[$0] }
      }
    }
    let found = graph.nodes.indices.last { index in
      isFeature[index] && !isTarget[index] && graph.nodes[index].formula != nil
        && graph.consumers[index].contains { isTarget[$0] }
    }
    guard let found,
      let target = graph.nodes.indices.first(where: {
        isTarget[$0] && graph.nodes[$0].formula == nil
      })
    else { return nil }
    node = found
    self.target = target
    // A row of numbers is of several classes; a vector, or a column, of one.
    let sizes = graph.shape(of: found).sizes
    let numbers = examples.targets.elements
    if sizes.count > 1, sizes[1] > 1 {
      let isOneHot = examples.targets.shape.axes > 1 && numbers.allSatisfy { $0 == 0 || $0 == 1 }
      rule = examples.classCount != nil || isOneHot ? .largest : .number
    } else if examples.targets.shape.axes == 1 || examples.targets.shape.sizes[1] == 1,
      let low = numbers.min(), let high = numbers.max(), low < high,
      numbers.allSatisfy({ $0 == low || $0 == high })
    {
      // A formula may make -1 and 1 of the classes 0 and 1, as a hinge does.
      let isSigned = low == 0 && high == 1 && !Prediction.isShare(found, graph)
      rule = .threshold(isSigned ? 0 : (low + high) / 2, below: low, above: high)
    } else {
      rule = .number
    }
  }

  /// Whether a quantity lies between 0 and 1, or is compared with 0 and 1 as it is.
  private static func isShare(_ node: Int, _ graph: ComputationGraph) -> Bool {
    if let formula = graph.nodes[node].formula?.expression,
      case .unary(.sigmoid, _) = formula.terms[formula.root]
    {
      return true
    }
    return graph.consumers[node].contains { consumer in
      guard let terms = graph.nodes[consumer].formula?.expression.terms else { return false }
      return terms.contains { term in
        guard case .binary(.subtract, let a, let b) = term, case .name = terms[a],
          case .name = terms[b]
        else { return false }
        return true
      }
    }
  }

  /// Whether there are classes, so that one can be right.
  public var hasClasses: Bool { rule != .number }

  /// The class of an example by its numbers.
  func label(_ row: Slice<UnsafeBufferPointer<Double>>) -> Double {
    switch rule {
    case .largest:
      var best = row.startIndex
      for index in row.indices where row[index] > row[best] { best = index }
      return Double(best - row.startIndex)
    case .threshold(let border, let below, let above):
      return row[row.startIndex] > border ? above : below
    case .number: return row[row.startIndex]
    }
  }
}

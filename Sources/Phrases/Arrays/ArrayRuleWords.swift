import Autodiff
import Expressions
import Teaching

/// The rule by which a box passes a derivative back, in words.
struct ArrayRuleWords {
  /// The rule of the operation that stands nearest to the operand.
  let teaching: String

  init(_ entry: ArrayEntry, in key: ArraySheetKey) {
    let node = entry.node
    guard let slot = entry.slot, let expression = key.graph.nodes[node].formula?.expression else {
      teaching = "the paths add up"
      return
    }
    let call = expression.arrays.first { call in
      call.operands.contains { expression.terms[$0] == .name(slot) }
    }
    switch call?.operation {
    case .product:
      teaching =
        "where A B is computed, A gets G B' and B gets A' G, with G from the right: "
        + "the other factor, transposed, on its own side"
    case .softmax:
      teaching =
        "every share depends on every number of its row: the shares times (G minus the row's sum of "
        + "shares times G)"
    case .crossEntropy: teaching = "a softmax with its cross-entropy passes back p - y, over the rows"
    case .transpose: teaching = "what comes from the right is transposed back"
    case .rows: teaching = "each row gets what comes back for it, added where it was looked up twice"
    default:
      let shape = key.graph.shape(of: entry.quantity)
      teaching =
        shape == key.graph.shape(of: node)
        ? "number by number: the slope of the box times what comes from the right"
        : "what was spread over more places gets the sum of what comes back from them; "
          + "what was summed up spreads what comes back"
    }
  }
}

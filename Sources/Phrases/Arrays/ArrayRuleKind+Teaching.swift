import Teaching

extension ArrayRuleKind {
  /// The rule in words, for a hint that teaches.
  var teaching: String {
    switch self {
    case .leftFactor:
      "in a product A B the left factor gets G B': what comes from the right, times the other factor, transposed"
    case .rightFactor:
      "in a product A B the right factor gets A' G: the other factor, transposed, times what comes from the right"
    case .entrywiseFactor:
      "in a product number by number each factor gets the other one times what comes from the right"
    case .term(let isSubtracted):
      isSubtracted
        ? "what is taken off gets what comes from the right with a minus"
        : "what is added gets what comes from the right as it is"
    case .spread: "what was spread over more places gets the sum of what comes back from them"
    case .function(let name):
      "number by number: the slope\(name.isEmpty ? "" : " of \(name)") times what comes from the right"
    case .mask: "what was let through gets what comes from the right, the rest gets 0"
    case .sum: "a sum gives to each number what comes from the right"
    case .mean:
      "a mean gives to each number what comes from the right, divided by how many they are"
    case .extremum: "the largest or smallest one gets what comes from the right, the others get 0"
    case .softmax:
      "every share depends on every number of its row: P * (G - the sum of P * G along each row)"
    case .crossEntropy: "a softmax with its cross-entropy gives p - y, over the number of examples"
    case .transposed: "what comes from the right is transposed back"
    case .part: "the part that was taken gets what comes from the right, the rest gets 0"
    case .lookup:
      "each row of the table gets what comes back for it, added where it was looked up twice"
    case .joined: "each piece gets its own piece of what comes from the right"
    case .reshaped: "the numbers go back to where they came from"
    case .convolution: "each weight meets the numbers that it met on the way forward, and adds up"
    case .pool: "the largest of each window gets what comes from the right, the others get 0"
    case .paths: "what comes back on all paths adds up"
    case .steps: "every step gives its part, and the parts add up"
    case .several:
      "go through the box from its last operation to the first, one rule after the other"
    }
  }
}

import Expressions

/// What is wrong with a line that describes a network, and where.
public struct NetworkError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case noSizes
    case unreadableSizes(String)
    case emptyLayer
    /// A single size: inputs, and nothing that reads them.
    case noNeurons(String)
    case unknownWord(String)
    case unknownCost(String?)
    case unreadableSeed(String?)
    /// A part that is given twice.
    case twice(String)
    case costNeedsSigmoid(NetworkStatement.Activation)
    case tooLarge(Int)
  }

  public var reason: Reason
  /// Where in the line, in Unicode scalars from its start.
  public var range: Range<Int>

  init(_ reason: Reason, at range: Range<Int>) {
    self.reason = reason
    self.range = range
  }

  private static let example = "network 2-3-1 sigmoid"

  /// What is wrong and what to do, on one line.
  public var message: String {
    let activations = NetworkStatement.Activation.allCases.map(\.rawValue)
    let costs = NetworkStatement.Cost.allCases.map(\.rawValue)
    switch reason {
    case .noSizes:
      return "a network of which sizes? write inputs, then the neurons of each layer: "
        + NetworkError.example
    case .unreadableSizes(let text):
      return "'\(text)' are not sizes; write whole numbers with - between, as in "
        + NetworkError.example
    case .emptyLayer: return "a layer has at least one neuron; write a number above 0"
    case .noNeurons(let text):
      return "'\(text)' is a number of inputs, and no layer reads them; write \(text)-1"
    case .unknownWord(let word):
      let known = activations + ["cost", "seed"]
      let advice =
        Spelling.nearest(to: word, among: known).map { "did you mean '\($0)'?" }
        ?? "there are \(known.joined(separator: ", "))"
      return "unknown word '\(word)'; \(advice)"
    case .unknownCost(let word):
      let advice = "write \(costs.map { "cost \($0)" }.joined(separator: " or "))"
      return word.map { "unknown cost '\($0)'; \(advice)" } ?? "which cost? \(advice)"
    case .unreadableSeed(let word):
      return word.map { "'\($0)' is not a seed; write a whole number, as in seed 7" }
        ?? "which seed? write a whole number, as in seed 7"
    case .twice(let part): return "the \(part) is given twice; give it once"
    case .costNeedsSigmoid(let activation):
      return "cross-entropy takes values between 0 and 1, and those of \(activation.rawValue) are "
        + "not; write sigmoid, or cost squared"
    case .tooLarge(let count):
      let size = count == .max ? "too many" : "\(count)"
      return "the network has \(size) quantities; write one of at most "
        + "\(NetworkStatement.quantityLimit)"
    }
  }

  /// The line with carets under the place, and the message: three lines.
  func report(in text: String) -> String {
    let shown = String(text.map { $0.isWhitespace ? " " : $0 })
    let indent = String(repeating: " ", count: range.lowerBound)
    return
      "  \(shown)\n  \(indent)\(String(repeating: "^", count: max(1, range.count)))\n\(message)"
  }
}

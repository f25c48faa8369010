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
    case unreadableBatch(String?)
    /// A word that only a network with a batch takes.
    case needsBatch(String)
    /// Shares in another layer than the last.
    case hiddenSoftmax
    /// Shares of a single output, which are 1.
    case loneSoftmax
    /// A batch where a graph has numbers alone.
    case batchOfNumbers
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
      let others = ["softmax", NetworkStatement.batchWord, "no-bias"]
      let advice =
        Spelling.nearest(to: word, among: known + others).map { "did you mean '\($0)'?" }
        ?? "there are \(known.joined(separator: ", "))"
      return "unknown word '\(word)'; \(advice)"
    case .unknownCost(let word):
      let advice = "write \(costs.map { "cost \($0)" }.joined(separator: " or "))"
      return word.map { "unknown cost '\($0)'; \(advice)" } ?? "which cost? \(advice)"
    case .unreadableSeed(let word):
      return word.map { "'\($0)' is not a seed; write a whole number, as in seed 7" }
        ?? "which seed? write a whole number, as in seed 7"
    case .unreadableBatch(let word):
      return word.map { "'\($0)' is not a number of examples; write one above 0, as in batch 8" }
        ?? "how many examples? write a whole number, as in batch 8"
    case .needsBatch(let word):
      return "'\(word)' is for networks with a batch, which are written with matrices; add batch 8"
    case .hiddenSoftmax:
      return
        "softmax is for the outputs alone; write it last, as in network 4-3-2 relu softmax batch 8"
    case .loneSoftmax:
      return "softmax of a single output is 1; write two outputs at least, or sigmoid"
    case .batchOfNumbers:
      return "a network with a batch has matrices, and here a graph has numbers alone; "
        + "take 'batch' away"
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

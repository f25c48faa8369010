public import Expressions

/// A graph with arrays and the numbers of its inputs, as it was typed.
public struct ArrayReading: Hashable, Sendable {
  public var graph: ComputationGraph
  public var inputs: [String: NumericArray]
  /// The derivatives that are given to begin with; empty where the output's own is 1.
  public var starts: [Start]
  /// Remarks that are no errors.
  public var notes: [String]

  /// A derivative that is given, as a formula over the graph whose value is held.
  public struct Start: Hashable, Sendable {
    public var node: Int
    public var formula: Formula
  }

  /// What derivatives are those of: the output, or where derivatives are given the number behind them.
  public var outputName: String {
    guard !starts.isEmpty else { return graph.nodes[graph.output].name }
    let name = Statement.defaultName
    return graph.index(of: name) == nil ? name : "the output"
  }

  /// Whether statements need arrays: an input is typed in brackets or by a function that fills a shape.
  ///
  /// - Complexity: O(n) in the length of the statements.
  public static func isNeeded(for statements: [Statement], _ request: GraphRequest) -> Bool {
    if !request.arrays.isEmpty || !request.starts.isEmpty { return true }
    return statements.contains { statement in
      statement.formula.utf8.contains(UInt8(ascii: "[")) && statement.hasBrackets
        || statement.name.hasPrefix(startWord) || statement.isNetwork && statement.hasBatch
        || fills.contains { fill in
          statement.formula.mentions(fill.call) && statement.calls(fill.word)
            && !statements.contains { $0.name == fill.word }
        }
    }
  }

  /// The functions that fill a shape.
  private static let fills: [(word: String, call: StaticString)] = [
    ("zeros", "zeros("), ("ones", "ones("), ("eye", "eye("), ("randn", "randn("),
  ]

  /// What a line begins with that gives a derivative.
  static let startWord = "start "

  /// A graph that was read otherwise, with its numbers.
  public init(
    graph: ComputationGraph, inputs: [String: NumericArray], starts: [Start] = [],
    notes: [String] = []
  ) {
    self.graph = graph
    self.inputs = inputs
    self.starts = starts
    self.notes = notes
  }

  /// Builds the graph that statements describe, in any order.
  ///
  /// - Throws: `GraphError` for the first statement that cannot stand.
  /// - Complexity: O(n log n + e) in nodes and edges, and the length of the formulas.
  public init(_ statements: [Statement], _ request: GraphRequest) throws(GraphError) {
    var reader = try ArrayReader(statements, request)
    self = try reader.reading()
  }
}

extension Statement {
  /// Whether a line that describes a network gives it several examples, and so matrices.
  fileprivate var hasBatch: Bool {
    text.split(whereSeparator: \.isWhitespace).contains { $0 == NetworkStatement.batchWord }
  }

  /// Whether brackets with numbers alone stand in the formula; `[a + b]` and the index of `z^{[1]}` are none.
  fileprivate var hasBrackets: Bool {
    let scalars = Array(formula.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar == "[" {
      let before = scalars[..<index].last { !$0.properties.isWhitespace }
      if before == "{" || before == "^"
        || String(String.UnicodeScalarView(scalars[..<index])).hasSuffix("\\sqrt")
      {
        continue
      }
      let inner = scalars[(index + 1)...].prefix { $0 != "]" }
      // In `[2 + 3]` they are meant as parentheses.
      let isSum = inner.split(whereSeparator: \.properties.isWhitespace).contains {
        $0.count == 1 && "+-*/^".unicodeScalars.contains($0[$0.startIndex])
      }
      if !inner.isEmpty, !inner.contains(where: \.properties.isAlphabetic),
        !isSum || inner.contains(",") || inner.contains(";")
      {
        return true
      }
    }
    return false
  }

  /// Whether a function of some name is called.
  fileprivate func calls(_ word: String) -> Bool {
    formula.ranges(of: "\(word)(").contains { range in
      guard range.lowerBound > formula.startIndex else { return true }
      let before = formula[formula.index(before: range.lowerBound)]
      return !before.isLetter && !before.isNumber && before != "_"
    }
  }
}

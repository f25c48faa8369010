import Autodiff
import Expressions
import RandomNumbers

/// A practice graph of matrices: its sizes are drawn, and its inputs get numbers.
extension PracticeGraph {
  /// Whether its inputs have sizes.
  var isOfArrays: Bool { statements.contains { !$0.contains("=") && $0.contains("[") } }

  /// The range of the numbers of its inputs.
  private static let range = "-3..3"

  /// The lines of a `graph` block. Indices and rows with a single one are drawn; all other numbers are those that are
  /// given, and stand in for such before any are drawn.
  ///
  /// - Parameter seed: from which the sizes follow, and what is drawn here.
  func lines(seed: Int, at arrays: [String: NumericArray] = [:]) -> [String] {
    var generator = SplitMix64(seed: UInt64(bitPattern: Int64(seed)))
    // Different sizes tell by the shape which axis is which.
    var sizes = [2, 3, 4]
    for place in [2, 1] { sizes.swapAt(place, generator.next(below: place + 1)) }
    let count: [Character: Int] = [
      "m": sizes[0], "d": sizes[1], "k": sizes[2], "h": 2 + generator.next(below: 2),
    ]
    return statements.map { statement in
      guard !statement.contains("="), let open = statement.firstIndex(of: "["),
        let close = statement.firstIndex(of: "]")
      else { return statement.replacing("{m}", with: "\(sizes[0])") }
      let head = statement[..<open]
      let shape = statement[statement.index(after: open)..<close].split(separator: ",")
        .compactMap { part in part.trimmingBlanks.first.flatMap { count[$0] ?? $0.wholeNumberValue }
        }
      let isData = head.hasPrefix("data ")
      let name = String(isData ? head.dropFirst("data ".count) : head)
      let word = String(statement[statement.index(after: close)...]).trimmingBlanks
      let start = "\(isData ? "data" : "parameter") \(name) = "
      if word.hasPrefix("of") {
        let limit = word.last.flatMap { count[$0] } ?? 1
        return start
          + "[\((0..<shape[0]).map { _ in "\(generator.next(below: limit))" }.joined(separator: ", "))]"
      }
      if word == "onehot" {
        let rows = (0..<shape[0]).map { _ in
          let one = generator.next(below: shape[1])
          return "[\((0..<shape[1]).map { $0 == one ? "1" : "0" }.joined(separator: ", "))]"
        }
        return start + "[\(rows.joined(separator: ", "))]"
      }
      let array = arrays[name] ?? NumericArray(filledWith: 2, shape: Shape(shape))
      return start + "\(array.text(\.shortestText)) in \(PracticeGraph.range)"
    }
  }

  /// The operations as the program writes them.
  fileprivate var readFormulas: [String]? {
    let lines = lines(seed: 1).map { line in
      Statement(input: line.firstRange(of: " in ").map { String(line[..<$0.lowerBound]) } ?? line)
    }
    guard let graph = try? ArrayReading(lines, GraphRequest()).graph else { return nil }
    return graph.nodes.compactMap { node in
      node.formula.map { "\(node.name) = \($0.expression.text)" }
    }
  }

  /// The operations in an order that does not depend on theirs, with sizes as they are drawn by one seed.
  var arrayFormulas: [String] { (readFormulas ?? []).sorted() }
}

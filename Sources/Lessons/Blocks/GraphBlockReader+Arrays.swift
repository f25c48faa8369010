import Autodiff
import Expressions

extension GraphBlockReader {
  /// More numbers than these no lesson shows.
  private static let cellLimit = 10_000

  /// What to say of a block that follows single numbers, on a graph with vectors and matrices.
  static func needsNumbers(_ block: PlacedText) -> LessonError {
    LessonError(
      "'\(block.text)' follows single numbers, and this graph has vectors and matrices; ask its cells "
        + "in a 'fill' block, or put it on a page with a graph of numbers", at: block.position)
  }

  /// The graph of the lines read, where quantities are vectors and matrices.
  func graphWithArrays(
    _ request: GraphRequest, at position: TextPosition
  ) -> Result<LessonGraph, LessonFailure> {
    guard errors.isEmpty else { return .failure(LessonFailure(errors)) }
    return locatingErrors(at: position) {
      let reading = try ArrayReading(statements, request)
      let graph = reading.graph
      let cells = graph.nodes.indices.reduce(0) { $0 + graph.shape(of: $1).count }
      guard cells <= GraphBlockReader.cellLimit else {
        let error = LessonError(
          "the graph has \(cells) numbers; a lesson's graph has at most "
            + "\(GraphBlockReader.cellLimit)", at: position)
        return .failure(LessonFailure([error]))
      }
      let outside = reading.inputs.sorted { $0.key < $1.key }.compactMap(cellOutsideItsRange)
      guard outside.isEmpty else { return .failure(LessonFailure(outside)) }
      let forward = try ArrayForwardPass(graph, at: reading.inputs)
      _ = try ArrayBackwardPass(forward, starts: reading.starts)
      return .success(LessonGraph(reading, ranges: ranges, position: position))
    }
  }

  /// Fresh numbers are drawn from a range that has to contain the lesson's own, cell by cell.
  private func cellOutsideItsRange(of name: String, _ array: NumericArray) -> LessonError? {
    guard let range = ranges[name], let index = statements.firstIndex(where: { $0.name == name }),
      let number = array.elements.first(where: { !range.contains($0) })
    else { return nil }
    let bounds = "\(range.lowerBound.shortestText)..\(range.upperBound.shortestText)"
    return LessonError(
      "\(number.shortestText) in \(name) lies outside of \(bounds); widen the range",
      at: positions[index])
  }
}

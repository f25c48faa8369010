package import Autodiff
import GraphLayout
import TextScreen

/// How large a drawing may be before it is folded, told from the graph before anything is drawn.
package struct DrawingLimit: Hashable, Sendable {
  /// The most boxes, wires and layers that wires pass, all together.
  var steps: Int
  /// The most cells.
  var area: Int

  /// What is drawn without being asked for has to be there at once.
  package static let screen = DrawingLimit(steps: 4_000, area: 4_000_000)
  /// What a learner unfolds by hand may take its time.
  package static let unfolded = DrawingLimit(steps: 12_000, area: 40_000_000)
  /// What is written into a file.
  package static let export = DrawingLimit(steps: 30_000, area: 16_000_000)

  /// The boxes into which all of a graph is folded that is too large: the first number whose drawing is within the
  /// limit of a screen, or the last.
  private static let runs = [120, 40, 12]

  /// Whether what is left of a graph after folding may be drawn, by a guess at the sizes of its boxes.
  ///
  /// - Parameter titleLimit: the columns after which a formula is cut.
  package func allows(_ folding: Folding, titleLimit: Int = NodePlan.titleLimit) -> Bool {
    guard folding.parts.count <= steps else { return false }
    let sketch = folding.sketch(titleLimit: titleLimit)
    guard sketch.nodes.count + sketch.edges.count <= steps else { return false }
    let load = LayoutLoad(sketch)
    return load.steps <= steps && load.area <= area
  }

  /// Whether a drawing of a size may be written.
  func allows(_ size: Size) -> Bool { size.width * size.height <= area }

  /// Folds all of a graph that is beyond the limit but some nodes and what is near them; `nil` for a smaller graph.
  ///
  /// - Complexity: O(n + e) in nodes and edges.
  package func folding(_ graph: ComputationGraph, around nodes: [Int]) -> Folding? {
    allows(Folding(graph)) ? nil : folded(graph, around: nodes)
  }

  /// Folds all of a graph but some nodes and what is near them.
  func folded(_ graph: ComputationGraph, around nodes: [Int]) -> Folding {
    let foldings = DrawingLimit.runs.lazy.map { Folding(graph, runs: $0, around: nodes) }
    return foldings.first { DrawingLimit.screen.allows($0) }
      ?? Folding(graph, runs: DrawingLimit.runs[DrawingLimit.runs.count - 1], around: nodes)
  }
}

public import Autodiff
import Expressions
import GraphLayout
public import Teaching
import TextScreen

/// The drawing of a graph as it is on the screen where everything is given, to be written as text or as a picture.
///
/// Of a graph too large for one drawing all but the nodes next to its output is folded into boxes. What is written comes
/// piece by piece, so that no more of it is held than a few rows.
public struct GraphDrawing {
  /// What stands beside the boxes; `nil` for boxes and wires alone.
  package let key: AnswerKey?
  package let picture: GraphPicture

  /// The width for which a drawing is made as roomy as it can be; a wide graph takes more.
  private static let width = 80

  /// The room in which a graph with arrays is whole if it can be.
  private static let screen = Size(width: 80, height: 24)

  /// A formula is whole up to so many columns, and of a longer one the end is marked as cut.
  private static let titleLimit = 400

  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  public init(_ key: AnswerKey) throws(EvaluationError) {
    _ = try BackwardPass(key.forward)
    self.init(key, isBare: false)
  }

  /// - Parameter isBare: whether there are boxes and wires alone, and the numbers of inputs.
  init(_ key: AnswerKey, isBare: Bool) {
    self.key = key
    picture = GraphDrawing.picture(of: key.list) { folding, layOut in
      GraphPicture(
        key.list, values: { key.shownValue(of: $0).shortestText },
        columns: isBare ? 0 : GraphKey.numbers(key).leastColumns(of: key.list.entries.indices),
        room: Size(width: GraphDrawing.width, height: .max), isBare: isBare, isASCII: false,
        titleLimit: isBare ? NodePlan.titleLimit : GraphDrawing.titleLimit, mayBeDense: isBare,
        folding: folding, layingOut: layOut)
    }
  }

  /// A graph with arrays: boxes with formulas and shapes, the inputs with theirs, and the wires between them.
  ///
  /// - Parameter isInRows: whether its layers may stand in rows below each other, and inputs in the boxes that use
  ///   them, so that all of it is seen on a screen.
  public init(_ forward: ArrayForwardPass, isInRows: Bool) {
    key = nil
    let list = EntryList(forward.graph)
    let room = isInRows ? GraphDrawing.screen : Size(width: GraphDrawing.width, height: .max)
    picture = GraphDrawing.picture(of: list) { folding, layOut in
      GraphPicture(
        list, values: { forward.values[$0].text }, room: room, isBare: true,
        isASCII: false, titleLimit: GraphDrawing.titleLimit, mayBeDense: isInRows,
        folding: folding, layingOut: layOut)
    }
  }

  /// Draws a whole graph, or where it is too large for that what is near its output.
  private static func picture(
    of list: EntryList, _ draw: (Folding?, GraphPicture.LayingOut) -> GraphPicture
  ) -> GraphPicture {
    let limit = DrawingLimit.export
    func picture(_ folding: Folding?) -> GraphPicture {
      draw(folding) { graph, spacing in
        var refinement = LayoutRefinement(graph, spacing: spacing)
        // The best drawing is about as large as the draft.
        guard folding == nil, limit.allows(refinement.layout.size) else { return refinement.layout }
        while !refinement.isFinished { refinement.improve() }
        return refinement.layout
      }
    }
    if limit.allows(Folding(list.graph), titleLimit: GraphDrawing.titleLimit) {
      let whole = picture(nil)
      if limit.allows(whole.layout.size) { return whole }
    }
    return picture(limit.folded(list.graph, around: [list.graph.output]))
  }

  /// What there is to say of a drawing in which not everything has a box of its own; `nil` if everything has.
  public var note: String? {
    guard !picture.folding.isEmpty else { return nil }
    let graph = picture.list.graph
    let output = graph.nodes[graph.output].name.truncated(toColumns: NodePlan.nameLimit)
    return "the whole graph is too large for one drawing; "
      + "what is far from \(output) is folded into \(picture.folding.groupCount) boxes; "
      + "--dot and --json have all of it"
  }

  /// The rows that are painted at once.
  private static let rowsAtOnce = 32

  /// Writes the drawing as text, some lines at a time.
  public func writeText(_ write: (String) -> Void) {
    let painter = GraphPainter(
      picture: picture, marks: key.map { GraphMarks(givenBy: $0) } ?? .none)
    let size = picture.layout.size
    for row in stride(from: 0, to: size.height, by: GraphDrawing.rowsAtOnce) {
      let height = min(GraphDrawing.rowsAtOnce, size.height - row)
      let part = Rect(column: 0, row: row, width: size.width, height: height)
      write(painter.canvas(showing: part).text.joined(separator: "\n"))
    }
  }

  /// The drawing with the numbers of its inputs alone: boxes, and the wires between them.
  public static func blank(of key: GraphKey) -> String {
    var parts: [String] = []
    let drawing =
      switch key {
      case .numbers(let key): GraphDrawing(key, isBare: true)
      case .arrays(let key): GraphDrawing(key.key.forward, isInRows: true)
      }
    drawing.writeText { parts.append($0) }
    return parts.joined(separator: "\n")
  }
}

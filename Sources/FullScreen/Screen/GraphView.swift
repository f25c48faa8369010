import Autodiff
package import Drawings
import GraphLayout
import Lessons
package import Sessions
import Teaching
package import TextScreen

/// The drawing of the page's graph on a screen.
///
/// It follows from the graph, the numbers that are known, the room for it and what is folded; `refresh` makes it
/// anew where one of these is another than before.
package struct GraphView: Hashable {
  package private(set) var picture: GraphPicture?
  /// The overview of the picture, kept while the graph is walked over.
  package private(set) var overview: Overview?
  private var overviewSize: Size?
  /// For each graph of the lesson what the learner folded in its drawing, if anything.
  package private(set) var foldings: [Int: Folding] = [:]
  /// The search for a better drawing than the one that is shown, if it goes on.
  private var refinement: PictureRefinement?
  private var subject: Subject?
  /// The states of the entries for which the drawing has room.
  private var states: EntryStates?
  /// What was found for other drawings of the graph.
  private var memory = LayoutMemory()

  /// What is drawn, and how.
  private struct Subject: Hashable {
    package var graph: Int
    package var seed: Int
    package var room: Size
    package var isBare: Bool
    package var isASCII: Bool
    package var folding: Folding?
    /// Where steps have led the parameters, if any were made.
    package var moved: [Double]?
  }

  /// Whether the search for a better drawing goes on.
  package var isRefining: Bool { refinement != nil }

  /// Draws the page's graph anew if that is due.
  ///
  /// A large graph gets a draft, which is refined while nobody types. Where something was folded most boxes stay where
  /// they are.
  ///
  /// - Parameter nodes: what has to be in view, in a graph that is too large for one drawing.
  /// - Complexity: O(1) where nothing has changed.
  package mutating func refresh(_ session: Session, room: Size, isASCII: Bool, showing nodes: [Int])
  {
    guard let graph = session.page.graph, let worksheet = session.shownWorksheet else {
      (picture, overview, refinement, subject, states) = (nil, nil, nil, nil, nil)
      return
    }
    let now = Subject(
      graph: graph, seed: session.progress.seed, room: room, isBare: session.isBare,
      isASCII: isASCII, folding: foldings[graph],
      moved: session.isDescending ? session.descent?.numbers : nil)
    if now == subject, !hides(nodes), worksheet.states == states { return }
    let columns = worksheet.knownColumns(
      isBare: now.isBare, isKnown: { session.isKnown($0, on: worksheet) })
    states = worksheet.states
    if now == subject, !hides(nodes), picture?.columns == columns { return }
    // Only what is folded is other than before.
    var unfolded = now
    unfolded.folding = subject?.folding
    let isRefolded = now.folding != nil && now != subject && unfolded == subject
    let earlier = isRefolded && picture?.isInOneBand ?? false ? picture : nil
    subject = now
    draw(worksheet, now, columns: columns, showing: nodes, near: earlier)
  }

  /// Whether some of nodes are hidden in runs that nobody folded.
  private func hides(_ nodes: [Int]) -> Bool {
    guard let subject, subject.folding == nil, let folding = picture?.folding else { return false }
    return nodes.contains { folding.group(ofVertex: folding.vertices[$0]) != nil }
  }

  private mutating func draw(
    _ worksheet: Worksheet, _ subject: Subject, columns: Int, showing nodes: [Int],
    near earlier: GraphPicture?
  ) {
    let graph = worksheet.graph
    let folding =
      subject.folding ?? DrawingLimit.screen.folding(graph, around: nodes) ?? Folding(graph)
    let matching = earlier.map { folding.matching($0.folding) }
    var begun: LayoutRefinement?
    var memory = memory
    func layOut(_ graph: LayoutGraph, _ spacing: GraphLayout.Spacing) -> GraphLayout {
      // What follows the learner is drawn anew too soon to be worth a search.
      if subject.folding == nil, !folding.isEmpty {
        return GraphLayout(graph, spacing: spacing, effort: .glance)
      }
      if let earlier, let matching, graph.nodes.count == matching.count {
        guard folding.isLarge else {
          return GraphLayout(
            graph, near: earlier.layout, matching: matching, spacing: spacing, memory: &memory)
        }
        begun = LayoutRefinement(graph, near: earlier.layout, matching: matching)
      } else {
        guard folding.isLarge else {
          return GraphLayout(graph, spacing: spacing, memory: &memory)
        }
        begun = LayoutRefinement(graph)
      }
      return begun?.layout ?? GraphLayout(graph)
    }
    picture = GraphPicture(
      worksheet.list, values: { worksheet.key.drawnValue(of: $0).text }, columns: columns,
      room: subject.room, isBare: subject.isBare, isASCII: subject.isASCII, folding: folding,
      layingOut: layOut)
    self.memory = memory
    overview = nil
    refinement = begun.flatMap { $0.isFinished ? nil : PictureRefinement($0) }
  }

  /// Does a slice of the search for a better drawing, and shows what it found when it ends.
  ///
  /// - Returns: whether the drawing is another one now.
  package mutating func refine(_ session: Session) -> Bool {
    refinement?.layout.improve()
    guard let layout = refinement?.layout, layout.isFinished else { return false }
    refinement = nil
    guard let draft = picture, let subject, let key = session.shownWorksheet?.key else {
      return false
    }
    picture = GraphPicture(
      key.list, values: { key.drawnValue(of: $0).text }, columns: draft.columns, room: subject.room,
      isBare: subject.isBare, isASCII: subject.isASCII, folding: draft.folding,
      layingOut: { _, _ in layout.layout })
    overview = nil
    return true
  }

  /// Folds something in the drawing of a graph of the lesson, or nothing.
  package mutating func fold(_ graph: Int, _ folding: Folding) {
    foldings[graph] = folding.isEmpty ? nil : folding
  }

  /// Makes the overview for a size, unless it is there.
  package mutating func keepOverview(in size: Size?) {
    if overview != nil, overviewSize == size { return }
    overviewSize = size
    overview = size.flatMap { size in picture.map { Overview($0, in: size) } }
  }
}

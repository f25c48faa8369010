import GraphLayout

/// The search for a better drawing of a page's graph.
///
/// All are equal: how far a search has come makes no session another one.
struct PictureRefinement: Hashable, Sendable {
  var layout: LayoutRefinement

  init(_ layout: LayoutRefinement) {
    self.layout = layout
  }

  static func == (_: PictureRefinement, _: PictureRefinement) -> Bool { true }

  func hash(into _: inout Hasher) {}
}

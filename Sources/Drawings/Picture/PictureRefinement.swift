package import GraphLayout

/// The search for a better drawing of a page's graph.
///
/// All are equal: how far a search has come makes no session another one.
package struct PictureRefinement: Hashable, Sendable {
  package var layout: LayoutRefinement

  package init(_ layout: LayoutRefinement) {
    self.layout = layout
  }

  package static func == (_: PictureRefinement, _: PictureRefinement) -> Bool { true }

  package func hash(into _: inout Hasher) {}
}

import Sessions
package import TextScreen

/// The room in which a page's graph is drawn whole, if it can be.
///
/// What is typed and said does not change it, so that the drawing stays as it is.
extension Screen {
  /// The room beside the work panel and a remark of the usual height, on a screen of a size.
  package static func graphRoom(on size: Size) -> Size {
    let others = 9 + (size.height >= 20 ? WorkPanel.height : 2)
    return Size(width: size.width, height: max(1, size.height - others))
  }

  /// The room for the graph of the page in view: where nothing is asked of it, it stands in a page of text.
  package var graphRoom: Size {
    guard session.asked.isEmpty else { return Screen.graphRoom(on: size) }
    let others = session.assignments.isEmpty ? 6 : 8
    return Size(width: textWidth, height: max(1, size.height - others))
  }
}

import Drawings
import Sessions
import Teaching
import TextScreen

extension Screen {
  /// The lines by which a notch of the wheel scrolls.
  private static let wheelStep = 3

  /// Changes the screen by what is done with a mouse.
  ///
  /// A click puts an entry in hand; the wheel scrolls, and takes the steps of a closer look; what is pulled sideways
  /// moves the graph of a page of text.
  ///
  /// - Returns: what the host has to do before it shows the screen again.
  mutating func press(_ pointer: Pointer) -> [Effect] {
    guard !isTooSmall else { return [] }
    switch pointer {
    case .wheel(let direction): return turn(direction)
    case .press(let point):
      grip = point
      guard !showsCommands else {
        showsCommands = false
        return []
      }
      guard mode == .page, let entry = entry(at: point) else { return [] }
      return act(.go(to: .entry(entry)))
    case .drag(let point):
      guard let from = grip else { return [] }
      grip = point
      return isReading && !showsCommands ? perform(.pan(by: from.column - point.column)) : []
    case .release:
      grip = nil
      return []
    }
  }

  private mutating func turn(_ direction: Pointer.Direction) -> [Effect] {
    let step = Screen.wheelStep
    if lookStep != nil, !showsCommands {
      return perform(.stepLook(by: direction == .up || direction == .left ? -1 : 1))
    }
    switch direction {
    case .up: return perform(isMapping && !showsCommands ? .walk(.up) : .scrollLines(-step))
    case .down: return perform(isMapping && !showsCommands ? .walk(.down) : .scrollLines(step))
    case .left: return isReading ? perform(.pan(by: -step)) : []
    case .right: return isReading ? perform(.pan(by: step)) : []
    }
  }

  /// What is asked at a cell of the drawing: the entry that is written there, or the first one of the box.
  private func entry(at point: Point) -> Int? {
    var painter = ScreenPainter(self)
    _ = painter.painted()
    guard let graph = painter.graph, graph.area.contains(point), let picture = view.picture,
      let worksheet = session.worksheet
    else { return nil }
    let place = point - graph.area.origin + graph.painter.origin(in: graph.area)
    let asked = session.asked
    let nodes = worksheet.entries
    // The name of an entry stands before it in the same row.
    let written = asked.filter { entry in
      guard let rect = picture.anchors[entry] else { return false }
      let plan = picture.plans[picture.folding.vertices[nodes[entry].node]]
      let start = picture.label(of: entry, on: plan)?.place.column ?? rect.origin.column
      return rect.origin.row == place.row
        && (start...rect.columns.upperBound).contains(place.column)
    }
    if let entry = written.first(where: { $0 == session.focus }) ?? written.first { return entry }
    let inBox = asked.filter { picture.rect(of: nodes[$0].node).contains(place) }
    return inBox.first { worksheet.states[$0].isOpen } ?? inBox.first
  }
}

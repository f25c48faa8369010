import Drawings
import GraphLayout
import Sessions
import Teaching
public import TextScreen

/// Paints a screen after every key; while an answer is typed only the prompt and the focused entry are painted anew.
public struct ScreenRepainter {
  private var screen: Screen?
  private var canvas = Canvas(size: Size(width: 0, height: 0))
  private var promptRow: Int?
  /// Where the focused entry is written; `nil` if it is not in view.
  private var place: Place?
  /// The part of the drawing that is shown.
  private var part: Part?
  private let isStill: Bool
  /// What ran along the wires with the last picture; `nil` if nothing did.
  public private(set) var motion: Motion?

  private struct Part: Equatable {
    var page: Int
    var drawing: Size
    /// The point of the drawing that would be seen in the top left corner of the screen.
    var corner: Point
  }

  private struct Place {
    var entry: Int
    var rect: Rect
    var density: GraphDensity
  }

  /// - Parameter isStill: whether nothing shall run along the wires.
  public init(isStill: Bool = true) {
    self.isStill = isStill
  }

  /// The whole screen, as `Screen.canvas()` gives it.
  public mutating func canvas(of screen: Screen) -> Canvas {
    motion = nil
    if let painted = self.screen, let promptRow, screen.differsInPromptAlone(from: painted) {
      paintTyped(of: screen, promptRow)
    } else {
      paint(screen)
    }
    // What computes on large numbers in slices would have to copy them if they were kept here, too.
    self.screen = screen.isComputing ? nil : screen
    return canvas
  }

  private mutating func paint(_ screen: Screen) {
    var painter = ScreenPainter(screen)
    let before = (canvas, part)
    canvas = painter.painted()
    part = painter.graph.map { graph in
      Part(
        page: screen.session.pageNumber, drawing: graph.painter.picture.layout.size,
        corner: graph.painter.origin(in: graph.area) - graph.area.origin)
    }
    if !isStill, !screen.showsCommands, let part, let old = before.1, part.page == old.page,
      part.drawing == old.drawing, let area = painter.graph?.area
    {
      motion = Motion(from: before.0, to: canvas, in: area, shift: part.corner - old.corner)
    }
    // Where something lies over the prompt or the drawing, or an entry in a frame, they are not painted alone.
    let isFramed = painter.graph.map { $0.painter.picture.density.form != .beside } ?? false
    let isCovered =
      screen.showsCommands || screen.session.isLooking || screen.isMapping || isFramed
      || screen.showsNodeTable
    promptRow = isCovered ? nil : painter.promptRow
    place = nil
    guard let entry = screen.session.focus, let graph = painter.graph else { return }
    let density = graph.painter.picture.density
    guard let origin = graph.painter.place(of: entry, in: graph.area) else { return }
    let rect = Rect(origin: origin, size: Size(width: density.entryWidth, height: 1))
    // At an edge stands a mark where there is a space.
    let isInside =
      graph.area.rows.dropFirst().dropLast().contains(origin.row)
      && graph.area.columns.lowerBound < rect.columns.lowerBound
      && rect.columns.upperBound < graph.area.columns.upperBound
    if isInside {
      place = Place(entry: entry, rect: rect, density: density)
    } else {
      promptRow = nil
    }
  }

  private mutating func paintTyped(of screen: Screen, _ promptRow: Int) {
    canvas.fill(
      Rect(column: 0, row: promptRow, width: canvas.size.width, height: 1), with: .empty)
    screen.prompt.paint(inRow: promptRow, of: &canvas)
    guard let place, let worksheet = screen.session.shownWorksheet else { return }
    canvas.fill(place.rect, with: .empty)
    let text = screen.marks(on: worksheet).mark(place.entry).text(
      isValue: worksheet.entries[place.entry].isForward, isFocused: true, place.density)
    canvas.write(text, at: place.rect.origin)
  }
}

extension Screen {
  /// Whether nothing but what is typed is another than in an earlier state.
  fileprivate func differsInPromptAlone(from earlier: Screen) -> Bool {
    var same = self
    same.prompt = earlier.prompt
    return same == earlier
  }
}

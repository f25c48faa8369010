public import TextScreen

/// Paints a session after every key; while an answer is typed only the prompt and the entry in hand are painted anew.
public struct SessionPainter {
  private var session: Session?
  private var canvas = Canvas(size: Size(width: 0, height: 0))
  private var promptRow: Int?
  /// Where the entry in hand is written; none where it is not in view.
  private var place: Place?

  private struct Place {
    var entry: Int
    var rect: Rect
    var density: GraphDensity
  }

  public init() {}

  /// The whole screen, as `Session.canvas()` gives it.
  public mutating func canvas(of session: Session) -> Canvas {
    if let painted = self.session, let promptRow, session.differsInPromptAlone(from: painted) {
      paintTyped(of: session, promptRow)
    } else {
      paint(session)
    }
    // What computes on large numbers in slices would have to copy them if they were kept here, too.
    self.session = session.isWorking ? nil : session
    return canvas
  }

  private mutating func paint(_ session: Session) {
    var view = session.view
    canvas = view.painted()
    // Where something lies over the prompt or the drawing, they are not painted alone.
    let isCovered = session.showsCommands || session.look != nil || session.map != nil
    promptRow = isCovered ? nil : view.promptRow
    place = nil
    guard let entry = session.focus, let graph = view.graph else { return }
    let density = graph.painter.picture.density
    guard let origin = graph.painter.place(of: entry, in: graph.area) else { return }
    let rect = Rect(origin: origin, size: Size(width: density.entryWidth, height: 1))
    // At an edge stands a mark where there is a blank.
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

  private mutating func paintTyped(of session: Session, _ promptRow: Int) {
    canvas.fill(
      Rect(column: 0, row: promptRow, width: canvas.size.width, height: 1), with: .blank)
    SessionView.paint(session.prompt, inRow: promptRow, of: &canvas)
    guard let place, let worksheet = session.worksheet else { return }
    canvas.fill(place.rect, with: .blank)
    canvas.write(
      EntryText.text(of: place.entry, in: session, on: worksheet, place.density),
      at: place.rect.origin)
  }
}

extension Session {
  /// Whether nothing but what is typed is another than in an earlier state.
  fileprivate func differsInPromptAlone(from earlier: Session) -> Bool {
    var same = self
    same.prompt = earlier.prompt
    return same == earlier
  }
}

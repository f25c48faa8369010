import GraphLayout
public import Teaching
import TextScreen

extension GraphExport {
  /// The drawing of a graph with the numbers of its inputs alone: boxes, and the wires between them.
  public static func blank(of key: AnswerKey) -> String {
    let picture = GraphPicture(
      key.list, values: key.shownValue, columns: 0, room: Size(width: width, height: .max),
      isBare: true, isASCII: false)
    var canvas = Canvas(size: picture.layout.size)
    let painter = GraphPainter(picture: picture, marks: GraphMarks(givenBy: key))
    painter.paint(on: &canvas, in: canvas.bounds)
    return canvas.text.joined(separator: "\n")
  }
}

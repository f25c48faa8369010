public import Autodiff
import Expressions
import GraphLayout
public import Teaching
import TextScreen

/// A graph with its values and derivatives, as text and as pictures for other programs.
public struct GraphExport {
  package let key: AnswerKey
  package let backward: BackwardPass
  package let picture: GraphPicture

  /// The width for which a drawing is made as roomy as it can be; a wide graph takes more.
  static let width = 80

  /// A formula is whole up to so many columns, and of a longer one the end is marked as cut.
  private static let titleLimit = 400

  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  public init(_ key: AnswerKey) throws(EvaluationError) {
    self.key = key
    backward = try BackwardPass(key.forward)
    picture = GraphPicture(
      key.list, values: key.shownValue, columns: key.leastColumns(of: key.list.entries.indices),
      room: Size(width: GraphExport.width, height: .max), isBare: false, isASCII: false,
      titleLimit: GraphExport.titleLimit, mayBeDense: false)
  }

  /// The drawing as it is on the screen where everything is given.
  public var text: String {
    var canvas = Canvas(size: picture.layout.size)
    let marks = GraphMarks(givenBy: key)
    GraphPainter(picture: picture, marks: marks).paint(on: &canvas, in: canvas.bounds)
    return canvas.text.joined(separator: "\n")
  }
}

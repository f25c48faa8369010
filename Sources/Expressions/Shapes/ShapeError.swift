/// Why an operation has no shape for its operands.
public enum ShapeError: Error, Hashable, Sendable {
  /// Rows and columns of a product that do not meet.
  case innerSizes(Shape, Shape)
  /// A product with a number, which only scales.
  case productWithNumber
  /// Shapes that do not go together number by number.
  case apart(Shape, Shape)
  case noAxis(Int, Shape)
  case noIndex(Int, size: Int, axis: Int)
  case tooManyCuts(Int, Shape)
  /// More axes than a quantity may have.
  case tooManyAxes(Int)
  case tooLarge(Shape)
  case notAVector(String, Shape)
  case notAMatrix(String, Shape)
  /// A vector that is to be turned.
  case vectorTransposed(Shape)
  /// Three axes, of which `.T` would change all.
  case threeAxesTransposed
  /// A quantity without numbers, of which there is no largest.
  case empty(String)
  case reshaped(Shape, to: Shape)
  /// Targets of a cross-entropy that are neither an index for each row nor shares.
  case targets(Shape, logits: Shape)
  case indices(Shape, rows: Int)
  case concatenated(Shape, Shape, axis: Int)
  case kernel(Shape, Shape)
  case notSpread(Shape, to: Shape)
  case blocks(Int, Shape)
}

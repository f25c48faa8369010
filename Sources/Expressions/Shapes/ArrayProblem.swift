/// What is wrong with a formula on arrays, apart from its signs.
public enum ArrayProblem: Hashable, Sendable {
  /// An operation has no shape for its operands; each is told as it was typed.
  case shape(ShapeError, operands: [String])
  case unclosedBracket
  /// An element of brackets that is no number.
  case element(String)
  /// Rows of different lengths.
  case raggedRows(Int, Int)
  case tooManyLevels
  case unreadableIndex(String)
  case emptyIndex
  /// A cross between two that have axes.
  case cross
  case unknownMethod(String)
  case unknownKeyword(String, of: String)
  case unreadableValue(String, of: String)
  case missingArgument(String, usage: String)
  case tooManyArguments(String, usage: String)
  /// An argument that has to be a whole number.
  case notWhole(String, of: String)
  /// `sum(A, 0)`, which may be the sum along an axis, or of two.
  case positionalAxis(String)
  case chainedComparison
  /// Numbers drawn by a seed where no input is defined.
  case drawnInFormula
}

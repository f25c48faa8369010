/// Boxes of numbers as they lie in an array, row by row.
package struct CellGrid: Hashable {
  package struct Cell: Hashable {
    package var name: String
    /// The number; `nil` while it is to be found.
    package var value: String?
    /// The derivative of the output by it; `nil` while it is to be found.
    package var derivative: String?
  }

  package var cells: [Cell]
  /// How many cells there are in a row.
  package var width: Int
  /// What the derivatives are called; `nil` where none are shown.
  package var derivativeName: String?
}

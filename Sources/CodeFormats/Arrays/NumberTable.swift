public import Expressions

/// A table of numbers from a file that another program wrote: a row a line, perhaps with names above the columns.
public struct NumberTable: Hashable, Sendable {
  /// What the columns are called; empty where the file does not say.
  public let names: [String]
  /// A row for each line.
  public let rows: NumericArray
  /// Remarks that are no errors.
  public let notes: [ArrayFile.Note]

  /// Reads rows of text.
  ///
  /// - Complexity: O(n) in the bytes.
  public init(rows bytes: [UInt8]) throws(ArrayFileError) {
    let reader = try RowReader(bytes)
    names = reader.names
    rows = reader.table
    notes = reader.notes
  }
}

/// Why a file gives no array.
public enum ArrayFileError: Error, Hashable, Sendable {
  /// Something in a row of numbers, at a line and a column, both from 1, in Unicode scalars.
  case row(RowProblem, line: Int, column: Int)
  /// There are no numbers.
  case noNumbers
  /// The file does not begin as its ending says.
  case notNPY
  case notZip
  /// A field of a `.npy` file.
  case field(NPYField, NPYProblem)
  /// An array was named in a file that holds one without a name.
  case noMembers(String)
  /// A file of several arrays does not have the named one.
  case unknownMember(String, known: [String])
  /// Several arrays, and none with the input's name.
  case severalMembers([String], input: String)
  /// A file of several arrays that has none.
  case noArrays
  /// Something in the archive around the arrays.
  case archive(ZipProblem)
  /// What is wrong with one of several arrays.
  indirect case member(String, ArrayFileError)

  public enum RowProblem: Hashable, Sendable {
    case notANumber(String)
    case missingNumber
    case notFinite(String)
    /// Rows of different lengths.
    case uneven(count: Int, first: Int)
    case unclosedQuote
    case notText
    case tooMany
  }

  /// A part of a `.npy` file.
  public enum NPYField: String, Hashable, Sendable {
    case version, header, descr
    case fortranOrder = "fortran_order"
    case shape, data
  }

  public enum NPYProblem: Hashable, Sendable {
    case unknownVersion(Int, Int)
    /// The file ends within the field.
    case cut
    case unreadable(String)
    case missing
    case unknownKey(String)
    /// A kind of number that is not read, and what it is.
    case unsupported(String, kind: String)
    case tooManyAxes(String, Int)
    case tooMany(String)
    case size(expected: Int, found: Int)
    case notFinite(String, cell: [Int])
  }

  public enum ZipProblem: Hashable, Sendable {
    case cut
    case tooLarge
    case encrypted(String)
    case method(String, Int)
    case damaged(String)
    case tooMany(String)
  }
}

public import Expressions

/// An array from a file that another program wrote.
public struct ArrayFile: Hashable, Sendable {
  public enum Format: Hashable, Sendable {
    /// Numbers as text, a row a line.
    case rows
    /// One array, as `np.save` writes it.
    case npy
    /// Several arrays by their names, as `np.savez` writes them.
    case npz

    /// - Parameters:
    ///   - path: tells the format by its ending.
    ///   - bytes: tell the format where the ending does not.
    public init(path: String, bytes: [UInt8]) {
      let path = path.lowercased()
      if path.hasSuffix(".npy") {
        self = .npy
      } else if path.hasSuffix(".npz") {
        self = .npz
      } else if path.hasSuffix(".csv") {
        self = .rows
      } else if bytes.starts(with: NPYHeader.magic) {
        self = .npy
      } else {
        self = bytes.starts(with: ZipArchive.magic) ? .npz : .rows
      }
    }
  }

  public let array: NumericArray
  /// Remarks that are no errors.
  public let notes: [Note]

  /// Something to know of a file that was read.
  public enum Note: Hashable, Sendable {
    /// A first row with names and numbers, which was read as names; the first name is told.
    case mixedHeading(String)
    /// A first column that has no name while others have one.
    case unnamedColumn
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - member: which of several arrays is meant; `nil` for the only one, or for that with the input's name.
  ///   - input: the name of the quantity that the array is for.
  /// - Complexity: O(n) in the bytes, and in those that they unpack to.
  public init(
    _ bytes: [UInt8], as format: Format, member: String? = nil, input: String
  ) throws(ArrayFileError) {
    if let member, format != .npz { throw .noMembers(member) }
    switch format {
    case .rows:
      let reader = try RowReader(bytes)
      array = reader.array
      notes = reader.notes
    case .npy:
      array = try NumericArray(npy: bytes)
      notes = []
    case .npz:
      array = try NPZArchive(bytes).array(member, input: input)
      notes = []
    }
  }

  /// A larger file holds more numbers than a quantity may have, however long each is written.
  public static let byteLimit = 25 * Shape.countLimit
}

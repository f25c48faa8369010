import Autodiff
import CodeFormats
import Expressions

/// An array in a file, given on a command line: `X=@digits.csv`, `W=@weights.npz:W1`.
struct GivenArray {
  /// The path, and behind `.npz:` the name of one of several arrays.
  private let typed: String

  /// - Returns: `nil` where the statement gives no file.
  init?(_ statement: Statement) {
    guard statement.namesFile else { return nil }
    typed = String(statement.formula.trimmingBlanks.dropFirst())
  }

  /// Reads the file; what there is to know of it is noted on standard error.
  ///
  /// - Parameter name: the quantity that the array is for.
  func read(for name: String) throws(Failure) -> NumericArray {
    guard !typed.isEmpty else {
      throw Failure("'@' names no file; write \(name)=@digits.csv, or a .npy or .npz", .usage)
    }
    var path = typed
    var member: String?
    if !FileSystem.exists(typed), let end = GivenArray.memberStart(in: typed) {
      path = String(typed[..<end])
      member = String(typed[typed.index(after: end)...])
    }
    let bytes = try GivenArray.bytes(path)
    let format = ArrayFile.Format(path: path, bytes: bytes)
    let file = try GivenArray.located(path) { () throws(ArrayFileError) in
      try ArrayFile(bytes, as: format, member: member, input: name)
    }
    for note in file.notes { Output.error("note: \(GivenArray.text(note, path, name))") }
    return file.array
  }

  /// What is read of a file of numbers, with what is wrong with it told by its path.
  static func located<Result>(
    _ path: String, _ read: () throws(ArrayFileError) -> Result
  ) throws(Failure) -> Result {
    do {
      return try read()
    } catch {
      throw Failure(error.message(in: path), .unreadable)
    }
  }

  /// The bytes of a file of numbers.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    // A device such as /dev/zero has no end.
    guard FileSystem.Identity(of: path)?.kind != .device else {
      throw Failure("cannot read \(path): is a device; name a file", .unreadable)
    }
    do {
      return try FileSystem.read(path, atMost: ArrayFile.byteLimit)
    } catch {
      let advice =
        error.isTooLarge
        ? "a quantity has \(Shape.countLimit) numbers at most" : error.advice
      throw Failure("cannot read \(path): \(error.reason); \(advice)", .unreadable)
    }
  }

  /// Whether a path is that of a file of numbers by its ending.
  static func isArray(_ path: String) -> Bool {
    [".csv", ".npy", ".npz"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The colon behind the last `.npz`, `.npy` or `.csv` that a colon follows.
  private static func memberStart(in typed: String) -> String.Index? {
    typed.indices.last { typed[$0] == ":" && isArray(String(typed[..<$0])) }
  }

  static func text(_ note: ArrayFile.Note, _ path: String, _ name: String) -> String {
    switch note {
    case .mixedHeading(let word):
      "the first row of \(path) is read as names, since '\(word)' is not a number"
    case .unnamedColumn:
      "the first column of \(path) has no name and is read as well; \(name)[:, 1:] leaves it out"
    }
  }
}

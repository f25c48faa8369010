import Glibc

/// A call of the operating system that failed.
struct FileError: Error {
  var number: Int32

  /// The system's words for it.
  var reason: String { String(cString: strerror(number)).lowercased() }

  var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  var isTooLarge: Bool { number == EFBIG }

  /// What to do about a file that could not be read.
  var advice: String { number == EISDIR ? "name a file in it" : "check the path" }
}

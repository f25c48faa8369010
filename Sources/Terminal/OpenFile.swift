import Glibc

/// A file, a pipe or a terminal that is open, by the number that the system has for it.
package struct OpenFile {
  package var number: CInt

  package static let output = OpenFile(number: STDOUT_FILENO)
  package static let errors = OpenFile(number: STDERR_FILENO)

  package init(number: CInt) {
    self.number = number
  }

  /// Writes all bytes, in as many pieces as the system takes them.
  ///
  /// - Returns: the system's number of what prevented it; nil if all are written.
  package func write(_ bytes: [UInt8]) -> CInt? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 {
        return ENOSPC
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

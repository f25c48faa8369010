import Glibc
import Synchronization

/// A file without a name that holds what need not stay in memory; the system takes it back with the process.
///
/// A class, because there is one file, and threads share it.
final class Spool: Sendable {
  /// In the folder for temporary files; `nil` where none can be made, so that everything stays in memory.
  static let shared = Spool(folder: getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")

  private let file: CInt
  private let end = Mutex(0)

  private init?(folder: String) {
    file = open(folder, O_RDWR | O_CLOEXEC | CInt(__O_TMPFILE | O_DIRECTORY), 0o600)
    if file < 0 { return nil }
  }

  /// Adds bytes at the end.
  ///
  /// - Returns: where they are; `nil` where the file takes no more.
  func add(_ bytes: [UInt8]) -> Int? {
    end.withLock { end in
      guard pwrite(file, bytes, bytes.count, off_t(end)) == bytes.count else { return nil }
      defer { end += bytes.count }
      return end
    }
  }

  /// The bytes that were added there; `nil` where they cannot be read.
  func read(_ count: Int, at place: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      filled = max(0, pread(file, room.baseAddress, count, off_t(place)))
    }
    return bytes.count == count ? bytes : nil
  }
}

import Foundation

/// An empty folder that is removed at the end of its life; a class for that end.
final class TemporaryFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "backprop-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path(percentEncoded: false)
  }

  deinit {
    // Nothing hangs on a folder that stays behind.
    try? FileManager.default.removeItem(atPath: path)
  }
}

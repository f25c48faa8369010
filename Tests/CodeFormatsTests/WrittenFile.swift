import Foundation

/// A file that another program wrote.
enum WrittenFile {
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files")
    return try Array(Data(contentsOf: folder.appending(path: name)))
  }
}

import Glibc

/// The stored screens of the scripts in a folder: `Pictures/NAME.txt` beside them.
struct PictureFolder {
  private let folder: String

  /// - Parameter file: a script, or a lesson with scripts in it.
  init(beside file: String) {
    folder = (file.lastIndex(of: "/").map { String(file[...$0]) } ?? "") + "Pictures"
  }

  func path(of name: String) -> String { "\(folder)/\(name).txt" }

  /// The pictures with some names, as far as they are there.
  func pictures(named names: Set<String>) throws(Failure) -> [String: String] {
    var pictures: [String: String] = [:]
    for name in names where FileSystem.exists(path(of: name)) {
      do {
        pictures[name] = String(decoding: try FileSystem.read(path(of: name)), as: UTF8.self)
      } catch {
        throw Failure(
          "cannot read \(path(of: name)): \(error.reason); \(error.advice)", .unreadable)
      }
    }
    return pictures
  }

  /// Writes a picture, and makes the folder where there is none.
  static func write(_ picture: String, to path: String) throws(FileError) {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    if mkdir(String(folder), 0o777) != 0, errno != EEXIST { throw FileError(number: errno) }
    try FileSystem.replace(path, with: Array(picture.utf8))
  }
}

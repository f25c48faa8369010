/// The files that are to be marked: those named, and those in folders.
struct JournalFiles {
  private(set) var paths: [String] = []

  private static let endings = [".md", ".jsonl", ".ndjson", ".json", ".txt"]

  /// Folders deeper than this are not looked into.
  private static let depthLimit = 16

  /// - Throws: `Failure` for a path that leads nowhere.
  init(_ names: [String]) throws(Failure) {
    for name in names {
      guard FileSystem.exists(name) else {
        throw Failure("cannot read \(name): no such file or folder; check the path", .unreadable)
      }
      if FileSystem.isFolder(name) {
        try add(folder: name, depth: 0)
      } else {
        paths.append(name)
      }
    }
  }

  private mutating func add(folder: String, depth: Int) throws(Failure) {
    let names: [String]
    do {
      names = try FileSystem.contents(of: folder)
    } catch {
      throw Failure("cannot read the folder \(folder): \(error.reason); check it", .unreadable)
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if FileSystem.isFolder(path) {
        if depth < JournalFiles.depthLimit { try add(folder: path, depth: depth + 1) }
      } else if JournalFiles.endings.contains(where: name.hasSuffix) {
        paths.append(path)
      }
    }
  }

  /// Whether a file's name says that it is a journal, whatever is in it.
  static func isJournal(_ path: String) -> Bool {
    [".jsonl", ".ndjson"].contains(where: path.hasSuffix)
  }
}

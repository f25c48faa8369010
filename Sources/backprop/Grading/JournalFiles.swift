/// The files that are to be marked: those named, and those in folders, each once however often it is met.
struct JournalFiles {
  private(set) var paths: [String] = []
  /// What is not read, each with the reason.
  private(set) var leftOut: [(path: String, reason: String)] = []
  /// Whether some work may be missing: something was left out that is not read under another name.
  private(set) var lacksSome = false
  /// Under which path each file and folder was met first.
  private var met: [FileSystem.Identity: String] = [:]

  private static let endings = [".md", ".jsonl", ".ndjson", ".json", ".txt"]

  /// Folders deeper than this are not looked into.
  private static let depthLimit = 16

  /// - Throws: `Failure` for a path that leads nowhere.
  init(_ names: [String]) throws(Failure) {
    for name in names {
      guard let identity = FileSystem.Identity(of: name) else {
        throw Failure("cannot read \(name): no such file or folder; check the path", .unreadable)
      }
      try add(name, identity, depth: 0)
    }
  }

  private mutating func add(
    _ path: String, _ identity: FileSystem.Identity, depth: Int
  ) throws(Failure) {
    switch identity.kind {
    case .file: if isFirst(path, identity) { paths.append(path) }
    case .folder:
      guard depth <= JournalFiles.depthLimit else {
        leaveOut(path, "lies too deep; name it by itself")
        return
      }
      if isFirst(path, identity) { try add(folder: path, depth: depth) }
    case .pipe: leaveOut(path, "is a pipe and no file; left out")
    case .socket: leaveOut(path, "is a socket and no file; left out")
    case .device: leaveOut(path, "is a device and no file; left out")
    }
  }

  private mutating func leaveOut(_ path: String, _ reason: String) {
    leftOut.append((path, reason))
    lacksSome = true
  }

  private mutating func isFirst(_ path: String, _ identity: FileSystem.Identity) -> Bool {
    guard let first = met[identity] else {
      met[identity] = path
      return true
    }
    leftOut.append((path, "is the same as \(first) and is read once"))
    return false
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
      let isWanted = JournalFiles.endings.contains(where: name.hasSuffix)
      guard let identity = FileSystem.Identity(of: path) else {
        // A link that leads nowhere, or into itself.
        if isWanted { paths.append(path) }
        continue
      }
      if isWanted || identity.kind == .folder { try add(path, identity, depth: depth + 1) }
    }
  }

  /// Whether a file's name says that it is a journal, whatever is in it.
  static func isJournal(_ path: String) -> Bool {
    [".jsonl", ".ndjson"].contains(where: path.hasSuffix)
  }
}

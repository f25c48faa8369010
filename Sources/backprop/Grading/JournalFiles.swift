import Grading

/// The files that are to be marked: those named, and those in folders, each once however often it is met.
struct JournalFiles {
  private(set) var paths: [String] = []
  /// What is not read, each with the reason.
  private(set) var leftOut: [(path: String, reason: String)] = []
  /// Whether some work may be missing: something was left out that is not read under another name.
  private(set) var lacksSome = false
  /// Under which path each file and folder was met first, as long as they are looked for.
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
    met = [:]
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
    for name in names.sorted() {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let isWanted = JournalFiles.has(name, JournalFiles.endings)
      guard !name.hasPrefix(".") else {
        leftOut.append((path, "is hidden; left out"))
        lacksSome = lacksSome || isWanted
        continue
      }
      guard let identity = FileSystem.Identity(of: path) else {
        // A link that leads nowhere, or into itself.
        paths.append(path)
        continue
      }
      if !isWanted, identity.kind == .file, let reason = JournalFiles.reason(against: path) {
        leaveOut(path, reason)
      } else {
        try add(path, identity, depth: depth + 1)
      }
    }
  }

  /// Why a file whose name says nothing is not read; `nil` where it begins as a journal or a hand-in does.
  private static func reason(against path: String) -> String? {
    var start: [UInt8] = []
    do throws(FileError) {
      try FileSystem.read(path) { part throws(FileError) in
        start += part
        if start.count >= HandIn.titleLength { throw FileError(number: 0) }
      }
    } catch {
      if error.number != 0 { return "cannot be read: \(error.reason); left out" }
    }
    if HandIn.begins(start) || start.first == UInt8(ascii: "{") { return nil }
    let isPacked =
      start.starts(with: Array("PK".utf8)) || start.starts(with: [0x1F, 0x8B])
      || has(path, [".zip", ".gz", ".tar", ".7z", ".rar", ".xz", ".bz2"])
    if isPacked, !has(path, [".docx", ".xlsx", ".odt", ".ods"]) {
      return "is packed; unpack it; left out"
    }
    return "is neither a journal nor a hand-in; left out"
  }

  private static func has(_ name: String, _ endings: [String]) -> Bool {
    let name = name.lowercased()
    return endings.contains(where: name.hasSuffix)
  }

  /// Whether a file's name says that it is a journal, whatever is in it.
  static func isJournal(_ path: String) -> Bool { has(path, [".jsonl", ".ndjson"]) }
}

import Glibc
import Terminal

/// Files and folders.
enum FileSystem {
  /// Reads a file.
  ///
  /// - Parameter limit: a file of more bytes is refused, and what lies beyond is not read.
  static func read(_ path: String, atMost limit: Int = .max) throws(FileError) -> [UInt8] {
    var status = stat()
    if stat(path, &status) == 0, Int(status.st_size) > limit { throw FileError(number: EFBIG) }
    var bytes: [UInt8] = []
    try read(path) { part throws(FileError) in
      guard bytes.count + part.count <= limit else { throw FileError(number: EFBIG) }
      bytes += part
    }
    return bytes
  }

  /// Reads a file piece by piece.
  ///
  /// A pipe that nobody writes into is empty, and is not waited for; what somebody is writing is.
  static func read(
    _ path: String, _ body: (ArraySlice<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw FileError(number: errno) }
    defer { close(file) }
    while true {
      var number: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
        let read = Glibc.read(file, buffer.baseAddress, buffer.count)
        if read < 0 { number = errno }
        count = max(0, read)
      }
      if number == EAGAIN || number == EINTR {
        var source = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        poll(&source, 1, -1)
        continue
      }
      guard number == 0 else { throw FileError(number: number) }
      if bytes.isEmpty { return }
      try body(bytes[...])
    }
  }

  /// Puts bytes in the place of a file, or makes it; whoever reads it meanwhile finds the old bytes or the new ones.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    // What a link leads to is replaced, and not the link.
    let target = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let place = target ?? path
    var status = stat()
    let mode = stat(place, &status) == 0 ? status.st_mode & 0o777 : nil
    // A device, such as /dev/stdout, is written and not replaced.
    if mode != nil, status.st_mode & S_IFMT != S_IFREG {
      return try write(bytes, to: place, O_WRONLY)
    }
    let draft = "\(place).\(getpid())"
    do throws(FileError) {
      try write(bytes, to: draft, O_WRONLY | O_CREAT | O_EXCL)
      if let mode, chmod(draft, mode) != 0 { throw FileError(number: errno) }
      guard rename(draft, place) == 0 else { throw FileError(number: errno) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  private static func write(
    _ bytes: [UInt8], to path: String, _ flags: Int32
  ) throws(FileError) {
    let file = open(path, flags | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError(number: errno) }
    defer { close(file) }
    if let number = OpenFile(number: file).write(bytes) { throw FileError(number: number) }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// What a name stands for, however it is reached.
  struct Identity: Hashable {
    enum Kind {
      case file, folder, pipe, socket, device
    }

    var kind: Kind
    private var device: dev_t
    private var number: ino_t

    /// - Returns: nil where there is nothing, or it cannot be looked at.
    init?(of path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number) = (status.st_dev, status.st_ino)
      switch status.st_mode & S_IFMT {
      case S_IFREG: kind = .file
      case S_IFDIR: kind = .folder
      case S_IFIFO: kind = .pipe
      case S_IFSOCK: kind = .socket
      default: kind = .device
      }
    }
  }

  /// The names in a folder.
  static func contents(of folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(number: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder and those above it, for the user alone.
  static func makeFolder(_ path: String) throws(FileError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += "\(part)/"
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw FileError(number: errno) }
    }
  }
}

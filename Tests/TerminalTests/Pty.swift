#if canImport(CVTerm)
  import CVTerm
  import Glibc
  import TextScreen

  /// A pseudo-terminal: a line with a program at one end and an emulator at the other, the far end.
  ///
  /// A class, because it owns descriptors. It keeps the near end open, so that the mode of the line
  /// can be read, and what was written can be had, after the program's death.
  final class Pty {
    struct Failure: Error {
      var call: String
      var number = errno
    }

    let path: String
    let modeAtStart: [UInt8]
    private(set) var farEnd: CInt
    private let nearEnd: CInt

    init(size: Size) throws {
      farEnd = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
      var name = [CChar](repeating: 0, count: 64)
      guard farEnd >= 0, cv_near_end(farEnd, &name, name.count) > 0 else {
        throw Failure(call: "open /dev/ptmx")
      }
      path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      nearEnd = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
      guard nearEnd >= 0 else { throw Failure(call: "open \(path)") }
      modeAtStart = Self.mode(of: nearEnd)
      resize(to: size)
    }

    deinit {
      closeFarEnd()
      close(nearEnd)
    }

    func closeFarEnd() {
      if farEnd >= 0 { close(farEnd) }
      farEnd = -1
    }

    func resize(to size: Size) {
      _ = cv_resize(farEnd, Int32(size.height), Int32(size.width))
    }

    /// Everything that `stty` could show.
    var mode: [UInt8] { Self.mode(of: nearEnd) }

    private static func mode(of descriptor: CInt) -> [UInt8] {
      withUnsafeBytes(of: cv_mode(descriptor)) { Array($0) }
    }

    /// The bytes that have arrived at the far end.
    func read() -> [UInt8] {
      var all: [UInt8] = []
      var bytes = [UInt8](repeating: 0, count: 1 << 14)
      while true {
        let count = Glibc.read(farEnd, &bytes, bytes.count)
        guard count > 0 else { return all }
        all += bytes.prefix(count)
      }
    }

    /// The bytes that were sent to the far end before this call, those under way included.
    ///
    /// A mark is sent after them, since the line carries bytes in order, but in its own time.
    func readToEnd() -> [UInt8] {
      let mark = Array("\u{1B}]end of what was written\u{7}".utf8)
      guard writeFromNearEnd(mark) == mark.count else { return read() }
      var all: [UInt8] = []
      while !all.ends(with: mark) {
        var source = pollfd(fd: farEnd, events: Int16(POLLIN), revents: 0)
        guard poll(&source, 1, 5000) == 1 else { return all }
        all += read()
      }
      return all.dropLast(mark.count)
    }

    /// Writes on the terminal, as a program does, and returns how many bytes the line took.
    func writeFromNearEnd(_ bytes: [UInt8]) -> Int {
      max(0, Glibc.write(nearEnd, bytes, bytes.count))
    }

    /// Stops the line, as Ctrl-S does where it is not a key: nothing that a program writes gets through.
    func stop() {
      tcflow(nearEnd, TCOOFF)
    }

    /// Writes on the terminal until it takes no more, since nobody reads at the far end.
    func fill() {
      let flags = fcntl(nearEnd, F_GETFL)
      _ = fcntl(nearEnd, F_SETFL, flags | O_NONBLOCK)
      var source = pollfd(fd: nearEnd, events: Int16(POLLOUT), revents: 0)
      repeat {
        while writeFromNearEnd([UInt8](repeating: UInt8(ascii: "x"), count: 4096)) > 0 {}
      } while poll(&source, 1, 100) == 1
      _ = fcntl(nearEnd, F_SETFL, flags)
    }

    /// Sends bytes from the far end, and returns how many the line took.
    func write(_ bytes: [UInt8]) -> Int {
      max(0, Glibc.write(farEnd, bytes, bytes.count))
    }
  }

  extension [UInt8] {
    fileprivate func ends(with other: [UInt8]) -> Bool {
      suffix(other.count).elementsEqual(other)
    }
  }
#endif

import CBenchmarks
import Glibc

/// A program on a terminal of its own, whose pictures are waited for.
///
/// A class, because it owns the terminal and the process.
final class TimedProgram {
  private let farEnd: CInt
  private var process = pid_t()
  private let begin: Double

  /// Starts a program with 80 columns and 24 rows.
  ///
  /// - Returns: nothing where there is no terminal or no such program.
  init?(_ arguments: [String]) {
    var path = [CChar](repeating: 0, count: 64)
    farEnd = cprocess_open(24, 80, &path, path.count)
    begin = Stopwatch.now
    guard farEnd >= 0 else { return nil }
    let words = arguments.map { strdup($0) } + [nil]
    let settings = ["TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "HOME=/tmp"]
    let environment = (settings + [TimedProgram.searchPath]).map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    guard cprocess_spawn(&process, path, words, environment) == 0 else {
      close(farEnd)
      return nil
    }
  }

  private static var searchPath: String {
    "PATH=" + (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")
  }

  deinit {
    kill(process, SIGKILL)
    close(farEnd)
    waitpid(process, nil, 0)
  }

  /// Milliseconds from the start to the last output after which nothing comes for 0.3 s.
  func start() -> Double? {
    var poll = pollfd(fd: farEnd, events: Int16(POLLIN), revents: 0)
    // A large graph is read before anything is shown.
    _ = Glibc.poll(&poll, 1, 5000)
    return settle(since: begin, quiet: 300)
  }

  /// Waits until the program does nothing more while nobody types.
  func rest() {
    var before: Double?
    while Stopwatch.now - begin < 20e9 {
      _ = settle(since: Stopwatch.now, quiet: 200)
      let now = processorTime
      if now == before { return }
      before = now
    }
  }

  /// Nanoseconds on a processor, if the system tells them.
  private var processorTime: Double? {
    TextFile.read("/proc/\(process)/schedstat").flatMap {
      $0.split(separator: " ").first.flatMap { Double($0) }
    }
  }

  /// Milliseconds from a key to the last output that it causes.
  func press(_ key: String) -> Double? {
    let begin = Stopwatch.now
    let bytes = Array(key.utf8)
    guard write(farEnd, bytes, bytes.count) == bytes.count else { return nil }
    return settle(since: begin, quiet: 60)
  }

  /// Resident memory in megabytes.
  var memory: Double? {
    TextFile.number(after: "VmRSS", in: "/proc/\(process)/status").map { $0 / 1024 }
  }

  private func settle(since begin: Double, quiet: CInt) -> Double? {
    var last: Double?
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while Stopwatch.now - begin < 5e9 {
      var poll = pollfd(fd: farEnd, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, quiet) > 0 else { break }
      let count = read(farEnd, &bytes, bytes.count)
      guard count > 0 else { break }
      last = Stopwatch.now
      answer(String(decoding: bytes[..<count], as: UTF8.self))
    }
    return last.map { ($0 - begin) / 1e6 }
  }

  /// Answers as a terminal does that is asked where its cursor is and what it can.
  private func answer(_ output: String) {
    for (question, answer) in [
      ("\u{1B}[6n", "\u{1B}[1;1R"), ("\u{1B}[c", "\u{1B}[?62;22c"), ("\u{1B}[0c", "\u{1B}[?62;22c"),
    ] where output.contains(question) {
      _ = write(farEnd, answer, answer.utf8.count)
    }
  }
}

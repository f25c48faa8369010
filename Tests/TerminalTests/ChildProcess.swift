#if canImport(CVTerm)
  import CVTerm
  import Glibc

  /// A program that was started by a test, at the head of a session of its own on a terminal.
  ///
  /// A class, because it owns the process: nobody else may wait for it.
  final class ChildProcess {
    enum Ending: Hashable, CustomStringConvertible {
      case exited(CInt)
      case signalled(CInt)

      var description: String {
        switch self {
        case .exited(let code): "exited with \(code)"
        case .signalled(let number): "ended by \(String(cString: strsignal(number)))"
        }
      }
    }

    let identifier: pid_t
    /// Readable once the process has ended.
    let descriptor: CInt
    private var isWaitedFor = false

    /// Starts a program without `fork`, which a process with several threads cannot use.
    ///
    /// As the head of a session, it gets the first terminal that it opens as its controlling one.
    init(
      _ path: String, _ arguments: [String], environment: [String: String], terminal: String
    ) throws {
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)

      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      var signals = sigset_t()
      sigemptyset(&signals)
      posix_spawnattr_setsigmask(&attributes, &signals)
      sigfillset(&signals)
      posix_spawnattr_setsigdefault(&attributes, &signals)
      let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
      posix_spawnattr_setflags(&attributes, Int16(flags) | cv_spawn_setsid)

      var words = ([path] + arguments).map { strdup($0) } + [nil]
      var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
      defer { for word in words + variables { free(word) } }
      var identifier: pid_t = 0
      let error = posix_spawn(&identifier, path, &actions, &attributes, &words, &variables)
      guard error == 0 else { throw Pty.Failure(call: "start \(path)", number: error) }
      self.identifier = identifier
      descriptor = cv_process(identifier)
    }

    deinit {
      close(descriptor)
    }

    /// Sends a signal to the process.
    func send(_ signal: CInt) {
      if !isWaitedFor { Glibc.kill(identifier, signal) }
    }

    func kill() {
      guard !isWaitedFor else { return }
      send(SIGKILL)
      _ = waitForEnd()
    }

    func waitForEnd() -> Ending {
      var status: CInt = 0
      while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
      isWaitedFor = true
      return cv_exited(status) ? .exited(cv_exit_code(status)) : .signalled(cv_signal(status))
    }
  }

  /// The programs that were built together with this test.
  enum BuiltProgram {
    /// The path of a program beside this test's own executable; a path stays itself.
    static func path(_ name: String) -> String {
      guard !name.contains("/") else { return name }
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
      return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/\(name)"
    }
  }
#endif

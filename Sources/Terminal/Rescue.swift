import CNcurses
import Glibc

/// Gives the terminal back when a signal ends the process, and tells of those that it survives.
///
/// The handlers are C, act on bytes computed beforehand, and let the signal then take its course.
/// A fault is caught on a stack of its own; that holds for the thread that opened the terminal.
struct Rescue {
  /// Ends on somebody's order. Those that are ignored from the start, as under `nohup`, stay so.
  private static let endings =
    [
      SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGXCPU, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM,
      SIGPROF, SIGIO, SIGPWR, SIGSTKFLT,
    ] + (cn_least_numbered_signal()...cn_largest_numbered_signal())
  private static let faults = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]
  private static let wakes = [SIGWINCH, SIGTSTP, SIGCONT]

  private static let line =
    "backprop stopped on a fault of its own; what you entered is in the journal\n"

  /// Where the numbers of signals that woke the process can be read.
  let wakes: CInt
  private let wakesEnd: CInt
  private var previous: [(signal: CInt, action: sigaction)] = []

  /// - Parameter bytes: what gives the terminal back; nil if that cannot be prepared.
  init?(bytes: [UInt8]) {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (wakes, wakesEnd) = (ends[0], ends[1])
    let line = Array(Self.line.utf8)
    let isReady = bytes.withUnsafeBytes { bytes in
      line.withUnsafeBytes { line in
        cn_rescue_prepare(
          STDIN_FILENO, STDOUT_FILENO, wakesEnd, bytes.baseAddress, bytes.count, line.baseAddress,
          line.count) == 0
      }
    }
    guard isReady else {
      Glibc.close(wakes)
      Glibc.close(wakesEnd)
      return nil
    }
    cn_rescue_use_own_stack()
    for signal in Self.endings where cn_rescue_is_ignored(signal) == 0 {
      handle(signal, by: cn_rescue_end, once: true)
    }
    for signal in Self.faults { handle(signal, by: cn_rescue_fault, once: true) }
    for signal in Self.wakes where cn_rescue_is_ignored(signal) == 0 {
      handle(signal, by: cn_rescue_wake, once: false)
    }
    cn_outlive_file_limit()
    atexit(cn_rescue_at_exit)
  }

  private mutating func handle(
    _ signal: CInt,
    by handler:
      @convention(c) (
        CInt, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?
      ) -> Void, once: Bool
  ) {
    var action = sigaction()
    cn_rescue_handle(signal, handler, once ? 1 : 0, &action)
    previous.append((signal, action))
  }

  /// Whether the terminal is in our hands and must be given back.
  func arm(_ isArmed: Bool) {
    cn_rescue_arm(isArmed ? 1 : 0)
  }

  /// The signals that woke the process since the last call.
  func takeWakes() -> Set<CInt> {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(wakes, &bytes, bytes.count)
    return Set(bytes.prefix(max(0, count)).map(CInt.init))
  }

  /// Stops the process as Ctrl-Z does, and returns when it goes on.
  func stop() {
    var ours = sigaction()
    var stopping = sigaction()
    stopping.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &stopping, &ours)
    raise(SIGTSTP)
    sigaction(SIGTSTP, &ours, nil)
  }

  /// Does what gives the terminal back in good order, and after a second without a terminal that takes it.
  func hurry(_ body: () -> Void) {
    cn_rescue_hurry()
    body()
    cn_rescue_end_in_time()
  }

  /// Puts every signal back as it was found.
  func remove() {
    arm(false)
    for (signal, action) in previous {
      var action = action
      sigaction(signal, &action, nil)
    }
    Glibc.close(wakes)
    Glibc.close(wakesEnd)
  }
}

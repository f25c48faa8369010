import Glibc
import Synchronization
import Terminal

/// Hands out the numbers of pieces of work, and shows on a terminal how many are done.
///
/// A class, because threads share it.
final class WorkQueue: Sendable {
  private struct State {
    var next = 0
    var shown = -1
  }

  private let count: Int
  private let state = Mutex(State())
  private let showsProgress: Bool

  private static let barWidth = 40
  /// For fewer pieces nobody has to wait.
  private static let leastShown = 100

  init(count: Int) {
    self.count = count
    showsProgress = count >= WorkQueue.leastShown && isatty(STDERR_FILENO) == 1
  }

  /// The next piece of work; `nil` when all are handed out.
  func next() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      defer { state.next += 1 }
      if showsProgress { WorkQueue.show(state.next, of: count, &state.shown) }
      return state.next
    }
  }

  /// Takes the bar away.
  func finish() {
    guard showsProgress else { return }
    WorkQueue.write("\r" + String(repeating: " ", count: WorkQueue.barWidth + 30) + "\r")
  }

  private static func show(_ done: Int, of count: Int, _ shown: inout Int) {
    let permille = done * 1000 / count
    guard permille != shown else { return }
    shown = permille
    let full = done * barWidth / count
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: barWidth - full)
    write("\r[\(bar)] \(done) of \(count) files")
  }

  private static func write(_ text: String) {
    _ = OpenFile.errors.write(Array(text.utf8))
  }
}

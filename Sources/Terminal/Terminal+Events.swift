import CNcurses
import Glibc
import TextScreen

extension Terminal {
  /// Waits for the next event.
  ///
  /// It sleeps until there is one. A stop by Ctrl-Z and a redraw by Ctrl-L happen in here.
  public func nextEvent() -> Event {
    while true {
      if let event = event(after: wait(atMost: decoder.patience ?? -1)) { return event }
    }
  }

  /// The event that is there already, if there is one; for a program that works between events.
  public func pendingEvent() -> Event? {
    event(after: wait(atMost: 0))
  }

  /// The next event within some time; `nil` where there is none. A time that is over asks for what is there already.
  public func event(within time: Duration) -> Event? {
    let milliseconds =
      time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
    // What has begun to come in is not cut off.
    return event(after: wait(atMost: max(CInt(clamping: milliseconds), decoder.patience ?? 0)))
  }

  private func event(after reason: Reason) -> Event? {
    switch reason {
    case .key: break
    case .silence: if let key = decoder.pause() { queue.insert(key, at: 0) }
    case .input: if !readKeys() { return .closed }
    case .signal: if let size = heedSignals() { return .resized(size) }
    }
    while let key = queue.popLast() {
      if key != .control("l") { return .key(key) }
      redraw()
    }
    return nil
  }

  private enum Reason {
    /// A key was read before.
    case key
    case silence
    case input
    case signal
  }

  /// Waits at most some milliseconds; for ever where they are negative.
  private func wait(atMost milliseconds: CInt) -> Reason {
    if !queue.isEmpty { return .key }
    while true {
      switch cn_wait(rescue.wakes, STDIN_FILENO, milliseconds) {
      case 0: return .silence
      case 1: return .signal
      case 2: return .input
      default: continue
      }
    }
  }

  /// Reads what there is, and returns whether the terminal is still there.
  private func readKeys() -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { bytes in
      let count = read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      if count > 0 {
        for byte in bytes.prefix(count) {
          if let key = decoder.feed(byte) { queue.append(key) }
        }
        heedBackground()
        // Nothing is read while a key waits, so all of them came just now.
        if queue.count > 1 { queue.reverse() }
        return true
      }
      return count < 0 && (errno == EINTR || errno == EAGAIN)
    }
  }

  /// Does what the signals ask for, and returns the size if it is another one now.
  private func heedSignals() -> Size? {
    let signals = rescue.takeWakes()
    if signals.contains(SIGTSTP) {
      awaitBackground()
      leave()
      rescue.stop()
      _ = rescue.takeWakes()
      enter()
    } else if signals.contains(SIGCONT) {
      // Stopped from outside, and whoever had the terminal meanwhile left it in a mode of its own.
      leave()
      enter()
    }
    return adoptSize()
  }

  private func adoptSize() -> Size? {
    var window = winsize()
    guard cn_window_size(STDOUT_FILENO, &window) == 0, window.ws_row > 0, window.ws_col > 0
    else { return nil }
    let now = Size(width: Int(window.ws_col), height: Int(window.ws_row))
    guard now != size else { return nil }
    resize_term(CInt(now.height), CInt(now.width))
    // What a terminal keeps of its cells when its size changes is its own affair.
    cn_repaint_whole()
    size = Self.screenSize
    return size
  }

  private func redraw() {
    cn_repaint_whole()
    sendFrame()
  }
}

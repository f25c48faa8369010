import FullScreen
import Terminal
import TextScreen
import Training

/// Runs training in a full screen: it computes between keys and shows how it stands, twenty times a second at most.
struct TrainingHost {
  /// The time between two pictures.
  private static let frame = Duration.milliseconds(50)
  /// Computing takes so many times as long as the pictures.
  private static let shareOfPictures = 10

  private let terminal: Terminal

  init(_ arguments: Arguments) throws(Failure) {
    terminal = try Terminal.opened(by: arguments)
  }

  /// Runs until it is left.
  ///
  /// - Parameters:
  ///   - title: what is trained.
  ///   - keep: keeps the state after an epoch.
  /// - Returns: the run as it was left, or `nil` where the terminal is gone.
  func run(
    _ run: TrainingRun, title: String, keeping keep: (Trainer) throws(Failure) -> Void
  ) throws(Failure) -> TrainingRun? {
    var screen = TrainingScreen(
      run, title: title, size: terminal.size, isASCII: terminal.isASCII)
    while true {
      let shown = ContinuousClock.now
      terminal.show(screen.canvas)
      let drawing = ContinuousClock.now - shown
      guard screen.isComputing else {
        // What is paused sleeps until there is a key.
        guard let ended = take(terminal.nextEvent(), &screen) else { continue }
        return ended ? screen.run : nil
      }
      let end = shown + max(TrainingHost.frame, drawing * TrainingHost.shareOfPictures)
      var steps = 0
      while screen.isComputing, steps < screen.stepsPerFrame, ContinuousClock.now < end {
        if screen.step() { try keep(screen.run.trainer) }
        steps += 1
      }
      // Whoever watches slow steps has time to see each.
      while screen.isComputing {
        let left = end - ContinuousClock.now
        guard let event = terminal.event(within: left) else { break }
        if let ended = take(event, &screen) { return ended ? screen.run : nil }
      }
    }
  }

  /// Takes an event.
  ///
  /// - Returns: `nil` to go on, whether it was left or the terminal is gone.
  private func take(_ event: Event, _ screen: inout TrainingScreen) -> Bool? {
    switch event {
    case .closed: return false
    case .resized(let size): screen.resize(to: size)
    case .key(let key): if screen.press(key) == .leave { return true }
    }
    return nil
  }
}

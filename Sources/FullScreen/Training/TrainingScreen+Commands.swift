import TextScreen
import Training

extension TrainingScreen {
  /// What a key stands for.
  static func command(of key: Key) -> Command? {
    switch key {
    case .character(" "): .pause
    case .enter, .right: .step
    case .character("+"), .up: .faster
    case .character("-"), .down: .slower
    case .tab: .picture
    case .function(10), .control("c"): .leave
    case .function(1): .list
    case .character(let letter):
      Command.allCases.first { $0.row.letter.map(String.init) == letter.lowercased() }
    default: nil
    }
  }

  /// The commands for the footer, those that matter most first.
  var footer: [(key: String, label: String)] {
    guard prompt == nil else { return [("Enter", "run both"), ("Escape", "never mind")] }
    let first =
      run.isOver
      ? [("m", "more"), ("r", "again")]
      : [("Space", isRunning ? "pause" : "go on"), ("Enter", "a step"), ("e", "an epoch")]
    return first
      + [("+ -", "faster, slower"), ("a", "another rate")]
      + (pictures.count > 1 ? [("Tab", "picture")] : []) + [("F10", "leave"), ("?", "all")]
  }
}

extension TrainingScreen.Command {
  var row: CommandList.Row {
    switch self {
    case .pause: CommandList.Row(letter: "p", key: "Space", explanation: "pause, and go on")
    case .step: CommandList.Row(letter: "s", key: "Enter", explanation: "make one step")
    case .epoch: CommandList.Row(letter: "e", key: "e", explanation: "go to the end of the epoch")
    case .faster:
      CommandList.Row(letter: "f", key: "+", explanation: "twice as many steps a picture")
    case .slower:
      CommandList.Row(letter: "h", key: "-", explanation: "half as many steps a picture")
    case .again:
      CommandList.Row(letter: "r", key: "r", explanation: "begin again from the same seed")
    case .beside:
      CommandList.Row(
        letter: "a", key: "a", explanation: "begin again with another rate beside this one")
    case .more: CommandList.Row(letter: "m", key: "m", explanation: "train on, as long again")
    case .picture:
      CommandList.Row(
        letter: "t", key: "Tab", explanation: "another picture: what it says, what it has learned")
    case .list: CommandList.Row(letter: "?", key: "?", explanation: "show this list")
    case .leave: CommandList.Row(letter: "q", key: "F10", explanation: "leave")
    }
  }
}

import Glibc
import Terminal
import TextScreen

/// Shows every style, tells what it receives, and ends in whatever way a paste asks for.
///
/// A paste, so that every key is left to be told of.
func run() throws(TerminalError) {
  let terminal = try Terminal(Terminal.Options(isASCII: CommandLine.arguments.contains("--ascii")))
  var story = Story()
  while true {
    terminal.show(story.canvas(size: terminal.size))
    let event = terminal.nextEvent()
    switch event {
    case .closed: exit(7)
    case .key(.paste("close")):
      terminal.close()
      terminal.close()
      print("closed")
      exit(3)
    case .key(.paste("leave")): return
    case .key(.paste("exit")): exit(4)
    case .key(.paste("trap")): fatalError("asked for")
    case .key(.paste("abort")): abort()
    case .key(.paste("exhaust")): print(blocks(of: 1 << 24).count)
    case .key(.paste("overflow")): print(depth(of: 0))
    case .key(.paste("stop")): raise(SIGSTOP)
    case .key(.paste("hide")): story.cursor = nil
    default: break
    }
    story.tell(of: event)
  }
}

/// Never ends, and is no loop: each call waits for the next.
func depth(of level: Int) -> Int {
  level < 0 ? 0 : 1 + depth(of: (level + 1) & Int.max)
}

/// Takes memory until there is no more.
func blocks(of size: Int) -> [[UInt8]] {
  var blocks: [[UInt8]] = []
  while blocks.count < 1 << 12 { blocks.append([UInt8](repeating: 1, count: size)) }
  return blocks
}

/// What the probe has seen, as a screen.
struct Story {
  var cursor: Point? = Point(column: 2, row: 1)
  private var count = 0
  private var lines: [String] = []

  mutating func tell(of event: Event) {
    count += 1
    let line = "\(count): \(Self.words(for: event))"
    lines = Array((lines + [line]).suffix(4))
  }

  private static func words(for event: Event) -> String {
    switch event {
    case .key(.paste(let text)) where text.utf8.count > 60: "paste of \(text.utf8.count) bytes"
    case .key(let key): "\(key)"
    case .resized(let size): "resized to \(size.width)x\(size.height)"
    case .closed: "closed"
    }
  }

  /// The events on the left, the roles on the right: plain, then focused.
  func canvas(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.cursor = cursor
    canvas.write("probe \(size.width)x\(size.height)", at: Point(column: 0, row: 0))
    canvas.write("┌─▶ ✓ ×²…語e\u{301}|", at: Point(column: 0, row: 2))
    for (row, line) in lines.enumerated() {
      canvas.write(line, at: Point(column: 0, row: row + 4))
    }
    for (row, role) in Style.Role.allCases.enumerated() {
      canvas.write("\(role)", at: Point(column: 40, row: row), Style(role))
      canvas.write("\(role)", at: Point(column: 60, row: row), Style(role, isFocused: true))
    }
    let corner = Point(column: size.width - 1, row: size.height - 1)
    canvas[corner] = Cell("#")
    return canvas
  }
}

do {
  try run()
} catch {
  let line = Array("\(error.message)\n".utf8)
  write(STDERR_FILENO, line, line.count)
  exit(2)
}

import CNcurses
import Glibc
public import TextScreen

/// The terminal that the process runs in, as a full screen and a source of keys.
///
/// A class, because it stands for a thing of which there is one: two copies would both believe that
/// they have to give it back. It is given back by `close()`, when the last reference goes, and by
/// every signal that ends the process. Ctrl-C stays a signal.
public final class Terminal {
  public struct Options: Hashable, Sendable {
    /// Draws with ASCII alone, as is done anyway where the locale has no more.
    public var isASCII: Bool
    public var theme: Theme
    /// Whether the terminal shall tell of the mouse; then it no longer marks text by itself.
    public var usesMouse: Bool

    public init(isASCII: Bool = false, theme: Theme = .auto, usesMouse: Bool = false) {
      self.isASCII = isASCII
      self.theme = theme
      self.usesMouse = usesMouse
    }
  }

  public internal(set) var size: Size {
    didSet { shown = Canvas(size: Size(width: 0, height: 0)) }
  }
  /// Whether characters beyond ASCII are folded, so that a view had better spell `^2` for `²`.
  public let isASCII: Bool

  /// Whether a line to the terminal is so slow, or so far, that pictures are better not sent for their looks.
  public var isSlow: Bool {
    ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains { Environment.value($0) != nil }
      || (1..<Terminal.swiftBaud).contains(baudrate())
  }
  /// From so many bits a second on a line counts as swift.
  private static let swiftBaud: CInt = 19_200

  /// Whether it is the console of Linux, whose fonts of 512 signs have none of Braille.
  let lacksBraille: Bool
  let terminfo: Terminfo
  let rescue: Rescue
  let theme: Theme
  let range: ColorRange
  var background: Background
  var looks: Looks
  var decoder = KeyDecoder()
  /// Keys that were read, those to come next at the end.
  var queue: [Key] = []
  var isCursorShown = true
  /// The canvas that was shown last on a screen of this size.
  var shown = Canvas(size: Size(width: 0, height: 0))
  /// Whether something stands in the last cell of the screen that curses does not know of.
  var isLastCellFilled = false
  private var screen: OpaquePointer?

  /// Opens the full screen.
  ///
  /// Of the environment count `TERM`, the locale, `NO_COLOR` where it is not empty, `COLORTERM` and `COLORFGBG`.
  ///
  /// - Parameter note: says something to whoever started the program, before the screen is another one.
  public init(
    _ options: Options = Options(), note: (String) -> Void = { _ in }
  ) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    guard let asked = Environment.value("TERM") else { throw .missingType }
    if let number = Self.missingDescriptors { throw .shortage(number) }
    isASCII = !Locale.adopt() || options.isASCII
    WorkSign.end()

    // The size comes from the terminal itself; LINES and COLUMNS would freeze it.
    use_env(false)
    use_tioctl(true)
    var typedAhead: [UInt8] = []
    let type = try Self.knownType(asked, typed: &typedAhead, note: note)
    lacksBraille = type == "linux" || type.hasPrefix("linux-")
    terminfo = try Terminfo(type, usesMouse: options.usesMouse)
    if TrueColorEntry.isUsable(by: type) { TrueColorEntry.install(for: type) }
    guard let rescue = Rescue(bytes: terminfo.giveBack) else { throw .shortage(errno) }
    self.rescue = rescue
    rescue.arm(true)
    errno = 0
    screen = cn_open(type)
    guard screen != nil else {
      let number = errno
      rescue.remove()
      throw number == ENOMEM ? .shortage(number) : .unsuitableType(type)
    }
    // Until it was suspended once, curses sends each move of the cursor by itself, and a picture in a hundred pieces.
    // Before there are colours that says nothing to the terminal of its palette, which is its owner's.
    endwin()
    Self.setMode()
    refresh()
    theme = options.theme
    range = Self.openColors()
    background = Background(assumed: theme.assumedBackground)
    looks = Self.setColors(range, theme, on: background.color)
    size = Self.screenSize
    decoder.keys = terminfo.keys
    decoder.takesPointer = options.usesMouse
    for byte in typedAhead {
      if let key = decoder.feed(byte) { queue.insert(key, at: 0) }
    }
    write(terminfo.enter)
  }

  deinit {
    close()
  }

  /// Gives the terminal back; what comes after the first call has no effect.
  public func close() {
    guard let screen else { return }
    self.screen = nil
    awaitBackground()
    rescue.hurry { leave() }
    rescue.remove()
    delscreen(screen)
  }

  /// Why there are too few descriptors for a terminal and a journal; nil if there are enough.
  private static var missingDescriptors: CInt? {
    let spare = (0..<3).map { _ in (dup(STDIN_FILENO), errno) }
    for (file, _) in spare where file >= 0 { Glibc.close(file) }
    return spare.first { $0.0 < 0 }?.1
  }

  /// The type under which the database has the terminal: its own, for which there may be an entry in the program, or
  /// xterm's where it lacks that and the terminal takes what xterm takes.
  ///
  /// - Parameter typed: receives the bytes that were typed while the terminal was asked.
  private static func knownType(
    _ type: String, typed: inout [UInt8], note: (String) -> Void
  ) throws(TerminalError) -> String {
    if Terminfo.load(type) { return type }
    if let entry = BuiltInEntry(of: type) {
      entry.install()
      guard Terminfo.load(type) else { throw .unknownType(type) }
      return type
    }
    if !BuiltInEntry.takesXterm(type) {
      guard let bytes = TerminalQuestion.ask() else { throw .unknownType(type) }
      typed = bytes
    }
    let xterm = BuiltInEntry.xterm
    xterm.install()
    guard Terminfo.load(xterm.name) else { throw .unknownType(type) }
    if type != xterm.name {
      note("terminal '\(type.printable)' is not known here and is used as an \(xterm.name)")
    }
    return xterm.name
  }

  static var screenSize: Size {
    Size(width: Int(cn_columns()), height: Int(cn_rows()))
  }

  /// Keys at once, unechoed, each line end as it was pasted, and Ctrl-S no trap.
  private static func setMode() {
    cbreak()
    noecho()
    typeahead(-1)
    var mode = termios()
    tcgetattr(STDIN_FILENO, &mode)
    mode.c_iflag &= ~tcflag_t(IXON | ICRNL)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
    def_prog_mode()
  }

  func write(_ bytes: [UInt8]) {
    // A terminal that is gone is noticed where keys are read.
    _ = OpenFile.output.write(bytes)
  }

  /// Returns to the screen from which the program was started.
  func leave() {
    write(terminfo.leave)
    endwin()
    write(terminfo.clear)
    rescue.arm(false)
  }

  /// Takes the terminal back after `leave()`, and repaints what was shown.
  func enter() {
    rescue.arm(true)
    write(terminfo.enter)
    cn_repaint_whole()
    sendFrame()
  }
}

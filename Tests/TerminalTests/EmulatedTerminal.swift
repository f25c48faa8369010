#if canImport(CVTerm)
  import CVTerm
  import Glibc
  import TextScreen

  /// A program of this package, running on a terminal that a test can look at.
  ///
  /// The terminal is a pty with libvterm at its end; the program has it as its controlling terminal.
  /// A test waits for states of the screen, never for time:
  ///
  ///     let terminal = try EmulatedTerminal("backprop", ["learn", "two-nodes"])
  ///     try terminal.waitUntil { $0.text.contains("Two nodes") }
  ///     terminal.type("11")
  ///     terminal.press(.enter)
  ///     try terminal.waitUntil { $0.text.contains("11 ✓") }
  ///
  /// A class, because it owns a process, and libvterm holds on to it. At the end of its life the
  /// process is killed and its home is removed.
  final class EmulatedTerminal {
    /// An empty folder, the program's `HOME` unless a test gives another.
    let home: TemporaryFolder
    let process: ChildProcess
    /// How the program ended, once it has.
    private(set) var ending: ChildProcess.Ending?
    /// All bytes that the program sent, for what libvterm does not show, such as dim.
    private(set) var received: [UInt8] = []
    private var frames = FrameMarks()
    /// Whether the program asked for the screen beside the one with the history.
    fileprivate(set) var isAlternateScreen = false
    fileprivate(set) var isCursorVisible = true
    /// What the terminal says to the program, as far as it has not been taken.
    var outgoing: [UInt8] = []

    let pty: Pty
    let emulator: OpaquePointer
    /// Whether the terminal answers no questions.
    private let isMute: Bool
    /// What the terminal says of its background, as in `1e1e/1e1e/2e2e`; `nil` if it is silent about it.
    private let background: String?
    private let screen: OpaquePointer
    private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
    private var isHungUp = false

    /// Starts a program on a terminal of its own.
    ///
    /// - Parameters:
    ///   - program: a name beside this test's own executable, or a path.
    ///   - isMute: whether the terminal answers no questions.
    ///   - background: what it says of its background; libvterm itself is silent about it.
    ///   - environment: goes before `TERM=xterm-256color`, `LANG=C.UTF-8`, `HOME` and `PATH`, which
    ///     are all that there is besides; nil takes a variable away.
    init(
      _ program: String, _ arguments: [String] = [], size: Size = Size(width: 80, height: 24),
      isMute: Bool = false, background: String? = nil, environment: [String: String?] = [:]
    ) throws {
      self.isMute = isMute
      self.background = background
      home = try TemporaryFolder()
      pty = try Pty(size: size)
      emulator = vterm_new(Int32(size.height), Int32(size.width))
      vterm_set_utf8(emulator, 1)
      screen = vterm_obtain_screen(emulator)
      callbacks = .allocate(capacity: 1)
      var variables: [String: String?] = [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home.path, "PATH": "/usr/bin:/bin",
      ]
      variables.merge(environment) { $1 }
      process = try ChildProcess(
        BuiltProgram.path(program), arguments, environment: variables.compactMapValues(\.self),
        terminal: pty.path)
      listen()
    }

    deinit {
      process.kill()
      vterm_free(emulator)
      callbacks.deallocate()
    }

    private func listen() {
      let me = Unmanaged.passUnretained(self).toOpaque()
      callbacks.initialize(to: VTermScreenCallbacks())
      callbacks.pointee.settermprop = { property, value, user in
        guard let value, let user else { return 0 }
        let terminal = Unmanaged<EmulatedTerminal>.fromOpaque(user).takeUnretainedValue()
        switch property {
        case VTERM_PROP_ALTSCREEN: terminal.isAlternateScreen = cv_boolean(value)
        case VTERM_PROP_CURSORVISIBLE: terminal.isCursorVisible = cv_boolean(value)
        default: break
        }
        return 1
      }
      vterm_screen_set_callbacks(screen, callbacks, me)
      vterm_screen_enable_altscreen(screen, 1)
      vterm_output_set_callback(
        emulator,
        { bytes, count, user in
          guard let bytes, let user else { return }
          let terminal = Unmanaged<EmulatedTerminal>.fromOpaque(user).takeUnretainedValue()
          terminal.outgoing += UnsafeRawBufferPointer(start: bytes, count: count)
        }, me)
      vterm_screen_reset(screen, 1)
    }
  }

  // What happens.
  extension EmulatedTerminal {
    /// Waits until a condition holds; throws, with the screen, when it does not in time.
    ///
    /// The condition is looked at after all that the program sends, never in the middle of a frame,
    /// and every few milliseconds besides, so that it may speak of files too.
    func waitUntil(
      within limit: Duration = .seconds(20), file: StaticString = #fileID, line: UInt = #line,
      _ condition: (EmulatedTerminal) throws -> Bool
    ) throws {
      let deadline = ContinuousClock.now + limit
      exchange(patience: 0)
      while try frames.isOpen || !condition(self) {
        guard ending == nil && ContinuousClock.now < deadline else {
          throw WaitedInVain(place: "\(file):\(line)", ending: ending, screen: lines)
        }
        exchange(patience: 20)
      }
    }

    /// Waits until the program has ended and all that it wrote is on the screen.
    func waitForEnd(
      within limit: Duration = .seconds(20), file: StaticString = #fileID, line: UInt = #line
    ) throws -> ChildProcess.Ending {
      try waitUntil(within: limit, file: file, line: line) { $0.ending != nil }
      guard let ending else { preconditionFailure("a wait ends with its condition or by an error") }
      return ending
    }

    /// Waits until the program has ended while the terminal takes nothing of what it writes, then shows what is left.
    func waitForEndUnread(within limit: Duration = .seconds(20)) throws -> ChildProcess.Ending {
      let milliseconds = Int32(limit / .milliseconds(1))
      var source = pollfd(fd: process.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, milliseconds) == 1 else {
        throw WaitedInVain(place: "the end, unread", ending: nil, screen: lines)
      }
      show(pty.read())
      return try waitForEnd()
    }

    /// Takes the terminal away, as when its window is closed.
    func hangUp() {
      isHungUp = true
      pty.closeFarEnd()
    }

    /// Writes over the screen behind the program's back.
    func scribble(_ text: String) {
      _ = pty.writeFromNearEnd(Array(text.utf8))
    }

    func resize(to size: Size) {
      vterm_set_size(emulator, Int32(size.height), Int32(size.width))
      pty.resize(to: size)
    }

    /// Passes bytes both ways, once; waits for some if there are none.
    func exchange(patience milliseconds: Int32) {
      guard ending == nil else { return }
      let events = POLLIN | (outgoing.isEmpty ? 0 : POLLOUT)
      var sources = [pollfd(fd: process.descriptor, events: Int16(POLLIN), revents: 0)]
      if !isHungUp { sources.append(pollfd(fd: pty.farEnd, events: Int16(events), revents: 0)) }
      poll(&sources, nfds_t(sources.count), milliseconds)
      if !isHungUp {
        show(pty.read())
        outgoing.removeFirst(pty.write(outgoing))
      }
      guard sources[0].revents != 0 else { return }
      if !isHungUp { show(pty.readToEnd()) }
      ending = process.waitForEnd()
      frames = FrameMarks()
    }

    private func show(_ bytes: [UInt8]) {
      received += bytes
      frames.read(bytes)
      if let background, bytes.firstRange(of: Array("\u{1B}]11;?".utf8)) != nil {
        outgoing += Array("\u{1B}]11;rgb:\(background)\u{1B}\\".utf8)
      }
      let sent = outgoing
      defer { if isMute { outgoing = sent } }
      bytes.withUnsafeBytes { bytes in
        _ = vterm_input_write(emulator, bytes.baseAddress, bytes.count)
      }
    }
  }

  // What is seen.
  extension EmulatedTerminal {
    /// A cell of the screen, as it looks.
    struct Cell: Hashable {
      /// Blank cells hold a space; the second cell of a wide character is empty.
      var text: String
      /// A number in the terminal's palette, 0 to 7 and 8 to 15 for the bright ones; nil is its default.
      var foreground: Int?
      /// Likewise.
      var background: Int?
      var isBold = false
      var isReverse = false
      var isUnderlined = false
    }

    var size: Size {
      var (rows, columns): (Int32, Int32) = (0, 0)
      vterm_get_size(emulator, &rows, &columns)
      return Size(width: Int(columns), height: Int(rows))
    }

    func cell(at point: Point) -> Cell {
      let cell = cv_cell_at(screen, Int32(point.row), Int32(point.column))
      let scalars = withUnsafeBytes(of: cell.characters) { Array($0.bindMemory(to: UInt32.self)) }
      var text = ""
      // libvterm marks the second cell of a wide character by the largest number.
      for value in scalars.prefix(while: { $0 != 0 && $0 != .max }) {
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
      return Cell(
        text: text.isEmpty && scalars[0] == 0 ? " " : text,
        foreground: cell.foreground < 0 ? nil : Int(cell.foreground),
        background: cell.background == -1 ? nil : Int(cell.background), isBold: cell.is_bold,
        isReverse: cell.is_reverse, isUnderlined: cell.is_underlined)
    }

    /// The rows of the screen, without the blanks at their ends.
    var lines: [String] {
      (0..<size.height).map { row in
        var line = texts(inRow: row).joined()
        while line.last == " " { line.removeLast() }
        return line
      }
    }

    /// The rows as one text, without the empty ones below it.
    var text: String {
      let rows = lines
      let end = rows.lastIndex { $0 != "" }.map { $0 + 1 } ?? 0
      return rows[..<end].joined(separator: "\n")
    }

    /// Where a text stands on one row; nil if it stands nowhere.
    func place(of text: String) -> Point? {
      for number in 0..<size.height {
        let row = texts(inRow: number)
        for column in row.indices where row[column...].joined().hasPrefix(text) {
          return Point(column: column, row: number)
        }
      }
      return nil
    }

    /// The first cell of a text on the screen; nil if it stands nowhere.
    func cell(of text: String) -> Cell? {
      place(of: text).map { cell(at: $0) }
    }

    private func texts(inRow row: Int) -> [String] {
      (0..<size.width).map { cell(at: Point(column: $0, row: row)).text }
    }

    var cursor: Point {
      let position = cv_cursor(emulator)
      return Point(column: Int(position.col), row: Int(position.row))
    }

    /// What a program has not given back of the terminal it was lent; empty when all is as before.
    var keptBack: [String] {
      var kept: [String] = []
      if isAlternateScreen { kept.append("the alternate screen") }
      if !isCursorVisible { kept.append("the cursor") }
      if isPasteBracketed { kept.append("bracketed pastes") }
      if sendsKeypadCodes { kept.append("the codes of the keypad") }
      if !cv_pen_is_plain(emulator) { kept.append("colours or attributes") }
      if pty.mode != pty.modeAtStart { kept.append("the mode of the line") }
      return kept
    }
  }

  /// Tells from the marks around a frame whether what is on the screen is whole.
  struct FrameMarks {
    private(set) var isOpen = false
    private var last: ArraySlice<UInt8> = []

    mutating func read(_ bytes: [UInt8]) {
      for byte in bytes {
        last = (last + [byte]).suffix(8)
        if last.elementsEqual("\u{1B}[?2026h".utf8) { isOpen = true }
        if last.elementsEqual("\u{1B}[?2026l".utf8) { isOpen = false }
      }
    }
  }

  /// Says what was on the screen when a state did not come.
  struct WaitedInVain: Error, CustomStringConvertible {
    var place: String
    var ending: ChildProcess.Ending?
    var screen: [String]

    var description: String {
      let program = ending.map { "the program \($0)" } ?? "the program runs"
      return "\(place): waited in vain; \(program), and the screen is\n"
        + screen.joined(separator: "\n")
    }
  }
#endif

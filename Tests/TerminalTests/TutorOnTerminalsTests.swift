#if canImport(CVTerm)
  import Foundation
  import Testing
  import TextScreen

  /// The built tutor on terminals of every kind, with a right, a wrong, a close and an empty entry in view.
  @Suite struct TutorOnTerminalsTests {
    /// What the README shows, too.
    static func mixedPicture() throws -> [String] {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Snapshots/two-nodes-mixed.txt")
      let text = try String(contentsOf: file, encoding: .utf8)
      return text.split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
        .map(String.init)
    }

    private func mixed(
      _ environment: [String: String?], options: [String] = []
    ) throws -> EmulatedTerminal {
      let terminal = try twoNodes(environment, options: options)
      try answerInEveryWay(terminal)
      return terminal
    }

    /// How a value, a derivative, a wrong focused entry, an empty entry, a question and a key look.
    private func looks(of terminal: EmulatedTerminal) throws -> [String] {
      let texts = ["11 ✓", "3 ✓", "22 ≈", "120 ✗", "▁▁▁", "J: what", "Enter", "'120' is"]
      return try texts.map { "\($0): \(try #require(terminal.cell(of: $0), "\($0)").look)" }
    }

    private static let sixteenColours = [
      "11 ✓: 12", "3 ✓: 2", "22 ≈: 2", "120 ✗: 1 reverse", "▁▁▁: 2 underlined", "J: what: plain",
      "Enter: bold", "'120' is: 1",
    ]
    private static let eightColours =
      ["11 ✓: 4 bold"] + sixteenColours.dropFirst()
    /// The console cannot underline where it colours.
    private static let console = eightColours.map { $0.replacing("2 underlined", with: "2") }
    private static let noColours = [
      "11 ✓: bold", "3 ✓: bold", "22 ≈: bold", "120 ✗: bold reverse underlined",
      "▁▁▁: underlined", "J: what: plain", "Enter: bold", "'120' is: bold underlined",
    ]

    @Test(arguments: [
      (["TERM": "xterm-256color"], sixteenColours), (["TERM": "screen-256color"], sixteenColours),
      (["TERM": "tmux-256color"], sixteenColours), (["TERM": "xterm"], eightColours),
      (["TERM": "linux"], console), (["TERM": "vt100"], noColours),
      (["TERM": "xterm-mono"], noColours), (["NO_COLOR": "1"], noColours),
      (["NO_COLOR": "1", "TERM": "linux"], noColours),
    ])
    func thePictureIsTheSameAndTheLooksAreTheTerminals(
      environment: [String: String], looks: [String]
    ) throws {
      let terminal = try mixed(environment)
      #expect(terminal.lines == (try Self.mixedPicture()))
      #expect(try self.looks(of: terminal) == looks)
    }

    /// Dark or light, the terminal's owner chose these colours; whatever is no verdict has the ordinary one.
    @Test(arguments: ["xterm-256color", "screen-256color", "xterm", "linux"])
    func coloursAreTheTerminalsOwnAndTheBackgroundIsLeftAlone(type: String) throws {
      let terminal = try mixed(["TERM": type])
      var coloured: [String] = []
      for row in 0..<24 {
        let cells = (0..<80).map { terminal.cell(at: Point(column: $0, row: row)) }
        #expect(cells.allSatisfy { $0.background == nil }, "\(row)")
        let texts = cells.filter { $0.foreground != nil }.map(\.text)
        coloured.append(texts.filter { !"─├▶".contains($0) }.joined())
      }
      #expect(
        coloured.filter { !$0.isEmpty }
          == ["11 ✓120 ✗", "▁▁▁▁▁3 ✓22 ≈", "11", "'120' is not right yet"])
      // Nor is any colour of the palette set anew; the background may be asked for.
      let sent = String(decoding: terminal.received, as: UTF8.self)
      #expect(!sent.replacing("\u{1B}]11;?", with: "").contains("\u{1B}]"))
    }

    /// Compared without any colour: each verdict has its own mark on the drawing and its own words below.
    @Test func marksAndWordsStandBesideEveryColour() throws {
      let terminal = try twoNodes(["NO_COLOR": "1"])
      try answer("11", in: terminal, says: "a = 11 is right")
      #expect(terminal.text.contains("┐ 11 ✓"))
      try answer("120", in: terminal, says: "not yet: 120 is nearly right")
      #expect(terminal.text.contains("┐ 120 ✗"))
      terminal.press(.tab)
      try answer("22.001", in: terminal, says: "a nudge by 0.001 gives; a smaller nudge")
      #expect(terminal.text.contains("dJ/da 22 ≈"))
      #expect(terminal.text.contains("dJ/dw ▁▁▁▁▁"))
      terminal.type("?")
      try terminal.waitUntil { $0.text.contains("All commands") }
      terminal.press(.pageDown)
      for line in [
        "✓  a value that is right", "✓  a derivative that is right", "≈  close enough",
        "✗  not yet", "▁  still empty",
      ] {
        try terminal.waitUntil { $0.text.contains("│  \(line)") }
      }
    }

    private static let asciiPicture = """
       a = 2 + 3w, J = a^2                                 forward 1/2 . backward 2/3
      --------------------------------------------------------------------------------



                         +-----------------+ 11 v              +---------+ 120 x
      w = 3 ------------>| a = 2 + 3w      +------------------>| J = a^2 +---------->
      dJ/dw _____        | da/dw 3 v       | dJ/da 22 ~        +---------+
                         +-----------------+




      --------------------------------------------------------------------------------
        Node J = a^2
        what enters: a = 11


      --------------------------------------------------------------------------------
        J: what is its value?
        >
        '120' is not right yet

       Enter check  Tab next  F2 hint  F3 nudge  F5 undo  F10 leave  ? all commands
      """

    @Test(arguments: [
      (["LC_ALL": "C"], [String]()), (["LANG": "POSIX"], []), (["LANG": "en_US.ISO-8859-1"], []),
      (["LC_ALL": "C", "TERM": "linux"], []), (["LANG": "C.UTF-8"], ["--ascii"]),
    ])
    func withoutUnicodeThePictureIsASCII(
      environment: [String: String], options: [String]
    ) throws {
      let terminal = try mixed(environment, options: options)
      #expect(terminal.text == Self.asciiPicture)
      #expect(terminal.received.allSatisfy { $0 < 0x80 })
    }

    /// The menu, a page of text, a graph and the list of commands, as every byte was sent.
    @Test func withoutUnicodeNoPageSendsAnythingElse() throws {
      let terminal = try EmulatedTerminal("backprop", environment: ["LC_ALL": "C"])
      try terminal.waitUntil { $0.text.contains("Two nodes") }
      terminal.type("3")
      terminal.press(.enter)
      try terminal.waitUntil { $0.text.contains("J = (2 + 3w)2 at w = 3") }
      terminal.press(.function(8))
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      terminal.type("?")
      try terminal.waitUntil { $0.text.contains("All commands") }
      terminal.press(.pageDown)
      try terminal.waitUntil { $0.text.contains("x  not yet") }
      #expect(terminal.received.allSatisfy { $0 < 0x80 })
    }

    @Test(arguments: [
      ("nonesuch", "unknown terminal 'nonesuch'; try TERM=xterm-256color, or use --plain"),
      (nil, "TERM is not set; name your terminal, as in TERM=xterm-256color, or use --plain"),
    ])
    func aTerminalThatWillNotDoIsRefusedWithAdvice(type: String?, advice: String) throws {
      for words in [[], ["learn", "two-nodes"], twoNodesFormulas] {
        let terminal = try EmulatedTerminal(
          "backprop", words, size: Size(width: 100, height: 5), isMute: true,
          environment: ["TERM": type])
        #expect(try terminal.waitForEnd() == .exited(2))
        #expect(terminal.text == "backprop: \(advice)")
        #expect(!terminal.isAlternateScreen && terminal.keptBack == [])
      }
    }

    /// Those of its kind need not answer.
    @Test(arguments: [
      ("xterm-kitty", true), ("foot", true), ("xterm-ghostty", true), ("ghostty", true),
      ("wezterm", true), ("alacritty", true), ("xterm-nonesuch", true), ("nonesuch", false),
      ("x", false),
    ])
    func aTerminalWithoutAnEntryIsAnXtermWithAWord(type: String, isMute: Bool) throws {
      let terminal = try EmulatedTerminal(
        "backprop", twoNodesFormulas, isMute: isMute, environment: ["TERM": type])
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      try answerInEveryWay(terminal)
      #expect(terminal.lines == (try Self.mixedPicture()))
      #expect(try looks(of: terminal) == Self.sixteenColours)
      terminal.press(.function(10))
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.keptBack == [])
      #expect(
        terminal.text.replacing("\n", with: "")
          == "note: terminal '\(type)' is not known here and is used as an xterm-256color"
      )
    }

    /// Where the database lacks the terminal, the entry in the program does the same, a terminal without colours too.
    @Test(arguments: ["tmux", "tmux-256color", "screen", "linux", "vt100"])
    func aTerminalOfAKnownKindNeedsNoEntry(type: String) throws {
      let suffix = type.hasSuffix("-256color") ? "-256color" : ""
      let unknown = type.dropLast(suffix.count) + "-nonesuch" + suffix
      let shown = try [type, unknown].map { name in
        let terminal = try EmulatedTerminal(
          "backprop", twoNodesFormulas, isMute: true, environment: ["TERM": name])
        try terminal.waitUntil { $0.text.contains("a: what is its value?") }
        try answerInEveryWay(terminal)
        let shown = (terminal.lines, try looks(of: terminal))
        terminal.press(.function(10))
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.keptBack == [] && !terminal.text.contains("note:"))
        return shown
      }
      #expect(shown[0].0 == shown[1].0)
      #expect(shown[0].1 == shown[1].1)
    }

    /// The fonts of the console of Linux have no signs of Braille.
    @Test(arguments: [("xterm-256color", true), ("linux", false)])
    func curvesAreDrawnInSignsThatTheTerminalHas(type: String, hasBraille: Bool) throws {
      let terminal = try EmulatedTerminal(
        "backprop", ["learn", "gradient-descent", "--page", "4", "--no-journal"],
        isMute: true, environment: ["TERM": type])
      try terminal.waitUntil { $0.text.contains("page 4/") }
      let braille = terminal.text.unicodeScalars.contains { ("\u{2801}"..."\u{28FF}").contains($0) }
      #expect(braille == hasBraille)
      #expect(terminal.text.contains("··") != hasBraille)
    }

    /// The advice that a terminal was refused with, and a terminal that can do no more.
    @Test(arguments: [(["--plain"], "nonesuch"), ([], "dumb"), (["--plain"], "xterm-256color")])
    func linesDoOnEveryTerminal(options: [String], type: String) throws {
      let terminal = try EmulatedTerminal(
        "backprop", twoNodesFormulas + options, environment: ["TERM": type])
      try terminal.waitUntil { $0.text.hasSuffix("What is it?\n>") }
      #expect(terminal.cursor == Point(column: 2, row: terminal.lines.lastIndex { $0 != "" } ?? 0))
      try answer("11", in: terminal, says: "> 11\nRight. a = 11: 2 + 3w = 2 + 3 × 3.")
      terminal.type("\u{4}")
      #expect(try terminal.waitForEnd() == .exited(1))
      #expect(!terminal.received.contains(0x1B))
    }

    @Test func theMenuIsLinesOnADumbTerminal() throws {
      let terminal = try EmulatedTerminal(
        "backprop", ["--no-journal"], size: Size(width: 40, height: 60),
        environment: ["TERM": "dumb"])
      try terminal.waitUntil { $0.text.hasSuffix("lesson, or ?quit.\n>") }
      try answer("3", in: terminal, says: "Page 1 of 9.")
      #expect(terminal.lines.allSatisfy { $0.columns <= 40 })
      try answer("?quit", in: terminal, says: "Left with 0 of 20 done.")
      terminal.type("\u{4}")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(!terminal.received.contains(0x1B))
    }

    @Test func controlCEndsLinesAsTheSignalDoes() throws {
      let terminal = try EmulatedTerminal("backprop", twoNodesFormulas + ["--plain"])
      try terminal.waitUntil { $0.text.hasSuffix("What is it?\n>") }
      terminal.type("\u{3}")
      #expect(try terminal.waitForEnd() == .signalled(2))
    }

    /// The console and the VT100 have no second screen: what stood there is gone, and nothing of ours stays.
    @Test(
      arguments: ["linux", "vt100", "xterm-mono", "xterm-256color"], ["?q", "\u{3}", "\u{1A}"])
    func theShellFindsNoPictureOfOurs(type: String, end: String) throws {
      let terminal = try shell(["TERM": type])
      let command = ([BuiltProgram.path("backprop")] + twoNodesFormulas)
        .map { "'\($0)'" }.joined(separator: " ")
      terminal.type("clear; \(command)\r")
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      terminal.type(end)
      let left = end == "\u{1A}" ? "Stopped" : "shell>"
      try terminal.waitUntil { $0.text.contains(left) && $0.text.hasSuffix("shell>") }
      #expect(!terminal.text.contains("─"))
      #expect(!terminal.text.contains("what is its value"))
      #expect(terminal.cursor == Point(column: 7, row: terminal.lines.lastIndex { $0 != "" } ?? 0))
      #expect(terminal.keptBack == [])
    }
  }
#endif

#if canImport(CVTerm)
  import Testing
  import TextScreen

  @Suite struct TerminalPaintingTests {
    /// How each role looks, then how it looks in focus.
    private func looks(of terminal: EmulatedTerminal) throws -> [String] {
      try terminal.waitUntil { $0.text.contains("#") }
      return Style.Role.allCases.enumerated().map { row, role in
        let looks = [40, 60].map { terminal.cell(at: Point(column: $0, row: row)).look }
        return "\(role): \(looks[0]) | \(looks[1])"
      }
    }

    @Test(arguments: ["xterm-256color", "screen-256color"])
    func rolesHaveTheirColours(type: String) throws {
      #expect(
        try looks(of: probe(["TERM": type])) == [
          "plain: plain | bold", "faint: plain | bold", "strong: bold | bold underlined",
          "code: 6 | 6 underlined", "box: plain | bold", "wire: plain | bold",
          "forwardWire: 12 | 12 bold", "derivativeWire: 2 | 2 bold",
          "placeholder: underlined | reverse underlined",
          "openForward: 12 underlined | 12 reverse underlined",
          "openDerivative: 2 underlined | 2 reverse underlined", "forward: 12 | 12 reverse",
          "derivative: 2 | 2 reverse", "wrong: 1 | 1 reverse", "revealed: 5 | 5 reverse",
          "lit: 3 | 3 bold", "prompt: plain | bold", "key: bold | bold reverse",
          "success: 2 | 2 reverse",
          "notice: 3 | 3 reverse",
        ])
    }

    /// The console cannot underline where it colours, and says so.
    @Test(arguments: [
      (
        "xterm", "code: 6 | 6 underlined",
        [
          "openForward: 4 bold underlined | 4 bold reverse underlined",
          "openDerivative: 2 underlined | 2 reverse underlined",
        ]
      ),
      (
        "linux", "code: 6 | 6",
        ["openForward: 4 bold | 4 bold reverse", "openDerivative: 2 | 2 reverse"]
      ),
    ])
    func eightColoursMakeBlueBold(type: String, code: String, open: [String]) throws {
      #expect(
        try looks(of: probe(["TERM": type])) == [
          "plain: plain | bold", "faint: plain | bold", "strong: bold | bold underlined",
          code, "box: plain | bold", "wire: plain | bold", "forwardWire: 4 | 4 bold",
          "derivativeWire: 2 | 2 bold", "placeholder: underlined | reverse underlined",
        ] + open + [
          "forward: 4 bold | 4 bold reverse",
          "derivative: 2 | 2 reverse", "wrong: 1 | 1 reverse", "revealed: 5 | 5 reverse",
          "lit: 3 | 3 bold", "prompt: plain | bold", "key: bold | bold reverse",
          "success: 2 | 2 reverse", "notice: 3 | 3 reverse",
        ])
    }

    @Test(arguments: [
      ["TERM": "vt100"], ["NO_COLOR": "1"], ["NO_COLOR": "1", "TERM": "screen-256color"],
    ])
    func withoutColoursAttributesTellRolesApart(environment: [String: String]) throws {
      #expect(
        try looks(of: probe(environment)) == [
          "plain: plain | bold", "faint: plain | bold", "strong: bold | bold underlined",
          "code: bold | bold underlined", "box: plain | bold", "wire: plain | bold",
          "forwardWire: plain | bold", "derivativeWire: plain | bold",
          "placeholder: underlined | reverse underlined",
          "openForward: underlined | reverse underlined",
          "openDerivative: underlined | reverse underlined", "forward: bold | bold reverse",
          "derivative: bold | bold reverse", "wrong: bold underlined | bold reverse underlined",
          "revealed: plain | reverse", "lit: reverse | bold reverse", "prompt: plain | bold",
          "key: bold | bold reverse",
          "success: bold | bold reverse", "notice: bold | bold reverse",
        ])
    }

    @Test func anEmptyNoColorAsksForNothing() throws {
      #expect(try looks(of: probe(["NO_COLOR": ""])).contains("derivative: 2 | 2 reverse"))
    }

    /// libvterm does not show dim.
    @Test func faintIsDim() throws {
      let terminal = try probe()
      #expect(String(decoding: terminal.received, as: UTF8.self).contains("\u{1B}[0;2mfaint"))
    }

    @Test func theBackgroundStaysTheTerminalsOwn() throws {
      let terminal = try probe()
      #expect(!String(decoding: terminal.received, as: UTF8.self).contains("\u{1B}[40m"))
    }

    @Test func theCursorStandsWhereTheCanvasSays() throws {
      let terminal = try probe()
      #expect(terminal.cursor == Point(column: 2, row: 1))
      #expect(terminal.isCursorVisible)
      terminal.paste("hide")
      try terminal.waitUntil { !$0.isCursorVisible }
    }

    @Test(arguments: [
      ["LANG": "C.UTF-8"], ["LANG": nil], ["LANG": ""], ["LANG": "xx_YY.UTF-8"],
      ["LC_ALL": "xx_YY.utf8", "LANG": "C"],
    ])
    func aLocaleWithUnicodeGetsItsSigns(environment: [String: String?]) throws {
      #expect(try probe(environment).lines[2].hasPrefix("┌─▶ ✓ ×²…語e\u{301}|  "))
    }

    @Test(arguments: [["LC_ALL": "C"], ["LANG": "POSIX"], ["LANG": "xx_YY.ISO-8859-1"]])
    func anotherLocaleGetsASCII(environment: [String: String]) throws {
      let terminal = try probe(environment)
      #expect(terminal.lines[2].hasPrefix("+-> v *2~? e|  "))
      #expect(terminal.received.allSatisfy { $0 < 0x80 })
    }

    @Test func anOptionGetsASCII() throws {
      let terminal = try probe(arguments: ["--ascii"])
      #expect(terminal.lines[2].hasPrefix("+-> v *2~? e|  "))
    }

    @Test(arguments: [
      ("dumb", "terminal 'dumb' cannot place its cursor; try TERM=xterm-256color, or use --plain"),
      ("nonesuch", "unknown terminal 'nonesuch'; try TERM=xterm-256color, or use --plain"),
      (nil, "TERM is not set; name your terminal, as in TERM=xterm-256color, or use --plain"),
      ("", "TERM is not set; name your terminal, as in TERM=xterm-256color, or use --plain"),
    ])
    func aTerminalThatWillNotDoIsRefused(type: String?, message: String) throws {
      let terminal = try EmulatedTerminal(
        "TerminalProbe", size: Size(width: 100, height: 5), isMute: true,
        environment: ["TERM": type])
      #expect(try terminal.waitForEnd() == .exited(2))
      #expect(terminal.text.contains(message))
      // A terminal that nothing is known of was asked what it is.
      let question = type == "nonesuch" ? "\u{1B}[c" : ""
      #expect(String(decoding: terminal.received, as: UTF8.self) == "\(question)\(message)\r\n")
      #expect(terminal.keptBack == [])
    }

    /// What was typed while the terminal was asked is not lost.
    @Test func anUnknownTerminalThatAnswersIsUsedAsAnXterm() throws {
      let terminal = try EmulatedTerminal("TerminalProbe", environment: ["TERM": "nonesuch"])
      terminal.type("7")
      try terminal.waitUntil { $0.text.contains("1: character(\"7\")") }
      let known = try probe(["TERM": "xterm-256color"])
      known.type("7")
      try known.waitUntil { $0.text.contains("1: character(\"7\")") }
      #expect(terminal.lines == known.lines)
      for row in 0..<24 {
        for column in 0..<80 {
          let point = Point(column: column, row: row)
          try #require(terminal.cell(at: point) == known.cell(at: point), "\(point)")
        }
      }
      #expect(terminal.isAlternateScreen)
      terminal.paste("close")
      #expect(try terminal.waitForEnd() == .exited(3))
      #expect(terminal.keptBack == [])
    }

    /// A screen of one column has no cell beside its last one.
    @Test(
      arguments: ["xterm", "screen-256color", "tmux-256color", "linux", "vt100", "vt220", "rxvt"],
      [(1, 1), (1, 2), (2, 1), (2, 2), (5, 2), (9, 2), (80, 1), (80, 24)])
    func theLastCellIsTheSameOnEveryTerminal(type: String, size: (width: Int, height: Int)) throws {
      let size = Size(width: size.width, height: size.height)
      let last = Point(column: size.width - 1, row: size.height - 1)
      let terminal = try EmulatedTerminal("TerminalProbe", size: size, environment: ["TERM": type])
      try terminal.waitUntil { $0.cell(at: last).text == "#" }
      let xterm = try EmulatedTerminal("TerminalProbe", size: size)
      try xterm.waitUntil { $0.cell(at: last).text == "#" }
      #expect(terminal.lines == xterm.lines)
    }

    @Test func whatIsNoTerminalIsRefused() throws {
      let terminal = try EmulatedTerminal(
        "/bin/sh", ["-c", "\"$0\" </dev/null", BuiltProgram.path("TerminalProbe")])
      #expect(try terminal.waitForEnd() == .exited(2))
      #expect(terminal.text.contains("standard input is not a terminal; start it in one"))
    }
  }

  extension EmulatedTerminal.Cell {
    /// The colour's number and the attributes, in words.
    var look: String {
      let words = [
        foreground.map { "\($0)" }, isBold ? "bold" : nil, isReverse ? "reverse" : nil,
        isUnderlined ? "underlined" : nil,
      ].compactMap(\.self)
      return words.isEmpty ? "plain" : words.joined(separator: " ")
    }
  }
#endif

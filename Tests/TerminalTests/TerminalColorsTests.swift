#if canImport(CVTerm)
  import Testing
  import TextScreen

  @Suite struct TerminalColorsTests {
    private static let question = Array("\u{1B}]11;?\u{1B}\\".utf8)

    /// The sequences that set a colour of ours, before some text that the probe shows.
    private func colors(_ terminal: EmulatedTerminal) -> [String] {
      String(decoding: terminal.received, as: UTF8.self).split(separator: "\u{1B}[")
        .filter { $0.contains("38;") }.map { String($0.prefix { $0 != "m" }) }
    }

    @Test func theTerminalIsAskedOnceAfterTheFirstPicture() throws {
      let terminal = try probe(background: "1010/1212/1616")
      terminal.type("7")
      try terminal.waitUntil { $0.text.contains("1: character(\"7\")") }
      let places = terminal.received.ranges(of: Self.question)
      #expect(places.count == 1)
      let firstFrame = try #require(terminal.received.firstRange(of: Array("\u{1B}[?2026l".utf8)))
      #expect(try #require(places.first).lowerBound >= firstFrame.upperBound)
      #expect(colors(terminal).allSatisfy { $0.contains("38;5;") })
    }

    @Test(arguments: [
      ["NO_COLOR": "1"], ["TERM": "xterm"], ["TERM": "linux"], ["TERM": "vt100"],
    ])
    func whereNoColourIsOursNothingIsAsked(environment: [String: String]) throws {
      let terminal = try probe(environment, background: "ffff/ffff/ffff")
      terminal.type("7")
      try terminal.waitUntil { $0.text.contains("1: character(\"7\")") }
      #expect(terminal.received.firstRange(of: Array("\u{1B}]".utf8)) == nil)
      #expect(colors(terminal) == [])
    }

    /// What a terminal says is no key, and what was typed around it is not lost.
    @Test func theAnswerIsNotTakenForKeys() throws {
      let terminal = try EmulatedTerminal("TerminalProbe", background: "1010/1212/1616")
      terminal.type("7")
      try terminal.waitUntil { $0.cell(of: "forward")?.foreground ?? 0 > 15 }
      terminal.type("8")
      try terminal.waitUntil { $0.text.contains("2: character(\"8\")") }
      #expect(terminal.text.contains("1: character(\"7\")"))
    }

    /// Numbers of the cube, whose contrast with the background another test looks at.
    @Test(arguments: [
      ("1010/1212/1616", [75, 78, 210]), ("ffff/ffff/ffff", [25, 22, 124]),
    ])
    func colorsFollowTheBackground(background: String, numbers: [Int]) throws {
      let terminal = try probe(background: background)
      try terminal.waitUntil { $0.cell(of: "forward")?.foreground ?? 0 > 15 }
      let roles = ["forward", "derivative", "wrong"]
      #expect(roles.map { terminal.cell(of: $0)?.foreground } == numbers)
      #expect(terminal.cell(of: "plain")?.foreground == nil)
      for row in 0..<24 {
        for column in 0..<80 {
          #expect(terminal.cell(at: Point(column: column, row: row)).background == nil)
        }
      }
    }

    /// libvterm is silent about its background; then the colours stay those of the terminal's owner.
    @Test func whereNoAnswerComesTheOwnersColoursStay() throws {
      let terminal = try probe()
      terminal.type("7")
      try terminal.waitUntil { $0.text.contains("1: character(\"7\")") }
      #expect(terminal.cell(of: "forward")?.foreground == 12)
      #expect(colors(terminal) == [])
    }

    @Test func aVariableSaysItBeforeTheTerminalDoes() throws {
      let terminal = try probe(["COLORFGBG": "15;0"])
      #expect(terminal.cell(of: "forward")?.foreground ?? 0 > 15)
    }

    @Test(arguments: ["truecolor", "24bit"])
    func aTerminalWithAllColoursGetsThem(variable: String) throws {
      let terminal = try probe(["COLORTERM": variable, "COLORFGBG": "15;0"])
      #expect(
        terminal.cell(of: "forward")?.foreground == -2
          || terminal.cell(of: "forward")?.foreground == nil)
      #expect(colors(terminal).contains { $0.contains("38;2;102;170;255") })
      #expect(!colors(terminal).contains { $0.contains("38;5;") })
    }

    /// Other variables, and GNU Screen, which lacks them and hands the variable on.
    @Test(arguments: [
      ["COLORTERM": "yes"], ["COLORTERM": "truecolor", "TERM": "screen-256color"],
    ])
    func anotherTerminalGetsThoseOfTheCube(environment: [String: String]) throws {
      let terminal = try probe(environment.merging(["COLORFGBG": "15;0"]) { $1 })
      #expect(colors(terminal).contains { $0.contains("38;5;") })
      #expect(!colors(terminal).contains { $0.contains("38;2;") })
    }

    /// A shell would take for keys what comes after the end.
    @Test(arguments: [(true, nil), (false, "1010/1212/1616")] as [(Bool, String?)])
    func theEndWaitsForTheAnswer(isMute: Bool, background: String?) throws {
      let terminal = try EmulatedTerminal(
        "TerminalProbe", isMute: isMute, background: background)
      try terminal.waitUntil { $0.text.contains("probe 80x24") }
      terminal.paste("close")
      #expect(try terminal.waitForEnd() == .exited(3))
      #expect(terminal.keptBack == [])
      #expect(terminal.outgoing == [])
    }
  }
#endif

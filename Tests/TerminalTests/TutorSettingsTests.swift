#if canImport(CVTerm)
  import Foundation
  import Testing
  import TextScreen

  @Suite struct TutorSettingsTests {
    private func start(
      _ options: [String] = [], config: String?, background: String? = nil,
      variables: [String: String?] = [:]
    ) throws -> (terminal: EmulatedTerminal, path: String, folder: TemporaryFolder) {
      let folder = try TemporaryFolder()
      let root = String(folder.path.reversed().drop { $0 == "/" }.reversed())
      let path = "\(root)/backprop/config"
      if let config {
        try FileManager.default.createDirectory(
          atPath: "\(root)/backprop", withIntermediateDirectories: true)
        try config.write(toFile: path, atomically: false, encoding: .utf8)
      }
      let terminal = try EmulatedTerminal(
        "backprop", twoNodesFormulas + options, size: Size(width: 200, height: 24),
        background: background,
        environment: ["XDG_CONFIG_HOME": root].merging(variables) { $1 })
      return (terminal, path, folder)
    }

    private func colour(_ terminal: EmulatedTerminal) throws -> Int? {
      try answer("11", in: terminal, says: "a = 11 is right")
      return terminal.cell(of: "11 ✓")?.foreground
    }

    /// Numbers of the cube for what is ours, 12 for the terminal's own bright blue.
    @Test(
      arguments: [
        ([String](), "theme = dark\n", 75), ([], "# mine\n\n  theme=light # at day\r\n", 25),
        ([], "theme = terminal", 12), ([], "theme = colour-blind", 75), ([], "", 12), ([], nil, 12),
        (["--theme", "light"], "theme = dark", 25), (["--theme=terminal"], "theme = dark", 12),
        (["--theme", "auto"], "theme = dark", 12),
      ] as [([String], String?, Int)])
    func theThemeIsTheOneThatIsAskedFor(options: [String], config: String?, colour: Int) throws {
      let (terminal, _, folder) = try start(options, config: config)
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      #expect(try self.colour(terminal) == colour)
      withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
      ("theme = drak", "1: unknown theme 'drak'; did you mean 'dark'?"),
      (
        "\n# x\ntheme =\n",
        "3: unknown theme ''; there are auto, dark, light, contrast, colour-blind, terminal"
      ),
      ("thme = dark", "1: unknown setting 'thme'; did you mean 'theme'?"),
      ("theme = dark\ncolour = red", "2: unknown setting 'colour'; there is theme"),
      ("dark", "1: 'dark' sets nothing; write theme = dark"),
      ("theme = dark\n= light", "2: unknown setting ''; there is theme"),
      (
        "theme = dark\ntheme = light light",
        "2: unknown theme 'light light'; there are auto, dark, light, contrast, colour-blind, terminal"
      ),
    ])
    func aLineThatSetsNothingIsNamed(config: String, message: String) throws {
      let (terminal, path, folder) = try start(config: config)
      #expect(try terminal.waitForEnd() == .exited(2))
      #expect(terminal.text.replacing("\n", with: "") == "backprop: \(path):\(message)")
      #expect(!terminal.isAlternateScreen)
      withExtendedLifetime(folder) {}
    }

    @Test func anUnknownThemeIsRefused() throws {
      let (terminal, _, _) = try start(["--theme", "drak"], config: nil)
      #expect(try terminal.waitForEnd() == .exited(2))
      #expect(terminal.text == "backprop: unknown theme 'drak'; did you mean 'dark'?")
    }

    private static let frame = Array("\u{1B}[?2026h".utf8)

    private func frames(_ terminal: EmulatedTerminal) -> Int {
      terminal.received.ranges(of: Self.frame).count
    }

    /// A picture for each key, or more.
    @Test(
      arguments: [
        (["--still"], [:], false), ([], ["SSH_CONNECTION": "1 2 3 4"], false), ([], [:], true),
      ] as [([String], [String: String?], Bool)])
    func whatWasFoundRunsAlongTheWires(
      options: [String], variables: [String: String?], moves: Bool
    ) throws {
      let (terminal, _, folder) = try start(options, config: nil, variables: variables)
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      let before = frames(terminal)
      try answer("11", in: terminal, says: "a = 11 is right")
      if moves {
        try terminal.waitUntil { frames($0) > before + 5 }
      } else {
        try answer("121", in: terminal, says: "J = 121 is right")
        #expect(frames(terminal) <= before + 7)
      }
      withExtendedLifetime(folder) {}
    }

    /// The keys after an answer do not wait, and none is lost.
    @Test func aKeyEndsWhatMovesAndDoesItsOwnWork() throws {
      let (terminal, _, folder) = try start(config: nil)
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      terminal.type("11\r121\r22\r3\r66\r")
      try terminal.waitUntil { $0.text.contains("The graph is done") }
      withExtendedLifetime(folder) {}
    }

    @Test func theMouseIsAskedForAndGivenBack() throws {
      let (terminal, _, folder) = try start(["--mouse"], config: nil)
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      let place = try #require(terminal.place(of: "dJ/dw"))
      terminal.press(.pointer(.press(Point(column: place.column + 7, row: place.row))))
      try terminal.waitUntil { $0.text.contains("dJ/dw: if w moves") }
      terminal.press(.function(10))
      #expect(try terminal.waitForEnd() == .exited(0))
      let sent = String(decoding: terminal.received, as: UTF8.self)
      #expect(sent.contains("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"))
      #expect(sent.contains("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"))
      withExtendedLifetime(folder) {}
    }

    @Test func withoutTheOptionTheMouseIsTheTerminalsOwn() throws {
      let (terminal, _, folder) = try start(config: nil)
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      #expect(!String(decoding: terminal.received, as: UTF8.self).contains("[?1000h"))
      let place = try #require(terminal.place(of: "dJ/dw"))
      terminal.press(.pointer(.press(Point(column: place.column + 7, row: place.row))))
      try answer("11", in: terminal, says: "a = 11 is right")
      withExtendedLifetime(folder) {}
    }
  }
#endif

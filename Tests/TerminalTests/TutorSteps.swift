#if canImport(CVTerm)
  import Foundation
  import TextScreen

  let twoNodesFormulas = ["explore", "a = 2 + 3w", "J = a^2", "w=3"]

  /// The tutor on the course's first graph, ready for the first answer.
  func twoNodes(
    _ environment: [String: String?] = [:], size: Size = Size(width: 80, height: 24),
    options: [String] = []
  ) throws -> EmulatedTerminal {
    let terminal = try EmulatedTerminal(
      "backprop", twoNodesFormulas + options, size: size, environment: environment)
    try terminal.waitUntil { $0.text.contains("a: what is its value?") }
    return terminal
  }

  /// Types an answer and waits for what the tutor says of it.
  func answer(_ typed: String, in terminal: EmulatedTerminal, says reply: String) throws {
    terminal.type(typed)
    terminal.press(.enter)
    try terminal.waitUntil { $0.text.contains(reply) }
  }

  /// Fills the first graph so that it shows a right, a wrong, a close and an empty entry, the wrong one focused.
  func answerInEveryWay(_ terminal: EmulatedTerminal) throws {
    try answer("11", in: terminal, says: "a = 11 is right")
    try answer("120", in: terminal, says: "not yet: 120 is nearly right")
    terminal.press(.tab)
    try answer("22.001", in: terminal, says: "22.001 is what a nudge by 0.001 gives")
    try answer("3", in: terminal, says: "da/dw = 3 is right")
    terminal.press(.tab)
    terminal.press(.tab)
    try terminal.waitUntil { $0.text.contains("'120' is not right yet") }
  }

  /// A shell with job control, which itself leaves the terminal alone.
  func shell(
    _ environment: [String: String?] = [:], size: Size = Size(width: 80, height: 24)
  ) throws -> EmulatedTerminal {
    let terminal = try EmulatedTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], size: size,
      environment: ["PS1": "shell> "].merging(environment) { $1 })
    try terminal.waitUntil { $0.text.contains("shell>") }
    return terminal
  }

  /// A lesson of the program, started again and again with the same home.
  func lesson(
    _ name: String = "two-nodes", in home: TemporaryFolder, options: [String] = [],
    size: Size = Size(width: 80, height: 24)
  ) throws -> EmulatedTerminal {
    try EmulatedTerminal(
      "backprop", ["learn", name] + options, size: size, environment: ["HOME": home.path])
  }

  extension TemporaryFolder {
    /// Writes a lesson of two pages, text and then a graph with all its entries.
    ///
    /// - Returns: its path.
    func writeLesson(_ graph: String) throws -> String {
      let text = """
        # A graph of one's own

        Read this first.

        ```graph
        \(graph)
        ```

        ## Fill it in

        ```fill
        ```
        """
      let path = "\(path)/own.md"
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      return path
    }

    func writeTwoNodes() throws -> String {
      try writeLesson("parameter w = 3\na = 2 + 3w\nJ = a^2")
    }
  }

  extension TemporaryFolder {
    /// The file of the journal where this folder is a home.
    var journal: String { "\(path)/.local/state/backprop/journal.jsonl" }
  }

  /// The verdicts of the journal's answers, each with its entry and what was typed; torn lines are left out.
  func journal(in home: TemporaryFolder) throws -> [String] {
    let bytes = try Data(contentsOf: URL(filePath: home.journal))
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let object = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any]
      guard object?["event"] as? String == "fill" else { return nil }
      let fields = ["entry", "typed", "verdict"].map { object?[$0] as? String ?? "?" }
      return fields.joined(separator: " ")
    }
  }

  func journal(of terminal: EmulatedTerminal) throws -> [String] {
    try journal(in: terminal.home)
  }
#endif

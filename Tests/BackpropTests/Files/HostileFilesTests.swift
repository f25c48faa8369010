import Foundation
import Testing

/// Files from a stranger, put to the built program: nothing of them reaches the terminal.
@Suite(.timeLimit(.minutes(2))) struct HostileFilesTests {
  private static let commands = "\u{1B}[2J\u{1B}]0;t\u{7}\u{9B}31m\u{202E}\u{200B}\u{8}"

  private func run(_ arguments: [String], on text: Data, named name: String) throws -> ProgramRun {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try text.write(to: file)
    return try ProgramRun(arguments.map { $0 == "FILE" ? file.path() : $0 })
  }

  /// The characters of a run's output that are none to be seen, but for line ends.
  private func commands(in run: ProgramRun) -> [Unicode.Scalar] {
    (run.output + run.errors).unicodeScalars.filter { scalar in
      let category = scalar.properties.generalCategory
      return scalar != "\n" && (category == .control || category == .format)
    }
  }

  private static let lesson = """
    # T\(commands)

    `\(commands)` [l](\(commands)) | \(commands)

    ```graph
    parameter w = 3
    J = w^2
    ```

    ```fill
    ```

    ```test
    fill J = \(commands)
    expect message /\(commands)/
    expect J right
    ```
    """

  @Test(arguments: [
    ["check", "FILE"], ["test", "FILE"], ["learn", "FILE", "--page", "1", "--no-journal"],
  ])
  func aLessonFullOfCommands(arguments: [String]) throws {
    let run = try run(arguments, on: Data(Self.lesson.utf8), named: "hostile.md")
    #expect(run.status == 1)
    #expect(run.output.contains("�"))
    #expect(commands(in: run) == [])
  }

  @Test func aScriptFullOfCommands() throws {
    let script =
      "explore J = w^2; w=3\nfill J = \(Self.commands)\nexpect J \(Self.commands) right\n"
    let run = try run(["test", "FILE"], on: Data(script.utf8), named: "hostile.test")
    #expect(run.status == 1)
    #expect(commands(in: run) == [])
  }

  @Test(arguments: [["check", "FILE"], ["learn", "FILE", "--page", "1", "--no-journal"]])
  func aGraphOfAMillionNodes(arguments: [String]) throws {
    var text = "# T\n\n```graph\nparameter a0 = 1\n"
    for node in 1..<1_000_000 { text += "a\(node)=a\(node - 1)+1\n" }
    let run = try run(arguments, on: Data((text + "```\n").utf8), named: "million.md")
    #expect(run.status == (arguments[0] == "check" ? 1 : 3))
    #expect((run.output + run.errors).contains("split it into lessons of at most 4000000"))
  }

  @Test(arguments: [["check", "FILE"], ["learn", "FILE", "--page", "1", "--no-journal"]])
  func bytesThatAreNoText(arguments: [String]) throws {
    let bytes = Data("# T\n\nx\u{1B}".utf8) + Data(repeating: 0xFF, count: 100_000)
    let run = try run(arguments, on: bytes, named: "bytes.md")
    #expect(
      (run.output + run.errors).contains(
        "bytes.md:3:3: this is not UTF-8 text; save the file as UTF-8"))
    #expect(commands(in: run) == [])
  }
}

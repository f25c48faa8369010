import Foundation
import Testing

@Suite struct CompletionsTests {
  /// Command lines with what every shell has to offer at their ends.
  private static let table: [(line: String, offered: [String])] = [
    ("backprop le", ["learn", "lessons"]),
    ("backprop learn two", ["two-layer-relu", "two-nodes"]),
    ("backprop learn --plain one", ["one-unit"]),
    ("backprop learn --page 2 one", ["one-unit"]),
    ("backprop learn --lessons more sp", ["spirals"]),
    ("backprop learn --lessons=more sp", ["spirals"]),
    ("backprop learn one-unit si", []),
    ("backprop learn mi", ["mine.md"]),
    ("backprop check one-unit mi", ["mine.md"]),
    ("backprop test mi", ["mine.md", "mine.test"]),
    ("backprop test more/", ["03-spirals.md"]),
    ("backprop test --lessons mo", ["more"]),
    (
      "backprop solve --",
      ["--check", "--data", "--help", "--json", "--of", "--seed", "--split", "--start", "--whole"]
    ),
    ("backprop diff --j", ["--json"]),
    ("backprop new mi", []),
    ("backprop help so", ["solve"]),
    ("backprop help learn so", []),
    ("backprop help inst", ["instructors"]),
    ("backprop hand-in --o", ["--output"]),
    ("backprop hand-in -o mi", ["mine.md", "mine.test", "mine.txt"]),
    ("backprop hand-in -o mine.txt two-n", ["two-nodes"]),
    ("backprop export two-n", ["two-nodes"]),
    ("backprop replay mi", ["mine.md", "mine.txt"]),
    ("backprop completions ", ["bash", "fish", "zsh"]),
    ("backprop nudge 'aa = 2 + 3ab' ab=3 --name a", ["aa", "ab"]),
    ("backprop diff 'J = ab^2' ", ["J"]),
    ("backprop --v", ["--version"]),
    ("backprop --plain --no", ["--no-journal"]),
    ("backprop --lessons mo", ["more"]),
  ]

  /// Compares what a shell offers with the table.
  private func compare(_ shell: TestedShell) throws {
    let folder = try TemporaryFolder()
    for name in ["mine.md", "mine.test", "mine.txt", "more/03-spirals.md"] {
      try folder.write(name)
    }
    let lines = CompletionsTests.table.map(\.line)
    let found = try shell.candidates(for: lines, in: folder)
    func report(_ offered: [[String]]) -> [String] {
      zip(lines, offered).map { "\($0): \($1.joined(separator: " "))" }
    }
    #expect(report(found) == report(CompletionsTests.table.map(\.offered)))
  }

  @Test(.needs(.bash)) func bashOffersWhatTheTableOfCommandsSays() throws { try compare(.bash) }

  @Test(.needs(.zsh)) func zshOffersWhatTheTableOfCommandsSays() throws { try compare(.zsh) }

  @Test(.needs(.fish)) func fishOffersWhatTheTableOfCommandsSays() throws { try compare(.fish) }

  /// Offers a lesson whose file is called as somebody would call it who wants commands to be run.
  private func offerHostileName(_ shell: TestedShell) throws {
    let folder = try TemporaryFolder()
    let name = "$(touch owned) `touch owned` it's; touch owned"
    try folder.write("odd/\(name).md")
    let found = try shell.candidates(for: ["backprop learn --lessons odd "], in: folder)
    #expect(found.joined().contains(name))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/owned"))
  }

  @Test(.needs(.bash)) func bashNeverRunsTheNameOfALesson() throws { try offerHostileName(.bash) }

  @Test(.needs(.zsh)) func zshNeverRunsTheNameOfALesson() throws { try offerHostileName(.zsh) }

  @Test(.needs(.fish)) func fishNeverRunsTheNameOfALesson() throws { try offerHostileName(.fish) }
}

import Glibc
import RandomNumbers

/// Start, keys and memory of the tutor on a terminal, beside programs that people find fast.
struct TerminalSection {
  /// A key whose picture is waited for, again and again.
  private struct Deed {
    /// Pressed once before.
    var once: [String] = []
    /// Pressed before each time.
    var before: [String] = []
    /// Pressed in turn.
    var keys: [String]
  }

  /// What is done with a program, in the order of the table's columns.
  private enum Column: String, CaseIterable {
    case typing
    /// Going on to what comes next.
    case moving = "going on"
    case hint
    case undo
    case fold
  }

  private struct Program {
    var name: String
    var arguments: [String]
    var deeds: [Column: Deed] = [:]
    var starts: [Double] = []
    var times: [Column: [Double]] = [:]
    var memory: [Double] = []
    var isMissing = false
  }

  private static let rounds = 9

  private static let (tab, down) = ("\t", "\u{1B}[B")
  private static let (hint, undo, map) = ("\u{1B}OQ", "\u{1B}[15~", "\u{1B}[24~")

  /// What is done in the tutor: digits typed and taken back, the next entry, a hint, a wrong answer undone, a box
  /// folded and unfolded.
  private static let tutorDeeds: [Column: Deed] = [
    .typing: Deed(keys: ["1", "2", "\u{7F}", "\u{7F}"]),
    .moving: Deed(keys: [tab]),
    .hint: Deed(keys: [hint]),
    .undo: Deed(before: ["9\r"], keys: [undo]),
    .fold: Deed(once: [map], keys: [" "]),
  ]

  /// The files that the programs read.
  private struct Files {
    /// Lines for a pager.
    var text: String
    /// Formulas, each made of two of those just before it, so that the graph is deep.
    var deep: String
    var deepest: String

    /// - Returns: nothing where they cannot be written.
    init?() {
      let folder = "/tmp/backprop-benchmark-\(getpid())"
      (text, deep, deepest) = ("\(folder).txt", "\(folder)-10.txt", "\(folder)-100.txt")
      let lines = (1...400).map { "line \($0)\n" }.joined()
      guard TextFile.write(lines, to: text),
        TextFile.write(Files.formulas(10_000), to: deep),
        TextFile.write(Files.formulas(100_000), to: deepest)
      else { return nil }
    }

    func remove() { for file in [text, deep, deepest] { unlink(file) } }

    private static func formulas(_ count: Int) -> String {
      var numbers = SplitMix64(seed: 1)
      var text = "n0 = 0.5\n"
      for number in 1...count {
        let (a, b) = (numbers.next(below: min(number, 20)), numbers.next(below: min(number, 20)))
        text += "n\(number) = tanh(n\(number - 1 - a)) + n\(number - 1 - b) / 2\n"
      }
      return text
    }
  }

  private static func programs(_ tutor: String, _ files: Files) -> [Program] {
    func explore(_ formulas: String...) -> [String] { [tutor, "explore"] + formulas + kept }
    let kept = ["--no-journal"]
    let wide = "network 16-48-64-16 tanh"
    return [
      Program(
        name: "vim -u NONE", arguments: ["vim", "-u", "NONE", files.text],
        deeds: Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0, Deed(keys: ["j"])) })),
      Program(name: "less", arguments: ["less", files.text], deeds: [.moving: Deed(keys: ["j"])]),
      Program(
        name: "backprop learn two-nodes", arguments: [tutor, "learn", "two-nodes"] + kept,
        deeds: tutorDeeds.filter { $0.key == .typing }),
      Program(name: "backprop learn your-turn", arguments: [tutor, "learn", "your-turn"] + kept),
      Program(
        name: "the same, its second page",
        arguments: [tutor, "learn", "your-turn", "--page", "2"] + kept, deeds: tutorDeeds),
      Program(
        name: "backprop explore", arguments: explore("a = 2 + 3w", "J = a^2", "w=3"),
        deeds: tutorDeeds),
      Program(
        name: "explore network 2-4-4-1", arguments: explore("network 2-4-4-1 tanh"),
        deeds: tutorDeeds),
      Program(name: "explore network 16-48-64-16", arguments: explore(wide), deeds: tutorDeeds),
      Program(
        name: "the same, --split", arguments: explore(wide, "--split"),
        deeds: tutorDeeds),
      Program(
        name: "explore 10,000 formulas of a file", arguments: explore("@\(files.deep)"),
        deeds: tutorDeeds),
      Program(
        name: "explore 100,000 formulas of a file", arguments: explore("@\(files.deepest)"),
        deeds: tutorDeeds.filter { $0.key == .typing || $0.key == .moving }),
      Program(
        name: "backprop (menu)", arguments: [tutor], deeds: [.moving: Deed(keys: [down])]),
    ]
  }

  var section: Section {
    guard let files = Files() else { return table([], notes: ["cannot write to /tmp"]) }
    defer { files.remove() }
    let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    var programs = TerminalSection.programs(
      folder.isEmpty ? "./backprop" : "\(folder)/backprop", files)
    for _ in 0..<TerminalSection.rounds {
      for index in programs.indices { measure(&programs[index]) }
    }
    let missing = programs.filter(\.isMissing).map { "\($0.name): not there" }
    return table(programs.filter { !$0.isMissing }, notes: missing)
  }

  private func measure(_ program: inout Program) {
    guard let timed = TimedProgram(program.arguments), let start = timed.start() else {
      program.isMissing = true
      return
    }
    program.starts.append(start)
    timed.rest()
    for column in Column.allCases {
      guard let deed = program.deeds[column] else { continue }
      program.times[column, default: []] += times(of: deed, in: timed)
    }
    if let memory = timed.memory { program.memory.append(memory) }
  }

  private func times(of deed: Deed, in program: TimedProgram) -> [Double] {
    for key in deed.once { _ = program.press(key) }
    return (0..<8).compactMap { turn in
      for key in deed.before { _ = program.press(key) }
      return program.press(deed.keys[turn % deed.keys.count])
    }
  }

  private func table(_ programs: [Program], notes: [String]) -> Section {
    let reference = programs.first { $0.name == "vim -u NONE" }
    let rows = programs.map { program in
      let keys = Column.allCases.map { column in
        reference.map {
          Stopwatch.median(program.times[column] ?? [])
            / Stopwatch.median($0.times[column] ?? [])
        }
      }
      return Section.Row(
        name: program.name,
        numbers: [
          reference.map { Stopwatch.median(program.starts) / Stopwatch.median($0.starts) }
        ] + keys + [Stopwatch.median(program.starts), Stopwatch.median(program.memory)])
    }
    return Section(
      name: "terminal",
      title: "Terminal: from start to full picture, and from a key to its picture",
      heading: "program",
      columns: ["start ÷ vim"] + Column.allCases.map { "\($0.rawValue) ÷ vim" }
        + ["start ms", "resident MB"], rows: rows,
      notes: notes)
  }
}

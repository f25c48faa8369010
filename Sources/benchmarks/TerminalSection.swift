import Glibc

/// Start, keys and memory of the tutor on a terminal, beside programs that people find fast.
struct TerminalSection {
  private struct Program {
    var name: String
    var arguments: [String]
    /// Keys that type into a line, and undo it.
    var typing: [String] = []
    /// Keys that go on to what comes next.
    var moving: [String] = []
    var starts: [Double] = []
    var typingTimes: [Double] = []
    var movingTimes: [Double] = []
    var memory: [Double] = []
    var isMissing = false
  }

  private static let rounds = 9

  var section: Section {
    let text = "/tmp/backprop-benchmark-\(getpid()).txt"
    let lines = (1...400).map { "line \($0)\n" }.joined()
    defer { unlink(text) }
    guard TextFile.write(lines, to: text) else {
      return table([], notes: ["cannot write \(text)"])
    }
    let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    let tutor = folder.isEmpty ? "./backprop" : "\(folder)/backprop"
    let digits = ["1", "2", "\u{7F}", "\u{7F}"]
    var programs = [
      Program(
        name: "vim -u NONE", arguments: ["vim", "-u", "NONE", text], typing: ["j"], moving: ["j"]),
      Program(name: "less", arguments: ["less", text], moving: ["j"]),
      Program(
        name: "backprop learn two-nodes",
        arguments: [tutor, "learn", "two-nodes", "--no-journal"], typing: digits),
      Program(
        name: "backprop explore",
        arguments: [
          tutor, "explore", "a = 2 + 3w", "J = a^2", "w=3", "--no-journal",
        ], typing: digits, moving: ["\t"]),
      Program(
        name: "explore, 10,000 operations",
        arguments: [
          tutor, "explore", "network 16-48-64-16 tanh", "--split", "--no-journal",
        ], typing: digits, moving: ["\t"]),
      Program(name: "backprop (menu)", arguments: [tutor], moving: ["\u{1B}[B"]),
    ]
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
    program.typingTimes += times(of: program.typing, in: timed)
    program.movingTimes += times(of: program.moving, in: timed)
    if let memory = timed.memory { program.memory.append(memory) }
  }

  private func times(of keys: [String], in program: TimedProgram) -> [Double] {
    guard !keys.isEmpty else { return [] }
    return (0..<8).compactMap { program.press(keys[$0 % keys.count]) }
  }

  private func table(_ programs: [Program], notes: [String]) -> Section {
    let reference = programs.first { $0.name == "vim -u NONE" }
    let rows = programs.map { program in
      func ratio(_ times: KeyPath<Program, [Double]>) -> Double? {
        reference.map {
          Stopwatch.median(program[keyPath: times]) / Stopwatch.median($0[keyPath: times])
        }
      }
      return Section.Row(
        name: program.name,
        numbers: [
          ratio(\.starts), ratio(\.typingTimes), ratio(\.movingTimes),
          Stopwatch.median(program.starts), Stopwatch.median(program.typingTimes),
          Stopwatch.median(program.movingTimes), Stopwatch.median(program.memory),
        ])
    }
    return Section(
      name: "terminal",
      title: "Terminal: from start to full picture, and from a key to its picture",
      heading: "program",
      columns: [
        "start ÷ vim", "typing ÷ vim", "going on ÷ vim", "start ms", "typing ms", "going on ms",
        "resident MB",
      ], rows: rows,
      notes: notes)
  }
}

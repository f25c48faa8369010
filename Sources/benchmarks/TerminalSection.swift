import Glibc

/// Start, keys and memory of the tutor on a terminal, beside programs that people find fast.
struct TerminalSection {
  private struct Program {
    var name: String
    var arguments: [String]
    var keys: [String]
    var starts: [Double] = []
    var keyTimes: [Double] = []
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
    var programs = [
      Program(name: "vim -u NONE", arguments: ["vim", "-u", "NONE", text], keys: ["j"]),
      Program(name: "less", arguments: ["less", text], keys: ["j"]),
      Program(
        name: "backprop learn two-nodes",
        arguments: [tutor, "learn", "two-nodes", "--no-journal"], keys: ["1", "\u{7F}"]),
      Program(
        name: "backprop explore",
        arguments: [
          tutor, "explore", "a = 2 + 3w", "J = a^2", "w=3", "--no-journal",
        ], keys: ["\t", "1"]),
      Program(
        name: "explore, 10,000 operations",
        arguments: [
          tutor, "explore", "network 16-48-64-16 tanh", "--split", "--no-journal",
        ], keys: ["\t", "1"]),
      Program(name: "backprop (menu)", arguments: [tutor], keys: ["\u{1B}[B"]),
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
    for index in 0..<8 {
      if let time = timed.press(program.keys[index % program.keys.count]) {
        program.keyTimes.append(time)
      }
    }
    if let memory = timed.memory { program.memory.append(memory) }
  }

  private func table(_ programs: [Program], notes: [String]) -> Section {
    let reference = programs.first { $0.name == "vim -u NONE" }
    let rows = programs.map { program in
      let start = Stopwatch.median(program.starts)
      let key = Stopwatch.median(program.keyTimes)
      return Section.Row(
        name: program.name,
        numbers: [
          reference.map { start / Stopwatch.median($0.starts) },
          reference.map { key / Stopwatch.median($0.keyTimes) }, start, key,
          Stopwatch.median(program.memory),
        ])
    }
    return Section(
      name: "terminal",
      title: "Terminal: from start to full picture, and from a key to its picture",
      heading: "program",
      columns: ["start ÷ vim", "key ÷ vim", "start ms", "key ms", "resident MB"], rows: rows,
      notes: notes)
  }
}

import Glibc

/// Measures the engine, the terminal and the rest, each beside its reference in the same run.
///
/// Absolute figures drift with the machine and with what else it does; the ratios, which are printed first, do not.
@main
struct Benchmarks {
  /// The sections by name, in order.
  private static let sections: [(name: String, measure: @Sendable () -> Section)] = [
    ("engine", { EngineSection().section }),
    ("arrays", { ArraySection().section }),
    ("training", { TrainingSection().section }),
    ("layout", { LayoutSection().section }),
    ("verdicts", { VerdictSection().section }),
    ("grading", { GradingSection().section }),
    ("terminal", { TerminalSection().section }),
  ]

  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    var file: String?
    if let place = words.firstIndex(of: "--json") {
      guard place + 1 < words.count else { usage() }
      file = words[place + 1]
      words.removeSubrange(place...place + 1)
    }
    let names = sections.map(\.name)
    guard words.allSatisfy({ names.contains($0) }) else { usage() }
    let machine = Machine()
    print(machine.text)
    var measured: [Section] = []
    for section in sections where words.isEmpty || words.contains(section.name) {
      measured.append(section.measure())
      print("\n" + measured[measured.count - 1].text)
    }
    guard let file else { return }
    let sections = measured.map { "\"\($0.name)\": \($0.json)" }
    let json = "{\"machine\": \(machine.json), \(sections.joined(separator: ", "))}\n"
    guard TextFile.write(json, to: file) else {
      print("cannot write \(file)")
      exit(1)
    }
  }

  private static func usage() -> Never {
    print("usage: benchmarks [--json FILE] [\(sections.map(\.name).joined(separator: "|"))]...")
    exit(2)
  }
}

import Glibc

/// Marking the journals of a class, beside a program that only counts their lines.
struct GradingSection {
  private static let counts = [100, 1000]
  private static let eventsPerJournal = 200
  private static let learner = "LEARNER"

  private let folder = "/tmp/backprop-benchmark-\(getpid())"

  private var tutor: String {
    let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    return folder.isEmpty ? "./backprop" : "\(folder)/backprop"
  }

  var section: Section {
    defer { _ = shell("rm -rf '\(folder)'") }
    guard let events = recorded() else {
      return table([], notes: ["no journal could be recorded"])
    }
    var rows: [Section.Row] = []
    for count in GradingSection.counts {
      let journals = "\(folder)/class-\(count)"
      guard shell("mkdir -p '\(journals)'") != nil else { continue }
      for number in 0..<count {
        let journal = self.journal(of: "learner-\(number)", from: events)
        guard TextFile.write(journal, to: "\(journals)/\(number).jsonl") else { continue }
      }
      var (marking, counting): ([Usage], [Usage]) = ([], [])
      for _ in 0..<3 {
        if let usage = shell("'\(tutor)' grade --csv '\(journals)' >/dev/null") {
          marking.append(usage)
        }
        if let usage = shell("find '\(journals)' -type f -exec cat {} + | wc -l >/dev/null") {
          counting.append(usage)
        }
      }
      let (time, reference) = (
        Stopwatch.median(marking.map(\.milliseconds)),
        Stopwatch.median(counting.map(\.milliseconds))
      )
      let events = Double(count * GradingSection.eventsPerJournal)
      rows.append(
        Section.Row(
          name: "\(count) journals",
          numbers: [
            time / reference, events / time, time, Stopwatch.median(marking.map(\.megabytes)),
          ]))
    }
    return table(rows)
  }

  private func table(_ rows: [Section.Row], notes: [String] = []) -> Section {
    Section(
      name: "grading",
      title:
        "Grading: journals of \(GradingSection.eventsPerJournal) events, beside counting their lines",
      heading: "class", columns: ["time ÷ wc", "events a ms", "ms", "peak MB"], rows: rows,
      notes: notes)
  }

  /// The lines that the tutor writes for some answers, right and wrong ones.
  private func recorded() -> [Substring]? {
    let answers = "12 11 120 121 11 22 5 3 22 66".replacing(" ", with: "\\n") + "\\n"
    let state = "\(folder)/state"
    let command =
      "mkdir -p '\(state)' && printf '\(answers)' | XDG_STATE_HOME='\(state)' '\(tutor)' learn "
      + "two-nodes --page 2 --plain --learner \(GradingSection.learner) >/dev/null; true"
    guard shell(command) != nil, let text = TextFile.read("\(state)/backprop/journal.jsonl") else {
      return nil
    }
    let lines = text.split(separator: "\n")
    return lines.isEmpty ? nil : lines
  }

  /// A journal with as many events as wanted, a second apart.
  private func journal(of learner: String, from events: [Substring]) -> String {
    var text = ""
    for number in 0..<GradingSection.eventsPerJournal {
      let line = events[number % events.count].replacing(GradingSection.learner, with: learner)
      let parts = line.split(separator: "\"", maxSplits: 4, omittingEmptySubsequences: false)
      // The time is the first member.
      guard parts.count == 5 else { continue }
      let (minute, second) = (100 + number / 60, 100 + number % 60)
      let time = "2026-01-01T10:\(String(minute).dropFirst()):\(String(second).dropFirst()).000Z"
      text += "\(parts[0])\"\(parts[1])\"\(parts[2])\"\(time)\"\(parts[4])\n"
    }
    return text
  }

  private struct Usage {
    var milliseconds: Double
    /// The most memory that the largest process of the command held.
    var megabytes: Double
  }

  /// Runs a command line; `nil` if it cannot be run or fails.
  private func shell(_ command: String) -> Usage? {
    let words: [UnsafeMutablePointer<CChar>?] =
      ["sh", "-c", command].map { (word: String) in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    var status: CInt = 0
    var usage = rusage()
    let begin = Stopwatch.now
    guard posix_spawnp(&process, "sh", nil, nil, words, environ) == 0,
      wait4(process, &status, 0, &usage) == process, status == 0
    else { return nil }
    return Usage(
      milliseconds: (Stopwatch.now - begin) / 1e6, megabytes: Double(usage.ru_maxrss) / 1024)
  }
}

import Scripts
import Sessions

extension Laws {
  /// A script is refused with its line, or runs, and twice in the same way.
  mutating func checkScript(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    do {
      let script = try Script(lines: lines)
      let failures = Laws.failures(of: script)
      require(failures == Laws.failures(of: script), "a script runs twice in the same way")
      checkUpdates(failures, of: lines)
      for failure in failures {
        require(lines.indices ~= failure.line - 1, "a failure has a line", "\(failure.line)")
        require(!failure.found.isEmpty, "a failure says what was found", failure.text)
      }
    } catch {
      for error in error.errors {
        require(
          lines.indices ~= error.line - 1 && !error.message.isEmpty, "an error has a line",
          "\(error)")
      }
    }
  }

  /// What is to be written in the place of an expectation is read, and holds.
  private mutating func checkUpdates(_ failures: [ScriptRun.Failure], of lines: [String]) {
    var updated = lines
    for failure in failures {
      if case .line(let line)? = failure.update { updated[failure.line - 1] = line }
    }
    guard updated != lines else { return }
    guard let script = try? Script(lines: updated) else {
      return require(false, "an update can be read", updated.joined(separator: "\n"))
    }
    for failure in Laws.failures(of: script)
    where updated[failure.line - 1] != lines[failure.line - 1] {
      require(false, "an update holds", failure.text)
    }
  }

  private static func failures(of script: Script) -> [ScriptRun.Failure] {
    var run = ScriptRun(in: SampleLesson.session) { name in
      name == "sample"
        ? .success(SampleLesson.session) : .failure(LookupFailure("no such lesson"))
    }
    return run.run(script)
  }
}

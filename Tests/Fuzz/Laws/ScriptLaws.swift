import Tutor

extension Laws {
  /// A script is refused with its line, or runs, and twice in the same way.
  mutating func checkScript(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    do {
      let script = try Script(lines: lines)
      let failures = Laws.failures(of: script)
      require(failures == Laws.failures(of: script), "a script runs twice in the same way")
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

  private static func failures(of script: Script) -> [ScriptRun.Failure] {
    var run = ScriptRun(in: SampleLesson.session) { name in
      name == "sample"
        ? .success(SampleLesson.session) : .failure(ScriptRun.OpeningFailure("no such lesson"))
    }
    return run.run(script)
  }
}

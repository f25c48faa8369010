import Lessons
import Tutor

/// `backprop test`: scripted lesson tests.
enum TestCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let library = try LessonLibrary(arguments)
    let cases = try TestCase.all(arguments, in: library)
    var updates = arguments.has("--update") ? ScriptUpdates() : nil
    var report = JUnitReport()
    var failed = 0
    for test in cases {
      let clock = ContinuousClock()
      let start = clock.now
      let reports = try reports(of: test, in: library, &updates)
      report.add(test, reports, duration: clock.now - start)
      for report in reports { Output.write(report) }
      failed += reports.isEmpty ? 0 : 1
    }
    try updates?.write()
    if let path = arguments.value("--junit") {
      do {
        try FileSystem.replace(path, with: Array(report.text.utf8))
      } catch {
        throw Failure("cannot write \(path): \(error.reason); check the path", .usage)
      }
    }
    Output.write("\(cases.count - failed) passed, \(failed) failed")
    return failed == 0 ? .done : .found
  }

  /// What a case found wrong, one report for each thing; nothing when it passes.
  private static func reports(
    of test: TestCase, in library: LessonLibrary, _ updates: inout ScriptUpdates?
  ) throws(Failure) -> [String] {
    switch test.kind {
    case .trial:
      guard let file = test.lesson else { return [] }
      let source = Source.lesson(name: file.name, hash: Source.hash(of: file.bytes))
      let failures = LessonTrial(try LessonLibrary.lesson(file), source: source).failures
      return reports(of: failures, in: test)
    case .script(let lines, let firstLine):
      let script: Script
      do {
        script = try Script(lines: lines, firstLine: firstLine)
      } catch {
        return error.errors.map { "\(test.file):\($0.line): \($0.message)" }
      }
      return reports(of: try run(script, of: test, in: library, &updates), in: test)
    }
  }

  private static func reports(of failures: [ScriptRun.Failure], in test: TestCase) -> [String] {
    zip(failures, [nil] + failures).map { failure, earlier in
      failure.report(file: test.file, again: test.again, after: earlier)
    }
  }

  /// Runs a script; with `--update` what can be made to hold is no failure.
  private static func run(
    _ script: Script, of test: TestCase, in library: LessonLibrary, _ updates: inout ScriptUpdates?
  ) throws(Failure) -> [ScriptRun.Failure] {
    var session: Session?
    if let lesson = test.lesson { session = try LessonLibrary.session(lesson) }
    var run = ScriptRun(
      in: session, pictures: try test.pictures(of: script), opening: library.opener)
    var left: [ScriptRun.Failure] = []
    for failure in run.run(script) {
      if let change = updates?.apply(failure, of: test) {
        Output.write(change)
      } else {
        left.append(failure)
      }
    }
    if updates != nil, test.text == nil, left.contains(where: { $0.update != nil }) {
      Output.error(
        "note: \(test.file) is inside the program and is not rewritten; name the path to its file")
    }
    return left
  }
}

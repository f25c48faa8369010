import Journals
import Lessons
import Scripts
import Sessions

/// `backprop test`: scripted lesson tests.
enum TestCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let library = try LessonLibrary(arguments)
    if let path = arguments.value("--junit") { try WrittenKind.results.check(path) }
    let cases = try TestCase.all(arguments, in: library)
    var updates = arguments.has("--update") ? ScriptUpdates() : nil
    var report = JUnitReport()
    var failed = 0
    var status = ExitStatus.done
    for test in cases {
      let clock = ContinuousClock()
      let start = clock.now
      var reports: [Report] = []
      do {
        reports = try self.reports(of: test, in: library, &updates)
        for report in reports { Output.write(report.text) }
      } catch {
        // One file that cannot be read keeps no other from being tested.
        guard error.status == .unreadable else { throw error }
        Output.error("backprop: \(error.message)")
        reports = [Report(text: error.message)]
        status = .unreadable
      }
      report.add(
        test, reports.map(\.text), line: reports.first?.line, duration: clock.now - start)
      failed += reports.isEmpty ? 0 : 1
    }
    if let path = arguments.value("--junit") {
      try WrittenKind.results.write(Array(report.text.utf8), to: path)
    }
    // Where nothing could be read at all, nothing was tested.
    if !cases.allSatisfy(\.isUnreadable) {
      Output.write("\(cases.count - failed) passed, \(failed) failed")
    }
    return status == .done && failed > 0 ? .found : status
  }

  /// What is said of one thing that is wrong, and in which line it is.
  private struct Report {
    var line: Int?
    var text: String
  }

  /// What a case found wrong, one report for each thing; nothing when it passes.
  private static func reports(
    of test: TestCase, in library: LessonLibrary, _ updates: inout ScriptUpdates?
  ) throws(Failure) -> [Report] {
    switch test.kind {
    case .unreadable(let reason): throw Failure(reason, .unreadable)
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
        return error.errors.map {
          Report(line: $0.line, text: "\(test.file):\($0.line): \($0.message)")
        }
      }
      return reports(of: try run(script, of: test, in: library, &updates), in: test)
    }
  }

  private static func reports(of failures: [ScriptRun.Failure], in test: TestCase) -> [Report] {
    zip(failures, [nil] + failures).map { failure, earlier in
      Report(
        line: failure.line,
        text: failure.report(file: test.file, again: test.again, after: earlier))
    }
  }

  /// Runs a script; with `--update` what can be made to hold is no failure.
  private static func run(
    _ script: Script, of test: TestCase, in library: LessonLibrary, _ updates: inout ScriptUpdates?
  ) throws(Failure) -> [ScriptRun.Failure] {
    var session: Session?
    if let lesson = test.lesson { session = try LessonLibrary.session(lesson) }
    if updates != nil { try test.checkPictures(of: script) }
    var run = ScriptRun(
      in: session, pictures: try test.pictures(of: script), opening: library.opener)
    var left: [ScriptRun.Failure] = []
    var changes: [String] = []
    for var failure in run.run(script) {
      if let change = updates?.apply(failure, of: test) {
        // One screen may be looked at twice.
        if !changes.contains(change) { changes.append(change) }
      } else {
        if let place = updates?.earlierPlace(of: failure, in: test) {
          failure.found = "\(place) stored another screen under that name; give it another name"
          failure.details = []
        }
        left.append(failure)
      }
    }
    try updates?.write()
    for change in changes { Output.write(change) }
    if updates != nil, test.text == nil, left.contains(where: { $0.update != nil }) {
      Output.error(
        "note: \(test.file) is inside the program and is not rewritten; name the path to its file")
    }
    return left
  }
}

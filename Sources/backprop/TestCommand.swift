import Lessons
import Tutor

/// `backprop test`: scripted lesson tests.
enum TestCommand {
  /// One script with what it runs in.
  private struct Case {
    /// The file for error messages.
    var file: String
    var lines: [String]
    var firstLine: Int
    var lesson: LessonLibrary.File?
  }

  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let library = try LessonLibrary(arguments)
    let cases = try cases(arguments.positional, in: library)
    var failed = 0
    for test in cases {
      let reports = reports(of: test, in: library)
      for report in reports { Output.write(report) }
      failed += reports.isEmpty ? 0 : 1
    }
    Output.write("\(cases.count - failed) passed, \(failed) failed")
    return failed == 0 ? .done : .found
  }

  private static func cases(
    _ names: [String], in library: LessonLibrary
  ) throws(Failure) -> [Case] {
    var found: [Case] = []
    if names.isEmpty {
      for file in library.files { found += try cases(of: file) }
    }
    for name in names {
      found +=
        name.hasSuffix(".test") ? [try scriptCase(name)] : try cases(of: try library.file(name))
    }
    return found
  }

  private static func scriptCase(_ path: String) throws(Failure) -> Case {
    do {
      guard let text = String(validating: try FileSystem.read(path), as: UTF8.self) else {
        throw Failure("\(path) is no UTF-8 text; save it as UTF-8", .unreadable)
      }
      let lines = text.drop { $0 == "\u{FEFF}" }.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return Case(file: path, lines: lines.map(String.init), firstLine: 1, lesson: nil)
    } catch let failure as Failure {
      throw failure
    } catch let error as FileError {
      throw Failure("cannot read \(path): \(error.reason); \(error.advice)", .unreadable)
    } catch {
      preconditionFailure("reading a script throws no other error")
    }
  }

  private static func cases(of file: LessonLibrary.File) throws(Failure) -> [Case] {
    // A lesson that cannot be opened fails here, whether it has tests or not.
    try LessonLibrary.session(file).lesson.tests.map { test in
      Case(
        file: file.path, lines: test.lines.map(\.text),
        firstLine: test.lines.first?.position.line ?? test.position.line, lesson: file)
    }
  }

  /// What a script found wrong, line by line; nothing when it passes.
  private static func reports(of test: Case, in library: LessonLibrary) -> [String] {
    do {
      let script = try Script(lines: test.lines, firstLine: test.firstLine)
      var session: Session?
      if let lesson = test.lesson { session = try LessonLibrary.session(lesson) }
      var run = ScriptRun(in: session, opening: library.opener)
      return run.run(script).map { $0.report(file: test.file) }
    } catch let failure as ScriptFailure {
      return failure.errors.map { "\(test.file):\($0.line): \($0.message)" }
    } catch let failure as Failure {
      return [failure.message]
    } catch {
      preconditionFailure("a script throws no other error")
    }
  }
}

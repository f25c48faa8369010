import Lessons
import Scripts
import Sessions

/// One script with what it runs in, or the free test of a lesson that has none.
struct TestCase {
  enum Kind {
    case script(lines: [String], firstLine: Int)
    /// What can be tested of a lesson whose author wrote no test.
    case trial
    /// A file that cannot be read, and why.
    case unreadable(String)
  }

  var kind: Kind
  /// The file for error messages.
  var file: String
  /// What tells it from the other cases of its file.
  var name: String
  /// The lesson that is open when it begins, if it stands in one.
  var lesson: LessonLibrary.File?
  /// The file's text; `nil` for a lesson inside the program, which cannot be rewritten.
  var text: TextLines?
  /// What runs it again.
  var again: String

  /// Where it begins in its file.
  var firstLine: Int {
    if case .script(_, let line) = kind { line } else { 1 }
  }

  var isUnreadable: Bool {
    if case .unreadable = kind { true } else { false }
  }

  /// Finds the scripts of files and lessons; those of all lessons where none is named.
  static func all(_ arguments: Arguments, in library: LessonLibrary) throws(Failure) -> [TestCase] {
    let folder = arguments.value("--lessons").map { " --lessons \(Shell.bash.word($0))" } ?? ""
    func again(_ word: String) -> String { "backprop test \(Shell.bash.word(word))\(folder)" }
    var found: [TestCase] = []
    if arguments.positional.isEmpty {
      for file in library.files {
        do throws(Failure) {
          found += try cases(of: file, again: again(file.name))
        } catch {
          found.append(unreadable(error.message, file: file.path, again: again(file.name)))
        }
      }
    }
    for name in arguments.positional {
      do throws(Failure) {
        if name.hasSuffix(".test") {
          found.append(try script(name, again: again(name)))
        } else {
          found += try cases(of: try library.file(name), again: again(name))
        }
      } catch {
        guard error.status == .unreadable else { throw error }
        found.append(unreadable(error.message, file: name, again: again(name)))
      }
    }
    return found
  }

  private static func unreadable(_ reason: String, file: String, again: String) -> TestCase {
    TestCase(
      kind: .unreadable(reason), file: file, name: "reading", lesson: nil, text: nil, again: again)
  }

  private static func script(_ path: String, again: String) throws(Failure) -> TestCase {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path)
    } catch {
      throw Failure("cannot read \(path): \(error.reason); \(error.advice)", .unreadable)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Failure("\(path) is not UTF-8 text; save it as UTF-8", .unreadable)
    }
    let text = TextLines(bytes)
    return TestCase(
      kind: .script(lines: text.texts, firstLine: 1), file: path, name: "script", lesson: nil,
      text: text, again: again)
  }

  private static func cases(
    of file: LessonLibrary.File, again: String
  ) throws(Failure) -> [TestCase] {
    // A lesson that cannot be opened fails here, whether it has tests or not.
    let tests = try LessonLibrary.session(file).lesson.tests
    let text = file.isBuiltIn ? nil : TextLines(file.bytes)
    func testCase(_ kind: Kind, _ name: String) -> TestCase {
      TestCase(kind: kind, file: file.path, name: name, lesson: file, text: text, again: again)
    }
    guard !tests.isEmpty else { return [testCase(.trial, "free test")] }
    return tests.map { test in
      let first = test.lines.first?.position.line ?? test.position.line
      return testCase(
        .script(lines: test.lines.map(\.text), firstLine: first),
        "test block in line \(test.position.line)")
    }
  }

  /// Makes sure that where a script's screens are stored there is nothing else.
  func checkPictures(of script: Script) throws(Failure) {
    guard text != nil else { return }
    let folder = PictureFolder(beside: file)
    for name in script.pictureNames.sorted() {
      try WrittenKind.picture.check(folder.path(of: name))
    }
  }

  /// The stored screens that a script compares with.
  func pictures(of script: Script) throws(Failure) -> [String: String] {
    guard text != nil else { return [:] }
    return try PictureFolder(beside: file).pictures(named: script.pictureNames)
  }
}

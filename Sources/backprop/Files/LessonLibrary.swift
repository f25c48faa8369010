import BuiltInLessons
import Expressions
import Grading
import Journals
import Lessons
import Scripts
import Sessions

/// Finds lessons: the built-in ones, those of a folder, and single files.
struct LessonLibrary {
  /// A lesson's file, not yet read.
  struct File {
    /// The name by which the lesson is called, without its number.
    var name: String
    /// What error messages call the file.
    var path: String
    var bytes: [UInt8]
    /// Whether it lies inside the program.
    var isBuiltIn = false

    /// The hashes of the file and of its copies that say the same, by which work on it is known under another name; none
    /// for one that lies inside the program, which nobody renames.
    var copies: Set<String> { isBuiltIn ? [] : Source.hashes(ofCopiesOf: bytes) }
  }

  private(set) var files: [File]
  /// Files of the folder that cannot be reached, since a later one has their name.
  private(set) var hidden: [(path: String, by: File)] = []

  /// Gathers the built-in lessons and those of a folder; a lesson of the folder hides a built-in one of its name.
  init(_ arguments: Arguments) throws(Failure) {
    var found = BuiltInLessons.files.map { file in
      (
        order: file.name,
        File(
          name: LessonLibrary.name(of: file.name), path: file.name, bytes: file.bytes,
          isBuiltIn: true)
      )
    }
    if let folder = arguments.value("--lessons") {
      let names: [String]
      do {
        names = try FileSystem.contents(of: folder)
      } catch {
        throw Failure("cannot read the folder \(folder): \(error.reason); check --lessons", .usage)
      }
      for name in names.sorted() where name.hasSuffix(".md") {
        let path = "\(folder)/\(name)"
        let file = File(
          name: LessonLibrary.name(of: name), path: path, bytes: try LessonLibrary.read(path))
        // What comes back from a class may lie beside what was handed out.
        if HandIn.isHandIn(file.bytes) { continue }
        if let same = found.first(where: { $0.1.name == file.name && !$0.1.isBuiltIn }) {
          hidden.append((same.1.path, file))
        }
        found.removeAll { $0.1.name == file.name }
        found.append((order: name, file))
      }
    }
    files = found.sorted { $0.order < $1.order }.map(\.1)
  }

  /// Adds a lesson's file, in the place of another one of its name.
  mutating func add(_ file: File) {
    files.removeAll { $0.name == file.name }
    files.append(file)
  }

  /// The file of a lesson by its name, or by a path to it.
  func file(_ name: String) throws(Failure) -> File {
    if let file = files.first(where: { $0.name == name }) { return file }
    guard name.contains("/") || name.hasSuffix(".md") else {
      throw Failure("unknown lesson '\(name)'; \(advice(on: name))", .usage)
    }
    let bytes = try LessonLibrary.read(name)
    guard !HandIn.isHandIn(bytes) else {
      throw Failure(
        "\(name) is a hand-in, not a lesson; backprop grade marks it, backprop replay makes a script of it",
        .unreadable)
    }
    return File(name: LessonLibrary.name(of: name), path: name, bytes: bytes)
  }

  /// What to write instead of a name that no lesson has.
  private func advice(on name: String) -> String {
    let names = files.map(\.name)
    if name.hasSuffix(".test") { return "a script is for backprop test" }
    if FileSystem.isFolder(name) {
      return "it is a folder; --lessons \(name) adds the lessons in it"
    }
    if FileSystem.exists("\(name).md") { return "write \(name).md for the file" }
    let bare = LessonLibrary.name(of: name)
    return names.contains(bare)
      ? "did you mean '\(bare)'?" : Spelling.advice(for: name, among: names)
  }

  /// Whether a word is the name of a built-in lesson, or could be a path to a lesson.
  static func isLesson(_ word: String) -> Bool {
    word.hasSuffix(".md") || BuiltInLessons.files.contains { name(of: $0.name) == word }
  }

  /// Opens the lessons that scripts name.
  var opener: ScriptRun.Opener {
    { name in
      if let exam = ExamTitle(name: name) { return Session.exam(exam, opening: self.opener) }
      do throws(Failure) {
        return .success(try LessonLibrary.session(try file(name)))
      } catch {
        return .failure(LookupFailure(error.message))
      }
    }
  }

  /// Reads a lesson.
  static func lesson(_ file: File) throws(Failure) -> Lesson {
    do {
      return try Lesson(utf8: file.bytes, name: file.name)
    } catch {
      throw Failure("cannot read the lesson\n\(error.report(file: file.path))", .unreadable)
    }
  }

  /// Opens a session on a lesson.
  ///
  /// - Parameters:
  ///   - learner: whoever works on it; a lesson that is handed in has numbers of their own.
  ///   - drawing: whether fresh numbers are drawn, which is most of the work; what is asked does not depend on them.
  static func session(
    _ file: File, page: Int = 1, seed: Int = 0, learner: @autoclosure () -> String? = nil,
    drawing: Bool = true
  ) throws(Failure) -> Session {
    var lesson = try lesson(file)
    if !drawing {
      for graph in lesson.graphs.indices { lesson.graphs[graph].ranges = [:] }
    }
    let own = lesson.graded == nil ? nil : learner().map { Session.seed(ofLearner: $0) }
    let seed = own ?? seed
    do {
      let source = Source.lesson(name: file.name, hash: Source.hash(of: file.bytes))
      var session = try Session(lesson, source: source, page: page, seed: seed)
      session.copies = file.copies
      return session
    } catch {
      throw Failure("cannot read the lesson\n\(error.report(file: file.path))", .unreadable)
    }
  }

  /// `two-nodes` for `Lessons/03-two-nodes.md`.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    let parts = stem.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, parts[0].allSatisfy(\.isNumber) else { return stem }
    return String(parts[1])
  }

  private static func read(_ path: String) throws(Failure) -> [UInt8] {
    do {
      return try FileSystem.read(path)
    } catch {
      throw Failure("cannot read \(path): \(error.reason); \(error.advice)", .unreadable)
    }
  }
}

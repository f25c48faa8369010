import Journals
import Lessons
import Scripts

/// `backprop check`: everything in a lesson that would fail a learner.
enum CheckCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let library = try LessonLibrary(arguments)
    var files = library.files
    var status = ExitStatus.done
    var count = 0
    if !arguments.positional.isEmpty {
      files = []
      for name in arguments.positional {
        do {
          files.append(try library.file(name))
        } catch {
          // One file that cannot be read keeps no other from being checked.
          guard error.status == .unreadable else { throw error }
          Output.error("backprop: \(error.message)")
          status = .unreadable
          count += 1
        }
      }
    }
    for file in files {
      let reading = LessonReading(utf8: file.bytes, name: file.name)
      let source = Source.lesson(name: file.name, hash: Source.hash(of: file.bytes))
      let names = reading.lesson.tests.flatMap { test in
        (try? Script(lines: test.lines.map(\.text)))?.pictureNames ?? []
      }
      let pictures =
        file.isBuiltIn ? [:] : try PictureFolder(beside: file.path).pictures(named: Set(names))
      let check = LessonCheck(
        reading, source: source, pictures: pictures, opening: library.opener)
      if !check.errors.isEmpty {
        Output.write(LessonFailure(check.errors).report(file: file.path))
      }
      // What is worth knowing of the lessons inside the program is no news for the author of others.
      let notes = file.isBuiltIn && arguments.positional.isEmpty ? [] : check.notes
      for note in notes { Output.error("note: \(note.report(file: file.path))") }
      count += check.errors.count
    }
    for (path, other) in library.hidden {
      Output.error(
        "note: \(path) and \(other.path) are both called '\(other.name)', and the first is not found; "
          + "give it another name")
    }
    // Where nothing could be read at all, nothing was checked.
    guard !files.isEmpty else { return status }
    let lessons = files.count == 1 ? "1 lesson" : "\(files.count) lessons"
    Output.write(
      count == 0 ? "\(lessons) checked, nothing wrong" : "\(lessons) checked, \(count) wrong")
    return status == .done && count > 0 ? .found : status
  }
}

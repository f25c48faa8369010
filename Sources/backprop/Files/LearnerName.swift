import Expressions
import Glibc
import Journals
import Lessons
import Synchronization
import Terminal

/// Who works here: the one whom `--learner` names, else whoever worked here last, else the owner of the account.
///
/// The journal is all the memory there is. A name that is in it with other capitals or blanks is spelled as it was typed
/// first, since the numbers of a lesson for marks are drawn from its letters.
enum LearnerName {
  /// - Parameter given: the name on the command line.
  static func resolved(_ given: String?) -> String {
    guard let given else { return remembered ?? UserAccount.name }
    return spelled.withLock { spelled in
      if let known = spelled[given] { return known }
      let name = firstSpelling(of: given)
      spelled[given] = name
      return name
    }
  }

  private static let spelled = Mutex<[String: String]>([:])

  /// Whose the last record of the journal was when the program began.
  static let remembered: String? = lines.reversed().lazy.compactMap(name).first

  /// Asks for the name before a lesson that is handed in for marks, where nobody ever gave one; the answer is kept with the
  /// work.
  ///
  /// - Returns: the arguments with the name in them.
  static func asking(
    before file: LessonLibrary.File, _ arguments: Arguments
  ) throws(Failure) -> Arguments {
    guard arguments.value(Option.learner.flag) == nil, !arguments.has(Option.noJournal.flag),
      isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      (remembered ?? UserAccount.name) == UserAccount.name,
      try LessonLibrary.lesson(file).graded != nil, !hasWork(on: file.name)
    else { return arguments }
    Output.write(
      "This lesson is handed in for marks, and its numbers are drawn from your name.\n"
        + "Your name, as your instructor knows it (Enter for \(UserAccount.name)): ", terminator: ""
    )
    let typed = (readLine() ?? "").trimmingBlanks
    return typed.isEmpty ? arguments : arguments.setting(Option.learner.flag, to: typed)
  }

  /// Whether somebody worked on a lesson here.
  private static func hasWork(on lesson: String) -> Bool {
    lines.contains { line in
      (try? JSON(parsing: line))?["lesson"]?.string == lesson
    }
  }

  /// The lines of the journal; none where it cannot be read.
  private static var lines: [ArraySlice<UInt8>] {
    ((try? FileSystem.read(Journal.path)) ?? []).split(separator: UInt8(ascii: "\n"))
  }

  private static func name(in line: ArraySlice<UInt8>) -> String? {
    (try? JSON(parsing: line))?["learner"]?.string
  }

  /// How a name was typed first.
  private static func firstSpelling(of given: String) -> String {
    let key = LearnerKey(given)
    var other: String?
    for name in lines.lazy.compactMap(name) where LearnerKey(name) == key {
      // Who had two names before has them still.
      if name == given { return given }
      other = other ?? name
    }
    return other ?? given
  }
}

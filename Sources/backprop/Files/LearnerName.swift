import Expressions
import Glibc
import Journals
import Lessons
import Synchronization
import Terminal

/// Who works here: the one whom `--learner` names, else the owner of the account, who never worked here under their own
/// name where others did: then whoever was here last. On a lesson for marks it is whoever worked on it last.
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

  /// Whose the last record of the journal was when the program began, if the account's own name is in none.
  static let remembered: String? = {
    let all = lines
    guard let last = all.reversed().lazy.compactMap(name).first else { return nil }
    return all.contains { name(in: $0) == UserAccount.name } ? nil : last
  }()

  /// Who worked on a lesson last.
  static func last(on lesson: String) -> String? {
    lines.reversed().lazy.compactMap { try? JSON(parsing: $0) }
      .first { $0["lesson"]?.string == lesson }?["learner"]?.string
  }

  /// Asks for the name before a lesson that is handed in for marks, where nobody ever gave one; the answer is kept with the
  /// work.
  ///
  /// - Returns: the arguments with the name in them.
  static func asking(
    before file: LessonLibrary.File, _ arguments: Arguments
  ) throws(Failure) -> Arguments {
    guard arguments.value(Option.learner.flag) == nil, !arguments.has(Option.noJournal.flag),
      file.bytes.mentions("```graded"), try LessonLibrary.lesson(file).graded != nil
    else { return arguments }
    if let last = last(on: file.name) { return arguments.setting(Option.learner.flag, to: last) }
    guard remembered == nil, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      return arguments
    }
    Output.write(
      "This lesson is handed in for marks, and its numbers are drawn from your name.\n"
        + "Your name, as your instructor knows it (Enter for \(UserAccount.name)): ", terminator: ""
    )
    let typed = (readLine() ?? "").trimmingBlanks
    return typed.isEmpty ? arguments : arguments.setting(Option.learner.flag, to: typed)
  }

  /// The lines of the journal; none where it cannot be read.
  private static var lines: [ArraySlice<UInt8>] {
    ((try? FileSystem.read(Journal.path)) ?? []).nonEmptyLines
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

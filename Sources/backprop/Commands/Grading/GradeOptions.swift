import Expressions
import Grading
import Lessons
import Sessions

/// What a command line of `backprop grade` asks for.
struct GradeOptions {
  /// What is printed.
  enum Form: String, CaseIterable {
    case csv, json, answers, canvas, moodle, gradescope, datashop, pybkt

    var flag: String { "--\(rawValue)" }
  }

  /// How much a learner must have.
  enum Least {
    case points(Double)
    /// Of all there are, from 0 to 1.
    case share(Double)
  }

  /// `nil` for the table.
  let form: Form?
  /// Whether the table in commas has a line for each entry.
  let listsEntries: Bool
  let library: LessonLibrary
  /// The lessons that are marked, by name; all where none is named.
  let lessons: [String]
  let roster: Roster?
  let until: Deadline?
  let identity: LearnerIdentity
  let least: Least?
  /// The folder for pages of feedback.
  let feedback: String?
  /// The only learner who is wanted.
  let learner: String?

  init(_ arguments: Arguments) throws(Failure) {
    let forms = Form.allCases.filter { arguments.has($0.flag) }
    guard forms.count <= 1 else {
      throw Failure(
        "\(forms.map(\.flag).joined(separator: " and ")) contradict each other; give one of them",
        .usage)
    }
    form = forms.first
    listsEntries = arguments.has(Option.entries.flag)
    guard !listsEntries || form == .csv else {
      throw Failure("--entries goes with --csv; write both, or take it away", .usage)
    }
    var library = try LessonLibrary(arguments)
    var lessons: [String] = []
    for name in arguments.values(Option.oneLesson.flag) {
      if ExamTitle(name: name) == nil {
        let file = try library.file(name)
        library.add(file)
        if !lessons.contains(file.name) { lessons.append(file.name) }
      } else if !lessons.contains(name) {
        lessons.append(name)
      }
    }
    self.library = library
    self.lessons = lessons
    roster = try arguments.value(Option.roster.flag).map(GradeOptions.roster)
    until = try arguments.value(Option.until.flag).map(GradeOptions.deadline)
    identity = form == .gradescope ? .upload : arguments.has(Option.byFile.flag) ? .file : .name
    least = try arguments.value(Option.atLeast.flag).map(GradeOptions.least)
    feedback = arguments.value(Option.feedback.flag)
    learner = arguments.value(Option.oneLearner.flag)
  }

  /// How the files are marked.
  var terms: MarkingTerms {
    MarkingTerms(
      keepsAnswers: form == .answers || feedback != nil,
      keepsSteps: form == .datashop || form == .pybkt, until: until?.milliseconds,
      lessons: Set(lessons))
  }

  private static func roster(_ path: String) throws(Failure) -> Roster {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path)
    } catch {
      throw Failure("cannot read \(path): \(error.reason); \(error.advice)", .unreadable)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("\(path) is not UTF-8 text; save it as UTF-8", .unreadable)
    }
    do {
      return try Roster(text)
    } catch {
      throw Failure("\(path) \(error.message)", .unreadable)
    }
  }

  private static func deadline(_ text: String) throws(Failure) -> Deadline {
    do throws(Deadline.Failure) {
      return try Deadline(text, by: TimeZones.clock)
    } catch {
      throw Failure("'\(text)' \(error.message)", .usage)
    }
  }

  private static func least(_ text: String) throws(Failure) -> Least {
    let isShare = text.hasSuffix("%")
    let digits = (isShare ? text.dropLast() : text[...]).trimmingBlanks
    guard let number = Double(digits), number >= 0, number.isFinite, !isShare || number <= 100
    else {
      throw Failure(
        "'\(text)' is not an amount; write points, as in --at-least 14, or a share, as in 80%",
        .usage)
    }
    return isShare ? .share(number / 100) : .points(number)
  }
}

import Grading
import Journals

/// Something in a file that does not count: all of one kind in a file together.
struct GradingProblem {
  enum Kind: Hashable {
    case torn, corrupt, newer, noJournal, noWork
    /// The file cannot be read, for a reason.
    case unreadable(String)
    case askedNoMore, nothingCalled, neverTyped
  }

  /// What is told apart while files are marked.
  struct Place: Hashable {
    var file: Int
    var kind: Kind
    /// Whose records they are, if they are any.
    var learner: LearnerKey?
  }

  var place: Place
  /// The first line; 0 for the whole file.
  var line: Int
  var count: Int
  /// What is said of the first line.
  private var first: String

  init(_ file: Int, _ kind: Kind, line: Int = 0, count: Int = 1) {
    place = Place(file: file, kind: kind)
    self.line = line
    self.count = count
    first =
      switch kind {
      case .torn: "torn in the middle"
      case .corrupt: "not a journal record"
      case .unreadable(let reason): "cannot be read: \(reason)"
      case .noJournal: "neither a journal nor a hand-in"
      case .noWork: "no work on these lessons in it"
      case .newer, .askedNoMore, .nothingCalled, .neverTyped: ""
      }
  }

  /// Why a record does not count; `nil` where its lesson is not here, which is said once for all files.
  init?(_ obstacle: Marker.Obstacle, _ file: Int, _ line: Int, of learner: LearnerKey) {
    switch obstacle {
    case .noLesson: return nil
    case .inLesson(let lesson, .askedNoMore(let name, let page)):
      self.init(file, .askedNoMore, line: line)
      first = "'\(name)' on page \(page) of an earlier edition of '\(lesson)' is not asked any more"
    case .inLesson(let lesson, .nothingCalled(let name, let page)):
      self.init(file, .nothingCalled, line: line)
      first = "page \(page) of '\(lesson)' asks nothing called '\(name)'"
    case .inLesson(_, .neverTyped(let name)):
      self.init(file, .neverTyped, line: line)
      first = "what comes back in '\(name)' was never typed"
    }
    place.learner = learner
  }

  /// The same with nothing counted.
  var none: GradingProblem {
    var none = self
    none.count = 0
    return none
  }

  /// Adds others of the kind; what is said is of the first line.
  mutating func add(_ other: GradingProblem) {
    count += other.count
    if other.line < line { (line, first) = (other.line, other.first) }
  }

  var text: String {
    if place.kind == .newer { return NewerLines.kept(count) }
    let more = count - 1
    let others = more == 0 ? "" : ", and \(more) more \(more == 1 ? "line" : "lines") like it"
    return "\(first); left out\(others)"
  }

  /// One for each kind in each file, in the order of the files and their lines.
  static func byFile(_ problems: some Sequence<GradingProblem>) -> [GradingProblem] {
    var all: [Place: GradingProblem] = [:]
    for problem in problems {
      var problem = problem
      problem.place.learner = nil
      all[problem.place, default: problem.none].add(problem)
    }
    return all.values.sorted {
      ($0.place.file, $0.line, $0.text) < ($1.place.file, $1.line, $1.text)
    }
  }
}

import Autodiff
import Journals
import Lessons
import Teaching

extension Session {
  /// Opens an exam.
  ///
  /// - Parameter open: opens a lesson by its name, where the exam is on one.
  public static func exam(
    _ title: ExamTitle, opening open: (String) -> Result<Session, LookupFailure>
  ) -> Result<Session, LookupFailure> {
    do throws(LookupFailure) {
      if NetworkExam.isNetwork(title.subject) { return .success(try Session(network: title)) }
      let opened = try open(title.subject).get()
      return .success(try Session(title, on: opened))
    } catch {
      return .failure(error)
    }
  }

  /// Opens an exam on a network.
  private init(network title: ExamTitle) throws(LookupFailure) {
    let network: NetworkExam
    do {
      network = try NetworkExam(title.subject)
    } catch {
      throw LookupFailure(error.message)
    }
    do {
      let title = ExamTitle(network.name, seed: title.seed)
      var lesson = try network.lesson(seed: title.seed)
      lesson.name = title.name
      let hash = Source.hash(of: Array(try network.text(seed: title.seed).utf8))
      let source = Source.lesson(name: title.name, hash: hash)
      try self.init(lesson, source: source, seed: title.seed)
    } catch {
      throw LookupFailure(error.errors.first?.message ?? "the exam cannot be made")
    }
  }

  /// Opens an exam on a lesson.
  private init(_ title: ExamTitle, on opened: Session) throws(LookupFailure) {
    guard case .lesson(let name, let hash) = opened.source, var lesson = opened.lesson.exam else {
      throw LookupFailure(
        "'\(title.subject)' asks nothing of a graph that other numbers could be drawn for; "
          + "name another lesson, or sizes such as 2-2-2")
    }
    let title = ExamTitle(name, seed: title.seed)
    lesson.name = title.name
    do {
      let source = Source.lesson(name: title.name, hash: hash)
      try self.init(lesson, source: source, seed: title.seed)
    } catch {
      throw LookupFailure(error.errors.first?.message ?? "the exam cannot be made")
    }
  }
}

extension NetworkExam.Failure {
  /// What is wrong and what to do, on one line.
  var message: String {
    switch self {
    case .unreadable(let error): error.message
    case .unknownWord(let word):
      "there is no activation '\(word)'; write sizes and perhaps one: exam 2-2-2 tanh"
    case .tooLong(let count):
      "an exam on this network would ask \(count) answers; write one of at most \(NetworkExam.limit), "
        + "such as 2-2-2"
    }
  }
}

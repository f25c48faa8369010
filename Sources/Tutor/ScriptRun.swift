import Autodiff
import Expressions
import Lessons
import Teaching

/// Runs scripts in process, without a terminal.
public struct ScriptRun {
  /// An expectation that did not hold, or a step that could not be done.
  public struct Failure: Hashable, Sendable {
    public var line: Int
    /// The line as written.
    public var text: String
    /// What was there instead.
    public var found: String

    /// The failure as editors and terminals link it.
    public func report(file: String) -> String {
      "\(file):\(line): \(text)\n  \(found.replacing("\n", with: "\n  "))"
    }
  }

  /// Opens a lesson by its name.
  public typealias Opener = (String) -> Result<Session, OpeningFailure>

  /// Why a lesson could not be opened.
  public struct OpeningFailure: Error, Hashable, Sendable {
    public var message: String

    public init(_ message: String) {
      self.message = message
    }
  }

  private let open: Opener
  private var session: Session?

  /// - Parameters:
  ///   - session: the session that is open when a script begins, if one is.
  ///   - open: opens the lesson that a script names.
  public init(in session: Session? = nil, opening open: @escaping Opener) {
    self.session = session
    self.open = open
  }

  /// Runs a script and returns what did not hold; it ends at the first step that cannot be done.
  public mutating func run(_ script: Script) -> [Failure] {
    var failures: [Failure] = []
    for step in script.steps {
      switch perform(step) {
      case .success(nil): break
      case .success(let found?):
        failures.append(Failure(line: step.line, text: step.text, found: found))
      case .failure(let obstacle):
        failures.append(Failure(line: step.line, text: step.text, found: obstacle.message))
        return failures
      }
    }
    return failures
  }

  /// Does a step; returns what was found where something else was expected.
  private mutating func perform(_ step: Script.Step) -> Result<String?, OpeningFailure> {
    switch step.verb {
    case .lesson(let name):
      return open(name).map { opened in
        session = opened
        return nil
      }
    case .explore(let parts): return explore(parts).map { nil }
    default: break
    }
    guard var session else {
      return .failure(OpeningFailure("nothing is open; begin with lesson NAME or explore FORMULA"))
    }
    defer { self.session = session }
    switch step.verb {
    case .lesson, .explore: break
    case .page(let number):
      guard session.lesson.pages.indices.contains(number - 1) else {
        let count = session.lesson.pages.count
        return .failure(OpeningFailure("the lesson has pages 1 to \(count), no page \(number)"))
      }
      _ = session.update(.page(number))
    case .next, .back:
      let before = session.pageNumber
      _ = session.update(step.verb == .next ? .nextPage : .previousPage)
      guard session.pageNumber != before else {
        return .failure(OpeningFailure(session.remark.text))
      }
    case .seed(let seed):
      if seed != session.work.seed {
        _ = session.update(.freshNumbers(seed: seed))
        guard session.work.seed == seed else {
          return .failure(OpeningFailure(session.remark.text))
        }
      }
    case .undo: _ = session.update(.undo)
    case .redo: _ = session.update(.redo)
    case .restart: _ = session.update(.restart)
    case .fill(let name, let answer):
      return entry(name, in: session).map { entry in
        _ = session.update(.fill(entry: entry, answer))
        return nil
      }
    case .answer(let id, let answer):
      return exercise(id, in: session).map { exercise in
        run(session.update(.answer(exercise: exercise, answer)), in: &session)
        return nil
      }
    case .hint(let name), .reveal(let name):
      return assignment(name, in: session).map { assignment in
        session.go(to: assignment)
        _ = session.update(step.verb == .hint(name) ? .hint : .reveal)
        return nil
      }
    case .expectEntry(let name, let state, let reason):
      return assignment(name, in: session).map { assignment in
        ScriptRun.mismatch(
          at: assignment, name, state, reason, in: session, isNegated: step.isNegated)
      }
    case .expectMessage(let pattern), .expectHint(let pattern):
      return .success(
        ScriptRun.check(pattern.isFound(in: session.remark.text), step) {
          "the tutor said: \(session.remark.text)"
        })
    case .expectScore(let accepted, let asked):
      return .success(
        ScriptRun.check(session.score == (accepted, asked), step) {
          "the score is \(session.score.accepted)/\(session.score.asked)"
        })
    case .expectDone:
      return .success(
        ScriptRun.check(session.isDone, step) {
          "the score is \(session.score.accepted)/\(session.score.asked)"
        })
    case .expectPage(let number):
      return .success(
        ScriptRun.check(session.pageNumber == number, step) { "this is page \(session.pageNumber)" }
      )
    }
    return .success(nil)
  }

  private static func check(_ holds: Bool, _ step: Script.Step, found: () -> String) -> String? {
    holds != step.isNegated ? nil : found()
  }

  private mutating func explore(_ parts: [String]) -> Result<Void, OpeningFailure> {
    let statements = parts.map { Statement(input: $0) }
    do {
      let reading = try ComputationGraph.read(statements)
      session = try Session(exploring: reading, formulas: parts)
      return .success(())
    } catch let error as GraphError {
      return .failure(OpeningFailure(error.report(in: statements)))
    } catch let error as EvaluationError {
      return .failure(OpeningFailure(error.message))
    } catch {
      preconditionFailure("reading a graph throws no other error")
    }
  }

  private func entry(_ name: String, in session: Session) -> Result<Int, OpeningFailure> {
    guard let list = session.worksheet?.key.list else {
      return .failure(
        OpeningFailure("page \(session.pageNumber) has no graph, so no entry '\(name)'"))
    }
    guard let index = list.index(of: name) else {
      return .failure(OpeningFailure(list.unknown(name)))
    }
    return .success(index)
  }

  private func exercise(_ id: String, in session: Session) -> Result<Int, OpeningFailure> {
    let ids = session.page.exercises.map { session.lesson.exercises[$0].id }
    if let place = ids.firstIndex(of: id) { return .success(session.page.exercises[place]) }
    let advice =
      Spelling.nearest(to: id, among: ids).map { "did you mean '\($0)'?" }
      ?? (ids.isEmpty ? "it asks nothing but entries" : "there are \(ids.joined(separator: ", "))")
    return .failure(
      OpeningFailure("page \(session.pageNumber) asks nothing called '\(id)'; \(advice)"))
  }

  /// An entry by its name, or else an exercise.
  private func assignment(
    _ name: String, in session: Session
  ) -> Result<Assignment, OpeningFailure> {
    let ids = session.page.exercises.map { session.lesson.exercises[$0].id }
    if ids.contains(name) || session.worksheet == nil {
      return exercise(name, in: session).map { .exercise($0) }
    }
    return entry(name, in: session).map { .entry($0) }
  }

  /// Does what a script can do of what a session asks of its host: long computations, and nothing else.
  private func run(_ effects: [Effect], in session: inout Session) {
    while session.isWorking {
      _ = session.update(.work)
      _ = session.update(.worked(seconds: ScriptRun.sliceSeconds))
    }
  }

  /// What a slice of work counts in a script, which has no clock.
  private static let sliceSeconds = 0.03

  private static func mismatch(
    at assignment: Assignment, _ name: String, _ state: String, _ reason: String?,
    in session: Session, isNegated: Bool
  ) -> String? {
    let last = session.lastVerdict(of: assignment)?.word
    let standing = session.state(of: assignment).word
    // What could not be read leaves what was there, so only the last verdict tells of it.
    let isInState = state == "unreadable" ? last == "unreadable" : standing == state
    let reasons = session.lastVerdict(of: assignment)?.reasonWords ?? []
    let holds = isInState && (reason.map(reasons.contains) ?? true)
    guard holds == isNegated else { return nil }
    let said = session.remark.text.isEmpty ? "" : "; the tutor said: \(session.remark.text)"
    if let reason, isInState, !isNegated {
      let named =
        reasons.isEmpty ? "there are none" : "there are \(reasons.joined(separator: ", "))"
      return "\(name) is \(standing), but '\(reason)' is not among its reasons; \(named)\(said)"
    }
    return "\(name) is \(last == "unreadable" ? "\(standing), last unreadable" : standing)\(said)"
  }
}

import Autodiff
import Expressions
import Lessons
import Teaching
import TextScreen

/// Runs scripts in process, without a terminal.
public struct ScriptRun {
  /// Opens a lesson by its name.
  public typealias Opener = (String) -> Result<Session, OpeningFailure>

  /// Why a lesson could not be opened, or a step not be done.
  public struct OpeningFailure: Error, Hashable, Sendable {
    public var message: String

    public init(_ message: String) {
      self.message = message
    }
  }

  private let open: Opener
  /// The stored screens, by their names.
  let pictures: [String: String]
  private(set) var session: Session?
  /// The size of the screen, from the line on that gives the script one.
  private var size: Size?
  /// The sessions that wait while formulas of the learner's own are explored.
  private var waiting: [Session] = []
  /// The screens that were to be stored pictures, each with the line of the first.
  private var shown: [String: (line: Int, picture: String)] = [:]
  /// Whether a key has left the tutor.
  private var hasLeft = false

  /// - Parameters:
  ///   - session: the session that is open when a script begins, if one is.
  ///   - pictures: the stored screens, as `Canvas.picture` gives them, by their names.
  ///   - open: opens the lesson that a script names.
  public init(
    in session: Session? = nil, pictures: [String: String] = [:], opening open: @escaping Opener
  ) {
    self.session = session
    self.pictures = pictures
    self.open = open
  }

  /// Runs a script and returns what did not hold; it ends at the first step that cannot be done.
  public mutating func run(_ script: Script) -> [Failure] {
    var failures: [Failure] = []
    for step in script.steps {
      do throws(OpeningFailure) {
        if let mismatch = try perform(step) { failures.append(failure(at: step, mismatch)) }
      } catch {
        failures.append(failure(at: step, Mismatch(found: error.message)))
        return failures
      }
    }
    return failures
  }

  private func failure(at step: Script.Step, _ mismatch: Mismatch) -> Failure {
    Failure(
      line: step.line, text: step.text, expected: mismatch.expected, found: mismatch.found,
      details: mismatch.details, seed: session?.work.seed,
      screen: size == nil ? nil : session?.canvas().text, update: mismatch.update)
  }

  /// Does a step; returns what was found where something else was expected.
  private mutating func perform(_ step: Script.Step) throws(OpeningFailure) -> Mismatch? {
    switch step.verb {
    case .lesson(let name): begin(try open(name).get())
    case .explore(let parts): begin(try ScriptRun.exploring(parts))
    case .screen(let size):
      self.size = size
      if session != nil { _ = session?.update(.resized(size)) }
    case .expect(let expectation):
      let session = try opened()
      if case .picture(let name) = expectation, !step.isNegated,
        let mismatch = otherScreen(of: name, session.canvas().picture, line: step.line)
      {
        return mismatch
      }
      return try session.mismatch(expectation, isNegated: step.isNegated, pictures: pictures)
    default:
      guard !hasLeft else {
        throw OpeningFailure(
          "the tutor was left by a key; open something with lesson NAME or explore FORMULA")
      }
      var session = try opened()
      defer { self.session = session }
      if case .key(let key) = step.verb {
        press(key, in: &session)
      } else if case .type(let text) = step.verb {
        for character in text where !hasLeft { press(.character(character), in: &session) }
      } else {
        try act(step.verb, in: &session)
      }
    }
    return nil
  }

  /// What is wrong where one name stands for two screens, of which one could not be stored without the other.
  private mutating func otherScreen(of name: String, _ picture: String, line: Int) -> Mismatch? {
    guard let first = shown[name] else {
      shown[name] = (line, picture)
      return nil
    }
    guard first.picture != picture else { return nil }
    return Mismatch(
      expected: "the picture '\(name)' of line \(first.line)",
      found: "the screen is another one; give it another name")
  }

  private func opened() throws(OpeningFailure) -> Session {
    guard let session else {
      throw OpeningFailure("nothing is open; begin with lesson NAME or explore FORMULA")
    }
    return session
  }

  private mutating func begin(_ opened: Session) {
    var opened = opened
    if let size { _ = opened.update(.resized(size)) }
    session = opened
    waiting = []
    hasLeft = false
  }

  /// Does what a script says by name, and not by keys.
  private mutating func act(
    _ verb: Script.Verb, in session: inout Session
  ) throws(OpeningFailure) {
    switch verb {
    case .lesson, .explore, .screen, .key, .type, .expect: break
    case .resize(let size):
      self.size = size
      _ = session.update(.resized(size))
    case .page(let number):
      let count = session.lesson.pages.count
      guard number <= count else {
        throw OpeningFailure("the lesson has pages 1 to \(count), no page \(number)")
      }
      _ = session.update(.page(number))
    case .next, .back:
      let before = session.pageNumber
      _ = session.update(verb == .next ? .nextPage : .previousPage)
      guard session.pageNumber != before else {
        throw OpeningFailure("page \(before) is the \(verb == .next ? "last" : "first")")
      }
    case .seed(let seed):
      guard seed != session.work.seed else { break }
      _ = session.update(.freshNumbers(seed: seed))
      guard session.work.seed == seed else { throw OpeningFailure(session.remark.text) }
    case .undo: _ = session.update(.undo)
    case .redo: _ = session.update(.redo)
    case .restart: _ = session.update(.restart)
    case .fill(let name, let answer):
      _ = session.update(.fill(entry: try session.entry(called: name), answer))
    case .answer(let id, let answer):
      _ = session.update(.answer(exercise: try session.exercise(called: id), answer))
      ScriptRun.finishWork(of: &session)
    case .hint(let name):
      session.go(to: try session.assignment(called: name))
      _ = session.update(.hint)
    case .reveal(let name):
      session.go(to: try session.assignment(called: name))
      _ = session.update(.reveal)
    }
  }

  /// Does what a key means, as the full screen does it.
  private mutating func press(_ key: Key, in session: inout Session) {
    for message in Keymap.messages(for: key, in: session) {
      for effect in session.update(message) {
        switch effect {
        case .record: break
        case .explore(let formulas):
          do {
            let explored = try ScriptRun.exploring(formulas)
            waiting.append(session)
            session = explored
          } catch {
            _ = session.update(.notice(error.message))
          }
          resize(&session)
          return
        case .leave, .goOn:
          hasLeft = waiting.isEmpty
          session = waiting.popLast() ?? session
          resize(&session)
          return
        }
      }
    }
    ScriptRun.finishWork(of: &session)
  }

  private func resize(_ session: inout Session) {
    if let size { _ = session.update(.resized(size)) }
  }

  /// Does long computations to their end.
  private static func finishWork(of session: inout Session) {
    while session.isWorking {
      _ = session.update(.work)
      _ = session.update(.worked(seconds: sliceSeconds))
    }
  }

  /// What a slice of work counts in a script, which has no clock.
  private static let sliceSeconds = 0.03

  private static func exploring(_ parts: [String]) throws(OpeningFailure) -> Session {
    let statements = parts.map { Statement(input: $0) }
    do {
      let reading = try ComputationGraph.read(statements)
      return try Session(exploring: reading, formulas: parts)
    } catch let error as GraphError {
      throw OpeningFailure(error.report(in: statements))
    } catch let error as EvaluationError {
      throw OpeningFailure(error.message)
    } catch {
      preconditionFailure("reading a graph throws no other error")
    }
  }
}

import Autodiff
import Expressions
import FullScreen
import Lessons
public import Sessions
import Teaching
import TextScreen

/// Runs scripts in process, without a terminal.
public struct ScriptRun {
  /// Opens a lesson by its name.
  public typealias Opener = (String) -> Result<Session, LookupFailure>

  private let open: Opener
  /// The stored screens, by their names.
  let pictures: [String: String]
  /// What is open.
  private(set) var stage: ScriptStage?
  /// The size of the screen, from the line on that gives the script one.
  private var size: Size?
  /// What waits while formulas of the learner's own are explored.
  private var waiting: [ScriptStage] = []
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
    stage = session.map { ScriptStage($0) }
    self.pictures = pictures
    self.open = open
  }

  /// The answers that were not accepted and of which nothing expected anything, in their order.
  private(set) var unnoticed: [Script.Step] = []

  /// The session that is open.
  var session: Session? { stage?.session }

  /// Runs a script and returns what did not hold; it ends at the first step that cannot be done.
  public mutating func run(_ script: Script) -> [Failure] {
    var failures: [Failure] = []
    for step in script.steps {
      do throws(LookupFailure) {
        let mismatch = try perform(step)
        noteWhetherNoticed(step)
        if let mismatch { failures.append(failure(at: step, mismatch)) }
      } catch {
        failures.append(failure(at: step, Mismatch(found: error.message)))
        return failures
      }
    }
    return failures
  }

  /// An answer that was not accepted waits for what is expected of it, or for another answer there.
  private mutating func noteWhetherNoticed(_ step: Script.Step) {
    switch step.verb {
    case .fill(let name, _), .answer(let name, _):
      unnoticed.removeAll { $0.verb.subject == name }
      if stage?.refuses(name) ?? false { unnoticed.append(step) }
    case .expect(.entry(let name, _, _)), .expect(.rule(let name, _, _)):
      unnoticed.removeAll { $0.verb.subject == name }
    case .expect, .undo, .restart, .handIn: unnoticed = []
    default: break
    }
  }

  private func failure(at step: Script.Step, _ mismatch: Mismatch) -> Failure {
    Failure(
      line: step.line, text: step.text, expected: mismatch.expected, found: mismatch.found,
      details: mismatch.details, seed: session?.progress.seed,
      screen: stage?.screen?.canvas().text, update: mismatch.update)
  }

  /// Does a step; returns what was found where something else was expected.
  private mutating func perform(_ step: Script.Step) throws(LookupFailure) -> Mismatch? {
    switch step.verb {
    case .lesson(let name): begin(try open(name).get())
    case .explore(let parts): begin(try ScriptRun.exploring(parts))
    case .exam(let subject, let seed):
      begin(try Session.exam(ExamTitle(subject, seed: seed), opening: open).get())
    case .screen(let size):
      self.size = size
      stage?.resize(to: size)
    case .expect(let expectation):
      let stage = try opened()
      if case .picture(let name) = expectation, !step.isNegated, let screen = stage.screen,
        let mismatch = otherScreen(of: name, screen.canvas().picture, line: step.line)
      {
        return mismatch
      }
      return try stage.mismatch(expectation, isNegated: step.isNegated, pictures: pictures)
    default:
      guard !hasLeft else {
        throw LookupFailure(
          "the tutor was left by a key; open something with lesson NAME or explore FORMULA")
      }
      var stage = try opened()
      defer { self.stage = stage }
      if case .key(let key) = step.verb {
        press(key, on: &stage)
      } else if case .type(let text) = step.verb {
        for character in text where !hasLeft { press(.character(character), on: &stage) }
      } else {
        try act(step.verb, on: &stage)
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

  private func opened() throws(LookupFailure) -> ScriptStage {
    guard let stage else {
      throw LookupFailure("nothing is open; begin with lesson NAME or explore FORMULA")
    }
    return stage
  }

  private mutating func begin(_ session: Session) {
    stage = ScriptStage(session, size: size)
    waiting = []
    hasLeft = false
  }

  /// Does what a script says by name, and not by keys.
  private mutating func act(
    _ verb: Script.Verb, on stage: inout ScriptStage
  ) throws(LookupFailure) {
    let session = stage.session
    switch verb {
    case .lesson, .explore, .exam, .screen, .key, .type, .expect: break
    case .handIn: stage.act(.handIn(isConfirmed: true))
    case .resize(let size):
      self.size = size
      stage.resize(to: size)
    case .page(let number):
      let count = session.lesson.pages.count
      guard number <= count else {
        throw LookupFailure("the lesson has pages 1 to \(count), no page \(number)")
      }
      stage.act(.page(number))
    case .next, .back:
      let before = session.pageNumber
      stage.act(verb == .next ? .nextPage : .previousPage)
      guard stage.session.pageNumber != before else {
        throw LookupFailure("page \(before) is the \(verb == .next ? "last" : "first")")
      }
    case .seed(let seed, let way):
      guard !session.progress.hasNumbers(ofSeed: seed, by: way) else { break }
      stage.act(.freshNumbers(seed: seed, by: way))
      guard stage.session.progress.hasNumbers(ofSeed: seed, by: way) else {
        throw LookupFailure(stage.said)
      }
    case .undo: stage.act(.undo)
    case .redo: stage.act(.redo)
    case .restart: stage.act(.restart)
    case .fill(let name, let answer):
      stage.act(.fill(entry: try session.entry(called: name), answer))
    case .answer(let id, let answer):
      stage.act(.answer(exercise: try session.exercise(called: id), answer))
      stage.finishComputing()
    case .descend(let request):
      stage.act(.descend(request))
      if case .noDescent = stage.session.remark { throw LookupFailure(stage.said) }
    case .hint(let name):
      stage.act(.go(to: try session.assignment(called: name)))
      stage.act(.hint)
    case .reveal(let name):
      stage.act(.go(to: try session.assignment(called: name)))
      stage.act(.reveal)
    }
  }

  /// Does what a key means.
  private mutating func press(_ key: Key, on stage: inout ScriptStage) {
    for effect in stage.press(key) {
      switch effect {
      case .record, .sumUp: break
      case .explore(let formulas):
        do {
          let explored = try ScriptRun.exploring(formulas)
          waiting.append(stage)
          stage = ScriptStage(explored, size: size)
        } catch {
          stage.act(.notice(error.message))
        }
        return
      case .leave, .goOn:
        hasLeft = waiting.isEmpty
        stage = waiting.popLast() ?? stage
        if let size { stage.resize(to: size) }
        return
      }
    }
    stage.finishComputing()
  }

  private static func exploring(_ parts: [String]) throws(LookupFailure) -> Session {
    do {
      return try Session(exploring: parts)
    } catch {
      throw LookupFailure(error.report)
    }
  }
}

extension Script.Verb {
  /// What is answered, by its name.
  fileprivate var subject: String? {
    switch self {
    case .fill(let name, _), .answer(let name, _): name
    default: nil
    }
  }
}

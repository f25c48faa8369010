public import Autodiff
import Expressions
public import Lessons

/// An exercise as far as the learner has come with it; a copy costs no more than a reference, since all of a lesson are
/// copied where one changes.
public indirect enum ExerciseWork: Hashable, Sendable {
  case question(QuestionKey, EntryState)
  case breakUp(BreakUp)
  case nudging(NudgeBench)
  case race(Race)
  case training(TrainingWork)
  /// Formulas of the learner's own, as typed.
  case exploring([String])

  /// - Parameters:
  ///   - key: the answers of the page's graph.
  ///   - isDrawn: whether the graph's numbers are others than those in the author's file.
  public init(_ exercise: Exercise, on key: AnswerKey?, isDrawn: Bool = false) {
    switch exercise.kind {
    case .question(let question):
      self = .question(QuestionKey(question, in: key?.forward, isDrawn: isDrawn), .empty)
    case .breakUp(let graph): self = .breakUp(BreakUp(graph))
    case .nudging(let nudging):
      guard let key else { preconditionFailure("a page that nudges has a graph") }
      self = .nudging(NudgeBench(nudging, of: key))
    case .race: self = .race(Race())
    case .training(let request): self = .training(TrainingWork(request))
    case .exploring: self = .exploring([])
    }
  }

  /// Checks what was typed and keeps it where it can stand.
  ///
  /// - Parameter lines: the learner's lines of a program, for what is trained by them; `nil` where some are missing.
  public mutating func answer(_ typed: String, lines: [Statement]? = nil) -> Verdict {
    switch self {
    case .question(let key, _):
      let verdict = key.check(typed)
      switch verdict {
      case .right(let value): self = .question(key, .right(typed: typed, value: value))
      case .close(let value, _): self = .question(key, .close(typed: typed, value: value))
      case .wrong: self = .question(key, .wrong(typed: typed))
      case .unreadable: break
      }
      return verdict
    case .breakUp(var breakUp):
      let verdict = breakUp.add(typed)
      self = .breakUp(breakUp)
      return verdict
    case .nudging(var bench):
      let verdict = bench.add(typed)
      self = .nudging(bench)
      return verdict
    case .race(var race):
      race.begin()
      self = .race(race)
      return .right(typed: 0)
    case .training(var training):
      training.begin(lines: lines)
      self = .training(training)
      return training.lacksLines ? .unreadable(.empty) : .right(typed: 0)
    case .exploring(let formulas):
      if let unreadable = ExerciseWork.unreadable(typed) { return .unreadable(unreadable) }
      self = .exploring(formulas + [typed])
      return .right(typed: 0)
    }
  }

  /// The statements of a line: parted by semicolons.
  public static func statements(of line: String) -> [String] {
    line.split(separator: ";").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
  }

  /// Why a line is no graph that could be explored, if it is none.
  private static func unreadable(_ typed: String) -> Verdict.Unreadable? {
    let parts = statements(of: typed)
    guard !parts.isEmpty else { return .empty }
    do {
      let reading = try ComputationGraph.read(parts.map { Statement(input: $0) })
      _ = try AnswerKey(reading.graph, at: reading.inputs)
      return nil
    } catch let error as GraphError {
      return .stepNotRead(error)
    } catch let error as EvaluationError {
      return .notComputed(error)
    } catch {
      preconditionFailure("reading a graph throws no other error")
    }
  }

  /// Keeps an answer to a question without a verdict, until the work is handed in.
  ///
  /// - Returns: why it cannot be read, whatever is right; what cannot be read changes nothing.
  public mutating func note(_ typed: String) -> Verdict.Unreadable? {
    guard case .question(let key, _) = self else {
      preconditionFailure("only a question waits for its verdict")
    }
    if let obstacle = key.obstacle(to: typed) { return obstacle }
    self = .question(key, .answered(typed: typed))
    return nil
  }

  /// Checks what was kept without a verdict; `nil` where nothing was.
  public mutating func mark() -> Verdict? {
    guard case .question(let key, .answered(let typed)) = self else { return nil }
    let verdict = answer(typed)
    if case .unreadable = verdict { self = .question(key, .wrong(typed: typed)) }
    return verdict
  }

  /// Shows the answer of a question; nothing else can be shown.
  public mutating func reveal() -> Bool {
    guard case .question(let key, _) = self else { return false }
    self = .question(key, .revealed)
    return true
  }

  public var state: EntryState {
    switch self {
    case .question(_, let state): state
    case .breakUp(let breakUp): isDone ? .right(typed: breakUp.steps.last ?? "", value: 0) : .empty
    case .nudging(let bench):
      isDone ? .right(typed: bench.trials.last?.typed ?? "", value: 0) : .empty
    case .race, .training, .exploring: isDone ? .right(typed: "", value: 0) : .empty
    }
  }

  public var isDone: Bool {
    switch self {
    case .question(_, let state): !state.isOpen
    case .breakUp(let breakUp): breakUp.isDone
    case .nudging(let bench): bench.isDone
    case .race(let race): race.isDone
    case .training(let training): training.isDone
    case .exploring(let formulas): !formulas.isEmpty
    }
  }

  /// What was typed and kept, from which the work can be done again.
  public var typed: [String] {
    switch self {
    case .question(_, let state): state.typed.map { [$0] } ?? []
    case .breakUp(let breakUp): breakUp.steps
    case .nudging(let bench): bench.trials.map(\.typed)
    case .race(let race): race.isBegun ? ["run"] : []
    case .training(let training): training.isDone || training.isRunning ? ["run"] : []
    case .exploring(let formulas): formulas
    }
  }
}

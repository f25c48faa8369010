import Autodiff
import Expressions
import Lessons
import Teaching

/// What only runs, a race, training or many steps: it is computed in slices between keys.
extension Session {
  /// Whether a long computation is under way.
  public var isComputing: Bool { isRunning || isMakingSteps }

  /// Whether a race or training is under way.
  private var isRunning: Bool { runningIndex.map { progress.exercises[$0].isRunning } ?? false }

  /// What runs on the page, if anything does: what is under way, else the first.
  private var runningIndex: Int? {
    let exercises = page.exercises.filter { progress.exercises[$0].onlyRuns }
    return exercises.first { progress.exercises[$0].isRunning } ?? exercises.first
  }

  /// Whether the learner is at something that only runs.
  package var isAtRun: Bool {
    assignment?.exercise.map { progress.exercises[$0].onlyRuns } ?? false
  }

  /// Does a slice of the computation; `note(seconds:)` then says how long it took.
  public mutating func computeSlice() {
    guard isRunning, let index = runningIndex else { return makeSteps() }
    progress.exercises[index].work()
  }

  /// Takes in how many seconds the last slice took.
  public mutating func note(seconds: Double) {
    guard !isDescending, let index = runningIndex else { return noteSteps() }
    let wasTraining = if case .training = progress.exercises[index] { true } else { false }
    guard isComputing || wasTraining else { return }
    progress.exercises[index].took(seconds)
    if !isComputing { remark = .runIsOver(exercise: index) }
  }

  /// The learner's backward lines on the page's graph, as of a program; `nil` where some are missing.
  var backwardLines: [Statement]? {
    guard let graph = page.graph else { return nil }
    let worksheet = progress.worksheets[graph]
    var lines: [Statement] = []
    for (index, entry) in worksheet.list.entries.enumerated()
    where entry.kind == .derivative && worksheet.list.host(of: index) == index {
      let state = worksheet.states[index]
      let typed = state.isAccepted ? state.typed : nil
      guard let text = typed ?? (state == .revealed ? worksheet.key.answer(to: index) : nil) else {
        return nil
      }
      // A line may begin with the name of what it gives.
      let own = Statement(text)
      let name = entry.name.split(separator: "/").last ?? ""
      lines.append(Statement("\(name) = \(own.isNamed ? own.formula.trimmingBlanks : text)"))
    }
    return lines.isEmpty ? nil : lines
  }
}

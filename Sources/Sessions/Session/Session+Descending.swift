import Autodiff
import Journals
import Lessons
package import Teaching

/// Why no step can be made with what was found.
public enum DescentObstacle: Hashable, Sendable {
  case noGraph
  case noParameter
  /// The page asks for no derivatives.
  case nothingFound
  /// Work that has no verdict before it is handed in.
  case silent
  /// A graded lesson, in which a step would tell more than is found.
  case graded
  /// A derivative whose shape is not that of what it is taken by.
  case shape(Int)
  /// Entries that are still to be found.
  case open([Int])
  /// Something else that the page asks is open, which steps would tell.
  case exercise
}

/// Steps with the derivatives that the learner has found.
extension Session {
  /// The steps that were made on the page's graph; `nil` where none were asked for with the numbers that stand there.
  package var descent: DescentRun? { page.graph.flatMap { progress.descent(of: $0) } }

  /// The worksheet as it is drawn: while steps are shown, with the numbers after them.
  package var shownWorksheet: Worksheet? {
    guard isDescending, let run = descent, run.stepCount > 0 else { return worksheet }
    return worksheet?.moved(to: run.key)
  }

  /// Why no step can be made; `nil` where one can.
  package var descentObstacle: DescentObstacle? {
    guard let worksheet else { return .noGraph }
    guard worksheet.graph.nodes.contains(where: { $0.kind == .parameter }) else {
      return .noParameter
    }
    guard !progress.isSilent else { return .silent }
    guard progress.count(of: .derivatives).asked > 0 else { return .nothingFound }
    let open = worksheet.entries.indices.filter { entry in
      guard !worksheet.states[entry].isSettled, progress.isAskedAnywhere(entry) else {
        return false
      }
      // A derivative may stand there wrong, but for where all is marked.
      let isTyped = worksheet.states[entry].typed != nil
      return lesson.graded != nil || worksheet.entries[entry].part != .derivatives || !isTyped
    }
    guard open.isEmpty else { return lesson.graded == nil ? .open(open) : .graded }
    if let misshapen = worksheet.misshapenDerivative { return .shape(misshapen) }
    let isAsked = page.exercises.contains { !progress.exercises[$0].isDone }
    return isAsked ? .exercise : nil
  }

  /// Whether the sweep is complete, so that a step can be made.
  ///
  /// - Complexity: O(1) where something that the page asks is empty, else O(n) in the entries.
  package var mayDescend: Bool {
    (worksheet?.states.filled.count ?? 0) >= asked.count && descentObstacle == nil
  }

  /// Does what is asked of steps.
  mutating func descend(_ request: DescentRequest) -> [Effect] {
    look = nil
    if let obstacle = descentObstacle {
      remark = .noDescent(obstacle)
      return []
    }
    guard let graph = page.graph else { return [] }
    let before = progress
    let count = descent?.stepCount ?? 0
    progress.descend(request, on: graph)
    remember(before)
    isDescending = true
    remark = .descended(steps: (descent?.stepCount ?? 0) - count, request)
    return [record(.descend(request.text))]
  }
}

/// Many steps on a large graph, made in slices between keys.
extension Session {
  /// Whether steps are under way; they wait where something else is looked at.
  var isMakingSteps: Bool { isDescending && (descent?.openSteps ?? 0) > 0 }

  /// Makes some of them.
  mutating func makeSteps() {
    if let graph = page.graph { progress.workOnDescent(of: graph) }
  }

  /// Says how far the steps have come that were asked for last.
  mutating func noteSteps() {
    guard isDescending, let run = descent, case .steps(let count)? = run.requests.last else {
      return
    }
    remark = .descended(steps: min(run.stepCount, count - run.openSteps), .steps(count))
  }
}

extension Progress {
  /// Makes some of the steps on a graph that are still to be made.
  mutating func workOnDescent(of graph: Int) { descents[graph]?.work() }

  /// The steps on a graph; `nil` where its numbers are others than those with which they were made.
  package func descent(of graph: Int) -> DescentRun? {
    guard let run = descents[graph], run.start == worksheets[graph].foundSweep else { return nil }
    return run
  }

  /// Does what is asked of steps on a graph.
  package mutating func descend(_ request: DescentRequest, on graph: Int) {
    let worksheet = worksheets[graph]
    var run = descent(of: graph) ?? DescentRun(worksheet.foundSweep, in: worksheet.key)
    run.perform(request)
    descents[graph] = run
  }

  /// Makes the steps on a graph again.
  package mutating func descend(_ requests: [String], on graph: Int) {
    descents[graph] = nil
    for text in requests { DescentRequest(text).map { descend($0, on: graph) } }
  }
}

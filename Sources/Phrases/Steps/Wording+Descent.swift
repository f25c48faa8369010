import Autodiff
import Expressions
import Sessions
package import Teaching
import Training

/// What is said of steps that are made with what was found.
extension Wording {
  /// What became of a request.
  func descended(_ steps: Int, _ request: DescentRequest) -> String {
    guard let run = session.descent else { return "" }
    if case .steps = request { return made(steps, run) }
    return "steps are made by \(run.optimizer.title), from here on"
  }

  private func made(_ steps: Int, _ run: DescentRun) -> String {
    let output = run.key.list.outputName
    let counted = run.stepCount == 1 ? "1 step" : "\(run.stepCount) steps"
    var parts: [String] = []
    if let now = run.outputs.last, run.outputs.count > steps, steps > 0 {
      let before = run.outputs[run.outputs.count - 1 - steps]
      let way = now < before ? "falls" : now > before ? "rises" : "stays"
      parts.append(
        "after \(counted) of \(run.optimizer.title): \(output) \(way) from \(before.roundedText) to "
          + now.roundedText)
    }
    if let note = note(on: run) { parts.append(note) }
    if case .notFinite(let step)? = run.obstacle {
      parts.append(
        "with step \(step) a number would be too large or have no value; "
          + "\(voice.shortcut(for: .undo)) goes back, and a smaller rate goes on, as in "
          + "\(voice.isSpoken ? "?" : "")rate "
          + (run.optimizer.rate / 10).shortestText)
    }
    if voice.isSpoken { parts.append(Wording.spokenParameters(of: run)) }
    return parts.joined(separator: "; ")
  }

  /// What is said of numbers that are not right.
  private func note(on run: DescentRun) -> String? {
    guard !run.start.areRight else { return nil }
    guard run.stepCount > 1 else { return "that is with your numbers, which are not all right" }
    guard !run.unruled.isEmpty else {
      return "every step follows your own rule, which is not right"
    }
    let names = run.unruled.prefix(3).map { run.key.list.entries[$0].name }
    return
      "the first step was made with your numbers; from the second on \(Wording.list(names)) "
      + "\(run.unruled.count == 1 ? "is" : "are") the right ones"
  }

  /// Each parameter where it is now, with what is kept for it: `w = 0.52 (v 2.8)`.
  ///
  /// Of many numbers the shape and the norm are told: `W (64, 32), norm 5.1`.
  package static func parameters(of run: DescentRun) -> [String] {
    run.parameters.enumerated().map { place, node in
      let memory = run.memory(of: place).map { "\($0.name) \(short($0.value))" }
      let kept = memory.isEmpty || run.stepCount == 0 ? "" : " (\(memory.joined(separator: ", ")))"
      let array = run.key.array(of: node)
      let sign = array.shape.count <= mostNumbers ? " = " : " \(array.shape.text), "
      return "\(run.key.graph.nodes[node].name)\(sign)\(short(array))\(kept)"
    }
  }

  /// So many numbers of an array are told in a line.
  private static let mostNumbers = 6

  private static func short(_ array: NumericArray) -> String {
    guard array.shape.count > mostNumbers else { return array.text { $0.roundedText } }
    return "norm \(norm(array).roundedText)"
  }

  private static func norm(_ array: NumericArray) -> Double {
    array.elements.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The same by ear, where each row is told for itself.
  private static func spokenParameters(of run: DescentRun) -> String {
    let arrays = run.parameters.map { run.key.array(of: $0) }
    if arrays.allSatisfy(\.shape.isNumber) { return list(parameters(of: run)) }
    return zip(run.parameters, arrays).map { node, array in
      let rounded = array.map { Double($0.roundedText) ?? $0 }
      let length = array.shape.count > 24 ? ", of norm \(norm(array).roundedText)" : ""
      return SpokenArray(run.key.graph.nodes[node].name, rounded).text + length
    }.joined(separator: "; ")
  }

  /// Why no step can be made.
  func noDescent(_ obstacle: DescentObstacle) -> String {
    switch obstacle {
    case .noGraph: return "there is no graph on this page to make a step on"
    case .noParameter: return "this graph has no parameter that a step could move"
    case .nothingFound: return "this page asks for no derivatives to make a step with"
    case .silent: return "steps are made after the work is handed in"
    case .graded: return "this lesson is graded: steps are made once all is found"
    case .shape(let entry):
      return
        "no step can be made along \(name(of: entry)): it has not the shape of what it is taken by"
    case .exercise: return "steps are made once all that the page asks is done"
    case .open(let entries):
      let names = entries.prefix(3).map(name(of:))
      let rest = entries.count > 3 ? ", and \(entries.count - 3) more" : ""
      return "a step needs the whole sweep; find \(Wording.list(names))\(rest) first"
    }
  }
}

import Autodiff
import Expressions
import Lessons
import Phrases
import Teaching
import TextScreen

/// An exercise in sentences: what is to be done, and what was done so far.
struct PlainExercise {
  private let exercise: Exercise
  private let work: ExerciseWork
  private let voice: Voice
  private let width: Int

  init(_ exercise: Exercise, _ work: ExerciseWork, for voice: Voice, width: Int) {
    self.exercise = exercise
    self.work = work
    self.voice = voice
    self.width = width
  }

  /// What is to be done, after its number, and what was done.
  func whole(label: String) -> [String] {
    switch work {
    case .question(let key, _):
      return PlainProse(key.question.text.labelled("\(label). "), width: width).lines
        + choices(of: key)
    case .breakUp(let breakUp):
      let formula = ExerciseTexts.formula(of: breakUp, voice: voice)
      let inputs = Wording.list(ExerciseTexts.inputs(of: breakUp))
      let task = "\(label). Break \(formula) into steps, where \(inputs)."
      return task.lines(width: width) + steps(of: breakUp)
    case .nudging(let bench):
      return "\(label). \(ExerciseTexts.task(of: bench)).".lines(width: width)
        + bench.trials.flatMap { lines(of: $0, on: bench) }
    case .race(let race):
      let before = race.hasRunBefore ? " It ran here before; Enter runs it again." : ""
      return "\(label). A race of both methods.\(before)".lines(width: width)
    case .training(let training):
      let before = training.hasRunBefore ? " It ran here before; Enter runs it again." : ""
      return "\(label). \(TrainingTexts(training).task)\(before)".lines(width: width)
    case .exploring(let formulas):
      let task = "\(label). A formula of your own, such as \(ExerciseTexts.ownFormula)."
      return task.lines(width: width)
        + formulas.flatMap { "Explored: \($0.visible).".lines(width: width) }
    }
  }

  private func choices(of key: QuestionKey) -> [String] {
    guard case .choice(let choices) = key.question.answer else { return [] }
    return choices.enumerated().flatMap { place, choice in
      let item = ProseList(marker: .numbers(from: place + 1), isTight: true, items: [choice.text])
      return PlainProse([.list(item)], width: width).lines
    }
  }

  private func steps(of breakUp: BreakUp) -> [String] {
    guard let grown = breakUp.grown,
      let values = try? ForwardPass(grown.graph, at: grown.inputs)
    else { return [] }
    let steps = breakUp.steps.map { step in
      let value = values.value(of: Statement(step).name).map { ", which is \($0.roundedText)" }
      return step.visible + (value ?? "")
    }
    return "So far: \(steps.joined(separator: "; ")).".lines(width: width)
  }

  /// What the last nudge moved, and how far off all of them are.
  var lastNudge: [String] {
    guard case .nudging(let bench) = work, let trial = bench.trials.last else { return [] }
    return lines(of: trial, on: bench) + errors(on: bench)
  }

  /// A nudge with everything that it moved, from left to right.
  private func lines(of trial: NudgeBench.Trial, on bench: NudgeBench) -> [String] {
    let names = bench.key.graph.nodes.map(\.name)
    let nudge = trial.nudge
    let before = bench.key.forward.values[nudge.node]
    let after = before + nudge.step
    let way = nudge.step < 0 ? "down" : "up"
    let start =
      "\(names[nudge.node]) \(way) by \(abs(nudge.step).shortestText), "
      + "from \(before.text(besides: after)) to \(after.text(besides: before))."
    // Of a single box a lesson's text speaks of the last column of the table.
    let isSingle = bench.key.graph.operations.count == 1
    let moves = nudge.changes.map { change in
      let move =
        "\(names[change.node]) goes from \(change.before.text(besides: change.after)) "
        + "to \(change.after.text(besides: change.before))"
      return isSingle
        ? "\(move). The last column, times as far: \(change.slope.slopeText)."
        : "\(move), \(change.slope.slopeText) times as far."
    }
    return ([start] + moves).flatMap { $0.lines(width: width) }
  }

  /// How far the nudges of one quantity are off, once there are several.
  private func errors(on bench: NudgeBench) -> [String] {
    let points = bench.errorsOfFirstNudged.points
    guard points.count > 1 else { return [] }
    let errors = points.map {
      "\($0.y.rounded(toDigits: 2).shortestText) with \($0.x.shortestText)"
    }
    return "Error of the slope so far: \(errors.joined(separator: "; ")).".lines(width: width)
  }

  /// How a done exercise stands, for somebody who comes back to it.
  var standing: String {
    switch work {
    case .question(let key, let state):
      let answer =
        state == .revealed ? "\(key.exact), shown" : "\(state.typed ?? ""), \(state.word)"
      return "\(key.question.text.plainText.visible) Your answer: \(answer.visible)."
    case .breakUp(let breakUp):
      return
        "\(breakUp.output) was broken up: \(breakUp.steps.map(\.visible).joined(separator: "; "))."
    case .nudging(let bench):
      let names = bench.nudging.names.map(\.text)
      return "\(Wording.list(names)) \(names.count == 1 ? "was" : "were") nudged."
    case .race: return "Both methods have run."
    case .training: return "The graph was trained."
    case .exploring(let formulas): return "Explored: \(Wording.list(formulas.map(\.visible)))."
    }
  }
}

extension [Prose] {
  /// The prose with a word before its first.
  fileprivate func labelled(_ label: String) -> [Prose] {
    guard case .paragraph(let inlines) = first else {
      return [.paragraph([.text(label)])] + self
    }
    return [.paragraph([.text(label)] + inlines)] + dropFirst()
  }

  fileprivate var plainText: String {
    map { block in
      if case .paragraph(let inlines) = block { inlines.plainText } else { "" }
    }.joined(separator: " ")
  }
}

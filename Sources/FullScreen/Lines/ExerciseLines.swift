import Autodiff
import Drawings
import Expressions
import Lessons
import Phrases
import Teaching
import TextScreen

/// An exercise as it stands in the text: what it asks, and what was done so far.
struct ExerciseLines {
  private(set) var lines: [StyledText] = []
  private let voice: Voice
  private let width: Int
  /// The rows of the screen that the page has.
  private let height: Int

  /// - Parameter view: the columns of the text, and the rows that the page has.
  init(_ work: ExerciseWork, isFocused: Bool, for voice: Voice, in view: Size) {
    self.voice = voice
    width = view.width
    height = view.height
    switch work {
    case .question(let key, let state): add(key, state, isFocused: isFocused)
    case .breakUp(let breakUp): add(breakUp)
    case .nudging(let bench): add(bench, isFocused: isFocused)
    case .race(let race): lines = RaceLines(race, width: width, isASCII: voice.isASCII).lines
    case .training(let training):
      lines = TrainingLines(training, width: width, isASCII: voice.isASCII).lines
    case .exploring(let formulas): add(formulas)
    }
    lines = lines.flatMap { line in
      line.columns <= view.width ? [line] : line.wrapped(toColumns: view.width, hangingIndent: 4)
    }
  }

  private static let indent = "  "

  private mutating func add(_ key: QuestionKey, _ state: EntryState, isFocused: Bool) {
    let mark = StyledText("? ", Style(isFocused ? .key : .faint))
    let inner = width - 2
    for (row, line) in ProseLines(key.question.text, width: inner).lines.enumerated() {
      lines.append((row == 0 ? mark : StyledText(ExerciseLines.indent)) + line)
    }
    if case .choice(let choices) = key.question.answer {
      for (index, choice) in choices.enumerated() {
        let number = StyledText("  \(index + 1)  ", Style(.key))
        let text = ProseLines(choice.text, width: inner - 3).lines
        for (row, line) in text.enumerated() {
          lines.append((row == 0 ? number : StyledText("     ")) + line)
        }
      }
    }
    let answer = ExerciseLines.standing(of: key, state)
    if answer.columns > 0 { lines.append(StyledText(ExerciseLines.indent) + answer) }
  }

  /// What was answered, with its mark.
  private static func standing(of key: QuestionKey, _ state: EntryState) -> StyledText {
    switch state {
    case .empty: StyledText("")
    case .answered(let typed):
      StyledText("\(typed.visible) \(EntryMark.answeredMark)", Style(.prompt))
    case .right(let typed, _):
      StyledText("\(typed.visible) \(EntryMark.rightMark)", Style(.success))
    case .close(let typed, _):
      StyledText("\(typed.visible) \(EntryMark.closeMark)", Style(.success))
    case .wrong(let typed): StyledText("\(typed.visible) \(EntryMark.wrongMark)", Style(.wrong))
    case .revealed:
      StyledText("\(key.exact) \(EntryMark.revealedMark) (shown)", Style(.revealed))
    }
  }

  private mutating func add(_ breakUp: BreakUp) {
    let formula = ExerciseTexts.formula(of: breakUp, voice: voice)
    lines.append(
      StyledText("Break it into steps:  ", Style(.faint))
        + StyledText(formula, Style(.strong)))
    let inputs = ExerciseTexts.inputs(of: breakUp)
    lines.append(StyledText("where \(inputs.joined(separator: ", "))", Style(.faint)))
    guard let grown = breakUp.grown else { return }
    let values = try? ForwardPass(grown.graph, at: grown.inputs)
    for step in breakUp.steps {
      let value = values?.value(of: Statement(step).name).map { $0.roundedText } ?? ""
      var line = StyledText("  \(step.visible)", Style(.code))
      line.append("  = \(value)", Style(.forward))
      line.append(" \(EntryMark.rightMark)", Style(.success))
      lines.append(line)
    }
  }

  private mutating func add(_ bench: NudgeBench, isFocused: Bool) {
    lines.append(
      StyledText("> ", Style(isFocused ? .key : .faint))
        + StyledText(ExerciseTexts.task(of: bench)))
    guard !bench.trials.isEmpty else { return }
    if bench.trials.allSatisfy({ $0.nudge.changes.count == 1 }) {
      lines += ColumnLines(table(of: bench), numbersFrom: 1).lines
    } else {
      for trial in bench.trials { add(trial, on: bench) }
    }
    if bench.trials.count > 1 {
      lines +=
        [StyledText("")]
        + PlotLines(errorsOn: bench)
        .lines(in: Size(width: width, height: height), isASCII: voice.isASCII)
    }
  }

  /// The nudges of a quantity that moves the output alone, a row each.
  private func table(of bench: NudgeBench) -> [[String]] {
    let names = bench.key.graph.nodes.map(\.name)
    let output = names[bench.key.graph.output]
    return [["nudged", "by", output, "\(output) after", "times as far"]]
      + bench.trials.map { trial in
        let before = bench.key.forward.values[bench.key.graph.output]
        let after = trial.nudge.changes.last?.after ?? before
        return [
          names[trial.nudge.node], trial.nudge.step.shortestText, before.text(besides: after),
          after.text(besides: before), (trial.nudge.changes.last?.slope ?? 0).slopeText,
        ]
      }
  }

  /// A nudge with everything that it moved, from left to right.
  private mutating func add(_ trial: NudgeBench.Trial, on bench: NudgeBench) {
    let names = bench.key.graph.nodes.map(\.name)
    let before = bench.key.forward.values[trial.nudge.node]
    let after = before + trial.nudge.step
    lines.append(
      StyledText(
        "\(names[trial.nudge.node]) up by \(trial.nudge.step.shortestText)", Style(.strong))
        + StyledText(
          ", from \(before.text(besides: after)) to \(after.text(besides: before))"))
    lines +=
      ColumnLines(
        [["", "before", "after", "times as far"]]
          + trial.nudge.changes.map { change in
            [
              names[change.node], change.before.text(besides: change.after),
              change.after.text(besides: change.before), change.slope.slopeText,
            ]
          }, numbersFrom: 1
      ).lines
  }

  private mutating func add(_ formulas: [String]) {
    lines.append(
      StyledText("A formula of your own, such as ", Style(.faint))
        + StyledText(ExerciseTexts.ownFormula, Style(.code)))
    for formula in formulas {
      lines.append(
        StyledText("  \(formula.visible) ", Style(.code))
          + StyledText(EntryMark.rightMark, Style(.success)))
    }
  }
}

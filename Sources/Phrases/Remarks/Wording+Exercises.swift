import Autodiff
import Expressions
package import Lessons
package import Sessions
package import Teaching
import TextScreen

extension Wording {
  /// What an exercise wants in the prompt, on one line.
  package static func question(in exercise: Exercise, _ work: ExerciseWork) -> String {
    switch work {
    case .question(let key, _):
      switch key.question.answer {
      case .number: return "Your answer, a number:"
      case .formula: return "Your answer, a formula:"
      case .choice(let choices): return "Your choice, 1 to \(choices.count):"
      }
    case .breakUp(let breakUp):
      return breakUp.isDone
        ? "\(breakUp.output) is broken into \(breakUp.steps.count) steps"
        : "The next step, as NAME = FORMULA; the last one is \(breakUp.output) = …"
    case .nudging(let bench):
      let names = bench.nudging.names.map(\.text)
      let left = bench.nudging.count - bench.trials.count
      let more = left > 0 && bench.nudging.count > 1 ? " (\(left) to go)" : ""
      return names.count == 1
        ? "Nudge \(names[0]) by how much?\(more)"
        : "Nudge which of \(list(names)), and by how much?\(more)"
    case .race: return "Enter starts both methods on networks of growing size"
    case .training(let training): return TrainingTexts(training).prompt
    case .exploring: return "A formula with its numbers, separated by semicolons:"
    }
  }

  /// What to do in an exercise that has no author's hint.
  package static func advice(on exercise: Exercise) -> String {
    switch exercise.kind {
    case .question: "answer the question above"
    case .breakUp:
      "find a part of the formula that needs only what is there, and give it a name, as in c = w x"
    case .nudging: "a nudge is a small number, such as 0.001 or 1e-9"
    case .race, .training: "press Enter and watch"
    case .exploring:
      "write a formula and a number for each of its names: J = (w x - y)^2; w=3; x=2; y=1"
    }
  }

  package func nothingTyped(in exercise: Exercise) -> String {
    let wayOn = session.isOnLastPage ? wayOnFromLastPage : "Enter again turns the page"
    return "nothing typed; \(Wording.advice(on: exercise))\(wayOn.map { ". \($0)" } ?? "")"
  }

  /// What is said of an answer to an exercise.
  package func text(on verdict: Verdict, _ typed: String, in index: Int) -> String {
    switch session.progress.exercises[index] {
    case .question(let key, _): text(on: verdict, typed, key)
    case .breakUp(let breakUp): text(on: verdict, typed, breakUp)
    case .nudging(let bench): text(on: verdict, typed, bench)
    case .exploring:
      if case .unreadable(let reason) = verdict {
        unreadable(reason, typed, form: "a formula with its numbers, such as J = w^2; w=3")
      } else {
        ""
      }
    case .race, .training: ""
    }
  }

  /// What is said while something runs.
  func running(_ index: Int) -> String {
    if case .training = session.progress.exercises[index] { return "it learns; keys still work" }
    return "both methods are running; keys still work"
  }

  /// What is said when it has run.
  func hasRun(_ index: Int) -> String {
    if case .training(let training) = session.progress.exercises[index] {
      return TrainingTexts(training).summary
    }
    return "both methods have run"
  }

  private func text(on verdict: Verdict, _ typed: String, _ key: QuestionKey) -> String {
    let shown = Wording.shortened(typed)
    switch verdict {
    case .right, .close:
      let reason = key.question.reason.map { ": \($0)" } ?? ""
      return accepted("right\(reason)")
    case .wrong(let wrongness):
      if let feedback = key.feedback(on: typed) { return "not yet: \(feedback)" }
      if case .differs(let difference) = wrongness {
        return "not yet: \(Wording.differing(shown, difference, "the right formula"))"
      }
      return "not yet: \(shown) is not right"
    case .unreadable(let reason):
      return unreadable(
        reason, typed, form: Wording.form(of: key), names: Wording.names(in: key))
    }
  }

  /// The names that may stand in an answer.
  private static func names(in key: QuestionKey) -> Set<String> {
    if case .formula(let formula) = key.question.answer {
      Set(formula.expression.names)
    } else {
      []
    }
  }

  private static func form(of key: QuestionKey) -> String {
    switch key.question.answer {
    case .number: "a number such as -4 or .5, or arithmetic such as 22/2"
    case .formula(let formula):
      formula.expression.names.isEmpty
        ? "a formula" : "a formula in \(list(formula.expression.names))"
    case .choice(let choices): "a number from 1 to \(choices.count)"
    }
  }

  /// Where two formulas differ, in numbers that a person can follow.
  package static func differing(
    _ typed: String, _ difference: FormulaDifference, _ right: String
  ) -> String {
    let place = difference.point.map { "\($0.name) = \($0.value.roundedText)" }
    let at = place.isEmpty ? "" : "at \(list(place)), "
    let expected = difference.expected
    guard let found = difference.found else {
      return "\(at)\(typed) has no value, and \(right) gives \(expected.roundedText)"
    }
    return
      "\(at)\(typed) gives \(found.text(apartFrom: expected)), and \(right) "
      + expected.text(apartFrom: found)
  }

  private func text(on verdict: Verdict, _ typed: String, _ breakUp: BreakUp) -> String {
    switch verdict {
    case .right(let typed), .close(let typed, _):
      let value = typed ?? 0
      guard !breakUp.isDone else {
        return accepted("\(breakUp.output) = \(value.roundedText): the formula is broken up")
      }
      return "one more box; its value is \(value.roundedText)"
    case .wrong(.step(.everything)):
      return "not yet: that is the whole formula at once; take out a part of it first"
    case .wrong(.step(.tooMuch(let names))):
      return
        "not yet: that joins \(Wording.list(names)) in one box; join two at most, and name the "
        + "result"
    case .wrong(.step(.differs(let difference))):
      return "not yet: \(Wording.differing("this", difference, "the formula"))"
    case .wrong(.step(.unused(let names))):
      return
        "not yet: \(Wording.list(names)) \(names.count == 1 ? "is" : "are") not used in it; use "
        + "what you named, or take it back with \(voice.shortcut(for: .undo))"
    case .wrong: return "not yet: \(Wording.shortened(typed)) is not right"
    case .unreadable(let reason):
      return unreadable(reason, typed, form: "a step such as c = w x")
    }
  }

  private func text(on verdict: Verdict, _ typed: String, _ bench: NudgeBench) -> String {
    guard verdict.isAccepted, let trial = bench.trials.last else {
      guard case .unreadable(let reason) = verdict else { return "" }
      return unreadable(reason, typed, form: "a small number such as 0.001")
    }
    let graph = bench.key.graph
    let name = graph.nodes[trial.nudge.node].name
    let output = graph.nodes[graph.output].name
    let slope = trial.nudge.changes.last { $0.node == graph.output }?.slope ?? 0
    let sentence =
      "\(name) moved by \(trial.nudge.step.shortestText), \(output) by \(slope.roundedText) times that"
    return bench.isDone ? accepted(sentence) : sentence
  }

  /// What is said of an answer that was shown.
  package func shown(_ assignment: Assignment) -> String {
    var sentence = solution(of: assignment)
    if session.progress.canBeEarnedBack(assignment) {
      sentence += ". Type it after another answer to earn it back"
    }
    guard assignment.entry != nil, session.isDone, !voice.isSpoken else { return sentence }
    return "\(sentence). \(done)"
  }

  /// What is said where an answer that was shown before counts now.
  func earnedBack(_ remark: Remark) -> String {
    let text = text(of: remark)
    let word = "earned back"
    return text.isEmpty ? word : "\(word): \(text)"
  }

  /// What is right, with its reason.
  func solution(of assignment: Assignment) -> String {
    switch assignment {
    case .entry(let entry):
      if let arrays = session.worksheet?.key.arrays { return solution(of: entry, in: arrays) }
      guard let key = session.worksheet?.key.numbers else { return "" }
      let reason = Wording.reason(for: entry, in: key, voice: voice)
      let value = key.shown(entry).shortestText
      return "\(key.list.entries[entry].name) = \(reason.text)"
        + (reason.computation == value ? "" : " = \(value)")
    case .exercise(let index):
      guard case .question(let key, _) = session.progress.exercises[index] else { return "" }
      let reason = key.question.reason.map { ": \($0)" } ?? ""
      return "the answer is \(key.exact)\(reason)"
    }
  }
}

/// How a lesson is worked on that is handed in for marks: its numbers are drawn from the learner's name, and nothing
/// that it asks is shown.
public struct GradedTerms: Hashable, Sendable {
  /// Which hints it gives.
  public enum Hints: String, Hashable, Sendable, CaseIterable {
    case none
    /// Those in the lesson's file, and none that are made from the graph.
    case author
    case all
  }

  public var hints: Hints
  /// How much of the chain rule its pages show where they do not say it themselves.
  public var panel: Panel
  public var feedback: Feedback

  public init(
    hints: Hints = .author, panel: Panel = .full, feedback: Feedback = .reason
  ) {
    self.hints = hints
    self.panel = panel
    self.feedback = feedback
  }

  /// Reads a `graded` block.
  init(_ fence: MarkdownFence, _ errors: inout [LessonError]) {
    self.init()
    if let word = fence.argumentWords.first {
      errors.append(
        LessonError(
          "'\(word.text)' stands beside 'graded'; write hints: \(word.text) below it",
          at: word.position))
    }
    let words = ["hints", "panel", "feedback"]
    for field in BlockField.fields(of: fence.lines, knowing: words, &errors) {
      do throws(LessonError) {
        switch field.word.text {
        case "panel": panel = try Panel(field)
        case "feedback": feedback = try Feedback(field)
        default: hints = try Hints(field)
        }
      } catch {
        errors.append(error)
      }
    }
  }
}

extension GradedTerms.Hints {
  fileprivate init(_ field: BlockField) throws(LessonError) {
    guard let hints = GradedTerms.Hints(rawValue: field.text.text) else {
      let known = GradedTerms.Hints.allCases.map(\.rawValue).joined(separator: ", ")
      throw LessonError(
        "hints are not '\(field.text.text)'; write one of \(known)", at: field.text.position)
    }
    self = hints
  }
}

extension Feedback {
  fileprivate init(_ field: BlockField) throws(LessonError) {
    guard let feedback = Feedback(rawValue: field.text.text) else {
      let known = Feedback.allCases.map(\.rawValue).joined(separator: ", ")
      throw LessonError(
        "feedback is not '\(field.text.text)'; write one of \(known)", at: field.text.position)
    }
    self = feedback
  }
}

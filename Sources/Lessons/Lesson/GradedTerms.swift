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
  public var feedback: Feedback

  public init(hints: Hints = .author, feedback: Feedback = .reason) {
    self.hints = hints
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
    for field in BlockField.fields(of: fence.lines, knowing: ["hints", "feedback"], &errors) {
      if field.word.text == "feedback" {
        guard let feedback = Feedback(rawValue: field.text.text) else {
          let known = Feedback.allCases.map(\.rawValue).joined(separator: ", ")
          errors.append(
            LessonError(
              "feedback is not '\(field.text.text)'; write one of \(known)",
              at: field.text.position))
          continue
        }
        self.feedback = feedback
        continue
      }
      guard let hints = Hints(rawValue: field.text.text) else {
        let known = Hints.allCases.map(\.rawValue).joined(separator: ", ")
        errors.append(
          LessonError(
            "hints are not '\(field.text.text)'; write one of \(known)", at: field.text.position))
        continue
      }
      self.hints = hints
    }
  }
}

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
  /// How many answers may be given to each thing that is asked; as many as one likes where nothing is said.
  public var attempts: Int?
  /// What all of the lesson is worth; a point for each thing that is asked where nothing is said.
  public var points: Double?
  /// Until when work counts.
  public var until: Deadline?

  public init(
    hints: Hints = .author, panel: Panel = .full, feedback: Feedback = .reason,
    attempts: Int? = nil, points: Double? = nil, until: Deadline? = nil
  ) {
    self.hints = hints
    self.panel = panel
    self.feedback = feedback
    self.attempts = attempts
    self.points = points
    self.until = until
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
    let words = ["hints", "panel", "feedback", "attempts", "points", "until"]
    var given: Set<String> = []
    for field in BlockField.fields(of: fence.lines, knowing: words, &errors) {
      do throws(LessonError) {
        guard given.insert(field.word.text).inserted else {
          throw LessonError(
            "'\(field.word.text)' stands here twice; keep one of them", at: field.word.position)
        }
        switch field.word.text {
        case "panel": panel = try Panel(field)
        case "feedback": feedback = try Feedback(field)
        case "attempts": attempts = try GradedTerms.attempts(field)
        case "points": points = try GradedTerms.points(field)
        case "until": until = try GradedTerms.until(field)
        default: hints = try Hints(field)
        }
      } catch {
        errors.append(error)
      }
    }
  }
}

extension GradedTerms {
  private static func attempts(_ field: BlockField) throws(LessonError) -> Int {
    guard let count = Int(field.text.text), (1...100).contains(count) else {
      throw LessonError(
        "attempts are not '\(field.text.text)'; write a number from 1 to 100, as in attempts: 3",
        at: field.text.position)
    }
    return count
  }

  private static func points(_ field: BlockField) throws(LessonError) -> Double {
    guard let points = Double(field.text.text), points > 0, points <= 1_000_000,
      field.text.text.allSatisfy({ $0.isNumber || $0 == "." })
    else {
      throw LessonError(
        "points are not '\(field.text.text)'; write a number above 0, as in points: 10",
        at: field.text.position)
    }
    return points
  }

  private static func until(_ field: BlockField) throws(LessonError) -> Deadline {
    do throws(Deadline.Failure) {
      return try Deadline(field.text.text)
    } catch {
      throw LessonError("'\(field.text.text)' \(error.message)", at: field.text.position)
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

public import Expressions

/// Something that a page asks beside the entries of its graph.
public struct Exercise: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case question(Question)
    /// A formula to be broken into steps; the graph has it whole, as its only operation.
    case breakUp(LessonGraph)
    case nudging(Nudging)
    /// Both ways of finding all derivatives, run on networks of growing size.
    case race
    /// A formula of the learner's own, to be explored.
    case exploring
  }

  /// The name by which scripts and the journal call it, unique in the lesson.
  public var id: String
  public var kind: Kind
  public var position: TextPosition

  public init(id: String, _ kind: Kind, at position: TextPosition) {
    self.id = id
    self.kind = kind
    self.position = position
  }
}

/// A question that is answered by a number, a formula or one of several choices.
public struct Question: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    /// A number, as a formula over the values of the page's graph; with how far off an answer may be.
    case number(Formula, within: Double?)
    /// A formula, in any equivalent form.
    case formula(Formula)
    case choice([Choice])
  }

  public struct Choice: Hashable, Sendable {
    public var text: [Prose]
    public var isRight: Bool

    public init(_ text: [Prose], isRight: Bool) {
      self.text = text
      self.isRight = isRight
    }
  }

  /// What is said of one particular wrong answer.
  public struct Feedback: Hashable, Sendable {
    /// The wrong answer: a number or formula as it would be typed, or the number of a choice.
    public var answer: PlacedText
    public var text: String

    public init(_ answer: PlacedText, _ text: String) {
      self.answer = answer
      self.text = text
    }
  }

  public var text: [Prose]
  public var answer: Answer
  /// The author's hints, the mildest first.
  public var hints: [String]
  public var feedback: [Feedback]
  /// Why the right answer is right.
  public var reason: String?

  public init(
    _ text: [Prose], answer: Answer, hints: [String] = [], feedback: [Feedback] = [],
    reason: String? = nil
  ) {
    self.text = text
    self.answer = answer
    self.hints = hints
    self.feedback = feedback
    self.reason = reason
  }
}

/// Nudges of the learner's own choice on the page's graph.
public struct Nudging: Hashable, Sendable {
  /// The quantities that may be nudged, in the order named.
  public var names: [PlacedText]
  /// How many different nudges the page asks for.
  public var count: Int

  public init(_ names: [PlacedText], count: Int = 1) {
    self.names = names
    self.count = count
  }
}

/// A picture that is computed from the page's graph.
public enum PlotRequest: Hashable, Sendable {
  /// The output as one input moves over a range.
  case curve(of: PlacedText, in: ClosedRange<Double>)
  /// How far the nudge's estimate of a derivative is off, for nudges from large to small.
  case error(of: PlacedText)
  /// The output, or another quantity, as all parameters step against their derivatives, once for each learning rate.
  case descent(of: PlacedText?, rates: [Double], steps: Int)
}

/// An author's word on one entry of the page's graph.
public struct EntryAdvice: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case hint(String)
    /// What is said of one particular wrong answer.
    case feedback(Question.Feedback)
  }

  public var entry: PlacedText
  public var kind: Kind

  public init(_ entry: PlacedText, _ kind: Kind) {
    self.entry = entry
    self.kind = kind
  }
}

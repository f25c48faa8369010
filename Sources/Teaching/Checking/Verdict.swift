public import Autodiff
public import Expressions

/// What the tutor thinks of an answer.
public enum Verdict: Hashable, Sendable {
  /// The exact value, or near enough to be meant as it.
  ///
  /// With the number typed; `nil` for what is no number.
  case right(typed: Double?)
  /// Accepted, though it is not the exact value.
  case close(typed: Double?, Closeness)
  case wrong(Wrongness)
  /// No answer that could be checked; never counted and never red.
  case unreadable(Unreadable)

  public enum Closeness: String, Hashable, Sendable, CaseIterable {
    /// The finite difference for a step of 0.001.
    case nudgeEstimate = "nudge-estimate"
    /// What follows from rounded numbers, the learner's own or those that are shown.
    case roundedEarlier = "rounded-early"
    /// A long whole number, rounded to three digits or more.
    case rounded
  }

  public enum Wrongness: Hashable, Sendable {
    /// A number, with the wrong rules that give it, the likeliest first.
    case value(Double, [Reason])
    /// A formula that has the right value here and another elsewhere.
    case onlyHere(String, [Reason])
    /// A formula whose value is not right here.
    case formula(String, value: Double, [Reason])
    /// A formula that is another one than was asked.
    case differs(FormulaDifference)
    /// A shape, an array, or a formula in a graph with arrays.
    case array(ArrayWrongness)
    /// A step that does not help to break a formula up.
    case step(StepFault)
  }

  /// Why a step of a formula cannot stand.
  public enum StepFault: Hashable, Sendable {
    /// It is the whole formula at once.
    case everything
    /// It joins more names than two.
    case tooMuch([String])
    /// With it the steps do not compute the formula.
    case differs(FormulaDifference)
    /// It ends the formula, and earlier steps have no part in it.
    case unused([String])
  }

  public enum Unreadable: Error, Hashable, Sendable {
    case empty
    /// No answer of a graph with arrays.
    case array(ArrayObstacle)
    case notParsed(ParseError)
    /// A name where a number is asked.
    case nameInNumber(String)
    case notFinite
    /// A fraction of two changes that is no derivative of the graph, in a rule.
    case noDerivative(String)
    /// A rule that names what it is to give.
    case asksItself
    /// Rightly rounded, but to fewer than three digits.
    case tooFewDigits
    /// A formula that has a value at too few points to be told from others.
    case notComparable
    case tooLong(limit: Int)
    /// No number of a choice.
    case noChoice(count: Int)
    /// A step without a name of its own.
    case stepWithoutName
    /// A step that is computed from nothing.
    case stepWithoutNames
    /// A step, or a formula of the learner's own, that makes no graph.
    case stepNotRead(GraphError)
    /// Everything was answered already.
    case nothingLeft
    /// A nudge of something that is not to be nudged here.
    case notToNudge(String, among: [String])
    /// Something whose value or slope cannot be computed.
    case notComputed(EvaluationError)
    /// The same nudge a second time.
    case nudgedBefore
  }

  /// The word for it in scripts and in the journal.
  public var word: String {
    switch self {
    case .right: "right"
    case .close: "close"
    case .wrong: "wrong"
    case .unreadable: "unreadable"
    }
  }

  /// The wrong rules that give the number typed, the likeliest first; none where it was not wrong.
  public var reasons: [Reason] {
    switch self {
    case .wrong(.value(_, let reasons)), .wrong(.formula(_, _, let reasons)),
      .wrong(.onlyHere(_, let reasons)):
      reasons
    case .wrong(.array(let wrongness)): wrongness.reasons.map { Reason($0) }
    case .wrong, .right, .close, .unreadable: []
    }
  }

  /// How it is close, if it is no more than that.
  public var closeness: Closeness? {
    if case .close(_, let closeness) = self { closeness } else { nil }
  }

  /// The reasons by the names that scripts and the journal know.
  public var reasonWords: [String] {
    switch self {
    case .close(_, let closeness): [closeness.rawValue]
    case .unreadable: [Verdict.unreadableWord]
    case .right, .wrong:
      reasons.flatMap { [$0.rule] + ($0.second.map { [$0] } ?? []) }.map(\.rawValue)
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  private static let unreadableWord = "unreadable"

  /// Every name that a reason can have.
  public static let allReasonWords =
    WrongRule.allCases.map(\.rawValue) + Closeness.allCases.map(\.rawValue) + [unreadableWord]

  public var isAccepted: Bool {
    switch self {
    case .right, .close: true
    case .wrong, .unreadable: false
    }
  }
}

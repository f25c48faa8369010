public import Expressions

/// What the tutor thinks of an answer in a graph with arrays.
public enum ArrayVerdict: Hashable, Sendable {
  case right(ArrayTyped)
  /// Accepted, though it is not the exact value.
  case close(ArrayTyped, Verdict.Closeness)
  case wrong(ArrayWrongness)
  /// No answer that could be checked; never counted and never red.
  case unreadable(ArrayObstacle)

  /// The word for it in scripts and in the journal.
  public var word: String { Verdict(self).word }

  public var isAccepted: Bool { Verdict(self).isAccepted }

  /// The wrong rules that give what was typed, the likeliest first; none where it was not wrong.
  public var reasons: [WrongRule] {
    if case .wrong(let wrongness) = self { wrongness.reasons } else { [] }
  }

  /// The reasons by the names that scripts and the journal know.
  public var reasonWords: [String] { Verdict(self).reasonWords }
}

/// What was typed, as it was read.
public enum ArrayTyped: Hashable, Sendable {
  case shape(Shape)
  case numbers(NumericArray)
  /// A formula, with its value on the graph's numbers; `nil` where its factors do not go together.
  case formula(String, value: NumericArray?)
}

/// Why an answer is wrong.
public struct ArrayWrongness: Hashable, Sendable {
  public var typed: ArrayTyped
  /// What is wrong with its shape, which is said first; `nil` where it has the right one.
  public var shape: ShapeFault?
  /// Whether it is a formula that has the right numbers here and others elsewhere.
  public var isOnlyHere = false
  /// The wrong rules that give it, the likeliest first.
  public var details: [ArrayReason] = []
  /// The cells that are wrong; none where all of them are, or the shape is.
  public var cells: [[Int]] = []

  /// The wrong rules, each once; that of a shape first.
  public var reasons: [WrongRule] {
    ((shape == nil ? [] : [.wrongShape]) + details.map(\.rule))
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// A wrong rule that gives what somebody typed.
public struct ArrayReason: Hashable, Sendable {
  public var rule: WrongRule
  /// The node at whose box the rule was broken.
  public var node: Int
  /// The part of the box's formula where it was broken, as text; empty where it was no part.
  public var part: String = ""
  /// The name of the entry or quantity that was typed, or from which it follows.
  public var other: String?
}

/// A shape that is not the one asked.
public struct ShapeFault: Hashable, Sendable {
  /// Two factors that do not meet.
  public struct Product: Hashable, Sendable {
    public var left: String
    public var right: String
    public var shapes: [Shape]
    /// Whether it is a product of matrices, and not number by number.
    public var isOfMatrices: Bool
  }

  /// The shape of what was typed; `nil` where it has none.
  public var found: Shape?
  public var wanted: Shape
  /// The first two factors that do not go together, if that is what is wrong.
  public var apart: Product?
  /// The factors of which the rule makes a product; empty where it makes none.
  public var factors: [String] = []

  public init(found: Shape?, wanted: Shape) {
    self.found = found
    self.wanted = wanted
  }
}

/// Why an answer cannot be checked.
public enum ArrayObstacle: Error, Hashable, Sendable {
  case empty
  case tooLong(limit: Int)
  /// No formula, with the text in which the error's places lie.
  case notParsed(ParseError, in: String)
  /// A shape that is no list of whole numbers.
  case noShape
  /// Brackets that hold no array of numbers.
  case noArray
  /// Rows of different lengths.
  case raggedRows(Int, Int)
  /// A name where a number is asked.
  case nameInNumber(String)
  case notFinite
  /// A fraction of two changes that is no derivative of the graph.
  case noDerivative(String)
  /// A formula that names what it is to give.
  case asksItself(String)
  /// A formula that uses a derivative which only follows from the one asked.
  case comesLater(String)
  /// Two square matrices of one size side by side: the product of matrices, or number by number?
  case productOrCells(String, String)
  /// Rightly rounded, but to fewer than three digits.
  case tooFewDigits
}

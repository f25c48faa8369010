import Expressions

/// One line that defines a quantity: `a = 2 + 3w`, `w = 3`, or a formula alone.
public struct Statement: Hashable, Sendable {
  public enum Role: Hashable, Sendable {
    /// An input if no name stands to the right of `=`, else an operation.
    case any
    case parameter
    case data
  }

  public var text: String
  public var role: Role
  /// The name to the left of `=`; `J` for a formula alone.
  public let name: String
  /// The formula to the right of `=`.
  public let formula: String
  /// Where `formula` begins in `text`, in Unicode scalars.
  public let formulaStart: Int
  /// Whether a name was given.
  public let isNamed: Bool

  public static let defaultName = "J"

  /// Whether the line describes a network, as `network 2-3-1 sigmoid` does.
  public var isNetwork: Bool { !isNamed && NetworkStatement.begins(text) }

  /// The quantity that a line such as `output L` asks the derivatives of; `nil` for any other line.
  public var chosenOutput: String? {
    guard !isNamed else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0] == "output" else { return nil }
    return Formula.name(String(words[1]), known: [String(words[1])]) == nil ? nil : String(words[1])
  }

  /// Whether the numbers are those of a file, as in `X = @digits.csv`, which a command line may name.
  public var namesFile: Bool {
    isNamed && formula.unicodeScalars.first { !$0.isBlank } == "@"
  }

  public init(_ text: String, role: Role = .any) {
    self.text = text
    self.role = role
    let scalars = text.unicodeScalars
    guard let equals = Statement.equals(in: scalars) else {
      (name, formula, formulaStart, isNamed) = (Statement.defaultName, text, 0, false)
      return
    }
    var left = scalars[..<equals]
    while let first = left.first, first.isBlank { left.removeFirst() }
    while let last = left.last, last.isBlank { left.removeLast() }
    name = Statement.name(String(left))
    formula = String(scalars[scalars.index(after: equals)...])
    formulaStart = scalars.distance(from: scalars.startIndex, to: equals) + 1
    isNamed = true
  }

  /// A quantity by its name and its formula, both written as formulas write them.
  init(name: String, formula: String, role: Role = .any) {
    self.name = name
    self.role = role
    self.formula = " " + formula
    var text = name
    text += " ="
    text += self.formula
    self.text = text
    formulaStart = name.unicodeScalars.count + 2
    isNamed = true
  }

  /// The sign that defines; one within parentheses gives a keyword its value, as in `sum(A, axis=0)`.
  private static func equals(in scalars: String.UnicodeScalarView) -> String.Index? {
    guard let first = scalars.firstIndex(of: "=") else { return nil }
    guard scalars[..<first].contains(where: { $0 == "(" || $0 == "[" }) else { return first }
    var depth = 0
    for place in scalars.indices {
      switch scalars[place] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "=" where depth <= 0: return place
      default: break
      }
    }
    return depth > 0 ? first : nil
  }

  /// A name as formulas call it: `pi` for `π`, `z_1` for `z₁` and `z_{1}`.
  private static func name(_ typed: String) -> String {
    let isPlain = typed.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "{") }
    return isPlain ? typed : Formula.name(typed, known: [typed]) ?? typed
  }

  /// Reads a statement that may say its role: `data x = 2`, `parameter w = 3`, `J = w^2`.
  public init(input text: String) {
    for (word, role) in [("data ", Role.data), ("parameter ", .parameter)]
    where text.hasPrefix(word) {
      let rest = text.dropFirst(word.count)
      // A quantity may be called `data`.
      if rest.first(where: { !$0.isWhitespace }) == "=" { continue }
      self.init(String(rest), role: role)
      return
    }
    self.init(text)
  }
}

/// The smallest part of a formula that means something, with its place in Unicode scalars.
struct Token: Hashable {
  enum Kind: Hashable {
    case number(Double)
    /// A fraction in one sign: `½` stands for 1/2.
    case fraction(Int, Int)
    case name(String)
    case plus, minus, times, divide, power
    /// An exponent written above the line, as in `a²`.
    case superscript(Double)
    case open, close, comma
    /// The braces of LaTeX, which group.
    case openBrace, closeBrace
    /// `|`, which opens and closes an absolute value.
    case bar
    /// `√`, and `\sqrt` of LaTeX.
    case root
    /// `\frac` of LaTeX, whose two parts follow.
    case quotient
    case percent
    case end
  }

  var kind: Kind
  var range: Range<Int>
}

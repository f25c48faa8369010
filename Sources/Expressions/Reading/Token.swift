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

    // What follows stands in formulas with arrays alone.

    /// `@`, `⊙` and `.*`, `·`, `×`: products that are told apart.
    case at, circle, dot, cross
    /// `'`, `ᵀ` and `⊤` behind a factor.
    case transpose
    /// `.T`, `.sum`: what stands behind a point.
    case method(String)
    /// A function of a library: `np.sum`.
    case library(String)
    /// Brackets with all that is between them.
    case brackets
    case comparison(ArrayOperation.Comparison)
    /// The sign between a keyword and its value.
    case equals
  }

  var kind: Kind
  var range: Range<Int>
}

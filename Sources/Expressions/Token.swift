/// The smallest part of a formula that means something, with its place in Unicode scalars.
struct Token: Hashable {
  enum Kind: Hashable {
    case number(Double)
    /// `½`, which stands for 1/2.
    case half
    case name(String)
    case plus, minus, times, divide, power
    /// An exponent written above the line, as in `a²`.
    case superscript(Double)
    case open, close, comma
    case end
  }

  var kind: Kind
  var range: Range<Int>
}

import Expressions

extension Double {
  /// A cost as tables of training have it.
  public var fourDigits: String { rounded(toDigits: 4).shortestText }

  /// A share in percent, with one digit behind the point.
  public var percent: String {
    let tenths = Int((self * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}

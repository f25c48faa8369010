/// What kind of rule gives a derivative: what a hint teaches and a why-right line names.
public enum ArrayRuleKind: Hashable, Sendable {
  /// The left factor of a product of matrices: upstream times the other factor, turned.
  case leftFactor
  /// The right factor: the other factor, turned, times upstream.
  case rightFactor
  /// One factor of a product number by number.
  case entrywiseFactor
  /// Something added, in the shape of the result: the upstream passes on.
  case term(isSubtracted: Bool)
  /// Something that was spread over an axis: the upstream is summed there.
  case spread
  /// A function number by number: upstream times its slope, cell by cell.
  case function(String)
  /// A mask lets through where it is 1.
  case mask(String)
  case sum, mean, extremum, softmax, crossEntropy, transposed
  /// A part of it, rows that were looked up, pieces joined: what was taken gets its upstream, added where taken twice.
  case part, lookup, joined, reshaped
  case convolution, pool
  /// What is given to begin with, or a sum over several paths.
  case paths
  /// The same weight in every step of a repetition.
  case steps
  /// A box of several operations, whose rules are applied one after another.
  case several
}

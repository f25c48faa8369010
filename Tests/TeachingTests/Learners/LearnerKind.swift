import Teaching

/// The kinds of wrong answers that got no reason once, as students make them.
enum LearnerKind: String, CaseIterable {
  case arithmetic = "arithmetic slips"
  case signs = "signs inside a value"
  case whole = "the whole for the local, and the reverse"
  case signLost = "a rule and the sign"
  case upstreamForgotten = "a local rule, the upstream forgotten"
  case keys = "keys of a calculator"
  case paths = "paths: sign, one missing, a factor"
  case values = "times a value"
  case rules = "product, quotient, another function"
  case target = "p for p - 1"
  case sentTwice = "a contribution sent twice"
  case weights = "weights left out"
  case steps = "moved with another step"
  case maximum = "max: half to each"

  init?(_ cause: LearnerAnswer.Cause) {
    switch (cause.rule, cause.second) {
    case (_, .sign): self = .signLost
    case (_, .localOnly): self = .upstreamForgotten
    case (.arithmetic, _): self = .arithmetic
    case (.signInside, _): self = .signs
    case (.wholeDerivative, _), (.upstreamOnly, _), (.localOnly, _): self = .whole
    case (.calculatorKey, _): self = .keys
    case (.pathSign, _), (.pathMissing, _), (.pathFactor, _): self = .paths
    case (.timesValue, _): self = .values
    case (.productRule, _), (.quotientRule, _), (.otherFunction, _): self = .rules
    case (.targetForgotten, _): self = .target
    case (.sentTwice, _): self = .sentTwice
    case (.weightForgotten, _): self = .weights
    case (.nudgedChange, _), (.coarseNudge, _): self = .steps
    case (.maxHalf, _): self = .maximum
    default: return nil
    }
  }

  /// The table of the kinds, a kind a row.
  static func table(_ tally: LearnerTally) -> String {
    let rows = allCases.map { kind in
      LearnerTally.cells(kind.rawValue, tally.total { LearnerKind($0) == kind })
    }
    return TextTable([LearnerTally.head] + rows).text
  }
}

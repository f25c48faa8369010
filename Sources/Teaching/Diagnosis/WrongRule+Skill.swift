extension WrongRule {
  /// The skill that whoever follows the rule has still to learn; none where it tells of no one skill.
  public var skill: Skill? {
    switch self {
    case .ownOperand, .productAsSum, .productItself: .product
    case .sumAsProduct, .sumSplit, .constantKept, .biasAsWeight: .sum
    case .powerNotLowered, .powerCoefficient, .powerIntegrated, .powerRaised: .power
    case .halfForgotten, .halfKept: .constantFactor
    case .reluValue, .reluAlwaysOn, .reluAlwaysOff, .reluIgnored: .relu
    case .subtrahendSign: .difference
    case .reciprocalSign, .quotientNotSquared: .quotient
    case .maxBoth, .maxLoser, .maxScaled: .maximum
    case .sigmoidValue, .sigmoidOfInput, .sigmoidTwice, .sigmoidOneMinus: .sigmoid
    case .tanhOneMinus: .tanh
    case .expPower, .lnItself: .exponential
    case .cosSign: .trigonometry
    case .precedence, .squareAsDouble, .operandMissing, .operationSwapped: .forward
    case .squareOfSign, .sign: .sign
    case .innerForgotten: .inner
    case .localOnly, .upstreamOnly, .added, .skippedNode, .divided, .extraFactor, .sibling, .seed,
      .doubled, .upsideDown:
      .chain
    case .onePath, .pathsMultiplied, .pathsAveraged, .oneUpstream, .oneLocal, .countedOnce: .paths
    case .followsFromWrong, .forwardValue, .nudgedChange, .nudgedValue, .unitChange, .wrongPoint,
      .updateStep, .powerOfTen, .otherEntry:
      nil
    }
  }
}

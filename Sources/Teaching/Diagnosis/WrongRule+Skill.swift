extension WrongRule {
  /// The skill that whoever follows the rule has still to learn; `nil` if it tells of no one skill.
  public var skill: Skill? {
    switch self {
    case .ownOperand, .productAsSum, .productItself, .productRule: .product
    case .sumAsProduct, .sumSplit, .constantKept, .biasAsWeight: .sum
    case .powerNotLowered, .powerCoefficient, .powerIntegrated, .powerRaised: .power
    case .halfForgotten, .halfKept: .constantFactor
    case .reluValue, .reluAlwaysOn, .reluAlwaysOff, .reluIgnored: .relu
    case .subtrahendSign: .difference
    case .reciprocalSign, .quotientNotSquared, .quotientRule: .quotient
    case .maxBoth, .maxLoser, .maxScaled, .maxHalf, .maximumToAll: .maximum
    case .sigmoidValue, .sigmoidOfInput, .sigmoidTwice, .sigmoidOneMinus: .sigmoid
    case .tanhOneMinus: .tanh
    case .expPower, .lnItself: .exponential
    case .cosSign: .trigonometry
    case .precedence, .squareAsDouble, .operandMissing, .operationSwapped: .forward
    case .squareOfSign, .signInside, .sign: .sign
    case .innerForgotten: .inner
    case .localOnly, .upstreamOnly, .added, .skippedNode, .divided, .extraFactor, .sibling, .seed,
      .doubled, .keptBetween, .upsideDown, .timesValue, .wholeDerivative, .sentTwice,
      .weightForgotten:
      .chain
    case .onePath, .pathSign, .pathMissing, .pathFactor, .pathsMultiplied, .pathsAveraged,
      .oneUpstream, .oneLocal, .countedOnce, .lastStepOnly, .constantMean, .constantVariance:
      .paths
    case .wrongShape: .shapes
    case .notTransposed, .orderSwapped, .elementwiseProduct, .transposed: .weights
    case .notSummed, .averaged: .biasSum
    case .meanForgotten, .meanTwice: .mean
    case .wrongAxis: .axis
    case .maskForgotten, .maskOfValue: .elementwise
    case .softmaxElementwise, .targetMinus: .softmax
    case .lookupOnce: .lookup
    case .followsFromWrong, .otherConvention, .forwardValue, .nudgedChange, .nudgedValue,
      .unitChange, .wrongPoint,
      .updateStep, .powerOfTen, .otherEntry, .targetForgotten, .otherFunction, .calculatorKey,
      .coarseNudge, .arithmetic, .stepAdded, .rateForgotten, .stepInTurn, .correctionForgotten,
      .momentumForgotten, .otherMomentum, .shareForgotten, .sharesSwapped, .squareForgotten,
      .rootForgotten, .staleDerivative, .stepFromStart, .oneMoved, .notMoved, .straightLine,
      .stepAlone:
      nil
    }
  }
}

/// A wrong rule that learners follow, by its name in scripts and in the journal.
///
/// The rules are in the order in which they are named where several give the same number: those of one operation, then
/// those of the chain rule and of quantities taken for others, the commonest first, then slips.
public enum WrongRule: String, Hashable, Sendable, CaseIterable {
  /// Right, given an earlier wrong answer of the learner's own.
  case followsFromWrong = "follows-from-wrong"

  // One operation.
  case ownOperand = "own-operand"
  case sumAsProduct = "sum-as-product"
  case powerNotLowered = "power-not-lowered"
  case powerCoefficient = "power-coefficient"
  case halfForgotten = "half-forgotten"
  case reluValue = "relu-value"
  case reluAlwaysOn = "relu-always-on"
  case otherConvention = "other-convention"
  case subtrahendSign = "subtrahend-sign"
  case reciprocalSign = "reciprocal-sign"
  case productAsSum = "product-as-sum"
  case productItself = "product-itself"
  case sumSplit = "sum-split"
  case constantKept = "constant-kept"
  case biasAsWeight = "bias-as-weight"
  case maxBoth = "max-both"
  case maxLoser = "max-loser"
  case maxScaled = "max-scaled"
  case quotientNotSquared = "quotient-not-squared"
  case powerIntegrated = "power-integrated"
  case powerRaised = "power-raised"
  case halfKept = "half-kept"
  case reluAlwaysOff = "relu-always-off"
  case sigmoidValue = "sigmoid-value"
  case sigmoidOfInput = "sigmoid-of-input"
  case sigmoidTwice = "sigmoid-twice"
  case sigmoidOneMinus = "sigmoid-one-minus"
  case tanhOneMinus = "tanh-one-minus"
  case expPower = "exp-power"
  case lnItself = "ln-itself"
  case cosSign = "cos-sign"
  case productRule = "product-rule"
  case quotientRule = "quotient-rule"
  case maxHalf = "max-half"
  case targetForgotten = "target-forgotten"
  case otherFunction = "other-function"

  // Forward values.
  case precedence
  case squareOfSign = "square-of-sign"
  case signInside = "sign-inside"
  case squareAsDouble = "square-as-double"
  case calculatorKey = "calculator-key"
  case operandMissing = "operand-missing"
  case operationSwapped = "operation-swapped"
  case reluIgnored = "relu-ignored"

  // Vectors and matrices.
  case wrongShape = "wrong-shape"
  case notTransposed = "not-transposed"
  case orderSwapped = "order-swapped"
  case elementwiseProduct = "elementwise-product"
  case softmaxElementwise = "softmax-elementwise"
  case targetMinus = "target-minus"
  case maskForgotten = "mask-forgotten"
  case maskOfValue = "mask-of-value"
  case maximumToAll = "maximum-to-all"
  case lookupOnce = "lookup-once"
  case lastStepOnly = "last-step-only"
  case constantMean = "constant-mean"
  case constantVariance = "constant-variance"
  case notSummed = "not-summed"
  case wrongAxis = "wrong-axis"
  case averaged
  case meanForgotten = "mean-forgotten"
  case meanTwice = "mean-twice"
  case transposed

  // The chain rule and quantities taken for others, the commonest.
  case localOnly = "local-only"
  case upstreamOnly = "upstream-only"
  case added
  case onePath = "one-path"
  case skippedNode = "skipped-node"
  case innerForgotten = "inner-forgotten"
  case forwardValue = "forward-value"

  // The others.
  case divided
  case pathsMultiplied = "paths-multiplied"
  case pathsAveraged = "paths-averaged"
  case oneUpstream = "one-upstream"
  case oneLocal = "one-local"
  case countedOnce = "counted-once"
  case extraFactor = "extra-factor"
  case sibling
  case seed
  case doubled
  case upsideDown = "upside-down"
  case pathSign = "path-sign"
  case pathMissing = "path-missing"
  case pathFactor = "path-factor"
  case timesValue = "times-value"
  case wholeDerivative = "whole-derivative"
  case sentTwice = "sent-twice"
  case weightForgotten = "weight-forgotten"
  case keptBetween = "kept-between"
  case nudgedChange = "nudged-change"
  case coarseNudge = "coarse-nudge"
  case nudgedValue = "nudged-value"
  case unitChange = "unit-change"
  case wrongPoint = "wrong-point"
  case updateStep = "update-step"

  // Steps of descent, the nearest cause first.
  case stepAdded = "step-added"
  case rateForgotten = "rate-forgotten"
  case stepInTurn = "step-in-turn"
  case correctionForgotten = "correction-forgotten"
  case momentumForgotten = "momentum-forgotten"
  case otherMomentum = "other-momentum"
  case shareForgotten = "share-forgotten"
  case sharesSwapped = "shares-swapped"
  case squareForgotten = "square-forgotten"
  case rootForgotten = "root-forgotten"
  case staleDerivative = "stale-derivative"
  case stepFromStart = "step-from-start"
  case oneMoved = "one-moved"
  case notMoved = "not-moved"
  case straightLine = "straight-line"
  case stepAlone = "step-alone"

  // Slips.
  case arithmetic
  case sign
  case powerOfTen = "power-of-ten"
  case otherEntry = "other-entry"

  /// Whether it is one of the rules that learners meet most.
  public var isCommon: Bool {
    switch self {
    case .localOnly, .upstreamOnly, .added, .onePath, .skippedNode, .forwardValue, .otherEntry,
      .sign, .subtrahendSign, .ownOperand, .sumAsProduct, .powerNotLowered, .powerCoefficient,
      .halfForgotten, .innerForgotten, .reluValue, .reluAlwaysOn, .notTransposed, .orderSwapped,
      .elementwiseProduct, .notSummed, .wrongAxis, .meanForgotten, .softmaxElementwise,
      .targetForgotten, .targetMinus, .maskForgotten, .lastStepOnly:
      true
    case .followsFromWrong, .otherConvention, .reciprocalSign, .productAsSum, .productItself,
      .sumSplit,
      .constantKept, .biasAsWeight, .maxBoth, .maxLoser, .maxScaled, .quotientNotSquared,
      .powerIntegrated, .powerRaised, .halfKept, .reluAlwaysOff, .sigmoidValue, .sigmoidOfInput,
      .sigmoidTwice, .sigmoidOneMinus, .tanhOneMinus, .expPower, .lnItself, .cosSign, .precedence,
      .squareOfSign, .squareAsDouble, .operandMissing, .operationSwapped, .reluIgnored, .divided,
      .pathsMultiplied, .pathsAveraged, .oneUpstream, .oneLocal, .countedOnce, .extraFactor,
      .sibling, .seed, .doubled, .keptBetween, .upsideDown, .nudgedChange, .nudgedValue,
      .unitChange,
      .wrongPoint, .updateStep, .powerOfTen, .productRule, .quotientRule, .maxHalf,
      .otherFunction, .signInside, .pathSign, .pathMissing, .pathFactor,
      .timesValue, .wholeDerivative, .sentTwice, .weightForgotten, .calculatorKey, .coarseNudge,
      .arithmetic, .wrongShape, .meanTwice, .averaged, .transposed, .maskOfValue, .maximumToAll,
      .lookupOnce, .constantMean, .constantVariance, .stepAdded, .rateForgotten, .stepInTurn,
      .correctionForgotten, .momentumForgotten, .otherMomentum, .shareForgotten, .sharesSwapped,
      .squareForgotten, .rootForgotten, .staleDerivative, .stepFromStart, .oneMoved, .notMoved,
      .straightLine, .stepAlone:
      false
    }
  }

  /// The rules that vectors and matrices alone can break.
  public static let ofArrays: Set<WrongRule> = [
    .wrongShape, .notTransposed, .orderSwapped, .elementwiseProduct, .softmaxElementwise,
    .targetMinus, .maskForgotten, .maskOfValue, .maximumToAll, .lookupOnce, .lastStepOnly,
    .constantMean, .constantVariance, .notSummed, .wrongAxis, .averaged, .meanForgotten,
    .meanTwice, .transposed,
  ]
}

extension WrongRule {
  /// The rules that steps of descent alone can break.
  public static let ofSteps: Set<WrongRule> = [
    .stepAdded, .rateForgotten, .stepInTurn, .correctionForgotten, .momentumForgotten,
    .otherMomentum, .shareForgotten, .sharesSwapped, .squareForgotten, .rootForgotten,
    .staleDerivative, .stepFromStart, .oneMoved, .notMoved, .straightLine, .stepAlone,
  ]

  /// Whether its number is far to seek, so that a small one, which stands everywhere, proves nothing.
  var isFar: Bool {
    switch self {
    case .wrongPoint, .updateStep, .unitChange, .nudgedValue, .otherFunction, .calculatorKey, .seed,
      .divided, .weightForgotten, .coarseNudge:
      true
    default: false
    }
  }
}

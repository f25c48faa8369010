/// Something that a learner can be good at, by its name in the journal and on the command line.
///
/// The skills are in the order in which the course needs them first, then those it leaves to practice.
public enum Skill: String, Hashable, Sendable, CaseIterable {
  case forward
  case power
  case constantFactor = "constant-factor"
  case sum
  /// Something stands inside of a power or a function.
  case inner
  case chain
  case product
  case difference
  case sign
  case relu
  case paths
  case maximum
  case sigmoid
  case quotient
  case exponential
  case squareRoot = "square-root"
  case trigonometry
  case tanh

  // Of vectors and matrices.
  case shapes
  case matrixValues = "matrix-values"
  /// What comes back to the factor of a product that is learned.
  case weights
  /// What comes back to the factor that was computed.
  case layerInput = "layer-input"
  case biasSum = "bias-sum"
  case mean
  case axis
  case elementwise
  case softmax
  case lookup

  /// Whether it is practised on vectors and matrices.
  public var isOfArrays: Bool {
    switch self {
    case .shapes, .matrixValues, .weights, .layerInput, .biasSum, .mean, .axis, .elementwise,
      .softmax, .lookup:
      true
    case .forward, .power, .constantFactor, .sum, .inner, .chain, .product, .difference, .sign,
      .relu, .paths, .maximum, .sigmoid, .quotient, .exponential, .squareRoot, .trigonometry,
      .tanh:
      false
    }
  }

  /// Whether it is practised by everybody; the others by those who have met them or ask for them.
  public var isCore: Bool {
    switch self {
    case .forward, .power, .constantFactor, .sum, .inner, .chain, .product, .difference, .sign,
      .relu, .paths, .maximum, .sigmoid:
      true
    case .quotient, .exponential, .squareRoot, .trigonometry, .tanh, .shapes, .matrixValues,
      .weights, .layerInput, .biasSum, .mean, .axis, .elementwise, .softmax, .lookup:
      false
    }
  }

  /// Whether it is how derivatives of several boxes go together, and not the rule of one box.
  public var isRule: Bool { self == .chain || self == .paths }

  /// What it is called on the screen.
  public var title: String {
    switch self {
    case .forward: "forward values"
    case .power: "power rule"
    case .constantFactor: "constant factor"
    case .sum: "sum rule"
    case .inner: "inner derivative"
    case .chain: "chain rule"
    case .product: "product rule"
    case .difference: "difference rule"
    case .sign: "signs"
    case .relu: "ReLU"
    case .paths: "sum over paths"
    case .maximum: "maximum"
    case .sigmoid: "sigmoid"
    case .quotient: "quotient rule"
    case .exponential: "exponential and logarithm"
    case .squareRoot: "square root"
    case .trigonometry: "sine and cosine"
    case .tanh: "tanh"
    case .shapes: "shapes"
    case .matrixValues: "values of matrices"
    case .weights: "weights of a layer"
    case .layerInput: "input of a layer"
    case .biasSum: "bias over the batch"
    case .mean: "sums and means"
    case .axis: "sums along an axis"
    case .elementwise: "number by number"
    case .softmax: "softmax and cross-entropy"
    case .lookup: "rows by index"
    }
  }

  /// What one has to know, in a sentence.
  public var rule: String {
    switch self {
    case .forward:
      "Each box is computed from the values on its left: powers first, then products, then sums."
    case .power: "The exponent comes down as a factor and is lowered by one."
    case .constantFactor: "A number in front stays in front."
    case .sum: "A sum moves exactly as far as each of its terms; what is only added has no slope."
    case .inner:
      "Take the outer derivative at the inside, then multiply by the derivative of the inside."
    case .chain: "The local derivative of the box, times what comes from the right."
    case .product: "The derivative of a product by one factor is the other factor."
    case .difference: "What is subtracted pulls the other way: its slope is minus one."
    case .sign: "One minus turns the sign over, two turn it back."
    case .relu:
      "ReLU passes everything on where its input is positive, and nothing where it is not."
    case .paths: "Add up what comes back on each path."
    case .maximum: "Only the operand that wins moves the result; the other has slope zero."
    case .sigmoid: "The slope of a sigmoid is its result times one minus its result."
    case .quotient:
      "By the top, the slope is one over the bottom; by the bottom, minus the top over its square."
    case .exponential:
      "The exponential is its own slope; the slope of the logarithm is one over its argument."
    case .squareRoot: "The slope of a square root is one over twice the root."
    case .trigonometry:
      "The slope of the sine is the cosine; the slope of the cosine is minus the sine."
    case .tanh: "The slope of tanh is one minus the square of its result."
    case .shapes:
      "In a product the inner sizes meet and go; a derivative has the shape of its quantity."
    case .matrixValues: "A cell is its row times its column, number by number, added up."
    case .weights:
      "The other factor, transposed, times what comes from the right, on the side where it stood."
    case .layerInput:
      "What comes from the right, times the weights, transposed, on the side where they stood."
    case .biasSum:
      "What is used by every example gets the sum over the examples of what comes back."
    case .mean: "A sum passes on what comes to each number; a mean divides it by their count."
    case .axis: "What comes back to a sum along an axis is spread along that axis again."
    case .elementwise: "The slope of each number, times what comes back to it, number by number."
    case .softmax: "Softmax and cross-entropy together pass back p minus y, over the examples."
    case .lookup: "Each row gets back what its uses get; a row that is used twice gets both."
    }
  }
}

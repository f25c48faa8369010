/// An operation on arrays that is more than the same operation on each number.
///
/// Operations number by number are those of `Operation`; the smaller operand is spread. The operands of these are
/// called A, B, C in what follows.
public enum ArrayOperation: Hashable, Sendable {
  /// Numbers as they are typed.
  case literal(NumericArray)
  /// `zeros(2, 3)`, `ones(2, 3)`: one number everywhere.
  case filled(Double, Shape)
  /// `eye(n)`: 1 on the diagonal.
  case identity(Int)
  /// `randn(3, 4)`: numbers of the normal distribution, drawn by the seed and the input's name.
  case random(Shape)

  /// `A @ B`: rows times columns; of two vectors the number x' y.
  case product
  /// `A * B` of two that have axes.
  case entrywise
  /// `outer(a, b)`: every number of one vector times every one of another.
  case outer
  /// `A'`: the last two axes change places.
  case transpose

  /// `sum(A)`, `mean(A, axis=0)`, …
  case reduce(Reduction, axis: Int?, keepsAxes: Bool)
  /// `ismax(A, axis=0)`: 1 where the first largest number lies along an axis, 0 elsewhere; or the smallest.
  case extremum(isMaximum: Bool, axis: Int?)
  /// `softmax(A)`, along an axis.
  case softmax(axis: Int)
  /// `logsumexp(A)`, along an axis, which goes.
  case logSumExp(axis: Int)
  /// `crossentropy(A, B)`: the mean over rows of logits; B has an index for each row, or shares.
  case crossEntropy

  /// `A[0, 1:3]`.
  case part([Cut])
  /// `A[B]`: rows, or numbers of a vector, by their indices.
  case rows
  /// `A[range(m), B]`: of each row the number at an index.
  case picked(rows: Int)
  /// `concat(A, B, axis=0)`.
  case concatenate(axis: Int)
  /// `reshape(A, 2, 3)`.
  case reshape(Shape)
  /// `broadcast_to(A, 2, 3)`: spread to a shape.
  case broadcast(Shape)

  /// `conv(A, B)`: the sums of B laid on each place of A, not flipped, where it fits.
  case convolution
  /// `maxpool(A, k)`: the largest of each block of k along every axis.
  case maximumPool(Int)
  /// `unpool(A, B, k)`: the numbers of A where the first largest of each block of B lies, 0 elsewhere.
  case unpool(Int)

  /// `A > B`: 1 or 0.
  case compare(Comparison)
  /// `where(A, B, C)`: B where A is not 0, else C.
  case choose
  /// `flip(A)`: backwards along every axis.
  case flip
  /// `pad(A, 1, 2)`: zeros before and after, for each axis.
  case pad([Padding])
  /// `diag(A)`: a vector on the diagonal of zeros, or the diagonal of a matrix.
  case diagonal
  /// `onehot(A, n)`: for each index a row of n zeros with a 1 there.
  case oneHot(Int)
  /// `scatter(A, B, n)`: n rows of zeros to which each row of A is added at its index in B.
  case scatter(Int)

  /// What becomes of the numbers along an axis, or of all.
  public enum Reduction: String, Hashable, Sendable, CaseIterable {
    case sum, mean, max, min
    /// The mean of the squared distances from the mean: divided by n.
    case `var`
    /// The root of the sum of squares.
    case norm
  }

  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case greater = ">"
    case atLeast = ">="
    case less = "<"
    case atMost = "<="
    case equal = "=="

    func holds(_ a: Double, _ b: Double) -> Bool {
      switch self {
      case .greater: a > b
      case .atLeast: a >= b
      case .less: a < b
      case .atMost: a <= b
      case .equal: a == b
      }
    }
  }

  /// What is taken of one axis.
  public enum Cut: Hashable, Sendable {
    /// One index; the axis goes.
    case index(Int)
    /// From an index up to another one that is left out; `nil` for the end.
    case range(Int?, Int?)
    /// A new axis of one number.
    case newAxis

    public static let whole = Cut.range(nil, nil)
  }

  public struct Padding: Hashable, Sendable {
    public var before: Int
    public var after: Int

    public init(before: Int, after: Int) {
      self.before = before
      self.after = after
    }
  }
}

/// An operation on arrays with its operands, which are earlier terms of a formula.
public struct ArrayCall: Hashable, Sendable {
  public var operation: ArrayOperation
  public var operands: [Int]

  public init(_ operation: ArrayOperation, _ operands: [Int] = []) {
    self.operation = operation
    self.operands = operands
  }
}

extension ArrayOperation {
  /// How the operation is called in formulas; `nil` if it has signs.
  public var functionName: String? {
    switch self {
    case .literal, .product, .entrywise, .transpose, .part, .rows, .picked, .compare: nil
    case .filled(let number, _): number == 0 ? "zeros" : number == 1 ? "ones" : nil
    case .identity: "eye"
    case .random: "randn"
    case .outer: "outer"
    case .reduce(let reduction, _, _): reduction.rawValue
    case .extremum(let isMaximum, _): isMaximum ? "ismax" : "ismin"
    case .softmax: "softmax"
    case .logSumExp: "logsumexp"
    case .crossEntropy: "crossentropy"
    case .concatenate: "concat"
    case .reshape: "reshape"
    case .broadcast: "broadcast_to"
    case .convolution: "conv"
    case .maximumPool: "maxpool"
    case .unpool: "unpool"
    case .choose: "where"
    case .flip: "flip"
    case .pad: "pad"
    case .diagonal: "diag"
    case .oneHot: "onehot"
    case .scatter: "scatter"
    }
  }

  /// The operands, by their place, that are indices or conditions: data, whose derivative is 0.
  public func isData(operand: Int) -> Bool {
    switch self {
    case .rows, .picked, .scatter, .unpool: operand == 1
    case .choose: operand == 0
    case .oneHot, .extremum, .compare: true
    default: false
    }
  }
}

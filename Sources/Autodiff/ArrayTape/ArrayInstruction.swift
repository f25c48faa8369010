import CArrays
import Expressions

/// A step of a tape of arrays: what it computes, and which pieces of memory it reads and writes, by their numbers.
///
/// Where an instruction `adds`, its result is added to what is there. A piece's cells lie row by row without gaps.
enum ArrayInstruction: Sendable {
  /// An array that goes along a loop.
  struct Operand: Hashable, Sendable {
    var piece: Int
    /// The place of its first number.
    var start = 0
    var steps = CellLoop.Steps()
  }

  /// C = A B, C = A' B or C = A B', as often as a third axis counts: A is m×k, B is k×n, C is m×n.
  struct Product: Hashable, Sendable {
    enum Transposed: Hashable, Sendable { case none, left, right }

    var transposed = Transposed.none
    var m: Int
    var n: Int
    var k: Int
    var a: Int
    var b: Int
    var c: Int
    var count = 1
    /// How far the next matrix lies; 0 where it is the same one.
    var aStep = 0
    var bStep = 0
    var cStep = 0
    var adds = false
  }

  /// H = f(X W + b): X is m×k, W is k×n.
  struct Dense: Hashable, Sendable {
    var m: Int
    var n: Int
    var k: Int
    var x: Int
    var w: Int
    var b: Int
    var h: Int
  }

  /// What the rows of logits should be: an index for each, or shares.
  struct CrossEntropy: Hashable, Sendable {
    var rows: Int
    var columns: Int
    var logits: Int
    /// The indices as whole numbers, or the shares.
    var targets: Int
    var isShares: Bool
  }

  case fill(Double, count: Int, to: Int)
  case copy(count: Int, from: Int, to: Int)
  case addScaled(Double, count: Int, from: Int, to: Int)
  case move(CellLoop, from: Operand, to: Operand, adds: Bool)

  case map(carrays_function, count: Int, from: Int, to: Int)
  /// Adds gᵢ f'(xᵢ), where yᵢ = f(xᵢ).
  case mapReverse(carrays_function, count: Int, x: Int, y: Int, g: Int, to: Int)
  /// Writes gᵢ f', computed from yᵢ.
  case activationReverse(carrays_function, count: Int, y: Int, g: Int, to: Int)
  case combine(carrays_operation, CellLoop, Operand, Operand, to: Int, adds: Bool)
  /// An operation on numbers that has no kernel.
  case apply(Operation, CellLoop, Operand, Operand, to: Int)
  /// G times the local derivative with respect to the first or the second operand.
  case slope(
    Operation, CellLoop, Operand, Operand, isSecond: Bool, y: Int, g: Int, to: Int, adds: Bool)

  case sums(SumLoop, from: Int, to: Int, adds: Bool)
  case product(Product)
  case dense(Dense, carrays_function)

  case softmax(rows: Int, columns: Int, from: Int, to: Int)
  /// Adds P (G - sum(P G)) for each row.
  case softmaxReverse(rows: Int, columns: Int, p: Int, g: Int, to: Int)
  case logSumExp(rows: Int, columns: Int, from: Int, to: Int)
  /// Numbers as indices below a size, negative ones from the end.
  case indices(count: Int, below: Int, from: Int, to: Int)
  case crossEntropy(CrossEntropy, to: Int)
  /// Adds what a derivative of the cost passes back to the logits, whose softmax is given.
  case crossEntropyReverse(CrossEntropy, p: Int, g: Int, to: Int)
  /// Rows, or numbers of a vector, by indices; or in reverse, rows that are added where they were taken.
  case rows(count: Int, width: Int, indices: Int, from: Int, to: Int)
  case addRows(count: Int, width: Int, indices: Int, from: Int, to: Int)

  /// An operation on arrays that has no kernel.
  case general(ArrayOperation, [Int], [Shape], to: Int)

  /// The pieces that are read or written.
  var pieces: [Int] {
    switch self {
    case .fill(_, _, let to): [to]
    case .copy(_, let from, let to), .addScaled(_, _, let from, let to),
      .map(_, _, let from, let to), .sums(_, let from, let to, _),
      .softmax(_, _, let from, let to), .logSumExp(_, _, let from, let to),
      .indices(_, _, let from, let to):
      [from, to]
    case .move(_, let from, let to, _): [from.piece, to.piece]
    case .mapReverse(_, _, let x, let y, let g, let to): [x, y, g, to]
    case .activationReverse(_, _, let y, let g, let to): [y, g, to]
    case .combine(_, _, let a, let b, let to, _), .apply(_, _, let a, let b, let to):
      [a.piece, b.piece, to]
    case .slope(_, _, let a, let b, _, let y, let g, let to, _): [a.piece, b.piece, y, g, to]
    case .product(let product): [product.a, product.b, product.c]
    case .dense(let dense, _): [dense.x, dense.w, dense.b, dense.h]
    case .softmaxReverse(_, _, let p, let g, let to): [p, g, to]
    case .crossEntropy(let cost, let to): [cost.logits, cost.targets, to]
    case .crossEntropyReverse(let cost, let p, let g, let to): [cost.targets, p, g, to]
    case .rows(_, _, let indices, let from, let to), .addRows(_, _, let indices, let from, let to):
      [indices, from, to]
    case .general(_, let operands, _, let to): operands + [to]
    }
  }
}

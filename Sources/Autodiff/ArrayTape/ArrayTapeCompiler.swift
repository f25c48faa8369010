import CArrays
import Expressions

/// Turns a graph with arrays into instructions: forward as its formulas stand, then in reverse what was recorded.
///
/// What has a kernel is written out here and in the extensions; the rest follows from the table of rules, whose formulas
/// are compiled like any other.
struct ArrayTapeCompiler {
  /// A value of a formula and what is known of it.
  struct Quantity {
    var shape: Shape
    /// Where its numbers are; `nil` while a transposed matrix is not written down.
    var piece: Int?
    /// What it is the transpose of, where it is not written down.
    var transposed: Int?
    /// Whether its derivative is needed.
    var isWanted = false
    /// Whether it is a node of the graph, whose value and derivative are asked for.
    var isNode = false
    /// How many terms use it.
    var uses = 0
    /// Where its derivative is summed, once something reached it.
    var adjoint: Int?
  }

  /// What a term computed, for the reverse sweep.
  enum Record {
    case same(Int, result: Int)
    case unary(Operation, Int, result: Int)
    case binary(Operation, Int, Int, result: Int)
    case array(ArrayOperation, [Int], result: Int)
    case dense(carrays_function, x: Int, w: Int, b: Int, result: Int)
  }

  var quantities: [Quantity] = []
  var pieces: [ArenaLayout.Piece] = []
  /// The numbers of pieces that are known from the start.
  var contents: [Int: [Double]] = [:]
  var instructions: [ArrayInstruction] = []
  /// For each instruction the node that it belongs to.
  var owners: [Int] = []
  var records: [(node: Int, record: Record)] = []
  /// The indices of a lookup or of targets, as whole numbers, by the piece that they were made from.
  private var indexPieces: [[Int]: Int] = [:]
  private var numberPieces: [Double: Int] = [:]
  /// The node whose formula is compiled.
  var node = 0

  // MARK: Pieces

  mutating func piece(_ count: Int, isKept: Bool = false) -> Int {
    pieces.append(ArenaLayout.Piece(count: count, isKept: isKept))
    return pieces.count - 1
  }

  mutating func emit(_ instruction: ArrayInstruction) {
    for piece in instruction.pieces {
      pieces[piece].first = min(pieces[piece].first, instructions.count)
      pieces[piece].last = instructions.count
    }
    instructions.append(instruction)
    owners.append(node)
  }

  /// A number that stays the same.
  mutating func numberPiece(_ number: Double) -> Int {
    if let piece = numberPieces[number] { return piece }
    let piece = piece(1, isKept: true)
    contents[piece] = [number]
    numberPieces[number] = piece
    return piece
  }

  mutating func append(_ shape: Shape, piece: Int?, isWanted: Bool) -> Int {
    quantities.append(Quantity(shape: shape, piece: piece, isWanted: isWanted))
    return quantities.count - 1
  }

  /// Where a quantity's numbers are; a transposed matrix is written down.
  mutating func stored(_ quantity: Int) -> Int {
    if let piece = quantities[quantity].piece { return piece }
    let shape = quantities[quantity].shape
    let to = piece(shape.count)
    if let source = quantities[quantity].transposed, shape.count > 0 {
      move(stored(source), ArrayTapeCompiler.transposedStrides(quantities[source].shape), to, shape)
    }
    quantities[quantity].piece = to
    return to
  }

  static func transposedStrides(_ shape: Shape) -> [Int] {
    var strides = shape.strides
    strides.swapAt(strides.count - 1, strides.count - 2)
    return strides
  }

  /// Copies what lies at multiples of distances to an array without gaps.
  mutating func move(_ from: Int, _ strides: [Int], start: Int = 0, _ to: Int, _ shape: Shape) {
    guard shape.count > 0 else { return }
    let (loop, steps) = CellLoop.joined(shape.sizes, [strides, shape.strides])
    emit(
      .move(
        loop, from: ArrayInstruction.Operand(piece: from, start: start, steps: steps[0]),
        to: ArrayInstruction.Operand(piece: to, steps: steps[1]), adds: false))
  }

  /// The loop over the cells of a result, and two operands that are spread to it.
  mutating func spread(
    _ a: Int, _ aShape: Shape, _ b: Int, _ bShape: Shape, to shape: Shape
  ) -> (CellLoop, ArrayInstruction.Operand, ArrayInstruction.Operand) {
    let (loop, steps) = CellLoop.joined(
      shape.sizes,
      [aShape.spreadStrides(to: shape), bShape.spreadStrides(to: shape), shape.strides])
    return (
      loop, ArrayInstruction.Operand(piece: a, steps: steps[0]),
      ArrayInstruction.Operand(piece: b, steps: steps[1])
    )
  }

  /// The numbers of a quantity as indices below a size.
  mutating func indices(_ quantity: Int, below size: Int) -> Int {
    let from = stored(quantity)
    if let piece = indexPieces[[from, size]] { return piece }
    let count = quantities[quantity].shape.count
    let to = piece(count)
    emit(.indices(count: count, below: size, from: from, to: to))
    indexPieces[[from, size]] = to
    return to
  }

  // MARK: Formulas

  /// Computes a formula.
  ///
  /// - Parameters:
  ///   - operands: a quantity for each of its names.
  ///   - isRecorded: whether the reverse sweep comes back to it.
  /// - Returns: the quantity of its root.
  mutating func add(_ formula: Expression, at operands: [Int], isRecorded: Bool) -> Int {
    guard let shapes = try? formula.termShapes(at: operands.map { quantities[$0].shape }) else {
      preconditionFailure("a formula was read for the shapes of its names")
    }
    let fusions = LayerFusions(formula, shapes)
    var results: [Int] = []
    results.reserveCapacity(formula.terms.count)
    for (index, term) in formula.terms.enumerated() {
      if case .name(let slot) = term {
        results.append(operands[slot])
        continue
      }
      if fusions.isInside[index] {
        results.append(-1)
        continue
      }
      let result: Int
      if let layer = fusions.layers[index] {
        result = add(layer, results, shapes[index], isRecorded)
      } else {
        result = add(term, of: formula, results, shapes[index], isRecorded)
      }
      results.append(result)
    }
    return results[formula.root]
  }

  private mutating func add(
    _ term: Expression.Term, of formula: Expression, _ results: [Int], _ shape: Shape,
    _ isRecorded: Bool
  ) -> Int {
    switch term {
    case .number(let number):
      return append(.number, piece: numberPiece(number), isWanted: false)
    case .constant(let constant):
      return append(.number, piece: numberPiece(constant.value), isWanted: false)
    case .name: preconditionFailure("a name is one of the operands")
    case .unary(let operation, let a):
      let result = result(of: [results[a]], shape, isRecorded)
      addUnary(operation, results[a], result)
      record(.unary(operation, results[a], result: result), result)
      return result
    case .binary(let operation, let a, let b):
      let result = result(of: [results[a], results[b]], shape, isRecorded)
      addBinary(operation, results[a], results[b], result)
      record(.binary(operation, results[a], results[b], result: result), result)
      return result
    case .array(let place):
      let call = formula.arrays[place]
      let operands = call.operands.map { results[$0] }
      let result = result(of: operands, shape, isRecorded)
      addArray(call.operation, operands, result)
      record(.array(call.operation, operands, result: result), result)
      return result
    }
  }

  private mutating func add(
    _ layer: LayerFusions.Layer, _ results: [Int], _ shape: Shape, _ isRecorded: Bool
  ) -> Int {
    let (x, w, b) = (results[layer.x], results[layer.w], results[layer.b])
    let result = result(of: [x, w, b], shape, isRecorded)
    let to = ownPiece(result)
    if shape.count > 0 {
      emit(
        .dense(
          ArrayInstruction.Dense(
            m: shape.sizes[0], n: shape.sizes[1], k: quantities[w].shape.sizes[0], x: stored(x),
            w: stored(w), b: stored(b), h: to), layer.function))
    }
    record(.dense(layer.function, x: x, w: w, b: b, result: result), result)
    return result
  }

  /// A quantity that is computed from others; it has no piece yet.
  private mutating func result(of operands: [Int], _ shape: Shape, _ isRecorded: Bool) -> Int {
    if isRecorded { for operand in operands { quantities[operand].uses += 1 } }
    let isWanted = isRecorded && operands.contains { quantities[$0].isWanted }
    return append(shape, piece: nil, isWanted: isWanted)
  }

  /// Gives a new quantity a piece.
  mutating func ownPiece(_ quantity: Int) -> Int {
    let piece = piece(quantities[quantity].shape.count)
    quantities[quantity].piece = piece
    return piece
  }

  private mutating func record(_ record: Record, _ result: Int) {
    if quantities[result].isWanted { records.append((node, record)) }
  }

  // MARK: The graph

  /// Compiles the forward pass.
  ///
  /// - Parameter isWanted: whether the derivative by an input is needed.
  /// - Returns: for each node its quantity.
  mutating func addForward(_ graph: ComputationGraph, isWanted: (Int) -> Bool) -> [Int] {
    var nodes: [Int] = []
    for (index, node) in graph.nodes.enumerated() {
      self.node = index
      let shape = graph.shape(of: index)
      guard let formula = node.formula else {
        let place = piece(shape.count, isKept: true)
        nodes.append(append(shape, piece: place, isWanted: isWanted(index)))
        quantities[nodes[index]].isNode = true
        continue
      }
      let operands = node.operands.map { nodes[$0] }
      let root = add(formula.expression, at: operands, isRecorded: true)
      let quantity = ownQuantity(root, operands)
      pieces[stored(quantity)].isKept = true
      quantities[quantity].isNode = true
      nodes.append(quantity)
    }
    return nodes
  }

  /// A quantity of the node's own, where its formula is a name alone.
  private mutating func ownQuantity(_ root: Int, _ operands: [Int]) -> Int {
    guard operands.contains(root) else { return root }
    let same = result(of: [root], quantities[root].shape, true)
    quantities[same].piece = stored(root)
    record(.same(root, result: same), same)
    return same
  }
}

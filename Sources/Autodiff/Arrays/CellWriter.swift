import Expressions

/// Writes the cells of formulas with arrays as formulas of numbers.
///
/// What stands between two operations on arrays gets names of its own (`t1_0_1`), so that no text is written twice.
struct CellWriter {
  var statements: [Statement] = []
  private var used: Set<String>
  private var count = 0
  /// A part of at most so many characters is written where it is used, without a name.
  private let longestPart: Int

  /// - Parameter used: names that are taken.
  init(used: Set<String>, longestPart: Int = 0) {
    self.used = used
    self.longestPart = longestPart
  }

  /// The names of the cells of a quantity; a number has its own name.
  mutating func names(_ name: String, _ shape: Shape) -> [String] {
    guard !shape.isNumber else { return [name] }
    var stem = name
    while true {
      let names = shape.cellIndices.map { index in
        stem + index.map { "_\($0)" }.joined()
      }
      if used.isDisjoint(with: names) {
        used.formUnion(names)
        return names
      }
      stem += "_"
    }
  }

  /// The cells of a formula's value.
  ///
  /// - Parameters:
  ///   - values: the value of each of its names.
  ///   - names: the names of the cells of each.
  mutating func cells(
    of formula: Expression, at values: [NumericArray], named names: [[String]]
  ) -> [CellText] {
    guard let results = formula.arrayTermValues(at: values) else {
      preconditionFailure("a formula is written out where it has a value")
    }
    let isNamed = formula.termsBetweenArrays
    var cells: [[CellText]] = []
    for (index, term) in formula.terms.enumerated() {
      var own: [CellText]
      let shape = results[index].shape
      switch term {
      case .number(let number): own = [CellText(number)]
      case .constant(let constant): own = [CellText(constant.value)]
      case .name(let slot): own = names[slot].map { CellText($0) }
      case .unary(let operation, let a): own = cells[a].map { .apply(operation, $0, $0) }
      case .binary(let operation, let a, let b):
        let first = CellWriter.spread(cells[a], results[a].shape, to: shape)
        let second = CellWriter.spread(cells[b], results[b].shape, to: shape)
        own = zip(first, second).map { .apply(operation, $0, $1) }
      case .array(let place):
        let call = formula.arrays[place]
        let operands = call.operands.map { CellArray(cells[$0], results[$0]) }
        own = self.cells(of: call.operation, operands, results[index])
      }
      if isNamed[index], index != formula.root { own = named(own, shape) }
      cells.append(own)
    }
    return cells[formula.root]
  }

  /// Gives cells that are more than a name or a number names of their own.
  mutating func named(_ cells: [CellText], _ shape: Shape) -> [CellText] {
    if cells.allSatisfy({ $0.isPlain || $0.text.utf8.count <= longestPart }) { return cells }
    var name: String
    repeat {
      count += 1
      name = "t\(count)"
    } while used.contains(name)
    used.insert(name)
    let names = names(name, shape)
    for (name, cell) in zip(names, cells) { statements.append(Statement("\(name) = \(cell.text)")) }
    return names.map { CellText($0) }
  }

  /// Cells repeated along the axes that their shape lacks, or has one number along.
  static func spread(_ cells: [CellText], _ shape: Shape, to larger: Shape) -> [CellText] {
    let strides = shape.spreadStrides(to: larger)
    return larger.cellIndices.map { index in
      cells[zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }]
    }
  }
}

/// Cells, and the array of the numbers that they have.
struct CellArray {
  var cells: [CellText]
  var values: NumericArray

  init(_ cells: [CellText], _ values: NumericArray) {
    self.cells = cells
    self.values = values
  }

  var shape: Shape { values.shape }

  /// The cells along an axis, or all, in lines.
  func lines(along index: Int?) -> [[CellText]] {
    guard let axis = index.flatMap({ shape.axis($0) }) else { return [cells] }
    let (size, stride) = (shape.sizes[axis], shape.strides[axis])
    let outer = shape.sizes[..<axis].reduce(1, *)
    return (0..<outer * stride).map { line in
      let start = line / stride * size * stride + line % stride
      return (0..<size).map { cells[start + $0 * stride] }
    }
  }

  /// A whole number in the place of a cell, as an index counted from the start.
  func index(_ place: Int, below size: Int) -> Int {
    let index = Int(values[place])
    return index < 0 ? size + index : index
  }
}

extension Shape {
  /// The index of each cell, the last axis running fastest.
  var cellIndices: [[Int]] {
    sizes.reduce([[]]) { indices, size in
      indices.flatMap { index in (0..<size).map { index + [$0] } }
    }
  }
}

extension Expression {
  /// For each term whether it is an operation on arrays or an operand of one, but no name or number.
  fileprivate var termsBetweenArrays: [Bool] {
    var isBetween = terms.map { _ in false }
    for (index, term) in terms.enumerated() {
      guard case .array = term else { continue }
      isBetween[index] = true
      for operand in operands(of: index) { isBetween[operand] = true }
    }
    return isBetween
  }
}

import Expressions

/// The way from recorded operations to an order of instructions: chains are found, then everything is put in order.
struct TapeCompiler: ~Copyable {
  /// A chain before its operands have places.
  struct Draft: BitwiseCopyable {
    var node: UInt32
    /// A first addend without a factor.
    var start: TapeReference?
    /// Its terms, the last one first.
    var firstTerm: UInt32
    var termCount: UInt32

    var terms: Range<Int> { Int(firstTerm)..<Int(firstTerm) + Int(termCount) }
  }

  /// Two factors whose product is an addend of a chain.
  struct Term: BitwiseCopyable {
    var first: TapeReference
    var second: TapeReference
  }

  /// What is noted beside the number of uses of an operation.
  enum Mark {
    static let count: UInt8 = 0x03
    /// It has a part in the output.
    static let live: UInt8 = 0x40
    /// It is the last sum of a chain.
    static let chainEnd: UInt8 = 0x80
  }

  /// Sums of fewer addends than this stay single operations.
  static let leastAddends = 4
  /// Marks the index of a chain among those of operations.
  static let chainBit: UInt32 = 1 << 31

  /// The recorded operations, and how often each is used; one within a chain counts as unused.
  var builder: TapeBuilder
  private(set) var chains = FlatArray<Draft>()
  private(set) var terms = FlatArray<Term>()
  /// What is to be computed: how much, and how much of it has a part in the output.
  private(set) var count = 0
  private(set) var liveCount = 0
  /// What is to be computed, an operation or a chain, in order; empty where that is the order of recording.
  var order = FlatArray<UInt32>()
  /// For each operation the place of its result; empty where all have places in the order of recording.
  var places = FlatArray<UInt32>()

  init(
    _ builder: consuming TapeBuilder, output: TapeBuilder.Quantity,
    keeping kept: [TapeBuilder.Quantity]
  ) {
    self.builder = builder
    for quantity in kept + [output] {
      self.builder.markUsed(quantity)
      self.builder.markUsed(quantity)
    }
    findChains(from: output.reference)
    if chains.count > 0 || liveCount < self.builder.operationCount {
      putInOrder(heights(from: output.reference))
    }
  }

  /// Walks from the last operation to the first, so that what uses an operation is known before it is reached.
  private mutating func findChains(from output: TapeReference) {
    builder.uses[output.index] |= Mark.live
    for node in stride(from: builder.operationCount - 1, through: 0, by: -1) {
      let use = builder.uses[node]
      if use & Mark.count == 0 { continue }
      let live = use & Mark.live
      count += 1
      if live != 0 { liveCount += 1 }
      if isSum(node), addendCount(node) == TapeCompiler.leastAddends {
        gatherChain(endingAt: node, live)
      } else if live != 0 {
        mark(builder.first[node], live)
        mark(builder.second[node], live)
      }
    }
  }

  @inline(__always)
  private func mark(_ reference: TapeReference, _ live: UInt8) {
    if reference.isOperation { builder.uses[reference.index] |= live }
  }

  @inline(__always)
  private func isSum(_ node: Int) -> Bool {
    builder.operations[node] == Operation.add.rawValue
      || builder.operations[node] == Operation.subtract.rawValue
  }

  /// Whether an operand is an operation that nothing else uses.
  @inline(__always)
  private func isInner(_ reference: TapeReference) -> Bool {
    reference.isOperation && builder.uses[reference.index] & Mark.count == 1
  }

  @inline(__always)
  private func isInnerProduct(_ reference: TapeReference) -> Bool {
    isInner(reference)
      && builder.operations[reference.index] == Operation.multiply.rawValue
  }

  /// The inner sum that a sum continues; the other operand is then an addend.
  @inline(__always)
  private func continued(_ node: Int) -> Int? {
    let first = builder.first[node]
    if isInner(first), isSum(first.index) { return first.index }
    let second = builder.second[node]
    let isAddition = builder.operations[node] == Operation.add.rawValue
    return isAddition && isInner(second) && isSum(second.index) ? second.index : nil
  }

  /// The number of addends of a sum, as far as it matters.
  private func addendCount(_ node: Int) -> Int {
    var count = 2
    var node = node
    while count < TapeCompiler.leastAddends, let inner = continued(node) {
      count += 1
      node = inner
    }
    return count
  }

  private mutating func gatherChain(endingAt end: Int, _ live: UInt8) {
    let firstTerm = terms.count
    var node = end
    builder.uses[end] |= Mark.chainEnd
    while true {
      let (first, second) = (builder.first[node], builder.second[node])
      let isNegative = builder.operations[node] == Operation.subtract.rawValue
      guard let inner = continued(node) else {
        gather(second, isNegative, live)
        break
      }
      let isFirst = first.isOperation && first.index == inner
      builder.uses[inner] = 0
      gather(isFirst ? second : first, isNegative, live)
      node = inner
    }
    let start = builder.first[node]
    let isProduct = isInnerProduct(start)
    if isProduct { gather(start, false, live) } else { mark(start, live) }
    chains.append(
      Draft(
        node: UInt32(end), start: isProduct ? nil : start, firstTerm: UInt32(firstTerm),
        termCount: UInt32(terms.count - firstTerm)))
  }

  /// Adds an addend to the chain in hand, the negative of it where a subtraction takes it away.
  @inline(__always)
  private mutating func gather(_ addend: TapeReference, _ isNegative: Bool, _ live: UInt8) {
    var term = Term(first: addend, second: .one)
    if isInnerProduct(addend) {
      let product = addend.index
      builder.uses[product] = 0
      term = Term(first: builder.first[product], second: builder.second[product])
    }
    mark(term.first, live)
    mark(term.second, live)
    if term.second.isParameter, !term.first.isParameter { swap(&term.first, &term.second) }
    if isNegative { term.first = term.first.negative }
    terms.append(term)
  }
}

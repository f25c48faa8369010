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

  typealias Mark = RecordedOperations.Mark

  /// Sums of fewer addends than this stay single operations.
  static let leastAddends = 4
  /// Marks the index of a chain among those of operations.
  static let chainBit: UInt32 = 1 << 31

  /// The recorded operations, and how often each is used; one within a chain counts as unused.
  let builder: TapeBuilder
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
    for quantity in kept { self.builder.keep(quantity) }
    self.builder.keep(output)
    findChains(self.builder.recorded, self.builder.operationCount, from: output.reference)
    if chains.count > 0 || liveCount < self.builder.operationCount {
      putInOrder(heights(from: output.reference))
    }
  }

  /// Walks from the last operation to the first, so that what uses an operation is known before it is reached.
  private mutating func findChains(
    _ recorded: RecordedOperations, _ operationCount: Int, from output: TapeReference
  ) {
    var (count, liveCount) = (0, 0)
    recorded.mark(output, Mark.live)
    for node in stride(from: operationCount - 1, through: 0, by: -1) {
      let use = recorded.uses[node]
      if use & Mark.count == 0 { continue }
      let live = use & Mark.live
      count += 1
      liveCount += live == 0 ? 0 : 1
      if recorded.isSum(node),
        recorded.addendCount(node, upTo: TapeCompiler.leastAddends) == TapeCompiler.leastAddends
      {
        gatherChain(endingAt: node, live, recorded)
      } else {
        recorded.mark(recorded.first[node], live)
        recorded.mark(recorded.second[node], live)
      }
    }
    (self.count, self.liveCount) = (count, liveCount)
  }

  private mutating func gatherChain(
    endingAt end: Int, _ live: UInt8, _ recorded: RecordedOperations
  ) {
    let firstTerm = terms.count
    var node = end
    recorded.uses[end] |= Mark.chainEnd
    while let inner = recorded.continued(node) {
      let (first, second) = (recorded.first[node], recorded.second[node])
      let isFirst = first.isOperation && first.index == inner
      recorded.uses[inner] = 0
      gather(isFirst ? second : first, of: node, live, recorded)
      node = inner
    }
    gather(recorded.second[node], of: node, live, recorded)
    var start: TapeReference?
    if recorded.isInnerProduct(recorded.first[node]) {
      gather(recorded.first[node], of: nil, live, recorded)
    } else {
      start = recorded.first[node]
      recorded.mark(recorded.first[node], live)
    }
    chains.append(
      Draft(
        node: UInt32(end), start: start, firstTerm: UInt32(firstTerm),
        termCount: UInt32(terms.count - firstTerm)))
  }

  /// Adds an addend to the chain in hand, the negative of it where a subtraction takes it away.
  @inline(__always)
  private mutating func gather(
    _ addend: TapeReference, of sum: Int?, _ live: UInt8, _ recorded: RecordedOperations
  ) {
    var term = Term(first: addend, second: .one)
    if recorded.isInnerProduct(addend) {
      let product = addend.index
      recorded.uses[product] = 0
      term = Term(first: recorded.first[product], second: recorded.second[product])
    }
    recorded.mark(term.first, live)
    recorded.mark(term.second, live)
    if term.second.isParameter, !term.first.isParameter { swap(&term.first, &term.second) }
    if let sum, recorded.isSubtraction(sum) { term.first = term.first.negative }
    terms.append(term)
  }
}

/// The way from recorded operations to an order of instructions: chains are found, then everything is put in order.
struct TapeCompiler: ~Copyable {
  /// A chain before its operands have places; its terms are a list that begins at its last sum.
  struct Draft: BitwiseCopyable {
    /// The last sum, which holds the last term.
    var node: UInt32
    /// Where the term before the last is.
    var next: UInt32
    var termCount: UInt32
    /// A first addend without a factor.
    var start: TapeReference?
  }

  /// Sums of fewer addends than this stay single operations.
  static let leastAddends = 4
  /// Marks the index of a chain among those of operations.
  static let chainBit: UInt32 = 1 << 31

  /// The recorded operations, and what is known of each; one within a chain counts as unused.
  var builder: TapeBuilder
  private(set) var chains = FlatArray<Draft>()
  /// What is to be computed: how much, and how much of it has a part in the output.
  private(set) var count = 0
  private(set) var liveCount = 0
  /// What is to be computed, an operation or a chain, the last first, as recorded; and then in order. Empty where all
  /// operations are computed as they were recorded.
  private(set) var order = FlatArray<UInt32>()
  /// Whether all operations are computed as they were recorded.
  private(set) var isAsRecorded = true

  init(
    _ builder: consuming TapeBuilder, output: TapeBuilder.Quantity,
    keeping kept: [TapeBuilder.Quantity]
  ) {
    self.builder = builder
    for quantity in kept { self.builder.keep(quantity) }
    self.builder.keep(output)
    let recorded = self.builder.recorded
    let greatest = findChains(recorded, self.builder.operationCount, from: output.reference)
    if !isAsRecorded { putInOrder(recorded, greatest: greatest) }
  }

  /// The place of an operation's result.
  @inline(__always)
  func place(ofOperation index: Int) -> UInt32 {
    isAsRecorded
      ? UInt32(truncatingIfNeeded: builder.numbers.count &+ index)
      : builder.recorded.stateValue(index)
  }

  /// Walks from the last operation to the first, so that what uses an operation is known before it is reached, and so is
  /// how far it is from the output: 1 for the output itself, 0 for what has no part in it.
  ///
  /// - Returns: the greatest distance from the output.
  /// - Complexity: O(n).
  private mutating func findChains(
    _ recorded: RecordedOperations, _ operationCount: Int, from output: TapeReference
  ) -> UInt32 {
    var (count, liveCount, greatest) = (0, 0, UInt32(0))
    recorded.setStateValue(of: output.index, 1)
    var node = operationCount
    while node > 0 {
      node &-= 1
      guard recorded.isUsed(node) else {
        listOperations(recorded, after: node, operationCount)
        continue
      }
      let height = recorded.stateValue(node)
      count &+= 1
      liveCount &+= height == 0 ? 0 : 1
      greatest = max(greatest, height)
      let next = height == 0 ? 0 : height &+ 1
      if recorded.isSum(node), recorded.hasAddends(node, atLeast: TapeCompiler.leastAddends) {
        listOperations(recorded, after: node, operationCount)
        order.append(UInt32(truncatingIfNeeded: chains.count) | TapeCompiler.chainBit)
        gatherChain(endingAt: node, next, recorded)
      } else {
        if !isAsRecorded { order.append(UInt32(truncatingIfNeeded: node)) }
        recorded.raise(recorded.first(node), to: next)
        recorded.raise(recorded.second(node), to: next)
      }
    }
    if liveCount < count { listOperations(recorded, after: -1, operationCount) }
    (self.count, self.liveCount) = (count, liveCount)
    return greatest
  }

  /// Begins the list of what is to be computed, which is left out as long as it would hold every operation.
  @inline(__always)
  private mutating func listOperations(
    _ recorded: RecordedOperations, after node: Int, _ operationCount: Int
  ) {
    guard isAsRecorded else { return }
    isAsRecorded = false
    var last = operationCount - 1
    while last > node {
      order.append(UInt32(truncatingIfNeeded: last))
      last -= 1
    }
  }

  /// Makes a list of the terms of a chain, and puts their factors at a distance from the output.
  private mutating func gatherChain(
    endingAt end: Int, _ height: UInt32, _ recorded: RecordedOperations
  ) {
    var chain = Draft(node: UInt32(truncatingIfNeeded: end), next: 0, termCount: 0)
    var node = end
    while let inner = recorded.continued(node) {
      let (first, second) = (recorded.first(node), recorded.second(node))
      let isFirst = first.isOperation && first.index == inner
      TapeCompiler.writeTerm(isFirst ? second : first, at: node, height, recorded)
      TapeCompiler.link(&chain, node, to: inner, recorded)
      node = inner
    }
    let first = recorded.first(node)
    TapeCompiler.writeTerm(recorded.second(node), at: node, height, recorded)
    if recorded.isInnerProduct(first) {
      let product = first.index
      TapeCompiler.link(&chain, node, to: product, recorded)
      TapeCompiler.writeFactors(
        recorded.first(product), recorded.second(product), at: product, isNegative: false, height,
        recorded)
    } else {
      chain.start = first
      recorded.raise(first, to: height)
    }
    chain.termCount &+= 1
    chains.append(chain)
  }

  /// Says where the term before one is, and takes that into the chain.
  @inline(__always)
  private static func link(
    _ chain: inout Draft, _ node: Int, to inner: Int, _ recorded: RecordedOperations
  ) {
    let index = UInt32(truncatingIfNeeded: inner)
    recorded.states[inner] = 0
    if chain.termCount == 0 {
      chain.next = index
    } else {
      recorded.setStateValue(of: node, index)
    }
    chain.termCount &+= 1
  }

  /// Writes an addend where its sum is, the negative of it where a subtraction takes it away.
  @inline(__always)
  private static func writeTerm(
    _ addend: TapeReference, at sum: Int, _ height: UInt32, _ recorded: RecordedOperations
  ) {
    let isNegative = recorded.isSubtraction(sum)
    if recorded.isInnerProduct(addend) {
      let product = addend.index
      recorded.states[product] = 0
      writeFactors(
        recorded.first(product), recorded.second(product), at: sum, isNegative: isNegative, height,
        recorded)
    } else {
      writeFactors(addend, .one, at: sum, isNegative: isNegative, height, recorded)
    }
  }

  @inline(__always)
  private static func writeFactors(
    _ first: TapeReference, _ second: TapeReference, at node: Int, isNegative: Bool,
    _ height: UInt32, _ recorded: RecordedOperations
  ) {
    recorded.raise(first, to: height)
    recorded.raise(second, to: height)
    var (first, second) = (first, second)
    if second.isParameter, !first.isParameter { swap(&first, &second) }
    recorded.setOperands(of: node, isNegative ? first.negative : first, second)
  }

  /// Puts what is to be computed in order: the farther from the output the earlier, ties as recorded, and what has no
  /// part in the output last.
  ///
  /// Neurons of one layer thus become neighbours, and so do their results.
  ///
  /// - Complexity: O(n), by counting.
  private mutating func putInOrder(_ recorded: RecordedOperations, greatest: UInt32) {
    // For each height the position that comes next; what has no part in the output has height 0.
    let positions = FlatArray<UInt32>(repeating: 0, count: Int(greatest) + 1)
    for index in 0..<count {
      positions[Int(recorded.stateValue(node(ofListed: order[index])))] &+= 1
    }
    var next = UInt32(builder.numbers.count)
    for height in stride(from: Int(greatest), through: 0, by: -1) {
      let count = positions[height]
      positions[height] = next
      next += count
    }
    let order = FlatArray<UInt32>(uninitializedCount: count)
    let firstPlace = builder.numbers.count
    for index in stride(from: count - 1, through: 0, by: -1) {
      let listed = self.order[index]
      let node = node(ofListed: listed)
      let height = Int(recorded.stateValue(node))
      let place = positions[height]
      positions[height] = place &+ 1
      recorded.setStateValue(of: node, place)
      order[Int(place) &- firstPlace] = listed
    }
    self.order = order
  }

  /// The operation that computes what is listed: for a chain its last sum.
  @inline(__always)
  private func node(ofListed listed: UInt32) -> Int {
    listed & TapeCompiler.chainBit == 0
      ? Int(listed) : Int(chains[Int(listed & ~TapeCompiler.chainBit)].node)
  }
}

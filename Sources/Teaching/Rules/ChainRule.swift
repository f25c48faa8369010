import Autodiff
import Expressions

/// The rule by which a derivative follows from others: a product at one box, a sum at a fan-out.
struct ChainRule {
  /// One path: the box through which it goes.
  struct Path: Hashable {
    var node: Int
    var slot: Int
    /// Whether the box is the output, whose own derivative is all there is.
    var isAtOutput: Bool

    var local: DerivativeSymbol { .local(node: node, slot: slot) }
    var upstream: DerivativeSymbol { .total(node) }
  }

  /// The quantity that is moved.
  let operand: Int
  /// The paths that are added up; one where the rule is a product.
  let paths: [Path]
  let isSum: Bool

  /// - Returns: nothing for an entry that follows from its own box alone.
  init?(of index: Int, in key: AnswerKey) {
    let entry = key.list.entries[index]
    guard entry.kind == .derivative || entry.kind == .contribution, !entry.isLocal,
      let operand = key.operand(of: entry)
    else { return nil }
    self.operand = operand
    isSum = entry.slot == nil
    let indices = entry.slot == nil ? entry.prerequisites : [index]
    paths = indices.compactMap { index in
      let path = key.list.entries[index]
      return path.slot.map { Path(node: path.node, slot: $0, isAtOutput: path.isAtOutput) }
    }
  }

  /// The derivatives that are taken as they come: at each box its own, and what comes from the right.
  private var leaves: [DerivativeSymbol] {
    paths.flatMap { path in
      path.isAtOutput
        ? [.contribution(node: path.node, slot: path.slot)] : [path.local, path.upstream]
    }
  }

  /// The numbers of the derivatives that the rule may speak of, the leaves with certain ones.
  struct Numbers {
    fileprivate var leaves: [DerivativeSymbol: Double]

    func local(_ path: Path) -> Double {
      path.isAtOutput ? contribution(path) : leaves[path.local] ?? 0
    }
    func upstream(_ path: Path) -> Double { path.isAtOutput ? 1 : leaves[path.upstream] ?? 0 }
    func contribution(_ path: Path) -> Double {
      leaves[.contribution(node: path.node, slot: path.slot)] ?? local(path) * upstream(path)
    }
    /// The number of a derivative; `nil` where the rule does not speak of it.
    func value(of symbol: DerivativeSymbol, in rule: ChainRule) -> Double? {
      if let value = leaves[symbol] { return value }
      return rule.paths.first { symbol == .contribution(node: $0.node, slot: $0.slot) }
        .map(contribution)
    }
  }

  /// The derivatives that have to vary for a rule to be tried that names certain ones.
  func varied(by symbols: some Sequence<DerivativeSymbol>) -> Set<DerivativeSymbol> {
    var varied: Set<DerivativeSymbol> = []
    for symbol in symbols {
      if leaves.contains(symbol) {
        varied.insert(symbol)
      } else if let path = paths.first(where: {
        symbol == .contribution(node: $0.node, slot: $0.slot)
      }) {
        varied.insert(path.local)
      }
    }
    return varied
  }

  /// Numbers for a trial: some derivatives drawn, the others as they are on the graph.
  func numbers(
    in pass: BackwardPass, varying varied: Set<DerivativeSymbol>, by draw: (Int) -> Double
  ) -> Numbers {
    var numbers: [DerivativeSymbol: Double] = [:]
    for (place, leaf) in leaves.enumerated() where numbers[leaf] == nil {
      numbers[leaf] = varied.contains(leaf) ? draw(place) : leaf.value(in: pass)
    }
    return Numbers(leaves: numbers)
  }

  /// What the rule comes to.
  func result(_ numbers: Numbers) -> Double {
    paths.reduce(0) { $0 + numbers.contribution($1) }
  }
}

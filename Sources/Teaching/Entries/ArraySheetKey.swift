public import Autodiff
public import Expressions
public import Training

/// The right answers of a graph with arrays, by the entries of a worksheet.
public struct ArraySheetKey: Hashable, Sendable {
  public private(set) var key: ArrayAnswerKey
  public let list: EntryList
  /// For each entry of the graph as it stands its place in the key's list.
  public let places: [Int]
  /// The graph after each step of descent; `nil` where nothing is asked of that.
  private(set) var trace: ArrayStepTrace?

  /// - Parameter steps: the steps of descent after which more is asked.
  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  public init(_ reading: ArrayReading, after steps: StepPlan? = nil) throws(EvaluationError) {
    key = try ArrayAnswerKey(reading)
    (list, places) = EntryList.listing(key.list, after: steps)
    trace = try steps.map { (steps) throws(EvaluationError) in try ArrayStepTrace(key, steps) }
  }

  /// The same entries with other numbers of the inputs.
  ///
  /// - Throws: `EvaluationError` where a value or derivative is not finite.
  func moved(to inputs: [String: NumericArray]) throws(EvaluationError) -> ArraySheetKey {
    var moved = self
    moved.key = try key.moved(to: inputs)
    moved.trace = list.steps.flatMap { try? ArrayStepTrace(moved.key, $0) }
    return moved
  }

  public var graph: ComputationGraph { list.graph }

  /// The entry with all that is known of it; of what comes after steps it is a value.
  public func entry(_ index: Int) -> ArrayEntry {
    let entry = list.entries[index]
    guard let later = entry.later else { return key.list[places[index]] }
    return ArrayEntry(
      name: entry.name, kind: .value, quantity: later.node, node: later.node, slot: nil,
      cell: later.cell, prerequisites: [])
  }

  /// The numbers that an entry asks for; of a shape those that have it.
  public func value(of index: Int) -> NumericArray {
    guard let later = list.entries[index].later else { return key.value(of: places[index]) }
    return trace?.value(of: later) ?? NumericArray(.nan)
  }

  /// The shape that an answer has.
  public func shape(of index: Int) -> Shape {
    guard let later = list.entries[index].later else { return key.shape(of: places[index]) }
    return later.cell == nil ? graph.shape(of: later.node) : .number
  }

  /// The entries of an array's single cells, by their places in it.
  public func cells(of host: Int) -> [Int: Int] {
    let array = value(of: host)
    return Dictionary(
      list.entries.indices.filter { list.entries[$0].isCell && list.host(of: $0) == host }
        .compactMap { index in entry(index).cell.map { (array.place(of: $0), index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The boxes that use a quantity, where an entry asks what comes back from all of them; else `nil`.
  public func uses(addedUpAt index: Int) -> [Int]? {
    let entry = entry(index)
    guard entry.kind == .derivative, entry.slot == nil else { return nil }
    return entry.prerequisites.map { key.list.entries[$0].node }.reversed()
  }

  /// Whether an entry asks for numbers, and neither for a shape nor for a formula of a whole array.
  public func asksNumbers(_ index: Int) -> Bool {
    let entry = entry(index)
    return entry.kind == .value || entry.cell != nil
  }

  /// The node with respect to which an entry is a derivative.
  func operand(of entry: Entry) -> Int? {
    guard !entry.isForward, let index = list.index(of: entry.name) else { return nil }
    return self.entry(index).quantity
  }

  /// What is shown as the answer: a shape, numbers, or the rule of a derivative as a formula.
  public func text(of index: Int) -> String {
    guard list.entries[index].later != nil else { return key.text(of: places[index]) }
    return value(of: index).text { $0.readable().shortestText }
  }

  /// A node's value as it is shown.
  public func text(ofNode node: Int) -> String {
    key.forward.values[node].text { $0.readable().shortestText }
  }

  /// What stands for an answer on a drawing: its number, or the shape of an array.
  func drawn(_ index: Int) -> ShownAnswer {
    let entry = entry(index)
    let shape = shape(of: index)
    guard !entry.isShape, let number = value(of: index).number, shape.isNumber else {
      return .text(shape.text)
    }
    return .number(number.readable())
  }

  /// What stands for a node's value on a drawing.
  func drawnValue(of node: Int) -> ShownAnswer {
    let shape = graph.shape(of: node)
    guard shape.isNumber, let number = key.forward.values[node].number else {
      return .text(shape.text)
    }
    return .number(number.readable())
  }

  private func verdict(
    on typed: String, for index: Int,
    knowing numbers: ArrayLearnerNumbers = ArrayLearnerNumbers()
  ) -> ArrayVerdict {
    list.entries[index].later == nil
      ? key.check(typed, for: places[index], knowing: numbers)
      : checkLater(typed, for: index, knowing: numbers)
  }

  /// - Parameter numbers: what the learner made of what leads to the entry; of what comes after steps by the places
  ///   of the worksheet, else by those of the key's list.
  func check(_ typed: String, for index: Int, knowing numbers: ArrayLearnerNumbers) -> Verdict {
    Verdict(verdict(on: typed, for: index, knowing: numbers))
  }

  /// The numbers that were typed; `nil` for a formula, a shape and what cannot be read.
  func array(_ typed: String, for index: Int) -> NumericArray? {
    let said: ArrayTyped? =
      switch verdict(on: typed, for: index) {
      case .right(let said), .close(let said, _): said
      case .wrong(let wrongness): wrongness.typed
      case .unreadable: nil
      }
    if case .numbers(let array)? = said { return array }
    return nil
  }

  /// Whether two answers to an entry are the same: as typed, or by their numbers.
  package func isSameAnswer(_ typed: String, as other: String, to index: Int) -> Bool {
    if typed.filter({ !$0.isWhitespace }) == other.filter({ !$0.isWhitespace }) { return true }
    func said(_ text: String) -> ArrayTyped? {
      switch verdict(on: text, for: index) {
      case .right(let said), .close(let said, _): said
      case .wrong(let wrongness): wrongness.typed
      case .unreadable: nil
      }
    }
    switch (said(typed), said(other)) {
    case (.shape(let a)?, .shape(let b)?): return a == b
    case (.numbers(let a)?, .numbers(let b)?),
      (.formula(_, let a?)?, .formula(_, let b?)?):
      return a.shape == b.shape
        && zip(a.elements, b.elements).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($1)) }
    default: return false
    }
  }

  func obstacle(to typed: String, for index: Int) -> Verdict.Unreadable? {
    guard list.entries[index].later != nil else {
      return key.obstacle(to: typed, for: places[index]).map { Verdict.Unreadable($0) }
    }
    guard case .unreadable(let obstacle) = verdict(on: typed, for: index) else { return nil }
    return Verdict.Unreadable(obstacle)
  }

  func hasNumbers(of other: ArraySheetKey) -> Bool {
    key.forward.values == other.key.forward.values
  }
}

extension Verdict {
  init(_ verdict: ArrayVerdict) {
    self =
      switch verdict {
      case .right: .right(typed: nil)
      case .close(_, let closeness): .close(typed: nil, closeness)
      case .wrong(let wrongness): .wrong(.array(wrongness))
      case .unreadable(let obstacle): .unreadable(Unreadable(obstacle))
      }
  }
}

extension Verdict.Unreadable {
  /// What is said of all graphs alike is one case.
  init(_ obstacle: ArrayObstacle) {
    self =
      switch obstacle {
      case .empty: .empty
      case .tooLong(let limit): .tooLong(limit: limit)
      case .nameInNumber(let name): .nameInNumber(name)
      case .notFinite: .notFinite
      case .noDerivative(let name): .noDerivative(name)
      case .tooFewDigits: .tooFewDigits
      default: .array(obstacle)
      }
  }
}

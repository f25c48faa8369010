public import Autodiff

/// The entries of one graph as far as the learner has filled them in.
public struct Worksheet: Hashable, Sendable {
  private var source: KeySource
  public private(set) var states: EntryStates {
    didSet { concealed = concealedNow() }
  }
  /// The verdict on what was typed last into each entry.
  public private(set) var lastVerdicts: [Int: Verdict] = [:]
  /// The rule that was typed last before the number of each derivative, with the verdict on it.
  public private(set) var rules: [Int: TypedRule] = [:]
  /// The numbers of the entries that stand wrong.
  private var wrongNumbers: [Int: Double] = [:]

  /// A rule that was typed before a number.
  public struct TypedRule: Hashable, Sendable {
    public var typed: String
    public var verdict: Verdict
  }

  /// The entries that are asked at all, the others being given; `nil` if all are asked.
  public let asked: Set<Int>?
  /// For each entry those that it is computed from; `nil` where nothing is given, so that nothing is given away.
  private let dependencies: [[Int]]?
  /// The given entries that are computed from entries still open, whose numbers would tell these.
  public private(set) var concealed: Set<Int> = []

  public init(_ key: AnswerKey, asking asked: Set<Int>? = nil) {
    self.init(.numbers(key), asking: asked)
  }

  public init(_ key: GraphKey, asking asked: Set<Int>? = nil) {
    self.init(KeySource(key), asking: asked)
  }

  /// A worksheet whose answers are worked out when the first of them is asked for.
  ///
  /// - Parameter work: gives the answers to the entries of the list, each time the same.
  public init(_ list: EntryList, answeredBy work: @escaping @Sendable () -> GraphKey) {
    self.init(KeySource(list, work), asking: nil)
  }

  private init(_ source: KeySource, asking asked: Set<Int>?) {
    self.source = source
    self.asked = asked
    let list = source.list
    states = EntryStates(count: list.entries.count)
    let count = asked?.count ?? 0
    dependencies =
      count > 0 && count < list.entries.count ? list.dependencies(asking: asked ?? []) : nil
    concealed = concealedNow()
  }

  /// The same entries with nothing filled in.
  ///
  /// - Parameter asked: the entries that are asked; `nil` if all are.
  public func emptied(asking asked: Set<Int>?) -> Worksheet { Worksheet(source, asking: asked) }

  public internal(set) var key: GraphKey {
    get { source.key }
    set { source = KeySource(newValue) }
  }

  public var list: EntryList { source.list }

  /// Whether the answers are there, and not to be worked out yet.
  package var isWorkedOut: Bool { source.isWorkedOut }

  /// What is given and computed from open entries, directly or by way of others that are given.
  ///
  /// - Complexity: O(n + e) in entries and what they are computed from.
  private func concealedNow() -> Set<Int> {
    guard let dependencies, let asked else { return [] }
    var concealed: Set<Int> = []
    // What an entry is computed from stands before it.
    for index in entries.indices where !asked.contains(index) && states[index].isOpen {
      let tells = dependencies[index].contains {
        concealed.contains($0) || asked.contains($0) && !states[$0].isSettled
      }
      if tells { concealed.insert(index) }
    }
    return concealed
  }

  public var graph: ComputationGraph { list.graph }
  public var entries: [Entry] { list.entries }

  /// Checks an answer and keeps it. What cannot be read changes nothing that was there.
  public mutating func answer(_ typed: String, for index: Int) -> Verdict {
    let verdict = check(typed, for: index)
    keep(verdict, on: typed, for: index)
    return verdict
  }

  /// Checks an answer without keeping it.
  public func check(_ typed: String, for index: Int) -> Verdict {
    switch key {
    case .numbers(let key): key.check(typed, for: index, knowing: numbers(around: index))
    case .arrays(let key): key.check(typed, for: index, knowing: arrays(around: index))
    }
  }

  /// Keeps an answer with the verdict on it.
  public mutating func keep(_ verdict: Verdict, on typed: String, for index: Int) {
    lastVerdicts[index] = verdict
    switch verdict {
    case .right(let value): states[index] = .right(typed: typed, value: value)
    case .close(let value, _): states[index] = .close(typed: typed, value: value)
    case .wrong: states[index] = .wrong(typed: typed)
    // What cannot be read changes nothing that was there.
    case .unreadable: return
    }
    wrongNumbers[index] = Worksheet.wrongNumber(verdict)
  }

  /// The verdict on what is typed as a rule, before the number: for a derivative, or for what comes after a step while
  /// something that it follows from is open.
  ///
  /// - Returns: `nil` for an answer.
  public func checkRule(_ typed: String, for index: Int) -> Verdict? {
    guard entries[index].later != nil else { return key.checkRule(typed, for: index) }
    let isOpen = entries[index].prerequisites.contains {
      !states[$0].isSettled && (asked?.contains($0) ?? true)
    }
    guard isOpen, key.numbers?.isFormula(typed, for: index) ?? false else { return nil }
    return check(typed, for: index)
  }

  /// Keeps a rule for a derivative, which stays as it was.
  public mutating func keep(rule typed: String, _ verdict: Verdict, for index: Int) {
    rules[index] = TypedRule(typed: typed, verdict: verdict)
  }

  /// Keeps an answer without a verdict, until the work is handed in; what cannot be read changes nothing.
  ///
  /// - Returns: why it cannot be read, whatever is right.
  public mutating func note(_ typed: String, for index: Int) -> Verdict.Unreadable? {
    if let obstacle = key.obstacle(to: typed, for: index) {
      lastVerdicts[index] = .unreadable(obstacle)
      return obstacle
    }
    lastVerdicts[index] = nil
    wrongNumbers[index] = nil
    states[index] = .answered(typed: typed)
    return nil
  }

  /// The entries that have an answer without a verdict, in the order one works.
  public var answered: [Int] { states.filled.filter { $0.value.isAnswered }.keys.sorted() }

  /// Checks what was kept without a verdict, in the order one works, so that what follows from an own slip is known
  /// by it.
  ///
  /// - Parameter check: gives the verdict on an answer; the worksheet's own by default.
  /// - Returns: the verdicts in their order. What could not be told right or wrong is none that counts as right.
  public mutating func mark(
    checking check: ((_ typed: String, _ entry: Int, Worksheet) -> Verdict)? = nil
  ) -> [(entry: Int, verdict: Verdict)] {
    answered.compactMap { entry in
      guard let typed = states[entry].typed else { return nil }
      let verdict = check?(typed, entry, self) ?? self.check(typed, for: entry)
      if case .unreadable = verdict { states[entry] = .wrong(typed: typed) }
      keep(verdict, on: typed, for: entry)
      return (entry, verdict)
    }
  }

  /// Shows an entry's exact value.
  public mutating func reveal(_ index: Int) {
    states[index] = .revealed
    lastVerdicts[index] = nil
    wrongNumbers[index] = nil
  }

  /// Empties an entry.
  public mutating func clear(_ index: Int) {
    states[index] = .empty
    lastVerdicts[index] = nil
    rules[index] = nil
    wrongNumbers[index] = nil
  }

  /// What the learner made of the entries around one, as far as a verdict depends on it.
  ///
  /// Beside what is typed, a verdict depends on nothing else: not on numbers that are exact, which everybody has.
  public func numbers(around index: Int) -> LearnerNumbers {
    var numbers = LearnerNumbers()
    guard let key = key.numbers else { return numbers }
    for entry in list.neighbours(of: index) {
      switch states[entry] {
      case .right(_, let value), .close(_, let value):
        guard let value, !NumberCheck.isEqual(value, key.value(of: entry)) else { break }
        numbers.own[entry] = value
      case .wrong where entries[index].prerequisites.contains(entry):
        numbers.wrong[entry] = wrongNumbers[entry]
      case .empty, .answered, .wrong, .revealed: break
      }
    }
    if let local = key.localDerivative(before: index), isSettled(local) {
      numbers.settled.insert(local)
    }
    if entries[index].later != nil {
      numbers.settled.formUnion(entries[index].prerequisites.filter { states[$0].isSettled })
    }
    return numbers
  }

  /// What the learner made of the arrays that lead to an entry, as far as a verdict depends on it.
  private func arrays(around index: Int) -> ArrayLearnerNumbers {
    var numbers = ArrayLearnerNumbers()
    guard case .arrays(let key) = key else { return numbers }
    guard entries[index].later == nil else { return laterArrays(around: index, key) }
    for entry in entries[index].prerequisites {
      guard let typed = states[entry].typed, let array = key.array(typed, for: entry) else {
        continue
      }
      if states[entry].isAccepted { numbers.own[key.places[entry]] = array }
      if case .wrong = states[entry] { numbers.wrong[key.places[entry]] = array }
    }
    return numbers
  }

  /// The same of what comes after steps, by the worksheet's own entries.
  private func laterArrays(around index: Int, _ key: ArraySheetKey) -> ArrayLearnerNumbers {
    var numbers = ArrayLearnerNumbers()
    let sources = Set(entries[index].prerequisites)
    for (entry, state) in states.filled where entry < index || sources.contains(entry) {
      if sources.contains(entry), state.isSettled { numbers.settled.insert(entry) }
      guard !entries[entry].isForward, !entries[entry].isShape, let typed = state.typed,
        let array = key.array(typed, for: entry)
      else { continue }
      if state.isAccepted { numbers.own[entry] = array }
      if case .wrong = state { numbers.wrong[entry] = array }
    }
    return numbers
  }

  /// The number of an entry that stands wrong; `nil` for any other, and where what was typed has none.
  func wrongNumber(of index: Int) -> Double? { wrongNumbers[index] }

  /// Whether an entry stands there found, shown or given.
  private func isSettled(_ entry: Int) -> Bool {
    states[entry].isSettled || !(asked?.contains(entry) ?? true)
  }

  private static func wrongNumber(_ verdict: Verdict) -> Double? {
    switch verdict {
    case .wrong(.value(let number, _)), .wrong(.formula(_, let number, _)): number
    case .wrong, .right, .close, .unreadable: nil
    }
  }

  /// How many of some entries are right or close.
  public func score(of asked: [Int]) -> Int {
    asked.count { states[$0].isAccepted }
  }

  /// The first entry after a place that is still open, from the start again after the last.
  public func nextOpen(after index: Int?, among asked: [Int]) -> Int? {
    let open = asked.filter { states[$0].isOpen }
    guard let index else { return open.first }
    return open.first { $0 > index } ?? open.first
  }

  /// The entries that lead to one and are asked and not yet accepted.
  public func missingPrerequisites(of index: Int, among isAsked: (Int) -> Bool) -> [Int] {
    entries[index].prerequisites.filter { isAsked($0) && states[$0].isOpen }
  }
}

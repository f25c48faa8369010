import Expressions
public import Lessons

extension EntryList {
  /// The entries that a page asks for, in the order one works.
  ///
  /// At the output a derivative is a local one too, and is asked with either. What is given is not asked.
  ///
  /// - Throws: `LessonFailure` for names that are no entries of the graph.
  public func indices(of requests: [FillRequest]) throws(LessonFailure) -> [Int] {
    return try requests.asked { (request) throws(LessonError) in try indices(of: request) }.sorted()
  }

  private func indices(of request: FillRequest) throws(LessonError) -> [Int] {
    if case .entry(let name) = request.subject, arrays != nil, steps != nil, index(of: name) == nil,
      name.contains(" after ")
    {
      let names = entries.filter { $0.later != nil && !$0.isCell }.map(\.name)
      throw LessonError(FillRequest.unknown(name, among: names, or: []), at: request.position)
    }
    if let arrays, !isOfSteps(request) {
      return try arrays.indices(of: request).compactMap { index(of: arrays[$0].name) }
    }
    switch request.subject {
    case .forward: return indices { $0.kind == .forward }
    case .local: return indices { $0.isLocal }
    case .backward: return indices { $0.kind == .derivative || $0.kind == .contribution }
    case .after:
      guard steps != nil else { throw LessonError(FillRequest.noSteps, at: request.position) }
      return indices { $0.later?.isAskedByItself(in: self) ?? false }
    case .entry(let name):
      guard let index = index(of: name) else {
        throw LessonError(unknown(name), at: request.position)
      }
      return [index]
    }
  }

  /// Whether something is asked that comes after steps.
  private func isOfSteps(_ request: FillRequest) -> Bool {
    switch request.subject {
    case .after: steps != nil
    case .entry(let name): index(of: name).map { entries[$0].later != nil } ?? false
    case .forward, .local, .backward: false
    }
  }

  private func indices(where condition: (Entry) -> Bool) -> [Int] {
    entries.indices.filter { condition(entries[$0]) }
  }

  /// Says that a name is no entry, and what may have been meant.
  public func unknown(_ name: String) -> String {
    if let arrays { return arrays.unknown(name) }
    return FillRequest.unknown(
      name, among: entries.map(\.name), or: ["forward", "local", "backward"])
  }
}

extension [FillRequest] {
  /// The entries that are asked and not given.
  ///
  /// - Parameter entries: those that a request names.
  /// - Throws: `LessonFailure` with every request that names none.
  func asked(
    _ entries: (FillRequest) throws(LessonError) -> [Int]
  ) throws(LessonFailure) -> Set<Int> {
    var asked: Set<Int> = []
    var given: Set<Int> = []
    var errors: [LessonError] = []
    for request in self {
      do throws(LessonError) {
        let named = try entries(request)
        if request.isGiven { given.formUnion(named) } else { asked.formUnion(named) }
      } catch {
        errors.append(error)
      }
    }
    guard errors.isEmpty else { throw LessonFailure(errors) }
    return asked.subtracting(given)
  }
}

extension FillRequest {
  static let noSteps = "nothing says which steps are made; write an 'after' block"

  /// Says that a name is that of no entry, and what may have been meant.
  ///
  /// - Parameter words: what names several entries at once.
  static func unknown(_ name: String, among names: [String], or words: [String]) -> String {
    if let meant = Spelling.nearest(to: name, among: names + words) {
      return "no entry is called '\(name)'; did you mean '\(meant)'?"
    }
    let some = names.prefix(8).joined(separator: ", ")
    return "no entry is called '\(name)'; there are \(some)" + (names.count > 8 ? ", …" : "")
  }
}

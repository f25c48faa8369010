extension Expression {
  /// What is agreed on slopes where the formula stands at a corner, and what others answer there; each once.
  ///
  /// - Parameter results: the value of each term.
  public func conventionNotes(from results: [NumericArray]) -> [String] {
    var found: [String] = []
    for place in corners(from: results) {
      let note = note(at: place)
      if !note.isEmpty, !found.contains(note) { found.append(note) }
    }
    return found
  }

  /// The same for a formula over arrays at their values; none where the formula has none.
  public func conventionNotes(at values: [NumericArray]) -> [String] {
    guard hasCorners else { return [] }
    return arrayTermValues(at: values).map { conventionNotes(from: $0) } ?? []
  }

  /// The same for a formula of numbers, with what is said where their digits end.
  public func conventionNotes(at values: [Double]) -> [String] {
    guard hasCorners || hasLimits else { return [] }
    let results = termValues(at: values)
    return conventionNotes(from: results.map { NumericArray($0) })
      + limits(from: results).map(\.note)
  }

  private func note(at place: CornerPlace) -> String {
    let others = place.corner.others(isSecond: place.isSecond)
    switch place.corner {
    case .relu, .abs, .maxWithZero: return "\(ownConvention(place.term)), \(others)"
    case .max, .min: return "\(ownConvention(place.term)); \(others)"
    case .maxOfArray: return "in a tie the first one has the slope 1 by convention; \(others)"
    case .jump: return ownConvention(place.term)
    case .clip: return others
    case .root, .zeroToZero, .negativeBase, .rootBehindMask, .norm, .twoSweeps: return ""
    }
  }

  private func ownConvention(_ term: Int) -> String {
    switch terms[term] {
    case .unary(let operation, _), .binary(let operation, _, _): operation.convention
    case .number, .constant, .name, .array: ""
    }
  }
}

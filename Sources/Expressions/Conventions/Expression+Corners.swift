extension Expression {
  /// A term of a formula that stands at a corner.
  public struct CornerPlace: Hashable, Sendable {
    public var corner: Corner
    public var term: Int
    /// Whether what moves is the second operand of a maximum or minimum whose first is a number.
    public var isSecond = false
  }

  /// Where the formula stands at a corner, in the order of the terms.
  ///
  /// - Parameter results: the value of each term.
  public func corners(from results: [NumericArray]) -> [CornerPlace] {
    let isConstant = constantTerms
    var found: [CornerPlace] = []
    for (index, term) in terms.enumerated() where !isConstant[index] {
      for (corner, isSecond) in self.corners(of: term, results, isConstant) {
        found.append(CornerPlace(corner: corner, term: index, isSecond: isSecond))
      }
    }
    return found
  }

  /// Where a formula of numbers stands at a corner.
  public func corners(from results: [Double]) -> [CornerPlace] {
    hasCorners ? corners(from: results.map { NumericArray($0) }) : []
  }

  /// Whether an operation has a corner somewhere.
  var hasCorners: Bool {
    arrays.contains { call in
      if case .reduce(let reduction, _, _) = call.operation {
        reduction == .max || reduction == .min || reduction == .norm
      } else {
        false
      }
    }
      || terms.contains { term in
        switch term {
        case .unary(let operation, _): [.relu, .abs, .sign, .step, .sqrt].contains(operation)
        case .binary(let operation, _, _): [.max, .min, .power].contains(operation)
        case .number, .constant, .name, .array: false
        }
      }
  }

  private func corners(
    of term: Term, _ results: [NumericArray], _ isConstant: [Bool]
  ) -> [(Corner, Bool)] {
    switch term {
    case .number, .constant, .name: return []
    case .unary(let operation, let a):
      guard results[a].elements.contains(0) else { return [] }
      switch operation {
      case .relu: return [(.relu, false)]
      case .abs: return [(.abs, false)]
      case .sign, .step: return [(.jump, false)]
      case .sqrt: return [(.root, false)]
      default: return []
      }
    case .binary(let operation, let a, let b):
      switch operation {
      case .max, .min:
        guard meet(results[a], results[b], where: { $0 == $1 }) else { return [] }
        let isSecond = isConstant[a]
        guard isConstant[a] || isConstant[b] else {
          return [(operation == .max ? .max : .min, false)]
        }
        let isZero = results[isSecond ? a : b].elements.allSatisfy { $0 == 0 }
        let corner: Corner =
          operation == .max && isZero ? .maxWithZero : operation == .max ? .max : .min
        return [(corner, isSecond)]
          + (isClip(operation, a, b, isConstant) ? [(.clip, isSecond)] : [])
      case .power where isConstant[b]:
        let isRoot = meet(results[a], results[b]) { $0 == 0 && $1 > 0 && $1 < 1 }
        return isRoot ? [(.root, false)] : []
      case .power:
        if meet(results[a], results[b], where: { $0 == 0 && $1 == 0 }) {
          return [(.zeroToZero, false)]
        }
        return meet(results[a], results[b]) { x, _ in x < 0 } ? [(.negativeBase, true)] : []
      default: return []
      }
    case .array(let place):
      let call = arrays[place]
      guard case .reduce(let reduction, let axis, _) = call.operation,
        let operand = call.operands.first
      else { return [] }
      switch reduction {
      case .max, .min:
        return results[operand].hasTie(axis, isMaximum: reduction == .max)
          ? [(.maxOfArray, false)] : []
      case .norm: return results[operand].hasZeroGroup(axis) ? [(.norm, false)] : []
      case .sum, .mean, .var: return []
      }
    }
  }

  /// Whether a maximum with a number stands around or inside of a minimum with one.
  private func isClip(_ operation: Operation, _ a: Int, _ b: Int, _ isConstant: [Bool]) -> Bool {
    let other: Operation = operation == .max ? .min : .max
    let inner = isConstant[a] ? b : a
    func isBound(_ term: Int) -> Bool {
      guard case .binary(other, let x, let y) = terms[term] else { return false }
      return isConstant[x] != isConstant[y]
    }
    let isOuter = terms.indices.contains { place in
      guard case .binary(other, let x, let y) = terms[place], isConstant[x] != isConstant[y] else {
        return false
      }
      return [x, y].contains { term in
        if case .binary(operation, a, b) = terms[term] { true } else { false }
      }
    }
    return isBound(inner) || isOuter
  }

  private func meet(
    _ a: NumericArray, _ b: NumericArray, where isMet: (Double, Double) -> Bool
  ) -> Bool {
    if a.elements.count == 1, b.elements.count == 1 { return isMet(a[0], b[0]) }
    guard Shape.broadcast(a.shape, b.shape) != nil else { return false }
    return NumericArray.join(a, b) { isMet($0, $1) ? 1 : 0 }.elements.contains(1)
  }
}

extension NumericArray {
  /// The numbers that a reduction along an axis joins, group by group.
  private func groups(_ axis: Int?) -> [[Double]] {
    guard let axis = axis.flatMap({ shape.axis($0) }) else { return [elements] }
    let size = shape.sizes[axis]
    let inner = shape.sizes[(axis + 1)...].reduce(1, *)
    guard size > 0, inner > 0 else { return [] }
    let outer = elements.count / (size * inner)
    return (0..<outer * inner).map { group in
      let start = group / inner * size * inner + group % inner
      return (0..<size).map { elements[start + $0 * inner] }
    }
  }

  /// Whether the largest, or the smallest, of some numbers along an axis is there more than once.
  fileprivate func hasTie(_ axis: Int?, isMaximum: Bool) -> Bool {
    groups(axis).contains { group in
      guard let best = isMaximum ? group.max() : group.min() else { return false }
      return group.count { $0 == best } > 1
    }
  }

  fileprivate func hasZeroGroup(_ axis: Int?) -> Bool {
    groups(axis).contains { $0.allSatisfy { $0 == 0 } }
  }
}

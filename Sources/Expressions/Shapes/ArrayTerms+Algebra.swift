extension ArrayTerms {
  /// More terms number by number than these stay as they are.
  private static let mostTerms = 200

  /// The part as one would write it, where what it does number by number becomes shorter by the algebra of numbers.
  ///
  /// Between two operations on arrays everything is done number by number, and what is true of numbers is true of all.
  /// Factors that all terms of a sum have go before the part.
  mutating func simple(_ part: Part) -> Part {
    guard let term = part.term else { return part }
    if simplified[term] == nil { simplified[term] = shortened(term) }
    guard let short = simplified[term], short.shape == part.shape else { return part }
    return short.scaled(by: part.numerator, over: part.denominator)
  }

  private mutating func shortened(_ root: Int) -> Part? {
    guard let region = Region(root, in: self) else { return nil }
    let form = region.formula.normalForm
    var best: (factor: Coefficient, formula: Expression)?
    var length = region.formula.writtenSizes[region.formula.root]
    for candidate in [form, form.expanded()].compactMap({ $0 }) {
      let (factor, rest) = candidate.withoutCommonFactor
      let formula = rest.expression
      guard formula.isWritable, formula.terms.count < length else { continue }
      (best, length) = ((factor, formula), formula.terms.count)
    }
    guard let best else { return nil }
    let atoms = best.formula.names.map { name -> Part in
      let term = region.atoms[name] ?? root
      return Part(numerator: 1, term: term, shape: shapes[term])
    }
    var part = formula(best.formula, at: atoms)
    // What cancelled may have been what spread the rest.
    if part.term == nil { part.shape = shapes[root] }
    guard part.shape == shapes[root] else { return nil }
    return switch best.factor {
    case .fraction(let above, let below): part.scaled(by: Double(above), over: Double(below))
    case .decimal(let number): part.scaled(by: number)
    }
  }

  /// What a term does number by number, as a formula of numbers over names and operations on arrays.
  private struct Region {
    var formula = Expression()
    /// The terms that the formula's names stand for.
    var atoms: [String: Int] = [:]

    /// - Returns: `nil` where nothing is done number by number, or too much.
    init?(_ root: Int, in terms: ArrayTerms) {
      let all = terms.expression
      var isInside: Set<Int> = []
      var open = [root]
      while let term = open.popLast() {
        guard isInside.insert(term).inserted else { continue }
        guard isInside.count <= ArrayTerms.mostTerms else { return nil }
        if !terms.isAtom(term) { open += all.operands(of: term) }
      }
      guard isInside.count > 1 else { return nil }
      var places: [Int: Int] = [:]
      for term in isInside.sorted() {
        switch all.terms[term] {
        case .number, .constant: places[term] = formula.append(all.terms[term])
        case .unary(let operation, let a):
          places[term] = formula.append(.unary(operation, places[a] ?? 0))
        case .binary(let operation, let a, let b):
          places[term] = formula.append(.binary(operation, places[a] ?? 0, places[b] ?? 0))
        case .name(let slot):
          places[term] = formula.append(name: all.names[slot])
          atoms[all.names[slot]] = term
        case .array(let place):
          let call = all.arrays[place]
          switch call.operation {
          case .entrywise:
            let (a, b) = (places[call.operands[0]] ?? 0, places[call.operands[1]] ?? 0)
            places[term] = formula.append(.binary(.multiply, a, b))
          case .filled(let number, _): places[term] = formula.append(.number(number))
          case .broadcast: places[term] = places[call.operands[0]]
          default:
            // Behind all names, in the order in which they came up.
            let name = "\u{FFFF}\(term)"
            places[term] = formula.append(name: name)
            atoms[name] = term
          }
        }
      }
      // The root of a formula is its last term.
      guard places[root] == formula.root else { return nil }
    }
  }

  /// Whether a term is more than something done number by number; one that is only spread counts as what is spread.
  private func isAtom(_ term: Int) -> Bool {
    guard case .array(let place) = expression.terms[term] else { return false }
    return switch expression.arrays[place].operation {
    case .entrywise, .filled, .broadcast: false
    default: true
    }
  }
}

import Autodiff
import Expressions
import Training

/// Answers to what comes after steps of descent on a graph with arrays.
extension ArraySheetKey {
  /// Checks numbers, cell by cell, or a formula over what is on the graph, the rate and the like, and what comes after
  /// earlier steps; it is right where it gives the right numbers with other numbers of the graph too.
  ///
  /// - Parameter numbers: what the learner made of other entries, by the places of the worksheet.
  func checkLater(
    _ typed: String, for index: Int, knowing numbers: ArrayLearnerNumbers
  ) -> ArrayVerdict {
    guard let later = list.entries[index].later, let plan = list.steps, let trace else {
      return .unreadable(.notFinite)
    }
    do throws(ArrayObstacle) {
      switch try readLater(typed, for: index, later, plan) {
      case .numbers(let array):
        return check(array, for: index, later, plan, trace, numbers)
      case .formula(let formula): return check(formula, typed, for: index, later, plan)
      }
    } catch {
      return .unreadable(error)
    }
  }

  private enum LaterAnswer {
    case numbers(TypedArray)
    case formula(ArrayLaterFormula)
  }

  private func readLater(
    _ typed: String, for index: Int, _ later: LaterQuantity, _ plan: StepPlan
  ) throws(ArrayObstacle) -> LaterAnswer {
    let typed = typed.trimmingBlanks
    guard !typed.isEmpty else { throw .empty }
    guard typed.count <= ArrayAnswerKey.answerLimit else {
      throw .tooLong(limit: ArrayAnswerKey.answerLimit)
    }
    let known = Set(graph.nodes.map(\.name))
    if let array = try TypedArray(typed, known: known) {
      return .numbers(array.settled(in: shape(of: index)))
    }
    if let array = try key.constantArray(typed, known) { return .numbers(array) }
    let formula = try ArrayLaterFormula(typed, for: index, in: self)
    if formula.expression.isConstant, formula.shape?.isNumber ?? false {
      return .numbers(TypedArray(try TypedArray.number(typed, known)))
    }
    return .formula(formula)
  }

  // MARK: Numbers

  private func check(
    _ typed: TypedArray, for index: Int, _ later: LaterQuantity, _ plan: StepPlan,
    _ trace: ArrayStepTrace, _ numbers: ArrayLearnerNumbers
  ) -> ArrayVerdict {
    let wanted = shape(of: index)
    var typed = typed
    if typed.shape.isNumber, !wanted.isNumber { typed = typed.spread(to: wanted) }
    let said = ArrayTyped.numbers(typed.value)
    guard typed.shape == wanted else {
      return .wrong(
        ArrayWrongness(typed: said, shape: ShapeFault(found: typed.shape, wanted: wanted)))
    }
    let matches = zip(trace.exactNumbers(of: later), typed.cells).map { $0.match($1) }
    if matches.allSatisfy({ $0 == .exact || $0 == .rounded || $0 == .wholeRounded }) {
      return matches.contains(.wholeRounded) ? .close(said, .rounded) : .right(said)
    }
    if follows(typed, index, later, plan, numbers.own, takesShown: true) {
      return .close(said, .roundedEarlier)
    }
    let cells = matches.indices.filter { matches[$0] == .none }.map { wanted.cell(at: $0) }
    let reasons = reasons(for: typed, index, later, plan, numbers)
    if cells.isEmpty, reasons.isEmpty { return .unreadable(.tooFewDigits) }
    return .wrong(
      ArrayWrongness(
        typed: said, details: reasons, cells: cells.count < wanted.count ? cells : []))
  }

  private func reasons(
    for typed: TypedArray, _ index: Int, _ later: LaterQuantity, _ plan: StepPlan,
    _ numbers: ArrayLearnerNumbers
  ) -> [ArrayReason] {
    var found: [ArrayReason] = []
    let sources = list.entries[index].prerequisites
    for entry in sources where numbers.wrong[entry] != nil {
      let wrong = numbers.wrong.filter { $0.key == entry }
      if follows(typed, index, later, plan, wrong, takesShown: false) {
        found = [
          ArrayReason(
            rule: .followsFromWrong, node: later.node, other: list.entries[entry].name)
        ]
        break
      }
    }
    let isMoved = !sources.isEmpty && sources.allSatisfy(numbers.settled.contains)
    let right = value(of: index)
    let mistakes = ArrayLaterMistakes(
      later, plan, in: self, at: key.points[0], isMoved: isMoved
    ).mistakes
    let rules = mistakes.filter { mistake in
      guard let value = mistake.value, !ArrayComparison.isSame(value, right) else { return false }
      return typed.meets(value)
    }.map(\.rule)
    return found + ArraySheetKey.ordered(rules, at: later.node)
  }

  /// Whether numbers follow from others: somebody's own, or those that are shown, rounded.
  private func follows(
    _ typed: TypedArray, _ index: Int, _ later: LaterQuantity, _ plan: StepPlan,
    _ own: [Int: NumericArray], takesShown: Bool
  ) -> Bool {
    let sources = list.entries[index].prerequisites
    var choices: [[Int: NumericArray]] = []
    if !own.isEmpty {
      choices = [own, own.filter { sources.contains($0.key) }]
      if own.count > 1 { choices += own.keys.sorted().prefix(8).map { [$0: own[$0] ?? right($0)] } }
    }
    if takesShown {
      let near = own.filter { sources.contains($0.key) }
      // With all digits beside what is somebody's own, and rounded for all.
      choices += [17, 3, 4, 6].map { digits in
        let shown = Dictionary(
          sources.map { ($0, right($0).map { $0.rounded(toDigits: digits) }) },
          uniquingKeysWith: { first, _ in first })
        return digits == 17 ? shown.merging(near) { $1 } : shown
      }
    }
    return choices.contains { choice in
      let placed = placed(choice)
      guard !placed.isEmpty else { return false }
      return ArrayLaterNumbers(
        key.reading, at: key.points[0], plan, own: placed, until: later.step
      ).value(later).map { typed.meets($0) } ?? false
    }
  }

  private func right(_ entry: Int) -> NumericArray { value(of: entry) }

  /// Somebody's numbers by what they are of, cells in their arrays.
  private func placed(_ own: [Int: NumericArray]) -> [LaterQuantity: NumericArray] {
    var placed: [LaterQuantity: NumericArray] = [:]
    for index in own.keys.sorted() {
      guard let array = own[index], array.shape == shape(of: index) else { continue }
      let host = list.host(of: index)
      let cell = entry(index).cell
      let quantity: LaterQuantity
      if let later = list.entries[index].later {
        quantity = later.whole
      } else if entry(index).kind == .derivative {
        quantity = LaterQuantity(.derivative, of: entry(index).quantity, after: 0)
      } else {
        continue
      }
      guard let cell else {
        placed[quantity] = array
        continue
      }
      var whole = placed[quantity] ?? value(of: host)
      whole[whole.place(of: cell)] = array[0]
      placed[quantity] = whole
    }
    return placed
  }

  // MARK: Formulas

  private func check(
    _ formula: ArrayLaterFormula, _ typed: String, for index: Int, _ later: LaterQuantity,
    _ plan: StepPlan
  ) -> ArrayVerdict {
    let wanted = shape(of: index)
    var wrongness: ArrayWrongness?
    for plan in plan.withAndWithoutEpsilon {
      let points = key.points.map { point in
        (point, ArrayLaterNumbers(key.reading, at: point, plan, until: plan.count))
      }.filter { $0.1.value(later) != nil }
      let values = points.map { formula.value(at: $0.0, $0.1)?.spreadAsNumber(to: wanted) }
      func isSame(_ place: Int, _ other: NumericArray?) -> Bool {
        guard let value = values[place], let other else { return false }
        return ArrayComparison.isSame(value, other)
      }
      let outcomes = points.indices.map { isSame($0, points[$0].1.value(later)) }
      let said = ArrayTyped.formula(typed, value: values.first.flatMap { $0 })
      if !outcomes.isEmpty, outcomes.allSatisfy({ $0 }) { return .right(said) }
      var found = wrongness ?? ArrayWrongness(typed: said)
      found.isOnlyHere = found.isOnlyHere || outcomes.first ?? false
      if formula.shape != wanted { found.shape = ShapeFault(found: formula.shape, wanted: wanted) }
      if formula.shape != nil, found.details.isEmpty {
        let mistakes = points.map {
          ArrayLaterMistakes(later, plan, in: self, at: $0.0, isMoved: false).mistakes
        }
        let rules = (mistakes.first ?? []).indices.filter { place in
          mistakes.indices.allSatisfy { isSame($0, mistakes[$0][place].value) }
        }.map { mistakes[0][$0].rule }
        found.details = ArraySheetKey.ordered(rules, at: later.node)
      }
      wrongness = found
    }
    if wrongness?.isOnlyHere ?? false { wrongness?.shape = nil }
    return wrongness.map { .wrong($0) } ?? .unreadable(.notFinite)
  }

  private static func ordered(_ rules: [WrongRule], at node: Int) -> [ArrayReason] {
    WrongRule.allCases.filter(rules.contains).map { ArrayReason(rule: $0, node: node) }
  }
}

extension StepPlan {
  /// The plan, and where it is Adam's also the one that adds nothing to the root, as many write it down.
  fileprivate var withAndWithoutEpsilon: [StepPlan] {
    guard optimizer.method == .adam else { return [self] }
    var plain = self
    plain.optimizer.epsilon = 0
    return [self, plain]
  }
}

extension NumericArray {
  /// One number in each cell where there is but one.
  fileprivate func spreadAsNumber(to shape: Shape) -> NumericArray {
    self.shape.isNumber && !shape.isNumber ? spread(to: shape) : self
  }
}

import Autodiff
import Expressions

extension ArrayAnswerKey {
  /// The longest answer that is read, in characters.
  public static let answerLimit = 4000

  /// Checks an answer.
  ///
  /// Numbers are right cell by cell as in a graph of numbers, and the verdict is that of the worst cell. A formula is
  /// right where it gives the engine's numbers on all draws.
  ///
  /// - Parameters:
  ///   - typed: what the learner typed.
  ///   - index: the entry.
  ///   - numbers: what the learner has made of the entries around it.
  public func check(
    _ typed: String, for index: Int, knowing numbers: ArrayLearnerNumbers = ArrayLearnerNumbers()
  ) -> ArrayVerdict {
    do throws(ArrayObstacle) {
      switch try read(typed, for: index) {
      case .shape(let shape): return check(shape, for: index)
      case .numbers(let array): return check(array, for: index, numbers)
      case .formula(let formula): return check(formula, typed, for: index)
      }
    } catch {
      return .unreadable(error)
    }
  }

  /// Why an answer cannot be read, whatever is right; `nil` for one that can.
  public func obstacle(to typed: String, for index: Int) -> ArrayObstacle? {
    do throws(ArrayObstacle) {
      _ = try read(typed, for: index)
      return nil
    } catch {
      return error
    }
  }

  /// An answer as it is read.
  enum Answer {
    case shape(Shape)
    case numbers(TypedArray)
    case formula(ArrayFormulaAnswer)
  }

  func read(_ typed: String, for index: Int) throws(ArrayObstacle) -> Answer {
    let typed = typed.trimmingBlanks
    guard !typed.isEmpty else { throw .empty }
    guard typed.count <= ArrayAnswerKey.answerLimit else {
      throw .tooLong(limit: ArrayAnswerKey.answerLimit)
    }
    let entry = list[index]
    if entry.isShape {
      guard let shape = Shape(typed: typed) else { throw .noShape }
      return .shape(shape)
    }
    let known = Set(graph.nodes.map(\.name))
    if let array = try TypedArray(typed, known: known) {
      return .numbers(array.settled(in: shape(of: index)))
    }
    guard entry.takesFormulas else {
      if let array = try constantArray(typed, known) { return .numbers(array) }
      return .numbers(TypedArray(try TypedArray.number(typed, known)))
    }
    let formula = try ArrayFormulaAnswer(typed, for: index, in: self)
    guard formula.expression.isConstant else { return .formula(formula) }
    guard let value = formula.expression.arrayValue(at: []), value.shape.isNumber else {
      return .formula(formula)
    }
    return .numbers(TypedArray(try TypedArray.number(typed, known)))
  }

  /// An array made of numbers alone, as `2 [1, 2]` and `zeros(2, 3)`.
  func constantArray(
    _ typed: String, _ known: Set<String>
  ) throws(ArrayObstacle) -> TypedArray? {
    guard let formula = try? Formula(typed, known: known, shapes: [:]),
      formula.expression.isConstant, !formula.shape.isNumber,
      let value = formula.expression.arrayValue(at: [])
    else { return nil }
    guard value.isFinite else { throw .notFinite }
    return TypedArray(computed: value)
  }

  // MARK: Verdicts

  private func check(_ typed: Shape, for index: Int) -> ArrayVerdict {
    let wanted = shape(of: index)
    guard typed != wanted else { return .right(.shape(typed)) }
    return .wrong(
      ArrayWrongness(typed: .shape(typed), details: shapeReasons(typed, for: list[index])))
  }

  private func check(
    _ typed: TypedArray, for index: Int, _ numbers: ArrayLearnerNumbers
  ) -> ArrayVerdict {
    let wanted = shape(of: index)
    var typed = typed
    if typed.shape.isNumber, !wanted.isNumber { typed = typed.spread(to: wanted) }
    let said = ArrayTyped.numbers(typed.value)
    guard typed.shape == wanted else {
      return .wrong(
        ArrayWrongness(
          typed: said, shape: ShapeFault(found: typed.shape, wanted: wanted),
          details: reasons(for: typed, at: index, numbers)))
    }
    let exact = exactNumbers(of: index)
    let matches = zip(exact, typed.cells).map { $0.match($1) }
    let isAccepted = matches.allSatisfy { $0 == .exact || $0 == .rounded || $0 == .wholeRounded }
    if isAccepted {
      return matches.contains(.wholeRounded) ? .close(said, .rounded) : .right(said)
    }
    if follows(typed, at: index, numbers) { return .close(said, .roundedEarlier) }
    let cells = matches.indices.filter { matches[$0] == .none }.map { wanted.cell(at: $0) }
    let reasons = reasons(for: typed, at: index, numbers)
    if cells.isEmpty, reasons.isEmpty { return .unreadable(.tooFewDigits) }
    return .wrong(
      ArrayWrongness(
        typed: said, details: reasons, cells: cells.count < wanted.count ? cells : []))
  }

  private func check(
    _ formula: ArrayFormulaAnswer, _ typed: String, for index: Int
  ) -> ArrayVerdict {
    let entry = list[index]
    let said = ArrayTyped.formula(typed, value: formula.value(at: points[0]))
    let outcomes = points.map { formula.isRight(at: $0, for: entry) }
    if outcomes.allSatisfy({ $0 }) { return .right(said) }
    var wrongness = ArrayWrongness(typed: said)
    wrongness.isOnlyHere = outcomes[0]
    if formula.shape != shape(of: index), !outcomes[0] {
      wrongness.shape = formula.shapeFault(for: index)
    }
    wrongness.details = reasons(for: formula, at: index)
    return .wrong(wrongness)
  }
}

extension ArrayFormulaAnswer {
  /// Whether it gives the right numbers at a point; a number stands for equal cells.
  func isRight(at point: ArrayPoint, for entry: ArrayEntry) -> Bool {
    let values = values(at: point, of: expression.names)
    guard shape != nil, let results = expression.arrayTermValues(at: values) else { return false }
    let right = point.value(of: entry)
    var value = results[expression.root]
    guard value.isFinite else { return false }
    if value.shape.isNumber, !right.shape.isNumber { value = value.spread(to: right.shape) }
    return ArrayComparison.isSame(value, right, size: ArrayComparison.size(results))
  }
}

extension TypedArray {
  /// One number in every cell.
  func spread(to shape: Shape) -> TypedArray {
    var spread = self
    spread.cells = Array(repeating: cells[0], count: shape.count)
    spread.shape = shape
    spread.isSpread = true
    return spread
  }

  /// Numbers that were computed and not written.
  init(computed array: NumericArray) {
    self.init(
      cells: array.elements.map { TypedNumber($0.shortestText, reading: Expression($0)) },
      shape: array.shape)
  }
}

extension Shape {
  /// The cell at a place in the order of the numbers.
  func cell(at place: Int) -> [Int] {
    var place = place
    var cell: [Int] = []
    for size in sizes.reversed() {
      cell.insert(place % size, at: 0)
      place /= size
    }
    return cell
  }
}

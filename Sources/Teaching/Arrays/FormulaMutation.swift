import Expressions

/// A formula that differs from another one by what learners get wrong in products, sums and means.
struct FormulaMutation {
  var rules: [WrongRule]
  var expression: Expression

  init(_ rules: WrongRule..., expression: Expression) {
    self.rules = rules
    self.expression = expression
  }

  /// The formulas that somebody comes to who breaks one rule in a right one.
  ///
  /// - Parameter shapes: those of its terms.
  static func mistakes(in right: Expression, _ shapes: [Shape]) -> [FormulaMutation] {
    var found: [FormulaMutation] = []
    for index in right.terms.indices {
      switch right.terms[index] {
      case .binary(.divide, _, let b):
        guard case .number(let count) = right.terms[b], count > 1, count == count.rounded() else {
          continue
        }
        found.append(
          FormulaMutation(
            .meanForgotten, expression: TermEdit.replacing(index, of: right) { $1[0] }))
        found.append(
          FormulaMutation(
            .meanTwice,
            expression: TermEdit.wrapping(index, of: right) { $0.scale($1, by: 1 / count) }))
      case .array(let place):
        found += mistakes(in: right, at: index, right.arrays[place], shapes)
      case .number, .constant, .name, .unary, .binary: break
      }
    }
    return found
  }

  private static func mistakes(
    in right: Expression, at index: Int, _ call: ArrayCall, _ shapes: [Shape]
  ) -> [FormulaMutation] {
    func replaced(_ make: (inout TermEdit, [Int]) -> Int) -> Expression {
      TermEdit.replacing(index, of: right, make)
    }
    switch call.operation {
    case .transpose:
      return [
        FormulaMutation(
          index == right.root ? .transposed : .notTransposed, expression: replaced { $1[0] })
      ]
    case .product: return products(in: right, at: index, call)
    case .outer:
      return [
        FormulaMutation(
          .orderSwapped, .transposed, expression: replaced { $0.append(.outer, $1[1], $1[0]) }),
        FormulaMutation(
          .elementwiseProduct, expression: replaced { $0.append(.entrywise, $1[0], $1[1]) }),
        FormulaMutation(
          .elementwiseProduct, expression: replaced { $0.append(.product, $1[0], $1[1]) }),
      ]
    case .entrywise:
      return [
        FormulaMutation(
          .elementwiseProduct, expression: replaced { $0.append(.product, $1[0], $1[1]) })
      ]
    case .reduce(.sum, let axis, let keepsAxes):
      let shape = shapes[call.operands[0]]
      var found = [FormulaMutation(.notSummed, expression: replaced { $1[0] })]
      for other in 0..<shape.axes where axis.map({ shape.axis($0) != other }) ?? false {
        found.append(
          FormulaMutation(
            .wrongAxis,
            expression: replaced {
              $0.append(.reduce(.sum, axis: other, keepsAxes: keepsAxes), $1[0])
            }))
      }
      if axis != nil, !keepsAxes {
        found.append(
          FormulaMutation(
            .wrongAxis,
            expression: replaced { $0.append(.reduce(.sum, axis: nil, keepsAxes: false), $1[0]) }))
      }
      found.append(
        FormulaMutation(
          .averaged,
          expression: replaced {
            $0.append(.reduce(.mean, axis: axis, keepsAxes: keepsAxes), $1[0])
          }))
      return found
    default: return []
    }
  }

  /// The products of the same two factors, each as it stands or turned, in either order.
  private static func products(
    in right: Expression, at index: Int, _ call: ArrayCall
  ) -> [FormulaMutation] {
    var found = [
      FormulaMutation(
        .elementwiseProduct,
        expression: TermEdit.replacing(index, of: right) { $0.append(.entrywise, $1[0], $1[1]) })
    ]
    let isTurned = call.operands.map { right.isTransposed($0) }
    for turns in [[true, false], [false, true]] {
      found.append(
        FormulaMutation(
          .elementwiseProduct,
          expression: TermEdit.replacing(index, of: right) { edit, operands in
            let factors = zip(operands, turns).map { $1 ? edit.transpose($0) : $0 }
            return edit.append(.entrywise, factors[0], factors[1])
          }))
    }
    for isSwapped in [false, true] {
      for turning in 0..<4 {
        let turns = [turning & 1 != 0, turning & 2 != 0]
        guard isSwapped || turns.contains(true) else { continue }
        var rules: [WrongRule] = isSwapped ? [.orderSwapped] : []
        if turns.contains(true) { rules.append(.notTransposed) }
        // Both turned and swapped is the whole on its side.
        if isSwapped, turns == [true, true] { rules = [.transposed] }
        if !isSwapped, turns == [true, true], !isTurned.contains(true) { continue }
        var mutation = FormulaMutation(
          expression: TermEdit.replacing(index, of: right) { edit, operands in
            var factors = zip(operands, turns).map { place, isToTurn in
              isToTurn ? edit.transpose(place) : place
            }
            if isSwapped { factors.swapAt(0, 1) }
            return edit.append(.product, factors[0], factors[1])
          })
        mutation.rules = rules
        found.append(mutation)
      }
    }
    return found
  }
}

extension Expression {
  func isTransposed(_ term: Int) -> Bool {
    guard case .array(let place) = terms[term] else { return false }
    return arrays[place].operation == .transpose
  }

  /// The formula's value at arrays; `nil` where it has no shape, or no finite value.
  func finiteValue(at values: [NumericArray]) -> NumericArray? {
    guard (try? termShapes(at: values.map(\.shape))) != nil, let value = arrayValue(at: values),
      value.isFinite
    else { return nil }
    return value
  }
}

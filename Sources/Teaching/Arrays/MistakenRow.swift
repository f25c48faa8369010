import Expressions

/// A row of the table of rules with a mistake in it: what somebody passes back to one operand of an operation.
struct MistakenRow {
  var rules: [WrongRule]
  /// Over the operands A, B and C, the result Y and the upstream derivative G; `nil` where nothing is passed back.
  var row: Expression?

  /// The mistakes in what a term passes back to one of its operands.
  ///
  /// - Parameters:
  ///   - shapes: those of the term's operands.
  ///   - result: the term's shape.
  ///   - isMask: whether an operand holds zeros and one other number.
  ///   - indices: the numbers of an operand that holds indices.
  static func mistakes(
    of term: Int, operand: Int, in expression: Expression, _ shapes: [Shape], _ result: Shape,
    isMask: (Int) -> Bool, indices: (Int) -> [Double]?
  ) -> [MistakenRow] {
    let rows = MistakenRow.Writer(shapes: shapes, result: result, operand: operand)
    switch expression.terms[term] {
    case .number, .constant, .name: return []
    case .unary(let operation, _):
      return rows.generic(ArrayRule(operation, operand: operand, shapes: shapes))
        + rows.elementwise(operation)
    case .binary(let operation, let a, let b):
      return rows.generic(ArrayRule(operation, operand: operand, shapes: shapes))
        + rows.binary(operation, isMask: isMask(operand == 0 ? b : a))
    case .array(let place):
      let call = expression.arrays[place]
      let right = ArrayRule(call.operation, operand: operand, shapes: shapes)
      var found = rows.generic(right, isSoftmax: call.operation.isSoftmax)
      switch call.operation {
      case .entrywise:
        found += rows.factor(isMask: isMask(call.operands[1 - operand]))
      case .product, .outer:
        // The other factor without what comes from the right.
        let other = ArrayRule.operandNames[1 - operand]
        found += rows.of(.localOnly, "\(other)'", other)
      case .softmax:
        found += rows.of(.softmaxElementwise, "Y * (1 - Y) * G", "Y * (1 - Y)")
      case .crossEntropy where operand == 0: found += rows.crossEntropy()
      case .reduce(let reduction, let axis, _):
        found += rows.reduction(reduction, axis, of: expression, call.operands[0])
      case .maximumPool(let size): found += rows.pool(size)
      case .choose: found += rows.spread(.maskForgotten, "G")
      case .rows where operand == 0:
        found += rows.lookup(indices(call.operands[1]))
      default: break
      }
      return found
    }
  }

  /// Writes rows for the shapes of one term.
  struct Writer {
    let shapes: [Shape]
    let result: Shape
    let operand: Int

    private func read(_ text: String) -> Expression? {
      var names = ["Y": result, "G": result]
      for (name, shape) in zip(ArrayRule.operandNames, shapes) { names[name] = shape }
      return try? Formula(text, known: Set(names.keys), shapes: names).expression
    }

    /// Rows as they are written; those that have no shape are left out.
    func of(_ rules: WrongRule..., texts: [String]) -> [MistakenRow] {
      texts.compactMap { text in read(text).map { MistakenRow(rules: rules, row: $0) } }
    }

    func of(_ rule: WrongRule, _ texts: String...) -> [MistakenRow] { of(rule, texts: texts) }

    /// A row that is summed over where the operand was spread.
    func spread(_ rule: WrongRule, _ text: String) -> [MistakenRow] {
      let own = shapes[operand]
      var sum = text
      if own != result {
        if own.isNumber {
          sum = "sum(\(text))"
        } else {
          for _ in 0..<max(0, result.axes - own.axes) { sum = "sum(\(sum), axis=0)" }
          for (axis, size) in own.sizes.enumerated()
          where size == 1 && result.sizes.suffix(own.axes)[result.axes - own.axes + axis] != 1 {
            sum = "sum(\(sum), axis=\(axis), keepdims=True)"
          }
        }
      }
      return of(rule, sum)
    }

    /// What goes wrong in a row whatever its operation is.
    func generic(_ right: ArrayRule?, isSoftmax: Bool = false) -> [MistakenRow] {
      guard let right else { return [] }
      let names = right.expression.names.map { name in
        name == "G" || name == "Y"
          ? result : shapes[ArrayRule.operandNames.firstIndex(of: name) ?? 0]
      }
      guard let found = try? right.expression.termShapes(at: names) else { return [] }
      return FormulaMutation.mistakes(in: right.expression, found).map { mutation in
        // The sum of a softmax's row joins what its shares have to do with each other.
        MistakenRow(
          rules: isSoftmax && mutation.rules == [.notSummed]
            ? [.softmaxElementwise] : mutation.rules, row: mutation.expression)
      }
    }

    func elementwise(_ operation: Operation) -> [MistakenRow] {
      switch operation {
      case .relu:
        of(.maskForgotten, "G") + of(.maskOfValue, "G * Y", "G * A", "Y", "A")
          + conventions(of: .relu, slope: "step(A)")
      case .sigmoid:
        of(.sigmoidValue, "G * Y") + of(.sigmoidOneMinus, "G * (1 - Y)")
          + of(.sigmoidOfInput, "G * A * (1 - A)")
      case .tanh: of(.tanhOneMinus, "G * (1 - Y)", "G * (1 - A^2)")
      case .log: of(.lnItself, "G * Y")
      case .abs: of(.maskForgotten, "G") + conventions(of: .abs, slope: "sign(A)")
      default: []
      }
    }

    func binary(_ operation: Operation, isMask: Bool) -> [MistakenRow] {
      let own = operand == 0 ? "A" : "B"
      switch operation {
      case .max, .min:
        return spread(.maskForgotten, "G") + spread(.maskOfValue, "G * \(own)")
          + conventions(ofTie: operation)
      case .multiply: return factor(isMask: isMask)
      case .subtract where operand == 1: return spread(.subtrahendSign, "G")
      case .power where operand == 0:
        return spread(.powerCoefficient, "G * A^(B - 1)") + spread(.powerNotLowered, "G * B * A^B")
      case .divide where operand == 1: return spread(.reciprocalSign, "G * Y / B")
      default: return []
      }
    }

    /// One factor of a product number by number.
    func factor(isMask: Bool) -> [MistakenRow] {
      spread(isMask ? .maskForgotten : .upstreamOnly, "G")
        + spread(.ownOperand, operand == 0 ? "G * A" : "G * B")
    }

    func crossEntropy() -> [MistakenRow] {
      let width = shapes[0].sizes[shapes[0].axes - 1]
      let rows = shapes[0].count / max(1, width)
      let target = shapes[1] == shapes[0] ? "B" : "onehot(B, \(width))"
      let p = "softmax(A)"
      return of(
        .targetForgotten, "G \(p) / \(rows)") + of(.targetMinus, "G (\(target) - \(p)) / \(rows)")
        + of(
          .softmaxElementwise, "G \(p) * (1 - \(p)) / \(rows)",
          "G (\(p) - \(target)) * \(p) * (1 - \(p)) / \(rows)")
        + of(
          .meanForgotten, .targetForgotten, texts: rows > 1 ? ["G \(p)"] : [])
    }

    func reduction(
      _ reduction: ArrayOperation.Reduction, _ axis: Int?, of expression: Expression, _ term: Int
    ) -> [MistakenRow] {
      let own = shapes[operand]
      guard !own.isNumber else { return [] }
      let kept = Shape(
        axis.flatMap { own.axis($0) }.map { axis in
          own.sizes.enumerated().map { $0.offset == axis ? 1 : $0.element }
        } ?? own.sizes.map { _ in 1 })
      let count = own.count / max(1, kept.count)
      let upstream = "reshape(G, \(kept.sizes.map(String.init).joined(separator: ", ")))"
      let spread = "(\(upstream) + 0 A)"
      let along = axis.map { ", axis=\($0)" } ?? ""
      switch reduction {
      case .sum: return of(.averaged, "\(spread) / \(count)")
      case .mean:
        // The mean of squares is a variance, or a loss.
        let isSquare = expression.isSquare(term)
        return [MistakenRow(rules: [isSquare ? .constantVariance : .constantMean], row: nil)]
      case .var: return [MistakenRow(rules: [.constantVariance], row: nil)]
      case .max, .min:
        let mask = "is\(reduction.rawValue)(A\(along))"
        return of(.maximumToAll, spread) + of(.maskOfValue, "A * \(mask) * \(upstream)")
          + conventions(
            isMaximum: reduction == .max, result: upstream.replacing("G", with: "Y"), along,
            upstream)
      case .norm: return of(.upstreamOnly, spread)
      }
    }

    /// The upstream given to every number of a block.
    func pool(_ size: Int) -> [MistakenRow] {
      let own = shapes[0]
      guard own.count <= 400 else { return [] }
      func copies(_ axis: Int) -> String {
        let rows = (0..<own.sizes[axis]).map { place in
          let cells = (0..<result.sizes[axis]).map { $0 == place / size ? "1" : "0" }
          return "[\(cells.joined(separator: ", "))]"
        }
        return "[\(rows.joined(separator: ", "))]"
      }
      return own.axes == 1
        ? of(.maximumToAll, "\(copies(0)) @ G")
        : of(.maximumToAll, "\(copies(0)) @ G @ (\(copies(1)))'")
    }

    /// Rows that were looked up again overwritten, or left out.
    func lookup(_ indices: [Double]?) -> [MistakenRow] {
      guard let indices, shapes[1].axes == 1, Set(indices).count < indices.count else { return [] }
      let firsts = indices.indices.map { indices.firstIndex(of: indices[$0]) == $0 }
      let lasts = indices.indices.map { indices.lastIndex(of: indices[$0]) == $0 }
      return [firsts, lasts].flatMap { isCounted in
        let mask = isCounted.map { $0 ? "1" : "0" }.joined(separator: ", ")
        let spread = result.axes == 1 ? "[\(mask)]" : "reshape([\(mask)], \(indices.count), 1)"
        return of(.lookupOnce, "scatter(\(spread) * G, B, \(shapes[0].sizes[0]))")
      }
    }
  }
}

extension ArrayOperation {
  fileprivate var isSoftmax: Bool { if case .softmax = self { true } else { false } }
}

extension Expression {
  /// Whether a term is a square, or a product of a term with itself.
  fileprivate func isSquare(_ term: Int) -> Bool {
    switch terms[term] {
    case .binary(.power, _, let exponent): return terms[exponent] == .number(2)
    case .binary(.multiply, let a, let b): return part(a) == part(b)
    case .array(let place):
      let call = arrays[place]
      return call.operation == .entrywise && part(call.operands[0]) == part(call.operands[1])
    default: return false
    }
  }
}

extension FormulaPrinter {
  func binding(of operation: ArrayOperation) -> Expression.Binding {
    switch operation {
    case .product, .entrywise: .product
    case .compare: .comparison
    default: .primary
    }
  }

  func pieces(of call: ArrayCall) -> [Piece] {
    let operands = call.operands
    switch call.operation {
    case .literal(let array): return [.text(array.text { $0.formulaText })]
    case .product: return product(of: operands[0], operands[1])
    case .entrywise:
      return [
        .term(operands[0], atLeast: .product), .text(" * "), .term(operands[1], atLeast: .sign),
      ]
    case .compare(let comparison):
      return [
        .term(operands[0], atLeast: .sum), .text(" \(comparison.rawValue) "),
        .term(operands[1], atLeast: .sum),
      ]
    case .transpose: return [.term(operands[0], atLeast: .primary), .text(isProgram ? ".T" : "'")]
    case .part(let cuts):
      let texts = cuts.map(\.text).joined(separator: ", ")
      return [.term(operands[0], atLeast: .primary), .text("[\(texts)]")]
    case .rows:
      return [
        .term(operands[0], atLeast: .primary), .text("["), .term(operands[1], atLeast: .sum),
        .text("]"),
      ]
    case .picked(let rows):
      return [
        .term(operands[0], atLeast: .primary), .text("[range(\(rows)), "),
        .term(operands[1], atLeast: .sum), .text("]"),
      ]
    default: break
    }
    var pieces = [Piece.text("\(call.operation.functionName ?? "")(")]
    for (index, operand) in operands.enumerated() {
      if index > 0 { pieces.append(.text(", ")) }
      pieces.append(.term(operand, atLeast: .sum))
    }
    let arguments = call.operation.arguments
    if !operands.isEmpty, !arguments.isEmpty { pieces.append(.text(", ")) }
    return pieces + [.text(arguments.joined(separator: ", ") + ")")]
  }

  /// A product of matrices, side by side where that can be read.
  private func product(of a: Int, _ b: Int) -> [Piece] {
    guard !isProgram, start(of: b) != nil, !endsInQuotient(a) else {
      return [.term(a, atLeast: .product), .text(" @ "), .term(b, atLeast: .power)]
    }
    return [.term(a, atLeast: .product), .text(" "), .term(b, atLeast: .power)]
  }

  /// What an operation's text begins with, if it may stand behind a factor without a sign.
  func start(of call: ArrayCall) -> Start? {
    switch call.operation {
    // Behind a name a bracket would be a part of it.
    case .literal: return nil
    case .transpose, .part, .rows, .picked:
      return binding(of: call.operands[0]) < .primary ? .parenthesis : start(of: call.operands[0])
    default: return call.operation.functionName?.first.map { .letter($0) }
    }
  }
}

extension ArrayOperation {
  /// The arguments that are no operands, as they are typed.
  var arguments: [String] {
    func sizes(_ shape: Shape) -> [String] { shape.sizes.map(String.init) }
    switch self {
    case .filled(_, let shape), .random(let shape), .reshape(let shape), .broadcast(let shape):
      return sizes(shape)
    case .identity(let n), .oneHot(let n), .scatter(let n), .maximumPool(let n), .unpool(let n):
      return [String(n)]
    case .reduce(_, let axis, let keepsAxes):
      return (axis.map { ["axis=\($0)"] } ?? []) + (keepsAxes ? ["keepdims=True"] : [])
    case .extremum(_, let axis): return axis.map { ["axis=\($0)"] } ?? []
    case .softmax(let axis), .logSumExp(let axis): return axis == -1 ? [] : ["axis=\(axis)"]
    case .concatenate(let axis): return ["axis=\(axis)"]
    case .pad(let paddings): return paddings.flatMap { ["\($0.before)", "\($0.after)"] }
    case .literal, .product, .entrywise, .outer, .transpose, .crossEntropy, .part, .rows, .picked,
      .convolution, .compare, .choose, .flip, .diagonal:
      return []
    }
  }
}

extension ArrayOperation.Cut {
  var text: String {
    switch self {
    case .index(let index): String(index)
    case .range(let lower, let upper):
      "\(lower.map(String.init) ?? ""):\(upper.map(String.init) ?? "")"
    case .newAxis: "None"
    }
  }
}

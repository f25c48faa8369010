/// A function of formulas with arrays: what it is called, what it takes, and the operation that it is.
struct ArrayFunction: Sendable {
  /// How a call is written, for messages.
  var usage: String
  /// How many operands it takes, at least and at most.
  var operands: ClosedRange<Int>
  /// Whether whole numbers follow, such as the sizes of a shape.
  var takesNumbers = false
  /// The keywords that it takes.
  var keywords: Set<String> = []
  /// The operation; `nil` where the whole numbers are not what it takes.
  var operation: @Sendable (Options) -> ArrayOperation?

  /// What a call says beside its operands.
  struct Options {
    var numbers: [Int] = []
    var axis: Int?
    var keepsAxes = false
    /// The shapes of the operands.
    var shapes: [Shape] = []
  }

  /// What a keyword is called elsewhere: in PyTorch.
  static let otherKeywords = ["dim": "axis", "keepdim": "keepdims"]

  /// All words that stand before an equals sign in a call.
  static let allKeywords = Set(otherKeywords.flatMap { [$0.key, $0.value] })

  /// The function of a name.
  static func named(_ name: String) -> ArrayFunction? { table[name] }

  private static func reduction(_ reduction: ArrayOperation.Reduction) -> ArrayFunction {
    let name = reduction.rawValue
    return ArrayFunction(
      usage: "\(name)(A) or \(name)(A, axis=0)", operands: 1...1, keywords: ["axis", "keepdims"]
    ) { .reduce(reduction, axis: $0.axis, keepsAxes: $0.keepsAxes) }
  }

  private static func shape(_ numbers: [Int]) -> Shape? {
    numbers.allSatisfy { $0 >= 0 } && !numbers.isEmpty ? Shape(numbers) : nil
  }

  private static func positive(_ numbers: [Int]) -> Int? {
    numbers.count == 1 && numbers[0] > 0 ? numbers[0] : nil
  }

  /// The shape of as many numbers, where one of the sizes may be -1.
  private static func reshaped(_ numbers: [Int], from shape: Shape) -> Shape? {
    guard let open = numbers.firstIndex(of: -1) else { return self.shape(numbers) }
    var numbers = numbers
    numbers[open] = 1
    guard let known = self.shape(numbers)?.count, known > 0, shape.count % known == 0 else {
      return nil
    }
    numbers[open] = shape.count / known
    return self.shape(numbers)
  }

  private static let table: [String: ArrayFunction] = {
    var table: [String: ArrayFunction] = [
      "softmax": ArrayFunction(
        usage: "softmax(Z) or softmax(Z, axis=0)", operands: 1...1, keywords: ["axis"]
      ) { .softmax(axis: $0.axis ?? -1) },
      "logsumexp": ArrayFunction(
        usage: "logsumexp(Z) or logsumexp(Z, axis=0)", operands: 1...1, keywords: ["axis"]
      ) { .logSumExp(axis: $0.axis ?? -1) },
      "crossentropy": ArrayFunction(
        usage: "crossentropy(Z, y), where Z are logits", operands: 2...2
      ) { _ in .crossEntropy },
      "outer": ArrayFunction(usage: "outer(a, b)", operands: 2...2) { _ in .outer },
      "ismax": ArrayFunction(usage: "ismax(A, axis=0)", operands: 1...1, keywords: ["axis"]) {
        .extremum(isMaximum: true, axis: $0.axis)
      },
      "ismin": ArrayFunction(usage: "ismin(A, axis=0)", operands: 1...1, keywords: ["axis"]) {
        .extremum(isMaximum: false, axis: $0.axis)
      },
      "zeros": ArrayFunction(usage: "zeros(2, 3)", operands: 0...0, takesNumbers: true) {
        shape($0.numbers).map { .filled(0, $0) }
      },
      "ones": ArrayFunction(usage: "ones(2, 3)", operands: 0...0, takesNumbers: true) {
        shape($0.numbers).map { .filled(1, $0) }
      },
      "randn": ArrayFunction(usage: "randn(3, 4)", operands: 0...0, takesNumbers: true) {
        shape($0.numbers).map { .random($0) }
      },
      "eye": ArrayFunction(usage: "eye(2)", operands: 0...0, takesNumbers: true) {
        positive($0.numbers).map { .identity($0) }
      },
      "concat": ArrayFunction(
        usage: "concat(A, B, axis=0)", operands: 1...1000, keywords: ["axis"]
      ) { .concatenate(axis: $0.axis ?? 0) },
      "reshape": ArrayFunction(usage: "reshape(A, 2, 3)", operands: 1...1, takesNumbers: true) {
        reshaped($0.numbers, from: $0.shapes[0]).map { .reshape($0) }
      },
      "broadcast_to": ArrayFunction(
        usage: "broadcast_to(A, 2, 3)", operands: 1...1, takesNumbers: true
      ) { shape($0.numbers).map { .broadcast($0) } },
      "conv": ArrayFunction(usage: "conv(X, W)", operands: 2...2) { _ in .convolution },
      "maxpool": ArrayFunction(usage: "maxpool(X, 2)", operands: 1...1, takesNumbers: true) {
        positive($0.numbers).map { .maximumPool($0) }
      },
      "unpool": ArrayFunction(usage: "unpool(G, X, 2)", operands: 2...2, takesNumbers: true) {
        positive($0.numbers).map { .unpool($0) }
      },
      "where": ArrayFunction(usage: "where(A > 0, B, C)", operands: 3...3) { _ in .choose },
      "flip": ArrayFunction(usage: "flip(A)", operands: 1...1) { _ in .flip },
      "pad": ArrayFunction(
        usage: "pad(A, 1, 2), with the zeros before and after for each axis", operands: 1...1,
        takesNumbers: true
      ) { options in
        let numbers = options.numbers
        guard numbers.count == 2 * options.shapes[0].axes, numbers.allSatisfy({ $0 >= 0 }) else {
          return nil
        }
        return .pad(
          stride(from: 0, to: numbers.count, by: 2).map {
            ArrayOperation.Padding(before: numbers[$0], after: numbers[$0 + 1])
          })
      },
      "diag": ArrayFunction(usage: "diag(a)", operands: 1...1) { _ in .diagonal },
      "onehot": ArrayFunction(usage: "onehot(y, 10)", operands: 1...1, takesNumbers: true) {
        positive($0.numbers).map { .oneHot($0) }
      },
      "scatter": ArrayFunction(
        usage: "scatter(G, rows, 5)", operands: 2...2, takesNumbers: true
      ) { positive($0.numbers).map { .scatter($0) } },
    ]
    for kind in ArrayOperation.Reduction.allCases { table[kind.rawValue] = reduction(kind) }
    return table
  }()
}

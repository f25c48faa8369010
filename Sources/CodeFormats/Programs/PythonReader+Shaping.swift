import Expressions

extension PythonReader {
  /// Functions that make arrays, or put them into another shape.
  mutating func shaping(_ call: PythonCall) throws(ProgramError) -> ProgramValue? {
    switch call.name {
    case "zeros", "ones":
      let sizes = try checked(sizes(call, from: 0), call)
      return ProgramValue(
        "\(call.name)(\(sizes.map(String.init).joined(separator: ", ")))", shape: sizes)
    case "eye", "identity":
      guard let part = call.argument(0), let size = whole(part), (1...1000).contains(size) else {
        throw ProgramError("a size from 1 to 1000 belongs here", at: call.place)
      }
      return ProgramValue("eye(\(size))", shape: [size, size])
    case "zeros_like", "ones_like":
      let value = try operand(call, 0)
      guard let shape = value.shape else { throw unknownShape(at: call.place) }
      if shape.isEmpty { return ProgramValue(call.name == "ones_like" ? 1 : 0) }
      return ProgramValue(
        "\(call.name.dropLast(5))(\(shape.map(String.init).joined(separator: ", ")))", shape: shape)
    case "full":
      guard let first = call.argument(0) else { return nil }
      var sized = call
      sized.arguments = [first]
      let sizes = try checked(sizes(sized, from: 0), call)
      let ones = ProgramValue(
        "ones(\(sizes.map(String.init).joined(separator: ", ")))", shape: sizes)
      return .joining(try operand(call, 1), "*", ones, .product)
    case "arange", "linspace": return try counted(call)
    case "reshape", "view":
      let value = try operand(call, 0)
      let sizes = try sizes(call, from: 1)
      let known = sizes.contains(-1) ? nil : sizes
      return ProgramValue(
        "reshape(\(value.text), \(sizes.map(String.init).joined(separator: ", ")))", shape: known)
    case "flatten", "ravel":
      let value = try operand(call, 0)
      guard !value.isNumber else { return value }
      return ProgramValue(
        "reshape(\(value.text), -1)", shape: value.shape.map { [$0.reduce(1, *)] })
    case "transpose", "t", "swapaxes":
      let value = try operand(call, 0)
      guard value.shape?.count ?? 2 > 1 else { return value }
      return ProgramValue("\(value.text(.atom)).T", shape: value.shape.map { $0.reversed() })
    case "concatenate", "cat", "concat":
      guard let first = call.argument(0) else { return nil }
      let parts: [PythonTree.Part]
      switch parser.tree[first].kind {
      case .list(let inner), .tuple(let inner): parts = inner
      default: throw ProgramError("a list of arrays belongs here, as in [a, b]", at: call.place)
      }
      var texts: [String] = []
      for part in parts { texts.append(try value(part, call.locals).text) }
      return ProgramValue(
        "concat(\(texts.joined(separator: ", ")), axis=\(try axis(call) ?? 0))")
    default: return nil
    }
  }

  private func checked(_ sizes: [Int], _ call: PythonCall) throws(ProgramError) -> [Int] {
    guard sizes.count <= 3, sizes.allSatisfy({ $0 > 0 && $0 <= 1_000_000 }),
      sizes.reduce(1, { $0.multipliedReportingOverflow(by: $1).partialValue }) <= Shape.countLimit
    else {
      throw ProgramError(
        "an array has three axes at most, and \(Shape.countLimit) numbers", at: call.place)
    }
    return sizes
  }

  /// Numbers that count.
  private mutating func counted(_ call: PythonCall) throws(ProgramError) -> ProgramValue {
    var numbers: [Double] = []
    for index in 0..<call.count {
      guard let number = try operand(call, index).constant else {
        throw ProgramError("\(call.name) takes numbers here; write the array out", at: call.place)
      }
      numbers.append(number)
    }
    let values: [Double]
    if call.name == "linspace", numbers.count == 3, (2...1000).contains(numbers[2]) {
      let step = (numbers[1] - numbers[0]) / (numbers[2] - 1)
      values = (0..<Int(numbers[2])).map { numbers[0] + Double($0) * step }
    } else if call.name == "arange", (1...3).contains(numbers.count) {
      let start = numbers.count == 1 ? 0 : numbers[0]
      let end = numbers.count == 1 ? numbers[0] : numbers[1]
      let step = numbers.count == 3 ? numbers[2] : 1
      let count = ((end - start) / step).rounded(.up)
      guard step != 0, count.isFinite, (1...1000).contains(count) else {
        throw ProgramError("arange gives 1 to 1000 numbers here", at: call.place)
      }
      values = (0..<Int(count)).map { start + Double($0) * step }
    } else {
      throw ProgramError("write the numbers of \(call.name) out", at: call.place)
    }
    return ProgramValue(values, shape: [values.count])
  }

  /// Losses, by their formulas.
  mutating func loss(_ call: PythonCall) throws(ProgramError) -> ProgramValue? {
    func mean(_ value: ProgramValue) -> ProgramValue {
      value.isNumber ? value : ProgramValue("mean(\(value.text))", shape: [])
    }
    switch call.name {
    case "mse_loss", "mean_squared_error", "l1_loss":
      try check(call, takes: [])
      let difference = ProgramValue.joining(
        try operand(call, 0), "-", try operand(call, 1), .sum)
      return mean(
        call.name == "l1_loss" ? difference.applying("abs") : difference.power(ProgramValue(2)))
    case "cross_entropy":
      try check(call, takes: [])
      let (logits, target) = (try operand(call, 0), try operand(call, 1))
      return ProgramValue("crossentropy(\(logits.text), \(target.text))", shape: [])
    case "binary_cross_entropy":
      try check(call, takes: [])
      let (p, y) = (try operand(call, 0), try operand(call, 1))
      let one = ProgramValue(1)
      let first = ProgramValue.joining(y, "*", p.applying("ln"), .product)
      let second = ProgramValue.joining(
        .joining(one, "-", y, .sum), "*", ProgramValue.joining(one, "-", p, .sum).applying("ln"),
        .product)
      let sum = ProgramValue.joining(first, "+", second, .sum)
      return mean(ProgramValue("-(\(sum.text))", .sign, shape: sum.shape))
    case "binary_cross_entropy_with_logits":
      try check(call, takes: [])
      let (z, y) = (try operand(call, 0), try operand(call, 1))
      return mean(.joining(z.applying("softplus"), "-", .joining(y, "*", z, .product), .sum))
    case "linear":
      let (x, weight) = (try operand(call, 0), try operand(call, 1))
      let turned = ProgramValue(
        "\(weight.text(.atom)).T", shape: weight.shape.map { $0.reversed() })
      let product = ProgramValue.product(x, turned)
      return call.count < 3 ? product : .joining(product, "+", try operand(call, 2), .sum)
    default: return nil
    }
  }
}

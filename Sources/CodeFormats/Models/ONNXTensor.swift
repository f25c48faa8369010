import Expressions

/// An array of a model, with its name.
struct ONNXTensor {
  private(set) var name = ""
  private(set) var array = NumericArray(0)
  /// Whether it holds whole numbers, such as a shape or indices.
  private(set) var isWhole = false

  /// - Throws: `ProgramError` for numbers in another file, of a kind that is not read, or too many or few of them.
  /// - Complexity: O(n) in the bytes.
  init(_ message: ProtobufReader) throws(ProgramError) {
    var reader = message
    var sizes: [Int64] = []
    var kind: Int64 = 0
    var raw: ArraySlice<UInt8>?
    var numbers: [Double] = []
    while let field = try reader.next() {
      switch field.number {
      case 1: sizes += try ProtobufReader.integers(field.value)
      case 2: kind = try ProtobufReader.integers(field.value).first ?? 0
      case 3: throw ProgramError("an array in segments is not read; export the model anew")
      case 4: numbers += try ProtobufReader.floats(field.value)
      case 5, 7: numbers += try ProtobufReader.integers(field.value).map { Double($0) }
      case 8: name = try ProtobufReader.text(field.value)
      case 9: if case .bytes(let bytes) = field.value { raw = bytes }
      case 10: numbers += try ProtobufReader.doubles(field.value)
      case 13: throw ONNXTensor.external(name)
      case 14:
        if try ProtobufReader.integers(field.value).first == 1 { throw ONNXTensor.external(name) }
      default: break
      }
    }
    let title = name.isEmpty ? "an array" : "'\(name)'"
    guard sizes.count <= 3 else {
      throw ProgramError("\(title) has \(sizes.count) axes, and an array here three at most")
    }
    var count = 1
    for size in sizes {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: Int(clamping: size))
      guard size > 0, !isTooLarge, product <= Shape.countLimit else {
        throw ProgramError(
          "\(title) has the sizes \(sizes.map(String.init).joined(separator: ", ")), and an array here 1 to \(Shape.countLimit) numbers"
        )
      }
      count = product
    }
    isWhole = [2, 3, 4, 5, 6, 7, 9].contains(kind)
    if let raw { numbers = try ONNXTensor.numbers(raw, kind: kind, title) }
    guard numbers.count == count else {
      throw ProgramError("\(title) holds \(numbers.count) numbers where its shape has \(count)")
    }
    guard numbers.allSatisfy(\.isFinite) else {
      throw ProgramError("\(title) holds a number that is not finite")
    }
    array = NumericArray(numbers, shape: Shape(sizes.map { Int($0) }))
  }

  private static func external(_ name: String) -> ProgramError {
    ProgramError(
      "\(name.isEmpty ? "an array" : "'\(name)'") lies in another file; save the model with its weights inside, "
        + "as by onnx.save(onnx.load(\"model.onnx\"), \"whole.onnx\")")
  }

  private static func numbers(
    _ raw: ArraySlice<UInt8>, kind: Int64, _ title: String
  ) throws(ProgramError) -> [Double] {
    let widths: [Int64: Int] = [1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8]
    guard let width = widths[kind] else {
      throw ProgramError(
        "\(title) is of kind \(kind), and float, double and whole numbers are read; export the model so"
      )
    }
    guard raw.count % width == 0 else {
      throw ProtobufReader.damaged("\(title) ends within a number")
    }
    return stride(from: raw.startIndex, to: raw.endIndex, by: width).map { start in
      let bits = raw[start..<start + width].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return switch kind {
      case 1: Double(Float(bitPattern: UInt32(bits)))
      case 3: Double(Int8(truncatingIfNeeded: bits))
      case 5: Double(Int16(truncatingIfNeeded: bits))
      case 6: Double(Int32(truncatingIfNeeded: bits))
      case 7: Double(Int64(bitPattern: bits))
      case 10: NPYNumber.half(bits)
      case 11: Double(bitPattern: bits)
      default: Double(bits)
      }
    }
  }
}

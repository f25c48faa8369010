import CodeFormats
import Expressions
import Foundation
import RandomNumbers
import Testing

@Suite struct ONNXModelTests {
  private static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "BackpropTests/Models")
    return try Array(Data(contentsOf: folder.appending(path: "\(name).onnx")))
  }

  private static let names = [
    "quadratic", "perceptron", "elementwise", "shapes", "stored-in-lists", "torch-layers-legacy",
    "torch-layers-dynamo", "torch-quadratic-legacy", "torch-quadratic-dynamo",
  ]

  @Test func operatorsBecomeQuantities() throws {
    let model = try ONNXModel(ONNXModelTests.bytes("torch-layers-legacy"))
    let reading = try model.reading()
    #expect(
      reading.lines.map { "\($0.name) = \($0.formula)" } == [
        "fc1_Gemm = X @ fc1_weight.T + fc1_bias", "Tanh = tanh(fc1_Gemm)",
        "fc2_Gemm = Tanh @ fc2_weight.T + fc2_bias", "Sub = fc2_Gemm - Y", "Pow = Sub^2",
        "J = mean(Pow)",
      ])
    #expect(model.arrays["fc1_weight"]?.shape.sizes == [4, 3])
    #expect(reading.notes.last?.text == "give X, Y on the command line, as in 'X=[1, 2]'")
  }

  // A model by its fields, as protocol buffers have them.
  private static func field(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
    varint(UInt64(number << 3 | 2)) + varint(UInt64(bytes.count)) + bytes
  }

  private static func field(_ number: Int, _ text: String) -> [UInt8] {
    field(number, Array(text.utf8))
  }

  private static func number(_ number: Int, _ value: UInt64) -> [UInt8] {
    varint(UInt64(number << 3)) + varint(value)
  }

  private static func varint(_ value: UInt64) -> [UInt8] {
    var rest = value
    var bytes: [UInt8] = []
    repeat {
      bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
      rest >>= 7
    } while rest > 0
    return bytes
  }

  private static func node(
    _ operation: String, _ inputs: [String], _ output: String, _ more: [UInt8] = []
  ) -> [UInt8] {
    field(1, inputs.flatMap { field(1, $0) } + field(2, output) + field(4, operation) + more)
  }

  private static func tensor(_ name: String, _ more: [UInt8]) -> [UInt8] {
    field(5, field(8, name) + more)
  }

  private static func model(_ graph: [UInt8]) -> [UInt8] { field(7, graph) }

  private static let weight = tensor("w", number(1, 1) + number(2, 1) + field(9, [0, 0, 0, 0]))
  private static let x = field(11, field(1, "x"))

  static let hostile: [(name: String, bytes: [UInt8], message: String)] = [
    ("nothing", [], "it holds no graph"),
    ("text", Array("no model at all".utf8), "this is not a whole ONNX model"),
    ("an empty graph", model([]), "it holds no graph"),
    (
      "two graphs", model(x + node("Relu", ["x"], "y")) + model(x + node("Relu", ["x"], "y")),
      "it holds no graph"
    ),
    ("a varint without an end", [0x3A, 0xFF, 0xFF, 0xFF], "a number has no end"),
    ("a varint too long", [0x38] + Array(repeating: 0xFF, count: 10) + [1], "more than 64 bits"),
    ("a length beyond the end", [0x3A, 0x7F, 0x00], "reaches beyond the end"),
    ("a huge length", [0x3A] + varint(UInt64.max), "reaches beyond the end"),
    ("a group", [0x3B], "a kind that no model has"),
    ("field 0", [0x02, 0x00], "a field has no number"),
    (
      "an operator that is not read", model(x + node("LSTM", ["x"], "y")),
      "the operator LSTM ('y') is not among those"
    ),
    (
      "another domain", model(x + node("Relu", ["x"], "y", field(7, "com.me"))),
      "the operator Relu of com.me is not read"
    ),
    (
      "an operand from nowhere", model(node("Relu", ["x"], "y")),
      "'y' uses 'x' before it is computed"
    ),
    ("an operand missing", model(x + node("Add", ["x"], "y")), "lacks an operand"),
    (
      "a loop", model(x + node("Relu", ["z"], "y") + node("Relu", ["y"], "z")),
      "uses 'z' before it is computed"
    ),
    (
      "computed twice", model(x + node("Relu", ["x"], "y") + node("Abs", ["x"], "y")),
      "'y' is computed twice"
    ),
    ("no output", model(x + field(1, field(1, "x") + field(4, "Relu"))), "gives nothing"),
    (
      "huge sizes", model(tensor("w", number(1, 1 << 40) + number(1, 1 << 40) + number(2, 1))),
      "has the sizes"
    ),
    (
      "negative sizes", model(tensor("w", number(1, UInt64.max) + number(2, 1))), "has the sizes -1"
    ),
    (
      "four axes", model(tensor("w", (0..<4).flatMap { _ in number(1, 1) } + number(2, 1))),
      "has 4 axes"
    ),
    (
      "too few numbers", model(tensor("w", number(1, 3) + number(2, 1) + field(9, [0, 0, 0, 0]))),
      "holds 1 numbers where its shape has 3"
    ),
    (
      "numbers cut", model(tensor("w", number(1, 1) + number(2, 1) + field(9, [0, 0, 0]))),
      "ends within a number"
    ),
    (
      "a kind that is not read", model(tensor("w", number(1, 1) + number(2, 8) + field(9, [0]))),
      "is of kind 8"
    ),
    (
      "not finite", model(tensor("w", number(1, 1) + number(2, 1) + field(9, [0, 0, 0xC0, 0x7F]))),
      "not finite"
    ),
    (
      "weights elsewhere", model(tensor("w", number(1, 1) + number(2, 1) + number(14, 1))),
      "'w' lies in another file"
    ),
    (
      "weights elsewhere by name", model(tensor("w", field(13, field(1, "location")))),
      "'w' lies in another file"
    ),
    ("sparse weights", model(field(15, [])), "sparse weights are not read"),
    ("own functions", model(x + node("Relu", ["x"], "y")) + field(25, []), "functions of its own"),
    ("a name of bytes", model(field(1, field(4, [0xFF, 0xFE]))), "a name is not text"),
    (
      "a name with control characters", model(field(1, field(4, "Re\u{1B}[2Jlu"))),
      "control characters"
    ),
    (
      "the same weights twice",
      model([x, node("Relu", ["x"], "y"), weight, weight].flatMap { $0 }),
      "'w' has two sets of numbers"
    ),
    (
      "an open reshape", model(x + node("Relu", ["x"], "s") + node("Reshape", ["x", "s"], "y")),
      "computes a size or an axis"
    ),
  ]

  @Test(arguments: hostile)
  func aHostileModelIsRefused(name: String, bytes: [UInt8], message: String) throws {
    let error = try #require(throws: ProgramError.self) { try ONNXModel(bytes) }
    #expect(error.message.contains(message), "\(name): \(error.message)")
  }

  @Test(arguments: names)
  func aModelCutAnywhereIsRefusedOrRead(name: String) throws {
    let bytes = try ONNXModelTests.bytes(name)
    for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) {
      _ = try? ONNXModel(Array(bytes.prefix(count))).reading()
    }
  }

  /// Whatever bytes change, the reader gives a model or an error.
  @Test(arguments: names)
  func changedModelsNeverTrap(name: String) throws {
    let bytes = try ONNXModelTests.bytes(name)
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var changed = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      _ = try? ONNXModel(changed).reading()
    }
  }
}

public import Expressions

/// A model in ONNX as formulas: each operator a quantity, weights as inputs with their numbers.
public struct ONNXModel {
  /// A file is no longer than this.
  public static let byteLimit = 200_000_000

  let graph: ONNXGraph
  /// What stands for each tensor: a quantity by its name, or numbers that are written out.
  var values: [String: ProgramValue] = [:]
  /// Tensors with numbers that are known.
  var constants: [String: NumericArray] = [:]
  private var taken: Set<String> = []
  private var renamed: [String] = []
  private var result = ProgramReading()
  /// The weights, by the names of their quantities.
  public private(set) var arrays: [String: NumericArray] = [:]

  /// Reads a model and its weights.
  ///
  /// - Throws: `ProgramError` for bytes that are no whole model, operators that are not read, weights in other files.
  /// - Complexity: O(n) in the bytes and the length of the formulas.
  public init(_ bytes: [UInt8]) throws(ProgramError) {
    graph = try ONNXGraph(model: bytes)
    try readInputs()
    for node in graph.nodes { try read(node) }
    guard !result.lines.isEmpty else { throw ProgramError("the model computes nothing") }
  }

  /// What the model computes.
  public func reading() throws(ProgramError) -> ProgramReading {
    var reading = result
    if !renamed.isEmpty {
      let shown = renamed.prefix(8).joined(separator: ", ")
      reading.notes.append(
        ProgramReading.Note(
          text: renamed.count > 8 ? "\(shown) and \(renamed.count - 8) more" : shown))
    }
    let open = graph.inputs.map(\.name).filter { name in
      !graph.tensors.contains { $0.name == name }
    }.compactMap { values[$0]?.text }
    if !open.isEmpty {
      reading.notes.append(
        ProgramReading.Note(
          text:
            "give \(open.joined(separator: ", ")) on the command line, as in '\(open[0])=[1, 2]'"))
    }
    return reading
  }

  private mutating func readInputs() throws(ProgramError) {
    for tensor in graph.tensors {
      guard constants[tensor.name] == nil else {
        throw ProgramError("'\(tensor.name)' has two sets of numbers")
      }
      constants[tensor.name] = tensor.array
      let isNamed = ONNXModel.isName(tensor.name)
      if tensor.isWhole || tensor.array.shape.isNumber && !isNamed {
        values[tensor.name] = ProgramValue(tensor.array)
      } else {
        let name = ourName(tensor.name)
        arrays[name] = tensor.array
        values[tensor.name] = ProgramValue(name, shape: tensor.array.shape.sizes)
      }
    }
    for input in graph.inputs where values[input.name] == nil {
      values[input.name] = ProgramValue(ourName(input.name), shape: input.shape)
    }
  }

  /// Whether a tensor's name is one that somebody gave a parameter, and not a number of the formula.
  private static func isName(_ name: String) -> Bool {
    let made = ["onnx::", "/", "val_", "_val", "const", "Const", "scalar_tensor", "_to_copy"]
    return !name.isEmpty && !made.contains { name.hasPrefix($0) } && !name.contains("Constant")
      && !(name.first?.isNumber ?? true)
  }

  /// A name that formulas take and that is not taken.
  private mutating func ourName(_ name: String) -> String {
    let suffix = "_output_0"
    let short = name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
    let called = ProgramValue.name(near: short, among: taken)
    taken.insert(called)
    if called != name { renamed.append("\(name) is \(called)") }
    return called
  }

  private mutating func read(_ node: ONNXGraph.Node) throws(ProgramError) {
    guard let output = node.outputs.first, !output.isEmpty else {
      throw ProgramError("the operator \(node.operation) gives nothing")
    }
    guard values[output] == nil else {
      throw ProgramError("'\(output)' is computed twice")
    }
    guard node.domain.isEmpty || node.domain == "ai.onnx" else {
      throw ProgramError(
        "the operator \(node.operation) of \(node.domain) is not read ('\(node.title)')")
    }
    if node.operation == "Constant" {
      guard let array = ONNXModel.constant(node) else {
        throw ProgramError("the constant '\(output)' holds no numbers")
      }
      constants[output] = array
      values[output] = ProgramValue(array)
      return
    }
    var value = try formula(node)
    if graph.outputs.contains(output), let shape = value.shape, !shape.isEmpty,
      shape.allSatisfy({ $0 == 1 })
    {
      // An output of one number is a number here, whose derivatives are asked.
      value = ProgramValue("sum(\(value.text))", shape: [])
    }
    guard value.text.utf8.count <= PythonReader.textLimit else {
      throw ProgramError("'\(node.title)' comes to a formula that is too long")
    }
    if ["Identity", "Dropout", "Cast"].contains(node.operation) {
      values[output] = value
      constants[output] = node.inputs.first.flatMap { constants[$0] }
      return
    }
    let name = ourName(output)
    result.lines.append(
      ProgramReading.Line(name: name, formula: value.text, role: .any, place: nil))
    values[output] = ProgramValue(name, shape: value.shape)
  }

  private static func constant(_ node: ONNXGraph.Node) -> NumericArray? {
    if let tensor = node.attributes["value"]?.tensor { return tensor.array }
    if let float = node.attributes["value_float"]?.float { return NumericArray(float) }
    if let integer = node.attributes["value_int"]?.integer { return NumericArray(Double(integer)) }
    if let list = node.attributes["value_floats"]?.floats, !list.isEmpty {
      return NumericArray(list)
    }
    if let list = node.attributes["value_ints"]?.integers, !list.isEmpty {
      return NumericArray(list.map { Double($0) })
    }
    return nil
  }

  /// An operand of a node.
  func operand(_ node: ONNXGraph.Node, _ index: Int) throws(ProgramError) -> ProgramValue {
    guard node.inputs.indices.contains(index), !node.inputs[index].isEmpty else {
      throw ProgramError("the operator \(node.operation) ('\(node.title)') lacks an operand")
    }
    guard let value = values[node.inputs[index]] else {
      throw ProgramError("'\(node.title)' uses '\(node.inputs[index])' before it is computed")
    }
    return value
  }

  /// Whole numbers that an operand holds; `nil` where there is none.
  func integers(_ node: ONNXGraph.Node, _ index: Int) throws(ProgramError) -> [Int]? {
    guard node.inputs.indices.contains(index), !node.inputs[index].isEmpty else { return nil }
    guard let array = constants[node.inputs[index]] else {
      throw ProgramError(
        "'\(node.title)' computes a size or an axis; export the model with fixed sizes")
    }
    let numbers = array.elements.compactMap { Int(exactly: $0) }
    guard numbers.count == array.elements.count, numbers.count <= 8 else {
      throw ProgramError("'\(node.title)' takes whole numbers")
    }
    return numbers
  }
}

extension ProgramValue {
  /// An array whose numbers are written out.
  init(_ array: NumericArray) {
    if array.shape.isNumber {
      self.init(array[0])
    } else {
      self.init(array.elements, shape: array.shape.sizes)
    }
  }
}

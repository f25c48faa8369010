import Expressions

/// What a model in ONNX holds, as far as its forward pass needs it.
struct ONNXGraph {
  struct Node {
    var inputs: [String] = []
    var outputs: [String] = []
    var name = ""
    var operation = ""
    var domain = ""
    var attributes: [String: Attribute] = [:]

    /// How messages call it.
    var title: String { name.isEmpty ? outputs.first ?? operation : name }
  }

  struct Attribute {
    var name = ""
    var float: Double?
    var integer: Int64?
    var integers: [Int64] = []
    var floats: [Double] = []
    var tensor: ONNXTensor?
    var hasGraph = false
  }

  struct Input {
    var name = ""
    /// The sizes that it has whatever comes in; `nil` where one is open.
    var shape: [Int]? = []
  }

  var nodes: [Node] = []
  var tensors: [ONNXTensor] = []
  var inputs: [Input] = []
  var outputs: [String] = []
  /// The version of the operators.
  var version: Int64 = 1

  private static let nodeLimit = 10_000

  /// Reads a model.
  ///
  /// - Throws: `ProgramError` where bytes are damaged, or hold what is not read.
  /// - Complexity: O(n) in the bytes.
  init(model bytes: [UInt8]) throws(ProgramError) {
    var reader = ProtobufReader(bytes[...])
    var graphs = 0
    while let field = try reader.next() {
      switch field.number {
      case 7:
        graphs += 1
        try read(ProtobufReader.message(field.value))
      case 8:
        var set = try ProtobufReader.message(field.value)
        var (domain, version) = ("", Int64(1))
        while let part = try set.next() {
          if part.number == 1 { domain = try ProtobufReader.text(part.value) }
          if part.number == 2 { version = try ProtobufReader.integers(part.value).first ?? 1 }
        }
        if domain.isEmpty || domain == "ai.onnx" { self.version = version }
      case 25:
        throw ProgramError(
          "functions of its own are not read in a model; export it with them written out")
      default: break
      }
    }
    guard graphs == 1, !nodes.isEmpty else {
      throw ProtobufReader.damaged("it holds no graph")
    }
  }

  private mutating func read(_ graph: ProtobufReader) throws(ProgramError) {
    var reader = graph
    while let field = try reader.next() {
      switch field.number {
      case 1:
        guard nodes.count < ONNXGraph.nodeLimit else {
          throw ProgramError("a model has \(ONNXGraph.nodeLimit) operators at most here")
        }
        nodes.append(try ONNXGraph.node(ProtobufReader.message(field.value)))
      case 5: tensors.append(try ONNXTensor(ProtobufReader.message(field.value)))
      case 11: inputs.append(try ONNXGraph.input(ProtobufReader.message(field.value)))
      case 12: outputs.append(try ONNXGraph.input(ProtobufReader.message(field.value)).name)
      case 15: throw ProgramError("sparse weights are not read; store them as whole arrays")
      default: break
      }
    }
  }

  private static func node(_ message: ProtobufReader) throws(ProgramError) -> Node {
    var reader = message
    var node = Node()
    while let field = try reader.next() {
      switch field.number {
      case 1: node.inputs.append(try ProtobufReader.text(field.value))
      case 2: node.outputs.append(try ProtobufReader.text(field.value))
      case 3: node.name = try ProtobufReader.text(field.value)
      case 4: node.operation = try ProtobufReader.text(field.value)
      case 5:
        let attribute = try attribute(ProtobufReader.message(field.value))
        node.attributes[attribute.name] = attribute
      case 7: node.domain = try ProtobufReader.text(field.value)
      default: break
      }
    }
    return node
  }

  private static func attribute(_ message: ProtobufReader) throws(ProgramError) -> Attribute {
    var reader = message
    var attribute = Attribute()
    while let field = try reader.next() {
      switch field.number {
      case 1: attribute.name = try ProtobufReader.text(field.value)
      case 2: attribute.float = try ProtobufReader.floats(field.value).first
      case 3: attribute.integer = try ProtobufReader.integers(field.value).first
      case 5: attribute.tensor = try ONNXTensor(ProtobufReader.message(field.value))
      case 6, 11: attribute.hasGraph = true
      case 7: attribute.floats += try ProtobufReader.floats(field.value)
      case 8: attribute.integers += try ProtobufReader.integers(field.value)
      default: break
      }
    }
    return attribute
  }

  /// An input or output: its name, and the shape within its type.
  private static func input(_ message: ProtobufReader) throws(ProgramError) -> Input {
    var reader = message
    var input = Input()
    while let field = try reader.next() {
      switch field.number {
      case 1: input.name = try ProtobufReader.text(field.value)
      case 2:
        var type = try ProtobufReader.message(field.value)
        input.shape = nil
        while let kind = try type.next() {
          guard kind.number == 1 else { continue }
          var tensor = try ProtobufReader.message(kind.value)
          while let part = try tensor.next() {
            guard part.number == 2 else { continue }
            input.shape = try shape(ProtobufReader.message(part.value))
          }
        }
      default: break
      }
    }
    return input
  }

  private static func shape(_ message: ProtobufReader) throws(ProgramError) -> [Int]? {
    var reader = message
    var sizes: [Int?] = []
    while let field = try reader.next() {
      guard field.number == 1 else { continue }
      var dimension = try ProtobufReader.message(field.value)
      var size: Int?
      while let part = try dimension.next() {
        if part.number == 1 {
          size = try ProtobufReader.integers(part.value).first.flatMap { Int(exactly: $0) }
        }
      }
      sizes.append(size.flatMap { $0 > 0 ? $0 : nil })
    }
    let known = sizes.compactMap { $0 }
    return known.count == sizes.count ? known : nil
  }
}

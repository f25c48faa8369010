import CodeFormats
import Expressions
import Journals
import Training

/// Parameters in a file: `.npz`, or JSON with nested arrays.
struct ParameterFile {
  let path: String
  private let isJSON: Bool

  init(_ path: String) throws(Failure) {
    self.path = path
    let ending = path.lowercased()
    isJSON = ending.hasSuffix(".json")
    guard isJSON || ending.hasSuffix(".npz") else {
      throw Failure("'\(path)' tells no format; name it .npz or .json", .usage)
    }
  }

  /// Makes sure that writing takes the place of no other work: what is there holds the same parameters.
  func check(_ names: some Sequence<String>) throws(Failure) {
    try WrittenKind.parameters(Set(names)).check(path)
  }

  /// What the arrays of a file are called; `nil` where it is no file of parameters.
  static func names(in bytes: [UInt8]) -> Set<String>? {
    if let arrays = try? NPZFile.arrays(bytes) { return Set(arrays.keys) }
    guard case .object(let members)? = try? JSON(parsing: bytes),
      members.allSatisfy({ NumericArray($0.value) != nil })
    else { return nil }
    return Set(members.map(\.name))
  }

  func save(_ parameters: [(name: String, value: NumericArray)]) throws(Failure) {
    let bytes =
      isJSON
      ? Array(
        (JSON.object(parameters.map { JSON.Member($0.name, JSON($0.value)) }).text + "\n").utf8)
      : NPZFile.bytes(parameters)
    try WrittenKind.parameters(Set(parameters.map(\.name))).write(bytes, to: path)
  }

  func load(into trainer: Trainer) throws(Failure) {
    let bytes = try GivenArray.bytes(path)
    var arrays: [String: NumericArray] = [:]
    if isJSON {
      guard case .object(let members)? = try? JSON(parsing: bytes) else {
        throw Failure("\(path) is not a JSON object; write it with --save", .unreadable)
      }
      for member in members {
        guard let array = NumericArray(member.value) else {
          throw Failure(
            "\(path): '\(member.name)' is not an array of numbers; write it with --save",
            .unreadable)
        }
        arrays[member.name] = array
      }
    } else {
      do {
        arrays = try NPZFile.arrays(bytes)
      } catch {
        throw Failure(error.message(in: path), .unreadable)
      }
    }
    do {
      try trainer.load(arrays)
    } catch {
      throw Failure("cannot take parameters from \(path): \(error.message)", .unreadable)
    }
  }
}

extension NumericArray {
  /// An array from nested ones of equal lengths; `nil` for anything else.
  init?(_ json: JSON) {
    var sizes: [Int] = []
    var level = json
    while case .array(let elements) = level {
      sizes.append(elements.count)
      guard let first = elements.first, sizes.count <= Shape.axisLimit else { break }
      level = first
    }
    var numbers: [Double] = []
    func read(_ json: JSON, _ axis: Int) -> Bool {
      switch json {
      case .number(let number):
        numbers.append(number)
        return axis == sizes.count && number.isFinite
      case .array(let elements):
        return axis < sizes.count && elements.count == sizes[axis]
          && elements.allSatisfy { read($0, axis + 1) }
      default: return false
      }
    }
    let shape = Shape(sizes)
    guard sizes.count <= Shape.axisLimit, read(json, 0), numbers.count == shape.count else {
      return nil
    }
    self.init(numbers, shape: shape)
  }
}

extension ArrayProblem {
  /// What is wrong and what to do.
  ///
  /// - Parameter texts: what to write instead, if that can be told.
  func message(writing texts: [String]) -> String {
    func write(_ otherwise: String) -> String {
      texts.isEmpty ? otherwise : "write \(texts.joined(separator: " or "))"
    }
    switch self {
    case .shape(let error, let operands):
      let question = texts.isEmpty ? nil : "did you mean \(texts.joined(separator: " or "))?"
      return error.message(operands, question)
    case .unclosedBracket: return "this '[' is never closed; add a ']'"
    case .element(let text):
      return "'\(text)' is not a number; brackets hold numbers, as in [1, -2] or [1 2; 3 4]"
    case .raggedRows(let first, let other):
      return "the rows have \(first) and \(other) numbers; give all of them the same number"
    case .tooManyLevels: return "an array has \(Shape.axisLimit) axes at most; take a level away"
    case .unreadableIndex(let text):
      return "'\(text)' is not an index; write a whole number, a range such as 1:3, or : for all"
    case .emptyIndex: return "an index is missing; write a whole number, or : for all"
    case .cross:
      return "a cross between two arrays may be the product of matrices or number by number; "
        + write("write @ or *")
    case .unknownMethod(let name):
      return "formulas have no '.\(name)'; write .T, .dot( … ), .sum( … ), .mean( … ), .max( … ) "
        + "or .reshape( … )"
    case .unknownKeyword(let keyword, let name):
      return "'\(name)' takes no '\(keyword)='; write axis=0, or keepdims=True in a reduction"
    case .unreadableValue(let value, let keyword):
      return keyword == "keepdims"
        ? "'\(value)' is not a value for keepdims; write keepdims=True or keepdims=False"
        : "'\(value)' is not an axis; axes count from 0: write axis=0, or axis=-1 for the last"
    case .missingArgument(let name, let usage): return "'\(name)' lacks an argument; write \(usage)"
    case .tooManyArguments(let name, let usage):
      return "'\(name)' has an argument too many; write \(usage)"
    case .notWhole(let text, let usage):
      return "'\(text)' does not fit here; write whole numbers, as in \(usage)"
    case .positionalAxis(let name):
      return "an axis is given by its name in '\(name)'; " + write("write axis=0")
    case .chainedComparison:
      return "comparisons do not chain; compare two, and multiply the results with *"
    case .drawnInFormula:
      return "numbers are drawn for an input alone; write W = randn(2, 3) on its own"
    }
  }
}

extension ShapeError {
  /// What is wrong and what to do.
  ///
  /// - Parameters:
  ///   - operands: the operands as they were typed, if they are told.
  ///   - question: what may have been meant.
  func message(_ operands: [String], _ question: String?) -> String {
    func name(_ index: Int, _ otherwise: String) -> String {
      index < operands.count && !operands[index].isEmpty ? operands[index] : otherwise
    }
    let (a, b) = (name(0, "the first"), name(1, "the second"))
    func ask(_ otherwise: String) -> String { question ?? otherwise }
    switch self {
    case .innerSizes(let first, let second):
      let inner = second.axes == 1 ? second.sizes[0] : second.sizes[second.axes - 2]
      return "\(a) is \(first.text) and \(b) is \(second.text); the inner sizes "
        + "\(first.sizes[first.axes - 1]) and \(inner) differ; "
        + ask("choose factors whose inner sizes agree")
    case .productWithNumber:
      return "a number only scales, and @ is the product of arrays; "
        + (question == nil ? "write * instead" : "write * instead of @")
    case .apart(let first, let second):
      return "\(a) is \(first.text) and \(b) is \(second.text), which do not go together number by "
        + "number; " + ask("from the right, sizes have to agree or be 1")
    case .noAxis(let axis, let shape):
      let range = shape.axes == 0 ? "it is a number, without axes" : shape.axesText
      return "\(name(0, "this")) is \(shape.text) and has no axis \(axis); \(range)"
    case .noIndex(let index, let size, let axis):
      return "index \(index) lies outside axis \(axis), which has \(size) "
        + "\(size == 1 ? "number" : "numbers"); "
        + (size == 0 ? "choose another quantity" : "indices go from 0 to \(size - 1)")
    case .tooManyCuts(let count, let shape):
      return "\(name(0, "this")) is \(shape.text), and \(count) "
        + "\(count == 1 ? "index is" : "indices are") given; give \(shape.axes) at most"
    case .tooManyAxes(let count):
      return "the result would have \(count) axes; a quantity has \(Shape.axisLimit) at most: "
        + "sum over one, or take a part"
    case .tooLarge(let shape):
      return "\(shape.text) is more than \(Shape.countLimit) numbers; choose a smaller shape"
    case .notAVector(let function, let shape):
      return "'\(function)' takes a vector here, not \(shape.text); take a row or a column of it, "
        + "as in A[0]"
    case .notAMatrix(let what, let shape):
      return "'\(what)' takes a matrix, not \(shape.text); choose a quantity with two axes"
    case .vectorTransposed:
      return
        "a vector has one axis, so ' has nothing to turn; x' y is the number and x y' the outer "
        + "product of two vectors" + (question.map { "; \($0)" } ?? "; leave the ' away")
    case .threeAxesTransposed:
      return ".T would turn all three axes round; write ' to swap the last two"
    case .empty(let function):
      return "'\(function)' has no value without numbers; choose an axis that has some"
    case .reshaped(let first, let other):
      return
        "\(name(0, "this")) is \(first.text) with \(first.count) numbers, and \(other.text) has "
        + "\(other.sizes.contains(-1) ? "another number" : String(other.count)); choose sizes whose "
        + "product is \(first.count)"
    case .targets(let targets, let logits):
      let rows = Shape(Array(logits.sizes.dropLast())).text
      return "\(name(1, "the targets")) is \(targets.text) and the logits are \(logits.text); "
        + "give an index for each row, \(rows), or a share for each logit, \(logits.text)"
    case .indices(let indices, let rows):
      return "\(name(1, "the indices")) is \(indices.text); give one index for each of the \(rows) "
        + "rows"
    case .concatenated(let first, let other, let axis):
      return "\(first.text) and \(other.text) do not go together along axis \(axis); all other "
        + "sizes have to agree"
    case .kernel(let array, let kernel):
      return
        "a kernel \(kernel.text) does not fit on \(array.text); both have one axis or two, and "
        + "the kernel is not larger"
    case .notSpread(let shape, let larger):
      return "\(name(0, "this")) is \(shape.text) and cannot be spread to \(larger.text); from the "
        + "right, its sizes have to agree or be 1"
    case .blocks(let size, let shape):
      return "blocks of \(size) do not fit in \(shape.text); choose a size from 1 to "
        + "\(max(1, shape.sizes.min() ?? 1)), on one axis or two"
    }
  }
}

extension Shape {
  fileprivate var axesText: String {
    axes == 1 ? "its only axis is 0, or -1" : "its axes are 0 to \(axes - 1), or -1 for the last"
  }
}

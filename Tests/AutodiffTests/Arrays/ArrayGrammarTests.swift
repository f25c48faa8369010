import Autodiff
import Expressions
import RandomNumbers
import Testing

/// Random texts of the grammar: each is refused with a message, or has the shape that was told before it was computed.
struct ArrayGrammarTests {
  private static let shapes: [String: Shape] = [
    "A": Shape(3, 2), "B": Shape(2, 3), "S": Shape(2, 2), "v": Shape(2), "u": Shape(3),
    "s": .number,
    "T": Shape(2, 3, 2), "R": Shape(1, 3), "E": Shape(0, 2), "i": Shape(2),
  ]

  private static let pieces = [
    "A", "B", "S", "v", "u", "s", "T", "R", "E", "2", "0.5", "-", "+", "*", "/", "^", "@", "⊙", "'",
    ".T", "(", ")", " ", ", ", "sum(", "mean(", "max(", "softmax(", "outer(", "concat(", "reshape(",
    "crossentropy(", "norm(", "var(", "conv(", "maxpool(", "where(", "diag(", "flip(",
    "onehot(i, 3)",
    "axis=0", "axis=-1", "keepdims=True", "[0]", "[:, 1]", "[0:1]", "[1, 2]", "[1 2; 3 4]",
    "[[0, 1]]", "[i]", "[:, None]", "[", "]", " > ", " == ", "zeros(2, 3)", "ones(3)", "eye(2)",
    ".sum(0)", ".dot(", "np.sum(", "tanh(", "exp(", "for", "_", "{", "|", "√", "½", "%",
  ]

  private static func text(_ numbers: inout SplitMix64) -> String {
    (0...numbers.next(below: 9)).map { _ in pieces[numbers.next(below: pieces.count)] }.joined()
  }

  /// A formula that is well formed as far as signs go; its shapes need not fit.
  private static func formula(_ numbers: inout SplitMix64, depth: Int = 3) -> String {
    let names = ["A", "B", "S", "v", "u", "s", "T", "R", "E", "2", "[1, 2]", "[1 2; 3 4]"]
    guard depth > 0, numbers.next(below: 5) > 0 else {
      return names[numbers.next(below: names.count)]
    }
    func part() -> String { formula(&numbers, depth: depth - 1) }
    switch numbers.next(below: 12) {
    case 0: return "(\(part()))'"
    case 1: return "(\(part())) @ (\(part()))"
    case 2: return "(\(part())) (\(part()))"
    case 3: return "(\(part())) * (\(part()))"
    case 4: return "(\(part())) + (\(part()))"
    case 5:
      let name = ["sum", "mean", "max", "var", "softmax", "logsumexp"][numbers.next(below: 6)]
      let axis = ["", ", axis=0", ", axis=-1", ", axis=1"][numbers.next(below: 4)]
      return "\(name)(\(part())\(axis))"
    case 6: return "concat(\(part()), \(part()), axis=\(numbers.next(below: 2)))"
    case 7:
      return "(\(part()))[\(["0", ":, 0", "1:", "[0, 0]", ":, None"][numbers.next(below: 5)])]"
    case 8: return "tanh(\(part()))"
    case 9: return "where(\(part()) > 0, \(part()), \(part()))"
    case 10: return "flip(\(part()))"
    default: return "reshape(\(part()), -1)"
    }
  }

  private static func array(_ shape: Shape, _ numbers: inout SplitMix64) -> NumericArray {
    NumericArray(
      (0..<shape.count).map { _ in Double(numbers.next(below: 200)) / 100 - 1 }, shape: shape)
  }

  @Test(arguments: 0..<40)
  func aTextIsRefusedOrHasTheShapeThatWasTold(_ seed: UInt64) throws {
    var numbers = SplitMix64(seed: seed)
    var count = 0
    for round in 0..<300 {
      let text =
        round % 2 == 0
        ? ArrayGrammarTests.text(&numbers) : ArrayGrammarTests.formula(&numbers)
      let formula: Formula
      do throws(ParseError) {
        formula = try Formula(
          text, known: Set(ArrayGrammarTests.shapes.keys), shapes: ArrayGrammarTests.shapes)
      } catch {
        #expect(!error.message.isEmpty && !error.message.contains("\n"), "\(text)")
        continue
      }
      let names = formula.expression.names
      guard names.allSatisfy({ ArrayGrammarTests.shapes[$0] != nil }) else { continue }
      var values: [NumericArray] = []
      for name in names {
        let shape = ArrayGrammarTests.shapes[name] ?? .number
        values.append(
          name == "i" ? NumericArray([1, 0]) : ArrayGrammarTests.array(shape, &numbers))
      }
      // An index that is a formula may lie outside, which only numbers tell.
      guard let value = formula.expression.arrayValue(at: values) else { continue }
      count += 1
      #expect(value.shape == formula.shape, "\(text)")
      let upstream = NumericArray(filledWith: 1, shape: value.shape)
      for occurrence in formula.expression.arrayOccurrences(at: values, upstream: upstream) {
        #expect(occurrence.derivative.shape == values[occurrence.slot].shape, "\(text)")
      }
      let written = formula.expression.text
      let again = try Formula(
        written, known: Set(ArrayGrammarTests.shapes.keys), shapes: ArrayGrammarTests.shapes)
      #expect(again.shape == formula.shape, "\(text) is printed as \(written)")
      let bound = Dictionary(uniqueKeysWithValues: zip(names, values))
      let repeated = again.expression.arrayValue(
        at: again.expression.names.compactMap { bound[$0] })
      #expect(!value.isFinite || repeated == value, "\(text) is printed as \(written)")
    }
    #expect(count > 20)
  }

  @Test(arguments: 0..<30)
  func aDerivativeAsAFormulaIsThatOfTheSweep(_ seed: UInt64) throws {
    var numbers = SplitMix64(seed: seed)
    var count = 0
    for _ in 0..<100 {
      let text = ArrayGrammarTests.formula(&numbers)
      let statements = [Statement("Y = \(text)"), Statement("J = sum(Y * (Y + 1))")]
      var request = GraphRequest()
      for (name, shape) in ArrayGrammarTests.shapes.sorted(by: { $0.key < $1.key }) {
        request.arrays[name] = ArrayGrammarTests.array(shape, &numbers)
      }
      guard let reading = try? ArrayReading(statements, request),
        let forward = try? ArrayForwardPass(reading.graph, at: reading.inputs),
        let backward = try? ArrayBackwardPass(forward)
      else { continue }
      count += 1
      let shapes = Dictionary(
        uniqueKeysWithValues: reading.graph.nodes.indices.map {
          (reading.graph.nodes[$0].name, reading.graph.shape(of: $0))
        })
      for node in reading.graph.nodes.indices {
        let written = ArrayDerivatives(reading).formula(withRespectTo: node).expression.text
        let read = try Formula(written, known: Set(shapes.keys), shapes: shapes)
        let values = read.expression.names.map { forward.values[reading.graph.index(of: $0) ?? 0] }
        let value = try #require(read.expression.arrayValue(at: values), "\(written)")
        let expected = backward.derivatives[node]
        #expect(value.shape == expected.shape, "\(text): \(written)")
        guard value.shape == expected.shape else { continue }
        for cell in value.elements.indices {
          let distance = abs(value[cell] - expected[cell])
          #expect(distance <= 1e-9 * max(1, abs(expected[cell])), "\(text): \(written)")
        }
      }
    }
    #expect(count > 10)
  }
}

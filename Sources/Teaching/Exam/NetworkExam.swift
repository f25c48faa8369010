public import Autodiff
import Expressions
public import Lessons
import RandomNumbers

/// An exam on a network of given sizes, whose structure and numbers follow from a seed.
///
/// The seed also chooses what the author of a course would have fixed: what the hidden neurons do where that is not
/// given, where there are biases, and what the cost is. So the graph is none that was seen before.
public struct NetworkExam: Hashable, Sendable {
  /// The number of inputs, then the number of neurons of each layer.
  public let sizes: [Int]
  /// What the hidden neurons make of their weighted sums, where it is given.
  public let activation: NetworkStatement.Activation?

  /// Why there is no exam on a network.
  public enum Failure: Error, Hashable, Sendable {
    case unreadable(NetworkError)
    /// A word that is neither sizes nor an activation.
    case unknownWord(String)
    /// So many answers would be asked.
    case tooLong(Int)
  }

  /// The most answers that are asked: an hour and a half.
  public static let limit = 100

  /// What may be given for the hidden neurons.
  public static let activations = NetworkStatement.Activation.allCases.map(\.rawValue)

  /// Whether a text begins with the sizes of a network, as `2-2-2`.
  public static func isNetwork(_ text: String) -> Bool {
    let word = text.split(separator: " ").first ?? ""
    return word.contains("-") && word.allSatisfy { $0 == "-" || ("0"..."9").contains($0) }
  }

  /// Reads `2-2-2` or `2-2-2 tanh`.
  public init(_ text: String) throws(Failure) {
    let words = text.split(separator: " ")
    if let word = words.dropFirst().first(where: {
      NetworkStatement.Activation(rawValue: String($0)) == nil
    }) {
      throw .unknownWord(String(word))
    }
    let statement: NetworkStatement
    do {
      statement = try NetworkStatement("network \(text)")
    } catch {
      if case .tooLarge(let count) = error.reason { throw .tooLong(count) }
      throw .unreadable(error)
    }
    sizes = statement.sizes
    activation = words.count > 1 ? statement.activation : nil
    // What each neuron asks at least, before the graph is written out.
    let wires = zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    guard wires * 2 <= NetworkExam.limit else { throw .tooLong(wires * 4) }
    // Numbers are looked for only where there will be an exam.
    let count = (try? draft(seed: 1)).map { EntryList($0.graphs[0].graph).entries.count } ?? 0
    guard count <= NetworkExam.limit else { throw .tooLong(count) }
  }

  /// What it is called.
  public var name: String {
    sizes.map(String.init).joined(separator: "-") + (activation.map { " \($0.rawValue)" } ?? "")
  }

  /// The exam as a lesson that an author would have written.
  ///
  /// - Parameter seed: from 1.
  /// - Throws: `LessonFailure` where the lesson cannot be read; no sizes and no seed are known to do that.
  public func lesson(seed: Int) throws(LessonFailure) -> Lesson {
    var lesson = try NetworkExam.read(try text(seed: seed))
    lesson.isExam = true
    return lesson
  }

  /// The lesson as text.
  public func text(seed: Int) throws(LessonFailure) -> String {
    let graph = try draft(seed: seed).graphs[0]
    var numbers = FreshNumbers(for: graph, seed: seed, index: 0).inputs
    aim(&numbers, at: graph.graph, seed: seed)
    return text(of: statements(seed: seed, numbers: numbers), seed: seed)
  }

  /// The lesson before its numbers are drawn.
  private func draft(seed: Int) throws(LessonFailure) -> Lesson {
    try NetworkExam.read(text(of: statements(seed: seed, numbers: nil), seed: seed))
  }

  private func text(of statements: [String], seed: Int) -> String {
    """
    # Exam \(name), seed \(seed)

    Every value from left to right, then every derivative from right to left.

    ```graph
    \(statements.joined(separator: "\n"))
    ```

    ```exam
    ```

    """
  }

  private static func read(_ text: String) throws(LessonFailure) -> Lesson {
    try Lesson(utf8: Array(text.utf8), name: "exam")
  }

  /// Puts the targets near the outputs: everything that comes back is multiplied with the errors, which have to be
  /// small to be reckoned with. Of some errors the first are taken that make nothing 0.
  private func aim(_ numbers: inout [String: Double], at graph: ComputationGraph, seed: Int) {
    guard let forward = try? ForwardPass(graph, at: numbers) else { return }
    let list = EntryList(graph)
    var generator = SplitMix64(seed: UInt64(truncatingIfNeeded: seed &* 104_729 &+ 5))
    for _ in 0..<NetworkExam.aims {
      for index in 1...sizes[sizes.count - 1] {
        let output = "z\(NetworkExam.place(sizes.count - 1, index))"
        guard let value = forward.value(of: output) else { continue }
        let error = Double(2 + generator.next(below: 6)) * (generator.next(below: 2) == 0 ? -1 : 1)
        let isWhole = value == value.rounded()
        numbers["y\(index)"] = isWhole ? value + error : (value * 10 + error).rounded() / 10
      }
      guard let key = try? AnswerKey(list, at: numbers) else { continue }
      if !list.entries.indices.contains(where: { key.computedValue(of: $0) == 0 }) { return }
    }
  }

  private static let aims = 20
}

extension NetworkExam {
  /// What the seed chooses.
  private struct Variation {
    /// What a hidden neuron makes of its sum, as a formula of `z`; `nil` where it gives the sum itself.
    var activation: ((String) -> String)?
    var hasHiddenBiases: Bool
    var hasOutputBiases: Bool
    /// What each output adds to the cost, as a formula of the output and its target.
    var cost: (_ output: String, _ target: String) -> String
    /// Whether the errors have boxes of their own.
    var hasErrorBoxes: Bool
    /// Whether the numbers are small and need a calculator.
    var isFine: Bool
  }

  private func variation(seed: Int) -> Variation {
    var numbers = SplitMix64(seed: UInt64(truncatingIfNeeded: seed &* 7_919 &+ 17))
    let isFine = activation.map { [.sigmoid, .tanh, .softplus].contains($0) } ?? false
    let unseen: [(String) -> String] = [
      { "relu(\($0))" }, { "abs(\($0))" }, { "min(\($0), 0)" },
    ]
    let drawn = unseen[numbers.next(below: unseen.count)]
    let biases = numbers.next(below: 3)
    let costs: [(String, String) -> String] = [
      { "1/2 (\($0) - \($1))^2" }, { "(\($0) - \($1))^2" }, { "1/2 (\($1) - \($0))^2" },
    ]
    let cost = costs[numbers.next(below: costs.count)]
    let boxes = sizes[sizes.count - 1] > 1 && numbers.next(below: 2) == 1
    let given = activation.map { given in
      given == .linear ? nil : { (sum: String) in "\(given.rawValue)(\(sum))" }
    }
    return Variation(
      activation: given ?? drawn, hasHiddenBiases: biases > 0, hasOutputBiases: biases > 1,
      cost: cost, hasErrorBoxes: boxes, isFine: isFine)
  }

  /// The lines of the `graph` block, each quantity after those that it is computed from.
  ///
  /// - Parameter numbers: the numbers of the inputs; `nil` for the ranges that they are drawn from.
  private func statements(seed: Int, numbers: [String: Double]?) -> [String] {
    let variation = variation(seed: seed)
    let isDeep = sizes.count > 3
    let weights = variation.isFine ? "0.2 in -0.9..0.9" : isDeep ? "2 in -3..3" : "2 in -6..6"
    let inputs = variation.isFine ? "0.5 in -1.5..1.5" : isDeep ? "3 in -4..4" : "3 in -7..7"
    func line(_ kind: String, _ name: String, _ range: String) -> String {
      "\(kind) \(name) = \(numbers?[name]?.shortestText ?? range)"
    }
    var lines = (1...sizes[0]).map { line("data", "x\($0)", inputs) }
    var values = (1...sizes[0]).map { "x\($0)" }
    for (layer, size) in sizes.enumerated().dropFirst() {
      let operands = values
      values = []
      let isOutput = layer == sizes.count - 1
      let hasBiases = isOutput ? variation.hasOutputBiases : variation.hasHiddenBiases
      for index in 1...size {
        let place = NetworkExam.place(layer, index)
        var terms: [String] = []
        for (slot, operand) in operands.enumerated() {
          let weight = "w\(place)\(NetworkExam.separator(slot + 1))\(slot + 1)"
          lines.append(line("parameter", weight, weights))
          terms.append("\(weight) \(operand)")
        }
        if hasBiases {
          lines.append(line("parameter", "b\(place)", weights))
          terms.append("b\(place)")
        }
        lines.append("z\(place) = \(terms.joined(separator: " + "))")
        if !isOutput, let activation = variation.activation {
          lines.append("a\(place) = \(activation("z\(place)"))")
          values.append("a\(place)")
        } else {
          values.append("z\(place)")
        }
      }
    }
    for index in values.indices { lines.append(line("data", "y\(index + 1)", inputs)) }
    let costs = values.enumerated().map { variation.cost($1, "y\($0 + 1)") }
    guard variation.hasErrorBoxes else {
      return lines + ["J = \(costs.joined(separator: " + "))"]
    }
    let boxes = costs.enumerated().map { "c\($0 + 1) = \($1)" }
    return lines + boxes + ["J = \((1...costs.count).map { "c\($0)" }.joined(separator: " + "))"]
  }

  /// `12` for the second neuron of layer 1, and `1_12` for the twelfth.
  private static func place(_ layer: Int, _ index: Int) -> String {
    "\(layer)\(separator(index))\(index)"
  }

  private static func separator(_ number: Int) -> String { number > 9 ? "_" : "" }
}

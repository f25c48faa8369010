public import Autodiff
public import Expressions
import RandomNumbers

/// A graph whose data are examples, read for as many of them as are wanted at a time.
///
/// A network without a number of examples is written with matrices. Its weights are drawn anew, as wide as training
/// wants them: with the variance 2/n for `relu` and 1/n else, where n numbers enter a neuron (He et al., 2015; LeCun
/// et al., 1998); its biases are 0. A line of one's own, `W1=@model.npz`, gives others.
public struct TrainingGraph: Sendable {
  private let statements: [Statement]
  private let request: GraphRequest
  public let examples: Examples?
  /// The names of the inputs that are examples, each an array with a row for each.
  public let exampleNames: [String]
  /// As it is for one example.
  public let graph: ComputationGraph
  /// The first numbers of what is trained, in the order of the graph.
  public let parameters: [(name: String, value: NumericArray)]
  /// Remarks that are no errors.
  public let notes: [String]
  /// The arrays of all examples by their names.
  private let arrays: [String: NumericArray]
  /// The lines by which derivatives are computed; empty where the engine finds them.
  public let backwardLines: [Statement]

  /// - Parameters:
  ///   - statements: as they were typed.
  ///   - request: with `data` beside the examples, and the seed by which first numbers are drawn.
  ///   - examples: `nil` to train on the graph's own data.
  ///   - backwardLines: one for each derivative, as in a program: `dZ = (A - Y) / m`, `dW = X.T @ dZ`, where `m` is the
  ///     number of examples of a step. They need not be right. None for the engine's own.
  /// - Throws: also where a line cannot be read, or gives another shape than its parameter has.
  public init(
    _ statements: [Statement], _ request: GraphRequest, examples: Examples?,
    backwardLines: [Statement] = []
  ) throws(TrainingError) {
    var drawn: [String: NumericArray] = [:]
    var width: Int?
    let own = Set(statements.filter(\.isNamed).map(\.name))
    var networks: [NetworkStatement] = []
    let lines = statements.map { statement -> Statement in
      guard statement.isNetwork else { return statement }
      let line = statement.withBatch
      guard let network = try? NetworkStatement(line.text) else { return line }
      networks.append(network)
      width = network.sizes.last
      drawn = network.firstWeights(seed: request.seed).filter { !own.contains($0.key) }
      return line
    }
    if let network = networks.first, let examples { try network.check(examples) }
    var request = request
    request.arrays.merge(drawn) { typed, _ in typed }
    let names = try TrainingGraph.names(lines, request, examples, own)
    var arrays: [String: NumericArray] = [:]
    for name in names { arrays[name] = examples?.array(named: name, width: width) }
    request.data.formUnion(names)
    self.statements = lines
    self.request = request
    self.examples = examples
    exampleNames = names
    self.arrays = arrays
    let reading = try TrainingGraph.reading(lines, request, arrays, count: 1)
    graph = reading.graph
    notes = reading.notes
    parameters = reading.graph.nodes.compactMap { node in
      node.kind == .parameter ? (node.name, reading.inputs[node.name] ?? NumericArray(0)) : nil
    }
    let output = reading.graph.nodes[reading.graph.output].name
    self.backwardLines = backwardLines.map { $0.asLine(of: output) }
    if !reading.starts.isEmpty { throw .starts }
    if parameters.isEmpty { throw .noParameters }
    if !backwardLines.isEmpty { try checkLines() }
  }

  /// The name of the number of examples, where it is bound to nothing else.
  private static let countName = "m"

  /// The name of the quantity that a line gives the derivative by a parameter.
  static func lineName(of parameter: String) -> String { "d\(parameter)" }

  /// Makes sure that every parameter has a line, of its own shape.
  private func checkLines() throws(TrainingError) {
    let names = Set(backwardLines.map(\.name))
    for (name, value) in parameters {
      guard names.contains(TrainingGraph.lineName(of: name)) else {
        throw .missingLine(TrainingGraph.lineName(of: name))
      }
      // One example would hide a sum that is forgotten.
      let count = max(2, min(examples?.count ?? 1, 3))
      let graph = try reading(of: examples == nil ? 1 : count).graph
      guard
        let node = graph.nodes.firstIndex(where: { $0.name == TrainingGraph.lineName(of: name) }),
        graph.shape(of: node) == value.shape
      else {
        let shape =
          graph.nodes.firstIndex { $0.name == TrainingGraph.lineName(of: name) }
          .map { graph.shape(of: $0).text } ?? ""
        throw .lineShape(TrainingGraph.lineName(of: name), shape, wanted: value.shape.text)
      }
    }
  }

  /// The examples' names that the lines use.
  ///
  /// - Throws: where what the examples have is not used, or names are left without numbers.
  private static func names(
    _ lines: [Statement], _ request: GraphRequest, _ examples: Examples?, _ own: Set<String>
  ) throws(TrainingError) -> [String] {
    guard let examples else { return [] }
    let offered = examples.names + [Examples.targetMatrixName]
    var bound = own.union(request.arrays.keys)
    var used: Set<String> = []
    var asked: [String] = []
    for line in lines {
      if line.isNetwork, let network = try? NetworkStatement(line.text) {
        let inputs = network.statements
        bound.formUnion(inputs.map(\.name))
        used.formUnion(inputs.filter { $0.role == .data }.map(\.name))
        continue
      }
      let uses = (try? Formula.names(in: line.formula, known: bound.union(offered))) ?? []
      for use in uses where !asked.contains(use.name) { asked.append(use.name) }
    }
    used.formUnion(asked.filter { offered.contains($0) && !own.contains($0) })
    let missing = asked.filter { !bound.contains($0) && !offered.contains($0) }
    let isTargetUsed = examples.targetNames.contains(where: used.contains)
    let isFeatureUsed = examples.featureNames.contains(where: used.contains)
    var lacking: [String] = []
    if !isFeatureUsed { lacking += examples.featureNames.suffix(1) }
    if !isTargetUsed { lacking += examples.targetNames.prefix(1) }
    if !missing.isEmpty { throw .missingInputs(missing, examples: examples.names) }
    if !lacking.isEmpty { throw .unusedExamples(examples.names, missing: lacking) }
    return offered.filter(used.contains)
  }

  private static func reading(
    _ lines: [Statement], _ request: GraphRequest, _ arrays: [String: NumericArray],
    count: Int
  ) throws(TrainingError) -> ArrayReading {
    var request = request
    for (name, array) in arrays { request.arrays[name] = array.firstRows(count) }
    do throws(GraphError) {
      return try ArrayReading(lines, request)
    } catch {
      throw .graph(error)
    }
  }

  /// The graph for so many examples; their numbers are those of the first, again and again where there are fewer.
  ///
  /// - Throws: where the formulas do not go together with so many.
  public func reading(of count: Int) throws(TrainingError) -> ArrayReading {
    guard !backwardLines.isEmpty else {
      return try TrainingGraph.reading(statements, request, arrays, count: count)
    }
    var request = request
    request.output = graph.nodes[graph.output].name
    let isCountUsed = backwardLines.contains { line in
      let names = (try? Formula.names(in: line.formula, known: [TrainingGraph.countName])) ?? []
      return names.contains { $0.name == TrainingGraph.countName }
    }
    if isCountUsed, !graph.nodes.contains(where: { $0.name == TrainingGraph.countName }) {
      request.arrays[TrainingGraph.countName] = NumericArray(Double(count))
      request.data.insert(TrainingGraph.countName)
    }
    do throws(TrainingError) {
      return try TrainingGraph.reading(statements + backwardLines, request, arrays, count: count)
    } catch {
      // What is wrong with a line is told with the line.
      guard case .graph(let inner) = error, let index = inner.statement,
        index >= statements.count
      else { throw error }
      throw .line(backwardLines[index - statements.count], inner)
    }
  }

  /// An array of all examples.
  func array(_ name: String) -> NumericArray { arrays[name] ?? NumericArray(0) }
}

extension Examples {
  /// The names that hold what is right: `y`, or columns.
  var targetNames: [String] {
    [Examples.targetsName, Examples.targetMatrixName]
      + columns.map(\.name).filter { !featureColumns.contains($0) }
  }

  /// The names that hold what an example is known by.
  var featureNames: [String] {
    [Examples.featuresName] + columns.map(\.name).filter(featureColumns.contains)
  }
}

extension Statement {
  /// A line of a program for a derivative: `dJ/dW` is called `dW` in it.
  fileprivate func asLine(of output: String) -> Statement {
    Statement(text.replacing("d\(output)/d", with: "d"))
  }

  /// A network's line for several examples at once.
  fileprivate var withBatch: Statement {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.contains("batch") ? self : Statement("\(text) batch 1", role: role)
  }
}

extension NetworkStatement {
  /// Makes sure that as many numbers enter and leave as the examples have.
  fileprivate func check(_ examples: Examples) throws(TrainingError) {
    let features = examples.features.shape.sizes.dropFirst().reduce(1, *)
    let outputs = sizes[sizes.count - 1]
    if sizes[0] != features {
      throw .network(self, wanted: [features] + sizes.dropFirst())
    }
    let wanted =
      if examples.targets.shape.axes > 1 {
        examples.targets.shape.sizes[1]
      } else if batch?.isSoftmax ?? false, let classes = examples.classCount {
        max(classes, outputs)
      } else {
        outputs == 1 ? 1 : examples.classCount.map { max($0, outputs) } ?? 1
      }
    if outputs != wanted { throw .network(self, wanted: sizes.dropLast() + [wanted]) }
  }

  /// Numbers from which training gets on, by the names of the parameters.
  fileprivate func firstWeights(seed: UInt64) -> [String: NumericArray] {
    var arrays: [String: NumericArray] = [:]
    for layer in 1..<sizes.count {
      let (before, size) = (sizes[layer - 1], sizes[layer])
      var numbers = NormalNumbers(seed: seed, for: .weights, part: layer)
      let deviation = ((activation == .relu ? 2 : 1) / Double(before)).squareRoot()
      arrays["W\(layer)"] = NumericArray(
        (0..<before * size).map { _ in deviation * numbers.next() }, shape: Shape(before, size))
      if batch?.hasBiases ?? true {
        arrays["b\(layer)"] = NumericArray(filledWith: 0, shape: Shape(size))
      }
    }
    return arrays
  }
}

extension NumericArray {
  /// So many of the first rows, along the first axis, again and again where there are fewer.
  fileprivate func firstRows(_ count: Int) -> NumericArray {
    let wanted = count * elements.count / max(1, shape.sizes[0])
    var numbers = Array(elements.prefix(wanted))
    while numbers.count < wanted { numbers += elements.prefix(wanted - numbers.count) }
    return NumericArray(numbers, shape: Shape([count] + shape.sizes.dropFirst()))
  }
}

public import Autodiff
import Expressions
public import Teaching

/// Formulas of the learner's own or of a practice problem, with all that it takes to draw the same graph again.
public struct Exploration: Hashable, Sendable {
  /// As typed: `a = 2 + 3w`, or `data x = 2` for an input.
  public var formulas: [String]
  /// The numbers of the inputs.
  public var inputs: [String: Double]
  /// The inputs that are data, those included whose formula says so.
  public var data: Set<String>
  public var breaking: ComputationGraph.Breaking
  /// Whether it is a practice problem, which tells of skills; what one tries for oneself does not.
  public private(set) var isPractice: Bool
  /// What is practised; `nil` for formulas of the learner's own, and where an old journal does not say it.
  public let practice: Skill?

  /// - Parameters:
  ///   - graph: what the formulas were read as.
  ///   - breaking: how they were broken up.
  ///   - practice: what is practised, if it is a practice problem.
  public init(
    _ formulas: [String], on graph: ComputationGraph, at inputs: [String: Double],
    breaking: ComputationGraph.Breaking, practice: Skill? = nil
  ) {
    self.formulas = formulas
    self.inputs = inputs
    self.breaking = breaking
    self.practice = practice
    isPractice = practice != nil
    data = Set(graph.nodes.filter { $0.kind == .data }.map(\.name))
  }

  /// The formulas, and a line for each input that none of them defines.
  public var statements: [String] {
    let defined = Set(formulas.map { Statement(input: $0).name })
    return formulas
      + inputs.filter { !defined.contains($0.key) }.sorted { $0.key < $1.key }
      .map { "\($0.key) = \($0.value.shortestText)" }
  }

  /// Reads the formulas again.
  ///
  /// - Throws: `GraphError` where they make no graph, as after somebody edited a journal.
  package func reading() throws(GraphError) -> ComputationGraph.Reading {
    try ComputationGraph.read(
      statements.map { Statement(input: $0) }, data: data, breaking: breaking)
  }
}

extension Exploration {
  /// Reads the formulas again where they are of vectors and matrices.
  ///
  /// - Throws: `GraphError` where they make no graph of them.
  package func arrayReading() throws(GraphError) -> ArrayReading {
    try ArrayReading(statements.map { Statement(input: $0) }, GraphRequest(data: data))
  }

  /// Whether the formulas are of vectors and matrices.
  package var hasArrays: Bool {
    ArrayReading.isNeeded(for: statements.map { Statement(input: $0) }, GraphRequest(data: data))
  }

  /// The lines that are operations, and not the numbers of an array.
  package var operations: [String] {
    formulas.filter { !Statement(input: $0).formula.hasPrefix("[") }
  }

  /// What a journal's line holds; nothing is believed that does not read as a graph.
  ///
  /// - Parameter practice: what the line says of practice. Lines of version 1.0.0 say nothing, and are of practice
  ///   where they hold whole formulas as the program writes them, which a learner had to ask for and to type so.
  init(_ json: JSON, practice: JSON?) {
    formulas = (json["formulas"]?.elements ?? []).compactMap(\.string)
    inputs = [:]
    if case .object(let members)? = json["inputs"] {
      for member in members { inputs[member.name] = member.value.number }
    }
    data = Set((json["data"]?.elements ?? []).compactMap(\.string))
    breaking =
      switch json["breaking"]?.string {
      case "never": .never
      case "always": .always
      default: .singleFormula
      }
    self.practice = practice?.string.flatMap { Skill(rawValue: $0) }
    isPractice = practice?.string != nil
    if practice == nil, breaking == .never { isPractice = areFormulasWritten }
  }

  /// Whether the formulas are written as the program prints them.
  private var areFormulasWritten: Bool {
    guard let graph = try? reading().graph else { return false }
    return formulas == graph.formulas
  }

  /// As a journal's line holds it; what is as usual is left out.
  var json: JSON {
    let numbers = inputs.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .number($0.value)) }
    var members = [
      JSON.Member("formulas", .array(formulas.map { .string($0) })),
      JSON.Member("inputs", .object(numbers)),
    ]
    if !data.isEmpty {
      members.append(JSON.Member("data", .array(data.sorted().map { .string($0) })))
    }
    switch breaking {
    case .singleFormula: break
    case .never: members.append(JSON.Member("breaking", .string("never")))
    case .always: members.append(JSON.Member("breaking", .string("always")))
    }
    return .object(members)
  }

  /// What a journal's line says of practice; formulas that were not kept whole need no word to be the learner's own.
  var practiceJSON: JSON? {
    practice.map { .string($0.rawValue) } ?? (breaking == .never ? .null : nil)
  }
}

extension ComputationGraph {
  /// The operations as a learner would type them.
  package var formulas: [String] {
    nodes.compactMap { node in
      node.formula.map { "\(node.name) = \($0.expression.text)" }
    }
  }
}

import Expressions
import RandomNumbers

/// Reads statements with arrays: what each uses first, then each formula once the shapes of what it uses are known.
struct ArrayReader {
  private struct Definition {
    var name: String
    var line: UnfoldedStatements.Line
    var operands: [Int] = []

    var statement: Statement { line.statement }
    var index: Int { line.index }
  }

  private let request: GraphRequest
  private var definitions: [Definition] = []
  private var starts: [Statement] = []
  private var output: String?
  private var known: Set<String> = []
  private var networkData: Set<String> = []
  private var notes: [String] = []

  init(_ statements: [Statement], _ request: GraphRequest) throws(GraphError) {
    self.request = request
    starts = request.starts
    let unfolded = UnfoldedStatements(statements, takesArrays: true)
    if let error = unfolded.errors.first { throw error }
    networkData = unfolded.networkData
    output = request.output ?? unfolded.output
    for line in unfolded.lines {
      let statement = line.statement
      if statement.name.hasPrefix(ArrayReading.startWord) {
        starts.append(Statement(String(statement.text.drop { $0.isWhitespace }.dropFirst(6))))
      } else {
        definitions.append(
          Definition(name: statement.name, line: line))
      }
    }
    try readNames()
    try readOperands()
  }

  private mutating func readNames() throws(GraphError) {
    for definition in definitions {
      let (name, index) = (definition.name, definition.index)
      let isName = (try? Formula(name, known: [name]))?.expression == Expression(name: name)
      if Operation.functions[name] != nil {
        throw .functionAsName(statement: index, name)
      } else if !isName {
        throw .invalidName(statement: index, name)
      } else if !known.insert(name).inserted {
        throw definition.statement.isNamed
          ? .duplicateName(statement: index, name) : .secondUnnamed(statement: index)
      }
    }
    known.formUnion(request.arrays.keys)
  }

  /// Finds which names each formula uses; misspelt ones and those without numbers are errors.
  private mutating func readOperands() throws(GraphError) {
    for (name, _) in request.arrays.sorted(by: { $0.key < $1.key })
    where !definitions.contains(where: { $0.name == name }) {
      definitions.append(
        Definition(
          name: name, line: UnfoldedStatements.Line(statement: Statement("\(name) = 0"), index: -1))
      )
    }
    let places = Dictionary(
      uniqueKeysWithValues: definitions.enumerated().map { ($1.name, $0) })
    var missing: [String] = []
    for index in definitions.indices where request.arrays[definitions[index].name] == nil {
      let definition = definitions[index]
      let names: [Formula.NameUse]
      do throws(ParseError) {
        names = try Formula.names(in: definition.statement.formula, known: known)
      } catch {
        throw definition.line.unreadable(error)
      }
      for use in names {
        if let place = places[use.name] {
          if !definitions[index].operands.contains(place) {
            definitions[index].operands.append(place)
          }
        } else if let suggestion = Formula.suggestion(for: use.name, known: known) {
          throw definition.line.unreadable(
            ParseError(
              .unknownName(use.name, suggestion: suggestion), at: use.range,
              remedy: Remedy([suggestion], at: use.range)))
        } else if !missing.contains(use.name) {
          missing.append(use.name)
        }
      }
    }
    guard !missing.isEmpty else { return }
    // What is wrong in any shape is told before numbers are asked for.
    for definition in definitions where request.arrays[definition.name] == nil {
      do throws(ParseError) {
        _ = try Formula(definition.statement.formula, known: known, shapes: [:])
      } catch {
        if case .array(.shape) = error.reason { continue }
        throw definition.line.unreadable(error)
      }
    }
    throw .missingNumbers(missing)
  }

  /// Reads every formula in an order in which the shapes of its names are known.
  mutating func reading() throws(GraphError) -> ArrayReading {
    let order = try ComputationGraph.topologicalOrder(definitions.map(\.operands)) {
      definitions[$0].name
    }
    var shapes: [String: Shape] = [:]
    var inputs: [String: NumericArray] = [:]
    var formulas: [Int: Formula] = [:]
    for index in order {
      let definition = definitions[index]
      if let array = request.arrays[definition.name] {
        inputs[definition.name] = array
        shapes[definition.name] = array.shape
        continue
      }
      let formula = try read(definition, shapes)
      shapes[definition.name] = formula.shape
      notes += formula.doubts.map {
        "in \(definition.name), \($0.note(in: definition.statement.formula))"
      }
      notes += formula.notes.map { "in \(definition.name), \($0.message)" }
      if formula.expression.isConstant {
        inputs[definition.name] = try value(of: formula, definition)
      } else {
        guard definition.statement.role == .any else {
          throw .inputWithNames(statement: definition.index, definition.name)
        }
        guard !formula.expression.isDrawn else {
          throw definition.line.unreadable(
            ParseError(
              .array(.drawnInFormula), at: 0..<definition.statement.formula.unicodeScalars.count))
        }
        formulas[index] = formula
      }
    }
    return try graph(order, formulas, shapes, inputs)
  }

  private func read(
    _ definition: Definition, _ shapes: [String: Shape]
  ) throws(GraphError) -> Formula {
    do throws(ParseError) {
      return try Formula(definition.statement.formula, known: known, shapes: shapes)
    } catch {
      throw definition.line.unreadable(error)
    }
  }

  /// The numbers of an input, those of `randn` drawn by seed and name.
  private func value(
    of formula: Formula, _ definition: Definition
  ) throws(GraphError) -> NumericArray {
    var numbers = NormalNumbers(seed: request.seed, name: definition.name)
    let drawn = formula.expression.drawing { numbers.array($0) }
    guard let value = drawn.arrayValue(at: []), value.isFinite else {
      throw .inputNotFinite(statement: definition.index, definition.name)
    }
    return value
  }

  private mutating func graph(
    _ order: [Int], _ formulas: [Int: Formula], _ shapes: [String: Shape],
    _ inputs: [String: NumericArray]
  ) throws(GraphError) -> ArrayReading {
    guard let last = definitions.indices.last(where: { formulas[$0] != nil }) else {
      throw .noFormula
    }
    var places = Array(repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    let data = request.data.union(networkData)
    let unknown = request.data.filter { inputs[$0] == nil }
    if !unknown.isEmpty { throw .notAnInput(unknown.sorted()) }
    let nodes = order.map { index -> ComputationGraph.Node in
      let definition = definitions[index]
      guard let formula = formulas[index] else {
        let isData = definition.statement.role == .data || data.contains(definition.name)
        return ComputationGraph.Node(
          name: definition.name, kind: isData ? .data : .parameter, operands: [])
      }
      let operands = formula.expression.names.map { name in
        places[definitions.firstIndex { $0.name == name } ?? 0]
      }
      return ComputationGraph.Node(
        name: definition.name, kind: .operation(formula), operands: operands)
    }
    var end = places[last]
    if let output {
      let name = Formula.name(output, known: known) ?? output
      guard let place = nodes.firstIndex(where: { $0.name == name }) else {
        throw .unknownQuantity(
          output, suggestion: Formula.suggestion(for: output, known: known))
      }
      end = place
    }
    let starts = try readStarts(nodes, shapes)
    if let place = starts.map(\.node).max(), output == nil { end = place }
    let graph = ComputationGraph(
      nodes: nodes, output: end, shapes: nodes.map { shapes[$0.name] ?? .number })
    if starts.isEmpty, !graph.shape(of: end).isNumber {
      throw .outputHasAxes(nodes[end].name, graph.shape(of: end))
    }
    let unused = nodes.indices
      .filter { nodes[$0].formula == nil && graph.consumers[$0].isEmpty }
      .map { "nothing uses '\(nodes[$0].name)'; its derivative is 0" }
    let outputNote = output == nil && starts.isEmpty ? graph.outputNote : nil
    return ArrayReading(
      graph: graph, inputs: inputs, starts: starts,
      notes: [outputNote].compactMap { $0 } + notes + unused)
  }

  /// Reads the derivatives that are given: `dY = …`, `dJ/dY = …`.
  private func readStarts(
    _ nodes: [ComputationGraph.Node], _ shapes: [String: Shape]
  ) throws(GraphError) -> [ArrayReading.Start] {
    var starts: [ArrayReading.Start] = []
    for statement in self.starts {
      var name = String(statement.name.split(separator: "/").last ?? "")
      if name.first == "d", nodes.contains(where: { $0.name == name.dropFirst() }) {
        name.removeFirst()
      }
      guard let node = nodes.firstIndex(where: { $0.name == name }) else {
        throw .unknownQuantity(
          statement.name, suggestion: Formula.suggestion(for: name, known: known))
      }
      let formula: Formula
      do throws(ParseError) {
        formula = try Formula(statement.formula, known: known, shapes: shapes)
        if let unknown = formula.unknownNames(known: known).first { throw unknown }
      } catch {
        throw .unreadableLine(statement: nil, statement, error)
      }
      let shape = shapes[name] ?? .number
      guard Shape.broadcast(formula.shape, shape) == shape else {
        throw .startShape(name, formula.shape, quantity: shape)
      }
      starts.append(ArrayReading.Start(node: node, formula: formula))
    }
    return starts
  }
}

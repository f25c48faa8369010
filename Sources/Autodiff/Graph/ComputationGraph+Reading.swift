import Expressions

extension ComputationGraph {
  /// Whether formulas are broken into elementary operations.
  public enum Breaking: Hashable, Sendable {
    /// A single formula is broken up, several are nodes as typed.
    case singleFormula
    case never
    case always
  }

  /// A graph with the numbers of its inputs, as it was typed.
  public struct Reading: Hashable, Sendable {
    public var graph: ComputationGraph
    public var inputs: [String: Double]
    /// Remarks that are no errors, such as an input that nothing uses.
    public var notes: [String]
  }

  /// Builds the graph that statements describe, in any order.
  ///
  /// The order is topological, ties as given.
  ///
  /// - Parameters:
  ///   - data: inputs that are data, beside those whose statement says so.
  ///   - output: the quantity whose derivatives are asked; `nil` for the last formula.
  /// - Throws: `GraphError` for the first statement that cannot stand.
  /// - Complexity: O(n log n + e) in nodes and edges.
  public static func read(
    _ statements: [Statement], data: Set<String> = [], breaking: Breaking = .singleFormula,
    output chosen: String? = nil
  ) throws(GraphError) -> Reading {
    let (given, known, named, errors) = definitions(of: statements, data: data)
    if let error = errors.first { throw error }
    let chosen = chosen ?? named
    var definitions = given
    let doubts = given.flatMap(\.doubts)
    guard let last = definitions.last(where: \.isOperation)?.name else {
      throw .noFormula
    }
    let output = chosen.map { Formula.name($0, known: known) ?? $0 } ?? last
    guard definitions.contains(where: { $0.name == output }) else {
      throw .unknownQuantity(output, suggestion: Formula.suggestion(for: output, known: known))
    }
    let count = definitions.count(where: \.isOperation)
    if breaking == .always || (breaking == .singleFormula && count == 1) {
      definitions = broken(definitions, known: known)
    }
    let graph = try arranged(definitions, output: output)
    var inputs: [String: Double] = [:]
    for definition in definitions { inputs[definition.name] = definition.number }
    let unused = graph.nodes.indices
      .filter { graph.consumers[$0].isEmpty && graph.nodes[$0].formula == nil }
      .map { "nothing uses '\(graph.nodes[$0].name)'; its derivative is 0" }
    let notes = [chosen == nil ? graph.outputNote : nil].compactMap { $0 } + doubts + unused
    return Reading(graph: graph, inputs: inputs, notes: notes)
  }

  /// One statement, read.
  private struct Definition {
    var name: String
    var kind: Kind
    /// The value of an input.
    var number: Double?
    var line: UnfoldedStatements.Line
    /// What its right side may have been meant as, too.
    var doubts: [String]

    var formula: Formula? {
      if case .operation(let formula) = kind { formula } else { nil }
    }

    var isOperation: Bool { if case .operation = kind { true } else { false } }
  }

  /// Everything that is wrong with statements, apart from a cycle and from having no formula.
  ///
  /// - Complexity: O(n) in the length of the statements.
  public static func errors(in statements: [Statement]) -> [GraphError] {
    definitions(of: statements, data: []).errors
  }

  private static func definitions(
    of statements: [Statement], data: Set<String>
  ) -> (
    definitions: [Definition], known: Set<String>, output: String?, errors: [GraphError]
  ) {
    var errors: [GraphError] = []
    let unfolded = UnfoldedStatements(statements)
    guard unfolded.errors.isEmpty else { return ([], [], nil, unfolded.errors) }
    let known = names(of: unfolded.lines, &errors)
    let allData = data.union(unfolded.networkData)
    let definitions = unfolded.lines.compactMap { line in
      define(line, known: known, data: allData, &errors)
    }
    checkNames(in: definitions, known: known, &errors)
    let unknownData = data.filter { name in
      !definitions.contains { $0.name == name && $0.kind == .data }
    }
    if !unknownData.isEmpty { errors.append(.notAnInput(unknownData.sorted())) }
    return (definitions, known, unfolded.output, errors)
  }

  private static func names(
    of lines: [UnfoldedStatements.Line], _ errors: inout [GraphError]
  ) -> Set<String> {
    var names: Set<String> = []
    for line in lines {
      let (statement, index) = (line.statement, line.index)
      let name = statement.name
      if Operation.functions[name] != nil {
        errors.append(.functionAsName(statement: index, name))
      } else if !Formula.isName(name) {
        errors.append(.invalidName(statement: index, name))
      } else if !names.insert(name).inserted {
        errors.append(
          statement.isNamed
            ? .duplicateName(statement: index, name) : .secondUnnamed(statement: index))
      }
    }
    return names
  }

  private static func define(
    _ line: UnfoldedStatements.Line, known: Set<String>, data: Set<String>,
    _ errors: inout [GraphError]
  ) -> Definition? {
    let (statement, index) = (line.statement, line.index)
    let name = statement.name
    let isData = statement.role == .data || data.contains(name)
    if let number = Formula.number(statement.formula) {
      return Definition(
        name: name, kind: isData ? .data : .parameter, number: number, line: line, doubts: [])
    }
    let formula: Formula
    do {
      formula = try Formula(statement.formula, known: known)
    } catch {
      errors.append(line.unreadable(error))
      return nil
    }
    let doubts = formula.doubts.map { "in \(name), \($0.note(in: statement.formula))" }
    guard formula.expression.isConstant else {
      guard statement.role == .any else {
        errors.append(.inputWithNames(statement: index, name))
        return nil
      }
      return Definition(
        name: name, kind: .operation(formula), line: line, doubts: doubts)
    }
    let number = formula.expression.value(at: [Double]())
    guard number.isFinite else {
      errors.append(.inputNotFinite(statement: index, name))
      return nil
    }
    return Definition(
      name: name, kind: isData ? .data : .parameter, number: number, line: line,
      doubts: doubts)
  }

  /// Misspelt names are errors with a place; the others are missing numbers, told all at once.
  private static func checkNames(
    in definitions: [Definition], known: Set<String>, _ errors: inout [GraphError]
  ) {
    var missing: [String] = []
    var isMissing: Set<String> = []
    /// A look at all names for each of 100,000 would take hours.
    var suggestionsLeft = 20
    for definition in definitions where definition.isOperation {
      let unknown =
        definition.formula?.unknownNames(known: known, suggestingFor: suggestionsLeft) ?? []
      suggestionsLeft = max(0, suggestionsLeft - unknown.count)
      for error in unknown {
        guard case .unknownName(let name, let suggestion) = error.reason else { continue }
        if suggestion != nil {
          errors.append(definition.line.unreadable(error))
        } else if isMissing.insert(name).inserted {
          missing.append(name)
        }
      }
    }
    if !missing.isEmpty { errors.append(.missingNumbers(missing)) }
  }

  /// Breaks every formula into elementary operations, named `t1`, `t2`, … in order of evaluation.
  private static func broken(_ definitions: [Definition], known: Set<String>) -> [Definition] {
    var count = 0
    func freshName() -> String {
      repeat { count += 1 } while known.contains("t\(count)")
      return "t\(count)"
    }
    return definitions.flatMap { definition -> [Definition] in
      guard let formula = definition.formula else { return [definition] }
      return formula.expression.elementarySteps(named: definition.name, freshName: freshName).map {
        var step = definition
        step.name = $0.name
        step.kind = .operation(Formula($0.expression))
        return step
      }
    }
  }

  private static func arranged(
    _ definitions: [Definition], output: String
  ) throws(GraphError) -> ComputationGraph {
    var given: [String: Int] = [:]
    for (index, definition) in definitions.enumerated() { given[definition.name] = index }
    let operands = definitions.map { definition in
      (definition.formula?.expression.names ?? []).compactMap { given[$0] }
    }
    let order = try topologicalOrder(operands) { definitions[$0].name }
    var places = Array(repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    let nodes = order.map { index in
      Node(
        name: definitions[index].name, kind: definitions[index].kind,
        operands: operands[index].map { places[$0] })
    }
    return ComputationGraph(nodes: nodes, output: given[output].map { places[$0] } ?? 0)
  }
}

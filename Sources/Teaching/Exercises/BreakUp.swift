public import Autodiff
public import Expressions
public import Lessons

/// A formula that the learner breaks into steps, box by box.
///
/// Any breaking is accepted that ends in the formula: a step is small enough when it uses at most two names.
public struct BreakUp: Hashable, Sendable {
  /// The formula whole, with its inputs.
  public let target: LessonGraph
  /// The steps accepted so far, as typed.
  public private(set) var steps: [String] = []
  /// The graph of the steps accepted so far, with the inputs that they use; `nil` before the first.
  public private(set) var grown: ComputationGraph.Reading?

  public init(_ target: LessonGraph) {
    self.target = target
  }

  /// The name of the whole formula.
  public var output: String { target.graph.nodes[target.graph.output].name }

  /// The whole formula.
  public var formula: Formula? { target.graph.nodes[target.graph.output].formula }

  public var isDone: Bool {
    steps.last.map { Statement($0).name == output } ?? false
  }

  /// Checks a step and keeps it where it can stand.
  public mutating func add(_ typed: String) -> Verdict {
    guard typed.contains(where: { !$0.isWhitespace }) else { return .unreadable(.empty) }
    guard !isDone else { return .unreadable(.nothingLeft) }
    let statement = Statement(typed)
    guard statement.isNamed else { return .unreadable(.stepWithoutName) }
    let known = inputs + steps.map { Statement($0) }
    let reading: ComputationGraph.Reading
    do throws(GraphError) {
      let isInput = known.first { $0.name == statement.name } != nil
      if isInput { throw .duplicateName(statement: known.count, statement.name) }
      let names = Set(known.map(\.name))
      let formula = try BreakUp.formula(of: statement, knowing: names, index: known.count)
      if formula.expression.isConstant { return .unreadable(.stepWithoutNames) }
      reading = try ComputationGraph.read(used(by: known + [statement]), breaking: .never)
    } catch {
      return .unreadable(.stepNotRead(error))
    }
    guard let number = try? AnswerKey(reading.graph, at: reading.inputs) else {
      return .unreadable(.notFinite)
    }
    if let fault = fault(of: statement, in: reading.graph) { return .wrong(.step(fault)) }
    steps.append(typed)
    grown = reading
    return .right(typed: number.forward.values[reading.graph.output])
  }

  private static func formula(
    of statement: Statement, knowing names: Set<String>, index: Int
  ) throws(GraphError) -> Formula {
    do throws(ParseError) {
      let formula = try Formula(statement.formula, known: names)
      if let error = formula.unknownNames(known: names).first { throw error }
      if let doubt = formula.doubts.first { throw doubt }
      return formula
    } catch {
      throw .unreadable(statement: index, error)
    }
  }

  private var inputs: [Statement] {
    target.graph.nodes.filter { $0.formula == nil }.map { node in
      let value = target.inputs[node.name]?.shortestText ?? "0"
      return Statement("\(node.name) = \(value)", role: node.kind == .data ? .data : .parameter)
    }
  }

  /// The statements without inputs that nothing uses yet.
  private func used(by statements: [Statement]) -> [Statement] {
    let inputs = Set(target.inputs.keys)
    let formulas = statements.filter { !inputs.contains($0.name) }
    let known = Set(statements.map(\.name))
    let names = formulas.flatMap {
      (try? Formula($0.formula, known: known))?.expression.names ?? []
    }
    return statements.filter { !inputs.contains($0.name) || names.contains($0.name) }
  }

  private func fault(of statement: Statement, in graph: ComputationGraph) -> Verdict.StepFault? {
    let node = graph.nodes[graph.output]
    let names = node.operands.map { graph.nodes[$0].name }
    guard let whole = formula?.expression else { return nil }
    if let step = node.formula?.expression, Set(step.names) == Set(whole.names),
      whole.elementarySteps(named: output, freshName: { "t" }).count > 1,
      FormulaDifference.between(step, and: whole) == .same
    {
      return .everything
    }
    if names.count > 2 { return .tooMuch(names) }
    guard statement.name == output else { return nil }
    if let difference = difference(of: graph) { return .differs(difference) }
    let unused = graph.operations.filter { !graph.reachesOutput[$0] }.map { graph.nodes[$0].name }
    return unused.isEmpty ? nil : .unused(unused)
  }

  /// A point at which the steps do not compute the formula.
  private func difference(of graph: ComputationGraph) -> FormulaDifference? {
    guard let whole = formula?.expression else { return nil }
    let names = target.inputs.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let slots = whole.names.map { places[$0] ?? 0 }
    let points = TrialPoints(
      names.count, around: [names.map { target.inputs[$0] ?? 0 }], isOwnFirst: true,
      kinksOf: [(whole, slots)]
    ).points
    let steps = GraphComparison(graph)
    let comparison = FormulaComparison(
      with: { point in whole.value(at: slots.map { point[$0] }) }, at: points)
    let outcome = comparison.outcome { point in
      steps.values { name in places[name].map { point[$0] } }[graph.output]
    }
    return FormulaDifference(outcome, names: names)
  }
}

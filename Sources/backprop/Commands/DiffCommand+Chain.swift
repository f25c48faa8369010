import Autodiff
import Expressions

extension DiffCommand {
  /// Several formulas that use one another, as they are typed; the last is differentiated.
  struct Chain {
    private let graph: ComputationGraph
    private let inputs: [String: Double]
    private let name: String
    private let unbound: [String]

    /// - Parameter output: the quantity that is differentiated; `nil` for the last formula.
    /// - Throws: `Failure` for a formula that cannot be read, and for a circle.
    init(
      _ given: GivenStatements, by name: String, at bindings: [String: Double],
      of output: String?
    ) throws(Failure) {
      let formulas = given.statements
      let typed = formulas.filter { !$0.isNetwork && $0.chosenOutput == nil }
      let defined = Set(typed.map(\.name))
      let network = formulas.first(where: \.isNetwork)
        .flatMap { try? NetworkStatement($0.text) }
      let unfolded = Set(network?.statements.map(\.name) ?? [])
      if let twice = bindings.keys.sorted().first(where: { defined.contains($0) }) {
        throw Failure("'\(twice)' is given twice; give it once", .unreadable)
      }
      let known = defined.union(unfolded).union(bindings.keys).union([name])
      var inputs: [String] = []
      var seen = defined.union(unfolded)
      for index in formulas.indices
      where !formulas[index].isNetwork && formulas[index].chosenOutput == nil {
        for name in try read(index, of: given, known: known).expression.names
        where seen.insert(name).inserted { inputs.append(name) }
      }
      // What has no number is differentiated all the same; any number makes it an input.
      let numbers =
        inputs.map { Statement("\($0) = \(bindings[$0]?.shortestText ?? "1")") }
        + bindings.sorted { $0.key < $1.key }.filter { unfolded.contains($0.key) }
        .map { Statement("\($0.key) = \($0.value.shortestText)") }
      let statements = formulas + numbers
      do {
        let reading = try ComputationGraph.read(statements, breaking: .never, output: output)
        graph = reading.graph
        self.inputs = reading.inputs
      } catch {
        throw Failure(given.report(error), .unreadable)
      }
      self.name = name
      unbound = inputs.filter { bindings[$0] == nil }
      let isChosen = output != nil || formulas.contains { $0.chosenOutput != nil }
      if !isChosen, let note = graph.outputNote { Output.error("note: \(note)") }
      note(name, bindings, graph.nodes.map(\.name))
    }

    func answer() throws(Failure) -> Answer {
      let derivative = ChainDerivative(of: graph, withRespectTo: name)
      var answer = Answer(
        title: ComputationGraph.derivativeName(of: graph.nodes[graph.output].name, by: name),
        derivative: derivative.formula, value: nil)
      guard unbound.isEmpty else { return answer }
      do {
        answer.value = try derivative.value(at: inputs)
      } catch {
        throw Failure(error.message, .unreadable)
      }
      return answer
    }
  }
}

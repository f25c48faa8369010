import Autodiff
import Expressions

/// A graph with vectors and matrices, given on the command line.
struct ArrayArguments {
  let reading: ArrayReading
  let forward: ArrayForwardPass

  /// - Returns: `nil` for a graph of numbers.
  init?(_ arguments: Arguments, _ given: GivenStatements) throws(Failure) {
    let request = try ArrayArguments.request(arguments, given)
    let statements = given.statements
    guard ArrayReading.isNeeded(for: statements, request) else { return nil }
    if let flag = ["--whole", "--split"].first(where: arguments.has) {
      throw Failure(
        "\(flag) is for graphs of numbers; take it away: formulas with arrays stay whole", .usage)
    }
    do {
      reading = try ArrayReading(statements, request)
    } catch {
      throw Failure(given.report(error), .unreadable)
    }
    do {
      forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    } catch {
      throw Failure(given.report(error), .unreadable)
    }
    for note in reading.notes { Output.error("note: \(note)") }
  }

  /// The graph of a lesson's page.
  init(_ reading: ArrayReading) throws(Failure) {
    self.reading = reading
    do {
      forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    } catch {
      throw Failure(error.message, .unreadable)
    }
  }

  private static func request(
    _ arguments: Arguments, _ given: GivenStatements
  ) throws(Failure) -> GraphRequest {
    var request = given.request
    request.data = GraphArguments.data(arguments)
    request.output = arguments.value("--of")
    for start in arguments.values("--start") {
      let statement = Statement(start)
      guard statement.isNamed else {
        throw Failure("--start gives a derivative: write --start 'dY=[1, 0]'", .usage)
      }
      if let file = GivenArray(statement) {
        let array = try file.read(for: statement.name)
        request.starts.append(Statement("\(statement.name)=\(array.text)"))
      } else {
        request.starts.append(statement)
      }
    }
    if let seed = try GivenStatements.seed(arguments) { request.seed = seed }
    return request
  }

  var graph: ComputationGraph { reading.graph }

  func backward() throws(Failure) -> ArrayBackwardPass {
    do {
      return try ArrayBackwardPass(forward, starts: reading.starts)
    } catch {
      throw Failure(error.message, .unreadable)
    }
  }

  /// The node that a name means.
  func node(_ name: String) throws(Failure) -> Int {
    let names = graph.nodes.map(\.name)
    guard let node = graph.index(of: Formula.name(name, known: Set(names)) ?? name) else {
      throw Failure(EvaluationError.unknownNode(name, known: names).message, .unreadable)
    }
    return node
  }

  /// The name of a derivative: `dJ/dW`.
  func derivativeName(_ node: Int) -> String {
    ComputationGraph.derivativeName(of: reading.outputName, by: graph.nodes[node].name)
  }
}

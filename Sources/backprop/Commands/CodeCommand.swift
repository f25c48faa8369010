import Autodiff
import Expressions
import Sessions
import Teaching

/// `backprop code`: the derivatives of a graph, typed as the lines of a program.
enum CodeCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let reading: ArrayReading
    switch try GraphSubject(arguments, to: "write as a program") {
    case .arrays(let given): reading = given.reading
    case .numbers(let key): reading = try written(key)
    }
    let graph = reading.graph
    let formulas = graph.nodes.map { node -> String in
      if let formula = node.formula { return "\(node.name) = \(formula.expression.text)" }
      return (node.kind == .data ? "data " : "")
        + "\(node.name) = \(reading.inputs[node.name]?.text ?? "0")"
    }
    do {
      let session = try Session(exploring: reading, formulas: formulas, isCode: true)
      return try LearnCommand.run(session, arguments)
    } catch let error as EvaluationError {
      throw Failure(error.message, .unreadable)
    } catch let error as Failure {
      throw error
    } catch {
      preconditionFailure("nothing else is thrown")
    }
  }

  /// A graph of numbers, whose derivatives are asked as formulas.
  private static func written(_ key: AnswerKey) throws(Failure) -> ArrayReading {
    let statements = zip(key.graph.nodes, key.forward.values).map { node, value -> Statement in
      if let formula = node.formula {
        return Statement("\(node.name) = \(formula.expression.text)")
      }
      return Statement(
        "\(node.name) = \(value.shortestText)", role: node.kind == .data ? .data : .parameter)
    }
    var request = GraphRequest()
    request.output = key.graph.nodes[key.graph.output].name
    do {
      return try ArrayReading(statements, request)
    } catch {
      throw Failure(error.message, .unreadable)
    }
  }
}

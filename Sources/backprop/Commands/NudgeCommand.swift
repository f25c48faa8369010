import Autodiff
import Expressions
import Journals

/// `backprop nudge`: what moves when one quantity is nudged.
enum NudgeCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let step = try step(arguments.value("--by") ?? "0.001")
    let statements = try GivenStatements(arguments.positional)
    if let given = try ArrayArguments(arguments, statements) {
      return try ArrayNudgeCommand.run(given, by: step, arguments)
    }
    let given = try GraphArguments(arguments, statements)
    guard let name = arguments.value("--name") else {
      let names = given.graph.nodes.map(\.name).joined(separator: ", ")
      throw Failure("nudge what? write --name and one of \(names)", .usage)
    }
    let nudge: Nudge
    do throws(EvaluationError) {
      let names = Set(given.graph.nodes.map(\.name))
      guard let node = given.graph.index(of: Formula.name(name, known: names) ?? name) else {
        throw EvaluationError.unknownNode(name, known: given.graph.nodes.map(\.name))
      }
      nudge = try Nudge(node, by: step, in: given.forward)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    Output.write(
      arguments.has("--json")
        ? json(nudge, name, given.graph).text : table(nudge, name, given))
    return .done
  }

  private static func step(_ text: String) throws(Failure) -> Double {
    let formula: Formula
    do throws(ParseError) {
      formula = try Formula(text)
    } catch {
      throw Failure("cannot read --by '\(text)': \(error.message(in: text))", .usage)
    }
    guard let step = formula.expression.value(at: [:]), step.isFinite else {
      throw Failure("'\(text)' is not a number to nudge by; write --by 0.001", .usage)
    }
    return step
  }

  private static func json(_ nudge: Nudge, _ name: String, _ graph: ComputationGraph) -> JSON {
    .object([
      JSON.Member("name", .string(name)),
      JSON.Member("by", .number(nudge.step)),
      JSON.Member(
        "nodes",
        .array(
          nudge.changes.map { change in
            .object([
              JSON.Member("name", .string(graph.nodes[change.node].name)),
              JSON.Member("before", .number(change.before)),
              JSON.Member("after", .number(change.after)),
              JSON.Member("slope", .number(change.slope)),
            ])
          })),
    ])
  }

  private static func table(_ nudge: Nudge, _ name: String, _ given: GraphArguments) -> String {
    let before = given.forward.values[nudge.node]
    let step = nudge.step.shortestText
    var rows = [["node", "before", "after", "change / \(step)"]]
    let after = before + nudge.step
    rows.append([name, before.inTable(besides: after), after.inTable(besides: before), "1"])
    for change in nudge.changes {
      rows.append([
        given.graph.nodes[change.node].name, change.before.inTable(besides: change.after),
        change.after.inTable(besides: change.before), change.slope.inTable,
      ])
    }
    return Output.table(rows, columns: Output.columns)
  }
}

extension Double {
  /// The number as tables have it, or as it is where that would hide how it differs from another one.
  fileprivate func inTable(besides other: Double) -> String {
    self != other && inTable == other.inTable ? shortestText : inTable
  }
}

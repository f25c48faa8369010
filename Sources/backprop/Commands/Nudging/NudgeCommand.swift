import Autodiff
import Expressions
import Journals

/// `backprop nudge`: what moves when one quantity is nudged.
enum NudgeCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let step = try step(arguments.value("--by") ?? "0.001")
    let statements = try GivenStatements(arguments)
    if let given = try ArrayArguments(arguments, statements) {
      guard !arguments.has("--single") else {
        throw Failure("--single is for graphs of numbers; take it away", .usage)
      }
      return try ArrayNudgeCommand.run(given, by: step, arguments)
    }
    let given = try GraphArguments(arguments, statements)
    let name = try name(arguments, in: given.graph)
    let moved: NudgeTable
    do throws(EvaluationError) {
      let names = Set(given.graph.nodes.map(\.name))
      guard let node = given.graph.index(of: Formula.name(name, known: names) ?? name) else {
        throw EvaluationError.unknownNode(name, known: given.graph.nodes.map(\.name))
      }
      if arguments.has("--single") {
        moved = NudgeTable(try SingleNudge(node, by: step, in: given.forward), name, given.graph)
      } else {
        let nudge = try Nudge(node, by: step, in: given.forward)
        moved = NudgeTable(nudge, name, given.forward)
        CornerNotes.write(on: nudge, in: given.forward)
      }
    } catch {
      throw Failure(error.message, .unreadable)
    }
    if let note = moved.note { Output.error("note: \(note)") }
    Output.write(arguments.has("--json") ? moved.json.text : moved.text)
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

  /// The quantity to nudge, as it was typed.
  static func name(
    _ arguments: Arguments, in graph: ComputationGraph
  ) throws(Failure) -> String {
    if let name = arguments.value("--name") { return name }
    let names = graph.nodes.map(\.name).joined(separator: ", ")
    throw Failure("nudge what? write --name and one of \(names)", .usage)
  }

  /// What moved with one quantity: a number, or an array.
  struct Moved {
    var name: String
    var before: JSON
    var after: JSON
    var slope: JSON
  }

  static func json(_ name: String, by step: Double, _ moved: [Moved]) -> JSON {
    .object([
      JSON.Member("name", .string(name)),
      JSON.Member("by", .number(step)),
      JSON.Member(
        "nodes",
        .array(
          moved.map { moved in
            .object([
              JSON.Member("name", .string(moved.name)),
              JSON.Member("before", moved.before),
              JSON.Member("after", moved.after),
              JSON.Member("slope", moved.slope),
            ])
          })),
    ])
  }
}

import Expressions
import Journals
import TextScreen
import Training

/// `backprop predict`: what a trained graph says of examples.
enum PredictCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard let file = arguments.value("--load") else {
      throw Failure("predict by what? give the trained parameters: --load digits.npz", .usage)
    }
    guard arguments.has("--from") else {
      throw Failure("predict of what? name the examples: --from digits", .usage)
    }
    let seed = try GivenStatements.seed(arguments) ?? 1
    let statements = try GivenStatements(arguments.positional)
    let training = try TrainingArguments.training(statements, arguments, seed: seed)
    let trainer: Trainer
    do {
      trainer = try Trainer(training, TrainingPlan(heldOutShare: 0, seed: seed))
    } catch {
      throw Failure(error.message, .unreadable)
    }
    try ParameterFile(file).load(into: trainer)
    guard let name = trainer.predicted else {
      throw Failure(
        "no quantity says what an example is before its target is used; "
          + "give one a name of its own: Z = X @ W + b", .unreadable)
    }
    let found = trainer.predictions(trainer.rows)
    let result: (loss: Double, accuracy: Double?)
    do {
      result = try trainer.evaluate(trainer.rows)
    } catch {
      throw Failure(
        "J is not finite at these parameters; give those that belong to the graph", .unreadable)
    }
    let targets = training.examples?.targets
    let width = targets.map { $0.elements.count / trainer.rows.count } ?? 0
    if arguments.has("--json") {
      Output.write(
        JSON.object([
          JSON.Member("quantity", .string(name)), JSON.Member("loss", .number(result.loss)),
          JSON.Member("accuracy", result.accuracy.map(JSON.number) ?? .null),
          JSON.Member("predictions", .array(found.map { .number($0.label) })),
          JSON.Member(
            "values", .array(found.map { .array($0.numbers.map(JSON.number)) })),
        ]).text)
      return .done
    }
    Output.write { stream in
      stream.write("example  predicted  target\n")
      for (row, item) in found.enumerated() {
        let target = targets.map { array in
          (0..<width).map { array[row * width + $0].text }.joined(separator: " ")
        }
        let isWrong = result.accuracy != nil && width == 1 && targets?[row] != item.label
        stream.write(
          [
            "\(row + 1)".padded(to: 7), item.label.text.padded(to: 9), (target ?? "").padded(to: 6),
          ].joined(separator: "  ") + (isWrong ? "  wrong" : "") + "\n")
      }
    }
    let share = result.accuracy.map { accuracy in
      "\(Int((accuracy * Double(found.count)).rounded())) of \(found.count) are right; "
    }
    Output.write("\(share ?? "")J is \(result.loss.rounded(toDigits: 4).shortestText)")
    return .done
  }
}

extension Double {
  fileprivate var text: String { rounded(toDigits: 4).shortestText }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns)) + self
  }
}

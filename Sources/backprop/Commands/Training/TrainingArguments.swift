import Autodiff
import CodeFormats
import Expressions
import Training

/// What is trained, on what and how, as a command line says.
struct TrainingArguments {
  let statements: GivenStatements
  let training: TrainingGraph
  let trainer: Trainer
  /// So many epochs there are to be in the end.
  let epochs: Int
  /// Where the state is kept after each epoch; `nil` for nowhere.
  let state: StateFile?

  init(_ arguments: Arguments) throws(Failure) {
    let seed = try GivenStatements.seed(arguments)
    let state = try StateFile(arguments)
    let kept = try state?.read()
    var plan = try TrainingArguments.plan(arguments, seed)
    if let kept { plan = try TrainingArguments.plan(kept.plan, plan, arguments, state) }
    let statements = try GivenStatements(arguments.positional)
    let lines = try TrainingArguments.backwardLines(arguments)
    training = try TrainingArguments.training(
      statements, arguments, seed: plan.seed, backwardLines: lines?.statements ?? [])
    if plan.batch == TrainingPlan.defaultBatch, !arguments.has("--batch"), kept == nil,
      let batch = statements.batch
    {
      plan.batch = batch
    }
    do {
      trainer = try Trainer(training, plan)
    } catch {
      throw TrainingArguments.failure(error, statements)
    }
    if let file = arguments.value("--load") {
      guard kept == nil else {
        throw Failure(
          "--state goes on from \(state?.path ?? ""), --load begins from \(file); give one of them",
          .usage)
      }
      try ParameterFile(file).load(into: trainer)
    }
    if let kept, let state {
      guard kept.exampleCount == training.examples?.count ?? 0 else {
        throw Failure(
          "\(state.path) was trained on \(kept.exampleCount) examples, and here are "
            + "\(training.examples?.count ?? 0); give the same data, or another --state", .state)
      }
      do {
        try trainer.restore(kept)
      } catch {
        throw Failure("cannot go on from \(state.path): \(error.message)", .state)
      }
    }
    epochs =
      try TrainingArguments.wholeNumber("--epochs", arguments, from: 1)
      ?? TrainingPlan.defaultEpochs
    self.statements = statements
    self.state = state
    for note in training.notes { Output.error("note: \(note)") }
  }

  /// What is trained, on one line.
  var title: String {
    statements.statements.filter { !$0.namesFile }.map(\.text.trimmingBlanks).joined(
      separator: "; ")
  }

  /// The graph of a command line with its examples.
  static func training(
    _ statements: GivenStatements, _ arguments: Arguments, seed: UInt64,
    backwardLines: [Statement] = []
  ) throws(Failure) -> TrainingGraph {
    let examples = try GivenExamples.read(arguments, seed: seed)
    var request = statements.request
    request.data = GraphArguments.data(arguments)
    request.output = arguments.value("--of")
    request.seed = seed
    do {
      return try TrainingGraph(
        statements.statements, request, examples: examples, backwardLines: backwardLines)
    } catch {
      throw failure(error, statements)
    }
  }

  /// The lines of a file that give derivatives; `nil` where none are given.
  private static func backwardLines(_ arguments: Arguments) throws(Failure) -> GivenStatements? {
    guard let path = arguments.value("--backward") else { return nil }
    return try GivenStatements(["@\(path)"])
  }

  private static func failure(
    _ error: TrainingError, _ statements: GivenStatements
  ) -> Failure {
    switch error {
    case .graph(let error): Failure(statements.report(error), .unreadable)
    case .evaluation(let error): Failure(statements.report(error), .unreadable)
    default: Failure(error.message, .unreadable)
    }
  }

  // MARK: Plans

  private static func plan(
    _ arguments: Arguments, _ seed: UInt64?
  ) throws(Failure) -> TrainingPlan {
    var method = Optimizer.Method.adam
    if let name = arguments.value("--optimizer") {
      guard let known = Optimizer.method(named: name) else {
        let names = Optimizer.Method.allCases.map(\.name)
        throw Failure(
          "unknown optimizer '\(name)'; \(Spelling.advice(for: name, among: names))", .usage)
      }
      method = known
    }
    var optimizer = Optimizer(method)
    if let rate = try number("--rate", arguments) {
      guard rate > 0 else {
        throw Failure("--rate \(rate.shortestText) climbs or stays; give one above 0", .usage)
      }
      optimizer.rate = rate
    }
    if let beta = try number("--beta", arguments) {
      guard method != .descent else {
        throw Failure("--beta is for momentum and adam; add --optimizer momentum", .usage)
      }
      guard (0..<1).contains(beta) else {
        throw Failure("--beta is at least 0 and below 1; write --beta 0.9", .usage)
      }
      optimizer.beta = beta
    }
    var share = TrainingPlan.defaultHeldOutShare
    if let given = try number("--held-out", arguments) {
      guard (0..<1).contains(given) else {
        throw Failure(
          "--held-out is a share, at least 0 and below 1; write --held-out 0.2", .usage)
      }
      share = given
    }
    return TrainingPlan(
      optimizer,
      batch: try wholeNumber("--batch", arguments, from: 1) ?? TrainingPlan.defaultBatch,
      heldOutShare: share, seed: seed ?? 1, isInOrder: arguments.has("--in-order"))
  }

  /// The plan that was kept, with another rate where one is asked for.
  ///
  /// - Throws: where the command line asks for what cannot be changed between epochs.
  private static func plan(
    _ kept: TrainingPlan, _ given: TrainingPlan, _ arguments: Arguments, _ state: StateFile?
  ) throws(Failure) -> TrainingPlan {
    let path = state?.path ?? ""
    func refuse(_ flag: String, _ value: String) -> Failure {
      Failure(
        "\(path) was trained with \(flag) \(value); give the same, or another --state", .state)
    }
    if arguments.has("--optimizer"), given.optimizer.method != kept.optimizer.method {
      throw refuse("--optimizer", "'\(kept.optimizer.method.name)'")
    }
    if arguments.has("--seed"), given.seed != kept.seed { throw refuse("--seed", "\(kept.seed)") }
    if arguments.has("--batch"), given.batch != kept.batch {
      throw refuse("--batch", "\(kept.batch)")
    }
    if arguments.has("--held-out"), given.heldOutShare != kept.heldOutShare {
      throw refuse("--held-out", kept.heldOutShare.shortestText)
    }
    if arguments.has("--beta"), given.optimizer.beta != kept.optimizer.beta {
      throw refuse("--beta", kept.optimizer.beta.shortestText)
    }
    var plan = kept
    if arguments.has("--rate") { plan.optimizer.rate = given.optimizer.rate }
    return plan
  }

  // MARK: Numbers

  private static func number(
    _ flag: String, _ arguments: Arguments
  ) throws(Failure) -> Double? {
    guard let text = arguments.value(flag) else { return nil }
    guard let number = try? Formula(text, known: []).expression.value(at: [:]), number.isFinite
    else {
      throw Failure("'\(text)' is not a number; write one, as in \(flag) 0.1", .usage)
    }
    return number
  }

  static func wholeNumber(
    _ flag: String, _ arguments: Arguments, from least: Int
  ) throws(Failure) -> Int? {
    guard let text = arguments.value(flag) else { return nil }
    guard let number = Int(text), number >= least else {
      throw Failure(
        "'\(text)' will not do for \(flag); write a whole number from \(least)", .usage)
    }
    return number
  }
}

extension GivenStatements {
  /// How many examples the line of a network asks for; `nil` where it does not say.
  fileprivate var batch: Int? {
    statements.lazy.filter(\.isNetwork).compactMap {
      (try? NetworkStatement($0.text))?.batch?.count
    }.first
  }
}

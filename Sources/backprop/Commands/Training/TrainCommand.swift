import Expressions
import Glibc
import Journals
import Training

/// `backprop train`: the parameters of a graph are moved until its output is small.
enum TrainCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let saved = try arguments.value("--save").map { path throws(Failure) in
      try ParameterFile(path)
    }
    let given = try TrainingArguments(arguments)
    try saved?.check(given.training.parameters.map(\.name))
    if FullScreenHost.isInTerminal, !PlainHost.isAskedFor(by: arguments), !arguments.has("--json") {
      return try watch(given, saved, arguments)
    }
    let trainer = given.trainer
    var report = TrainingReport(given, isJSON: arguments.has("--json"))
    report.begin()
    var divergence: Divergence?
    while trainer.epochs.count < given.epochs, divergence == nil {
      do throws(Divergence) {
        try trainer.step()
      } catch {
        divergence = error
      }
      report.progress()
      if divergence == nil, trainer.stepInEpoch == 0, let epoch = trainer.epochs.last {
        try given.state?.write(trainer.kept)
        report.add(epoch)
      }
    }
    if divergence == nil { try saved?.save(trainer.parameters) }
    report.end(divergence)
    return divergence == nil ? .done : .found
  }

  /// Trains on a full screen.
  private static func watch(
    _ given: TrainingArguments, _ saved: ParameterFile?, _ arguments: Arguments
  ) throws(Failure) -> ExitStatus {
    let run = TrainingRun(given.trainer, goal: given.epochs) { (rate) throws(TrainingError) in
      var plan = given.trainer.plan
      plan.optimizer.rate = rate
      return try Trainer(given.training, plan)
    }
    let ended = try TrainingHost(arguments).run(run, title: given.title) {
      trainer throws(Failure) in
      try given.state?.write(trainer.kept)
    }
    guard let ended else { return .found }
    if let divergence = ended.main.divergence {
      Output.write("diverged: \(divergence.message)")
      return .found
    }
    try saved?.save(ended.trainer.parameters)
    if let last = ended.trainer.epochs.last {
      Output.write(
        "after epoch \(last.number): \(last.summary(heldOut: ended.trainer.heldOut.count))")
    }
    return .done
  }
}

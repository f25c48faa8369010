import Expressions
import Glibc
import Journals
import Phrases
import Terminal
import TextScreen
import Training

/// What is printed of training: a line for each epoch, or one JSON object in the end.
struct TrainingReport {
  private let given: TrainingArguments
  private let isJSON: Bool
  /// Whether a bar on standard error shows how far it is.
  private let hasBar: Bool
  private var hasHeading = false
  /// Where the derivatives by one's own lines differ from nudges.
  private let faults: [LineFault]
  private var lastBar: ContinuousClock.Instant?

  private var trainer: Trainer { given.trainer }

  init(_ given: TrainingArguments, isJSON: Bool) {
    self.given = given
    self.isJSON = isJSON
    faults = given.trainer.lineFaults()
    hasBar = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 0
  }

  // MARK: Lines

  func begin() {
    guard !isJSON else { return }
    Output.write(trainer.heading)
    for fault in faults { Output.write("not the derivative: \(fault.message)") }
    if let last = trainer.epochs.last {
      Output.write("goes on after epoch \(last.number): \(given.state?.path ?? "")")
    }
  }

  mutating func add(_ epoch: EpochResult) {
    clearBar()
    guard !isJSON else { return }
    if !hasHeading { Output.write(epoch.columns) }
    hasHeading = true
    Output.write(epoch.row)
  }

  mutating func end(_ divergence: Divergence?) {
    clearBar()
    if isJSON {
      Output.write(json(divergence).text)
    } else if let divergence {
      Output.write("diverged: \(divergence.message)")
    } else if let last = trainer.epochs.last {
      Output.write(last.summary(heldOut: trainer.heldOut.count))
      if let note = trainer.stillNote { Output.error("note: \(note)") }
    }
  }

  // MARK: Bar

  /// Shows how far it is, no more than twenty times a second.
  mutating func progress() {
    guard hasBar else { return }
    let now = ContinuousClock.now
    if let last = lastBar, now - last < .milliseconds(50) { return }
    lastBar = now
    let total = given.epochs * trainer.stepsPerEpoch
    let done = trainer.epochs.count * trainer.stepsPerEpoch + trainer.stepInEpoch
    let width = 30
    let full = min(width, width * done / max(1, total))
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
    let epoch = min(given.epochs, trainer.epochs.count + 1)
    Output.bar("[\(bar)] epoch \(epoch) of \(given.epochs)")
  }

  private mutating func clearBar() {
    guard lastBar != nil else { return }
    Output.bar("")
    lastBar = nil
  }

  // MARK: JSON

  private func json(_ divergence: Divergence?) -> JSON {
    func optional(_ number: Double?) -> JSON {
      number.map { $0.isFinite ? .number($0) : .null } ?? .null
    }
    let names = trainer.training.parameters.map(\.name)
    let epochs = trainer.epochs.map { epoch in
      JSON.object([
        JSON.Member("epoch", .number(Double(epoch.number))),
        JSON.Member("loss", .number(epoch.loss)),
        JSON.Member("accuracy", optional(epoch.accuracy)),
        JSON.Member("heldOutLoss", optional(epoch.heldOutLoss)),
        JSON.Member("heldOutAccuracy", optional(epoch.heldOutAccuracy)),
        JSON.Member(
          "derivativeSizes",
          .object(zip(names, epoch.derivativeSizes).map { JSON.Member($0, optional($1)) })),
      ])
    }
    let plan = trainer.plan
    return .object([
      JSON.Member("optimizer", .string(plan.optimizer.method.name)),
      JSON.Member("rate", .number(plan.optimizer.rate)),
      JSON.Member("batch", .number(Double(plan.batch))),
      JSON.Member("seed", .number(Double(plan.seed))),
      JSON.Member("examples", .number(Double(trainer.rows.count))),
      JSON.Member("heldOut", .number(Double(trainer.heldOut.count))),
      JSON.Member("epochs", .array(epochs)),
      JSON.Member("lineFaults", .array(faults.map { .string($0.message) })),
      JSON.Member("diverged", divergence.map { .string($0.message) } ?? .null),
    ])
  }
}

extension Trainer {
  /// How it trains, on one line.
  var heading: String {
    let optimizer = plan.optimizer
    var parts = ["\(optimizer.method.name), rate \(optimizer.rate.shortestText)"]
    if training.examples != nil {
      let step = min(plan.batch, rows.count)
      parts.append(
        "\(step) \(step == 1 ? "example" : "examples") a step, \(rows.count) in all"
          + (heldOut.isEmpty ? "" : ", \(heldOut.count) held out"))
    }
    let count = weights.count
    parts.append("\(count) \(count == 1 ? "number" : "numbers") to train")
    return parts.joined(separator: "; ")
  }

  /// What is wrong where no step changes anything.
  var stillNote: String? {
    guard let last = epochs.last, last.derivativeSizes.allSatisfy({ $0 == 0 }) else { return nil }
    return "in the end all derivatives were 0, so that no step changes anything; "
      + "J may be at its least, or every relu gives 0: try another seed or a smaller rate"
  }
}

extension EpochResult {
  /// What stands above the columns of `row`.
  var columns: String {
    EpochResult.line(
      "epoch", "J", accuracy.map { _ in "right" },
      heldOutLoss.map { _ in "J held out" }, heldOutAccuracy.map { _ in "right" })
  }

  var row: String {
    EpochResult.line(
      "\(number)", loss.fourDigits, accuracy?.percent, heldOutLoss?.fourDigits,
      heldOutAccuracy?.percent)
  }

  private static func line(
    _ epoch: String, _ loss: String, _ accuracy: String?, _ heldOutLoss: String?,
    _ heldOutAccuracy: String?
  ) -> String {
    func column(_ text: String?, _ width: Int) -> String {
      text.map { String(repeating: " ", count: max(2, width - $0.columns)) + $0 } ?? ""
    }
    return String(repeating: " ", count: max(0, 5 - epoch.columns)) + epoch + column(loss, 12)
      + column(accuracy, 9) + column(heldOutLoss, 14) + column(heldOutAccuracy, 9)
  }

  /// How it ended.
  func summary(heldOut count: Int) -> String {
    if let heldOutAccuracy {
      return "\(heldOutAccuracy.percent) of \(count) held-out examples are right"
    }
    if let accuracy { return "\(accuracy.percent) of the examples are right" }
    return "J is \((heldOutLoss ?? loss).fourDigits)"
      + (heldOutLoss == nil ? "" : " on \(count) held-out examples")
  }
}

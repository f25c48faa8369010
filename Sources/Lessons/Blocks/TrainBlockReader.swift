import Autodiff
import Expressions
import Training

/// Reads a `train` block: fields that say how, and lines of a graph beside those of the page or in their place.
struct TrainBlockReader {
  private static let words = [
    "from", "examples", "optimizer", "rate", "batch", "epochs", "seed", "lines", "instead",
  ]
  /// No more examples than this are drawn, and no more epochs made.
  private static let (mostExamples, mostEpochs) = (2_000, 500)
  /// A lesson's network has no more numbers to train.
  private static let mostParameters = 100_000

  private(set) var request: TrainingRequest?
  private(set) var errors: [LessonError] = []

  /// - Parameter graph: the graph that holds on the page.
  init(_ fence: MarkdownFence, _ graph: LessonGraph?) {
    let lines = fence.lines.filter { !$0.text.trimmingBlanks.isEmpty }
    let isField = { BlockField.begins($0, with: TrainBlockReader.words) }
    let fields = BlockField.fields(
      of: lines.filter(isField), knowing: TrainBlockReader.words, &errors)
    var values: [String: BlockField] = [:]
    var insteads: [Statement] = []
    for field in fields {
      if field.word.text == "instead" {
        insteads.append(Statement(field.text.text))
      } else if values.updateValue(field, forKey: field.word.text) != nil {
        errors.append(
          LessonError("'\(field.word.text)' stands here twice; leave one", at: field.word.position))
      }
    }
    let count = wholeNumber(values["examples"], 2...TrainBlockReader.mostExamples)
    guard let source = source(values["from"], count, at: fence.name.position) else { return }
    let own = lines.filter { !isField($0) }.map { Statement(input: $0.text.trimmingBlanks) }
    var plan = TrainingPlan(optimizer(values["optimizer"]))
    if let rate = rate(values["rate"]) { plan.optimizer.rate = rate }
    if let batch = wholeNumber(values["batch"], 1...TrainBlockReader.mostExamples) {
      plan.batch = batch
    }
    if let seed = wholeNumber(values["seed"], 0...1_000_000) { plan.seed = UInt64(seed) }
    let (statements, arrays) = TrainBlockReader.graph(own, graph)
    request = TrainingRequest(
      statements: statements, arrays: arrays, source: source, plan: plan,
      epochs: wholeNumber(values["epochs"], 1...TrainBlockReader.mostEpochs)
        ?? TrainingPlan.defaultEpochs,
      usesLines: usesLines(values["lines"]), insteads: insteads)
    if !insteads.isEmpty, let request, !request.usesLines {
      errors.append(
        LessonError(
          "'instead' takes the place of a line; write lines: yours", at: fence.name.position))
    }
    tryGraph(at: fence.name.position)
  }

  // MARK: Fields

  private mutating func source(
    _ field: BlockField?, _ count: Int?, at position: TextPosition
  ) -> TrainingRequest.Source? {
    let names = DrawnExamples.allCases.map(\.rawValue) + ["digits"]
    guard let field else {
      errors.append(
        LessonError(
          "'train' on what? write from: and one of \(names.joined(separator: ", "))", at: position))
      return nil
    }
    if let set = DrawnExamples(rawValue: field.text.text) {
      return .drawn(set, count: count ?? DrawnExamples.defaultCount)
    }
    if field.text.text == "digits" { return .digits }
    errors.append(
      LessonError(
        "unknown examples '\(field.text.text)'; "
          + Spelling.advice(for: field.text.text, among: names), at: field.text.position))
    return nil
  }

  private mutating func optimizer(_ field: BlockField?) -> Optimizer {
    guard let field else { return Optimizer(.adam) }
    if let method = Optimizer.method(named: field.text.text) { return Optimizer(method) }
    let names = Optimizer.Method.allCases.map(\.name)
    errors.append(
      LessonError(
        "unknown optimizer '\(field.text.text)'; "
          + Spelling.advice(for: field.text.text, among: names), at: field.text.position))
    return Optimizer(.adam)
  }

  private mutating func rate(_ field: BlockField?) -> Double? {
    guard let field else { return nil }
    if let rate = Double(field.text.text), rate > 0, rate.isFinite { return rate }
    errors.append(
      LessonError(
        "'\(field.text.text)' is not a rate; write a number above 0, as in 0.1",
        at: field.text.position))
    return nil
  }

  private mutating func wholeNumber(_ field: BlockField?, _ range: ClosedRange<Int>) -> Int? {
    guard let field else { return nil }
    if let number = Int(field.text.text), range.contains(number) { return number }
    errors.append(
      LessonError(
        "'\(field.text.text)' will not do for \(field.word.text); "
          + "write a whole number from \(range.lowerBound) to \(range.upperBound)",
        at: field.text.position))
    return nil
  }

  private mutating func usesLines(_ field: BlockField?) -> Bool {
    guard let field else { return false }
    if field.text.text == "yours" { return true }
    errors.append(
      LessonError(
        "'\(field.text.text)' are no lines that are known here; write lines: yours",
        at: field.text.position))
    return false
  }

  // MARK: Graph

  /// The formulas of the page with those of the block; a network stands alone.
  private static func graph(
    _ own: [Statement], _ graph: LessonGraph?
  ) -> (statements: [Statement], arrays: [String: NumericArray]) {
    guard let graph, !own.contains(where: \.isNetwork) else { return (own, [:]) }
    let names = Set(own.map(\.name))
    let examples: Set = [
      Examples.featuresName, Examples.targetsName, Examples.targetMatrixName, "x1", "x2",
    ]
    var statements: [Statement] = []
    var arrays: [String: NumericArray] = [:]
    for node in graph.graph.nodes where !names.contains(node.name) {
      if let formula = node.formula {
        statements.append(Statement("\(node.name) = \(formula.text.trimmingBlanks)"))
      } else if !examples.contains(node.name) {
        arrays[node.name] =
          graph.arrays?.inputs[node.name] ?? graph.inputs[node.name].map { NumericArray($0) }
      }
    }
    return (statements + own, arrays)
  }

  /// Makes sure that it can be trained, and that what takes the place of a line is one.
  private mutating func tryGraph(at position: TextPosition) {
    guard errors.isEmpty, let request else { return }
    do {
      let training = try request.training()
      let count = training.parameters.reduce(0) { $0 + $1.value.elements.count }
      guard count <= TrainBlockReader.mostParameters else {
        errors.append(
          LessonError(
            "\(count) numbers would be trained; a lesson trains \(TrainBlockReader.mostParameters) at most",
            at: position))
        return
      }
      _ = try Trainer(training, request.plan)
    } catch {
      errors.append(LessonError("this cannot be trained: \(error.message)", at: position))
    }
    for line in request.insteads where !line.isNamed || !line.name.hasPrefix("d") {
      errors.append(
        LessonError(
          "'\(line.text)' gives no derivative; write it as in instead: dZ1 = dH", at: position))
    }
  }
}

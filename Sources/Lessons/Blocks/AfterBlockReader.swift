import Autodiff
import Expressions
import Training

/// Reads the lines of an `after` block: which steps of descent are made, and what is asked after them.
struct AfterBlockReader {
  private static let words = [
    "optimizer", "rate", "beta", "beta1", "beta2", "epsilon", "steps", "parameters",
  ]

  /// The steps; `nil` where a line about them cannot be read.
  private(set) var plan: StepPlan?
  /// Whether a line says anything of the steps, so that they are not those of a block before.
  private(set) var namesSteps = false
  private(set) var errors: [LessonError] = []
  /// The lines about entries.
  private var rest: [PlacedText] = []
  private let graph: ComputationGraph
  private var optimizer = Optimizer(.descent)
  private var moving: [String]?
  private var count = 1

  init(_ fence: MarkdownFence, on graph: ComputationGraph) {
    self.graph = graph
    var fields: [BlockField] = []
    for line in fence.lines {
      guard BlockField.begins(line, with: AfterBlockReader.words) else {
        rest.append(line)
        continue
      }
      switch BlockField.read(line, AfterBlockReader.words) {
      case .success(let field): fields.append(field)
      case .failure(let error): errors.append(error)
      }
    }
    namesSteps = !fields.isEmpty
    // The rate's usual value is that of the optimizer, wherever it is named.
    for field in fields where field.word.text == "optimizer" { readOptimizer(field) }
    for field in fields where field.word.text != "optimizer" { read(field) }
    checkNames(of: fields)
    if moving == nil, !graph.nodes.contains(where: { $0.kind == .parameter }) {
      fail("the graph has no parameter that a step could move", fence.name)
    }
    if errors.isEmpty { plan = StepPlan(optimizer, moving: moving, count: count) }
  }

  private mutating func fail(_ message: String, _ text: PlacedText) {
    errors.append(LessonError(message, at: text.position))
  }

  private mutating func readOptimizer(_ field: BlockField) {
    guard let method = Optimizer.method(named: field.text.text) else {
      let names = Optimizer.Method.allCases.map(\.name).joined(separator: ", ")
      fail("'\(field.text.text)' is not an optimizer; write one of \(names)", field.text)
      return
    }
    optimizer = Optimizer(method)
  }

  private mutating func read(_ field: BlockField) {
    let text = field.text.text
    switch field.word.text {
    case "steps":
      guard let number = Int(text), StepPlan.counts.contains(number) else {
        fail(
          "'\(text)' is not a number of steps; write one from 1 to \(StepPlan.counts.upperBound)",
          field.text)
        return
      }
      count = number
    case "parameters": readParameters(field)
    case "rate":
      if let number = number(field, above: 0, below: .infinity) { optimizer.rate = number }
    case "beta2":
      if let number = number(field, above: 0, below: 1) { optimizer.beta2 = number }
    case "epsilon":
      if let number = number(field, above: 0, below: 1) { optimizer.epsilon = number }
    default: if let number = number(field, above: 0, below: 1) { optimizer.beta = number }
    }
  }

  private mutating func number(_ field: BlockField, above low: Double, below high: Double)
    -> Double?
  {
    let value = (try? Formula(field.text.text, known: []))?.expression
    let number = value.flatMap { $0.isConstant ? $0.value(at: [Double]()) : nil }
    guard let number, number > low, number < high else {
      let range = high.isFinite ? "between 0 and 1" : "above 0"
      fail(
        "'\(field.text.text)' is not a \(field.word.text); write a number \(range)", field.text)
      return nil
    }
    return number
  }

  private mutating func readParameters(_ field: BlockField) {
    var names: [String] = []
    for part in field.text.text.split(separator: ",") {
      let name = String(part).trimmingBlanks
      let parameters = graph.nodes.filter { $0.kind == .parameter }.map(\.name)
      guard parameters.contains(name) else {
        let meant = Spelling.nearest(to: name, among: parameters).map { "did you mean '\($0)'?" }
        let advice = meant ?? "there are \(parameters.joined(separator: ", "))"
        fail("'\(name)' is not a parameter of the graph; \(advice)", field.text)
        return
      }
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else {
      fail("which parameters move? write parameters: w, b", field.word)
      return
    }
    moving = names
  }

  /// Refuses what the optimizer does not have.
  private mutating func checkNames(of fields: [BlockField]) {
    for field in fields {
      let isKnown =
        switch field.word.text {
        case "beta": optimizer.method != .descent
        case "beta1", "beta2", "epsilon": optimizer.method == .adam
        default: true
        }
      if !isKnown {
        fail(
          "\(optimizer.method.name) has no \(field.word.text); take the line away, or name another "
            + "optimizer", field.word)
      }
    }
  }

  /// What is asked, with all that an author says of it: a name without a step stands for it after each.
  func requests(_ fence: MarkdownFence, after steps: StepPlan) -> FillBlockReader {
    var lines: [PlacedText] = []
    for line in rest {
      let text = line.text.trimmingBlanks
      let isGiven = text.hasPrefix("given ")
      let name = isGiven ? String(text.dropFirst(6)).trimmingBlanks : text
      guard isShort(name, steps) else {
        lines.append(line)
        continue
      }
      for step in 1..<steps.count + 1 {
        lines.append(
          PlacedText("\(isGiven ? "given " : "")\(name) after \(step)", at: line.position))
      }
    }
    var inner = fence
    inner.lines = lines
    return FillBlockReader(inner)
  }

  /// Whether a line is the name of a quantity, of a cell of one, or of what is kept for one.
  private func isShort(_ name: String, _ steps: StepPlan) -> Bool {
    let memory = steps.optimizer.method.memoryNames.map { "\($0) of " }
      .first { name.hasPrefix($0) }
    var quantity = memory.map { String(name.dropFirst($0.count)) } ?? name
    if quantity.hasSuffix("]") { quantity = String(quantity.prefix { $0 != "[" }).trimmingBlanks }
    return graph.index(of: quantity) != nil
  }
}

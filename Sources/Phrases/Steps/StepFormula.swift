import Autodiff
package import Expressions
package import Teaching
import TextScreen
package import Training

/// How a quantity after a step follows from others, written out in names and in numbers.
package struct StepFormula {
  /// A part of the rule: a sign or a name with its number.
  package enum Piece {
    case text(String)
    /// A name, its number, and the entry that asks for it, if one does.
    case quantity(String, String, entry: Int?)
  }

  package private(set) var pieces: [Piece] = []
  private let key: GraphKey
  private let steps: StepPlan
  private let step: Int

  /// - Returns: nothing for an entry that no step leads to.
  package init?(of index: Int, in key: GraphKey) {
    guard let later = key.list.entries[index].later, let steps = key.list.steps else { return nil }
    self.key = key
    self.steps = steps
    step = later.step
    switch later.kind {
    case .memory(let place): addMemory(place, later.node)
    case .parameter: addParameter(later.node)
    case .value: addValue(later.node)
    case .derivative: addDerivative(later.node)
    }
  }

  /// The rule in names.
  package var names: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .quantity(let name, _, _): name
      }
    }.joined()
  }

  /// The rule in numbers.
  package var numbers: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .quantity(_, let number, _): number
      }
    }.joined()
  }

  /// The entries whose numbers stand in it.
  package var sources: [Int] {
    pieces.compactMap { if case .quantity(_, _, let entry) = $0 { entry } else { nil } }
  }

  private func name(_ node: Int) -> String { key.graph.nodes[node].name }

  /// A quantity after a step, or before the first.
  private func quantity(
    _ kind: LaterQuantity.Kind, _ node: Int, after step: Int, _ initial: Piece
  ) -> Piece {
    guard step > 0, let entry = key.list.index(of: LaterQuantity(kind, of: node, after: step))
    else { return initial }
    return .quantity(
      key.list.entries[entry].name, StepFormula.text(ofEntry: entry, key), entry: entry)
  }

  private func slope(_ node: Int) -> Piece {
    let entry = key.list.derivative(of: node)
    let name = ComputationGraph.derivativeName(of: key.list.outputName, by: self.name(node))
    let number = entry.map { StepFormula.text(ofEntry: $0, key) } ?? ""
    return quantity(.derivative, node, after: step - 1, .quantity(name, number, entry: entry))
  }

  private func memory(_ place: Int, _ node: Int, after step: Int) -> Piece {
    quantity(.memory(place), node, after: step, .text("0"))
  }

  /// A part under a name of one letter, unless the graph has that.
  private func short(_ piece: Piece, _ letter: String) -> Piece {
    guard case .quantity(_, let number, let entry) = piece, key.graph.index(of: letter) == nil
    else { return piece }
    return .quantity(letter, number, entry: entry)
  }

  private func parameter(_ node: Int, after step: Int) -> Piece {
    quantity(
      .parameter, node, after: step,
      .quantity(
        name(node), StepFormula.text(ofNode: node, key), entry: key.list.forward(of: node)))
  }

  /// A number as a factor; of an array its numbers where they are few, else its shape.
  private static func text(_ array: NumericArray) -> String {
    if let number = array.number, array.shape.isNumber { return number.factorText }
    return tellsNumbers(of: array.shape)
      ? array.text { $0.readable().roundedText } : array.shape.text
  }

  private static func text(ofEntry entry: Int, _ key: GraphKey) -> String {
    switch key {
    case .numbers(let key): key.shown(entry).factorText
    case .arrays(let key): text(key.value(of: entry))
    }
  }

  private static func text(ofNode node: Int, _ key: GraphKey) -> String {
    switch key {
    case .numbers(let key): key.shownValue(of: node).factorText
    case .arrays(let key): text(key.key.forward.values[node])
    }
  }

  /// Whether an array's numbers stand in a rule, which are few then.
  package static func tellsNumbers(of shape: Shape) -> Bool { shape.count <= mostNumbers }

  /// So many numbers of an array stand in a rule.
  private static let mostNumbers = 6

  private func setting(_ name: String, _ number: Double) -> Piece {
    .quantity(name, number.factorText, entry: nil)
  }

  private var rate: Piece { setting("rate", steps.optimizer.rate) }

  private mutating func addMemory(_ place: Int, _ node: Int) {
    let optimizer = steps.optimizer
    let isAdam = optimizer.method == .adam
    let beta =
      isAdam
      ? place == 0 ? setting("beta1", optimizer.beta) : setting("beta2", optimizer.beta2)
      : setting("beta", optimizer.beta)
    pieces = [beta, .text(" × "), memory(place, node, after: step - 1)]
    switch optimizer.method {
    case .descent: break
    case .momentum: pieces += [.text(" + "), slope(node)]
    case .velocity: pieces += [.text(" - "), rate, .text(" × "), slope(node)]
    case .averagedMomentum, .adam:
      pieces += [.text(" + (1 - "), beta, .text(") × ")]
      pieces +=
        isAdam && place == 1 ? [.text("("), slope(node), .text(")^2")] : [slope(node)]
    }
  }

  private mutating func addParameter(_ node: Int) {
    let optimizer = steps.optimizer
    pieces = [parameter(node, after: step - 1)]
    switch optimizer.method {
    case .descent: pieces += [.text(" - "), rate, .text(" × "), slope(node)]
    case .momentum, .averagedMomentum:
      pieces += [.text(" - "), rate, .text(" × "), memory(0, node, after: step)]
    case .velocity: pieces += [.text(" + "), memory(0, node, after: step)]
    case .adam:
      pieces += [
        .text(" - "), rate, .text(" × ("), short(memory(0, node, after: step), "m"),
        .text("/(1 - "),
        setting("beta1", optimizer.beta), .text("^\(step)))/(sqrt("),
        short(memory(1, node, after: step), "v"), .text("/(1 - "),
        setting("beta2", optimizer.beta2), .text("^\(step))) + "),
        setting("eps", optimizer.epsilon), .text(")"),
      ]
    }
  }

  /// A box at the new numbers.
  private mutating func addValue(_ node: Int) {
    guard let expression = key.graph.nodes[node].formula?.expression else { return }
    var rest = Substring(expression.text)
    let operands = key.graph.nodes[node].operands
    // Each name gives way to what it is after the step.
    while let first = rest.first {
      guard first.isLetter || first == "_" else {
        if case .text(let text)? = pieces.last {
          pieces[pieces.count - 1] = .text(text + String(first))
        } else {
          pieces.append(.text(String(first)))
        }
        rest = rest.dropFirst()
        continue
      }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = rest.dropFirst(word.count)
      guard let operand = operands.first(where: { name($0) == word }) else {
        pieces.append(.text(String(word)))
        continue
      }
      pieces.append(later(operand))
    }
  }

  private func later(_ node: Int) -> Piece {
    let kind: LaterQuantity.Kind = key.graph.nodes[node].formula == nil ? .parameter : .value
    return quantity(
      kind, node, after: step,
      .quantity(
        name(node), StepFormula.text(ofNode: node, key), entry: key.list.forward(of: node)))
  }

  /// The sum over the boxes that a parameter enters, at the new numbers.
  private mutating func addDerivative(_ node: Int) {
    let graph = key.graph
    guard case .numbers(let key) = key, let pass = key.pass(after: step) else {
      let entry = key.list.derivative(of: node)
      let rule = entry.map { key.answer(to: $0) } ?? ""
      pieces = [.text("\(rule), at the new numbers")]
      return
    }
    for consumer in graph.consumers[node] where graph.reachesOutput[consumer] {
      guard let slot = graph.nodes[consumer].operands.firstIndex(of: node) else { continue }
      if !pieces.isEmpty { pieces.append(.text(" + ")) }
      let local = graph.derivativeName(of: consumer, by: node)
      pieces.append(
        .quantity(
          "\(local) after \(step)",
          pass.localDerivative(of: consumer, slot: slot).readable().factorText,
          entry: nil))
      guard consumer != graph.output else { continue }
      let upstream = graph.derivativeName(of: graph.output, by: consumer)
      pieces += [
        .text(" × "),
        .quantity(
          "\(upstream) after \(step)", pass.derivatives[consumer].readable().factorText,
          entry: nil),
      ]
    }
    if pieces.isEmpty { pieces = [.text("0")] }
  }
}

extension Optimizer.Method {
  /// What it is called in a sentence.
  package var title: String {
    switch self {
    case .descent: "gradient descent"
    case .momentum: "descent with momentum"
    case .averagedMomentum: "descent with averaged momentum"
    case .velocity: "descent with velocity"
    case .adam: "Adam"
    }
  }
}

extension Optimizer {
  /// What it is called, with its numbers.
  package var title: String {
    let rest =
      switch method {
      case .descent: ""
      case .momentum, .averagedMomentum, .velocity: ", beta \(beta.shortestText)"
      case .adam: ", beta1 \(beta.shortestText), beta2 \(beta2.shortestText)"
      }
    return "\(method.title), rate \(rate.shortestText)\(rest)"
  }
}

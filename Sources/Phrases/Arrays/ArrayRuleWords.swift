import Autodiff
import Expressions
package import Teaching

/// What is said of a wrong answer in a graph with arrays: its shape first, then the likeliest rule.
package struct ArrayRuleWords {
  private let key: ArrayAnswerKey
  private let entry: ArrayEntry
  private let wrongness: ArrayWrongness
  /// The answer as it is quoted.
  private let typed: String
  /// The words on steps, where the entry comes after some.
  private let steps: StepRuleWords?

  package init(
    _ wrongness: ArrayWrongness, typed: String, for index: Int, in sheet: ArraySheetKey
  ) {
    key = sheet.key
    self.wrongness = wrongness
    self.typed = typed
    entry = sheet.entry(index)
    steps = sheet.list.entries[index].later.flatMap { later in
      sheet.list.steps.map { StepRuleWords(later, $0, typed: typed, in: sheet.list) }
    }
  }

  /// The sentences in the order in which they are said; none where nothing is known but that it is wrong.
  package var sentences: [String] {
    let first = wrongness.details.first.map(sentence)
    let onlyHere =
      wrongness.isOnlyHere
      ? "\(typed) gives the right numbers here, but not with other numbers" : nil
    return [wrongness.shape.map(shape), onlyHere, first].compactMap { $0 }
  }

  private var quantity: String { key.graph.nodes[entry.quantity].name }
  private var box: String { key.graph.nodes[entry.node].name }
  private var upstream: String { key.list.derivativeName(of: entry.node) }

  // MARK: Shapes

  /// What is wrong with the shape, and the question that leads to the right one.
  private func shape(_ fault: ShapeFault) -> String {
    let own =
      entry.cell == nil && entry.kind != .value
      ? "\(entry.name) has \(quantity)'s shape, \(fault.wanted.text)"
      : "\(entry.name) is \(fault.wanted.text)"
    let ask = fault.factors.isEmpty ? "" : ": which product of \(factors(fault)) gives that?"
    if let apart = fault.apart {
      let sizes = "\(apart.shapes[0].text) by \(apart.shapes[1].text)"
      return apart.isOfMatrices
        ? "\(apart.left) \(apart.right) does not multiply: \(sizes); \(own)\(ask)"
        : "\(apart.left) and \(apart.right) do not go together number by number: "
          + "\(apart.shapes[0].text) and \(apart.shapes[1].text); \(own)\(ask)"
    }
    return fault.found.map { "\(typed) is \($0.text); \(own)\(ask)" } ?? "\(own)\(ask)"
  }

  private func factors(_ fault: ShapeFault) -> String { fault.factors.joined(separator: " and ") }

  // MARK: Rules

  private func sentence(_ reason: ArrayReason) -> String {
    steps?.sentence(on: reason.rule) ?? products(reason) ?? boxes(reason) ?? sums(reason) ?? scalar(
      reason)
      ?? "\(typed) comes from \(reason.rule.title)"
  }

  private func products(_ reason: ArrayReason) -> String? {
    switch reason.rule {
    case .wrongShape: "\(entry.name) is \(key.graph.shape(of: entry.quantity).text)"
    case .notTransposed:
      "\(typed) multiplies by a factor as it stands; on the way back one of the two is turned: "
        + "look which sizes meet, and which are left over"
    case .orderSwapped:
      "\(typed) has the factors in the wrong order; a matrix product is another one the other way round"
    case .elementwiseProduct:
      "\(typed) multiplies in the other way: * goes number by number, @ rows by columns; "
        + "what did the box itself do?"
    case .transposed where entry.isShape:
      "\(typed) lies on its side: rows come first, then columns"
    case .transposed:
      "\(typed) has the right numbers, lying on their side; \(entry.name) is "
        + "\(key.graph.shape(of: entry.quantity).text)"
    default: nil
    }
  }

  private func boxes(_ reason: ArrayReason) -> String? {
    let place = key.graph.nodes[reason.node].name
    return switch reason.rule {
    case .softmaxElementwise:
      "\(typed) treats each share as if it came of its own number alone; in a softmax every number moves all shares"
    case .targetForgotten: "\(typed) leaves out the target: what counts is how far it was missed"
    case .targetMinus:
      "\(typed) has the difference the wrong way round; more of what is too large already makes it worse"
    case .maskForgotten:
      "\(typed) lets everything through at \(place); where it shut something out, nothing comes back"
    case .maskOfValue:
      "\(typed) multiplies by the value at \(place); what comes back is multiplied by 1 where it was let "
        + "through, and by 0 elsewhere"
    case .maximumToAll:
      "\(typed) gives to all that were compared at \(place); only the largest moved the result"
    case .otherConvention: otherConvention(at: reason.node)
    case .lookupOnce:
      "\(typed) counts a row once that was looked up more than once; each time it was used adds its part"
    case .lastStepOnly:
      "\(typed) is the last step alone; \(quantity) works in every step, and the parts add up"
    case .constantMean:
      "\(typed) takes the mean as a fixed number; it moves with every number in it"
    case .constantVariance:
      "\(typed) takes the variance as a fixed number; it moves with every number in it"
    default: nil
    }
  }

  /// Whose convention an answer at a corner is, and what is agreed here.
  private func otherConvention(at node: Int) -> String {
    let expression = key.graph.nodes[node].formula?.expression
    let notes = expression?.conventionNotes(at: key.forward.operandValues(of: node)) ?? []
    return (["\(typed) follows another convention at \(key.graph.nodes[node].name)"] + notes)
      .joined(separator: "; ")
  }

  private func sums(_ reason: ArrayReason) -> String? {
    switch reason.rule {
    case .notSummed:
      "\(typed) is not summed: \(quantity) was used again and again along an axis, and each use adds its part"
    case .wrongAxis:
      "\(typed) works along the wrong axis; which one does \(quantity), "
        + "\(key.graph.shape(of: entry.quantity).text), not have?"
    case .averaged: "\(typed) takes a mean where the parts add up"
    case .meanForgotten:
      "\(typed) leaves out the number by which a mean divides"
    case .meanTwice:
      "\(typed) divides once more by a number by which a mean has divided already"
    default: nil
    }
  }

  private func scalar(_ reason: ArrayReason) -> String? {
    switch reason.rule {
    case .followsFromWrong:
      "\(typed) follows from your \(reason.other ?? "earlier answer"), which is wrong; fix that first"
    case .localOnly:
      "\(typed) is \(box) alone; what comes from the right, \(upstream), is missing as a factor"
    case .upstreamOnly:
      "\(typed) is what comes from the right; \(box) has a rule of its own, which is missing"
    case .added: "\(typed) adds what comes from the right; it is multiplied"
    case .onePath:
      "\(typed) is \(reason.other ?? "one path") alone; \(key.graph.nodes[reason.node].name) and the other "
        + "boxes that use it each add a part"
    case .forwardValue: "\(typed) takes a value where the derivative belongs"
    case .otherEntry: reason.other.map { "\(typed) uses or is \($0), where another belongs" }
    case .seed:
      "\(typed) starts from the output's value; the sweep starts from 1"
    case .doubled: "\(typed) is twice \(entry.name)"
    case .sign: "\(typed) has the wrong sign"
    case .skippedNode:
      "\(typed) leaves out the box \(key.graph.nodes[reason.node].name) on the way back"
    default: nil
    }
  }
}

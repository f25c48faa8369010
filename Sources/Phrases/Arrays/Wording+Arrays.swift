import Autodiff
import Expressions
import Lessons
import Sessions
import Teaching

/// What is asked and said of the entries of a graph with arrays.
extension Wording {
  /// What an entry asks, in one sentence.
  static func question(for index: Int, in key: ArraySheetKey) -> String {
    let entry = key.entry(index)
    let names = key.graph.nodes.map(\.name)
    let isNumber = key.shape(of: index).isNumber
    switch entry.kind {
    case .valueShape, .derivativeShape:
      return "\(entry.name): how many numbers lie along each axis?"
    case .value:
      return "\(entry.name): \(isNumber ? "what is its value?" : "its numbers, row by row?")"
    case .contribution:
      return
        "\(entry.name): what comes back to \(names[entry.quantity]) through \(names[entry.node])?"
    case .derivative where entry.slot == nil:
      return "\(entry.name): what do the paths add up to?"
    case .derivative where entry.cell != nil:
      return
        "\(entry.name): how many times as far as this cell does \(key.list.outputName) move?"
    case .derivative:
      return "\(entry.name): which formula over the graph gives it?"
    }
  }

  /// What an entry asks, as a part of a sentence.
  static func subject(of index: Int, in key: ArraySheetKey) -> String {
    let entry = key.entry(index)
    let name = key.graph.nodes[entry.quantity].name
    switch entry.kind {
    case .valueShape: return "the shape of \(name)"
    case .derivativeShape:
      return "the shape of the derivative of \(key.list.outputName) with respect to \(name)"
    case .value: return "\(entry.name), the value of \(formula(of: entry.node, in: key))"
    case .contribution:
      let node = key.graph.nodes[entry.node].name
      return "\(entry.name), what comes back to \(name) through \(node)"
    case .derivative:
      return "\(entry.name), the derivative of \(key.list.outputName) with respect to \(name)"
    }
  }

  /// What can be typed for an entry.
  static func form(of index: Int, in key: ArraySheetKey) -> String {
    let entry = key.entry(index)
    let isNumber = key.shape(of: index).isNumber
    switch entry.kind {
    case .valueShape, .derivativeShape:
      return "a shape such as (2, 5), 2x5 or 2 5; a single number has the shape ()"
    case .value where isNumber: return "a number such as -4 or .5, or arithmetic such as 22/2"
    case .value: return "its numbers row by row, as in [[1, 2], [3, 4]]"
    case .contribution, .derivative:
      return "a formula over the names on the graph, such as 2 A * dJ/dB, or "
        + (isNumber ? "a number" : "numbers row by row")
    }
  }

  static func formula(of node: Int, in key: ArraySheetKey) -> String {
    key.graph.nodes[node].formula?.expression.text ?? ""
  }

  // MARK: Answers

  func text(
    on verdict: Verdict, _ typed: String, for index: Int, in key: ArraySheetKey
  ) -> String {
    let entry = key.entry(index)
    let shown = Wording.shortened(typed)
    switch verdict {
    case .right: return accepted(right(typed, index, key))
    case .close(_, .roundedEarlier):
      return accepted(
        "\(shown) follows from rounded numbers; the exact value is used from here on")
    case .close:
      return accepted("\(shown) is rounded; the exact value is used from here on")
    case .wrong(.array(let wrongness)):
      if let feedback = feedback(on: typed, index, key) { return "not yet: \(feedback)" }
      let words = ArrayRuleWords(wrongness, typed: shown, for: index, in: key).sentences
      let needed =
        session.worksheet.map { worksheet in
          session.isHandedIn
            ? [] : worksheet.missingPrerequisites(of: index, among: session.progress.asks)
        } ?? []
      let advice =
        wrongness.reasons.isEmpty && !needed.isEmpty
        ? "; " + easier(after: needed, index, isNamed: false) : ""
      let why = words.isEmpty ? "\(shown) is not \(entry.name)" : Wording.joined(words)
      return "not yet: \(why)\(Wording.cells(of: wrongness))\(advice)"
    case .wrong: return "not yet: \(shown) is not \(entry.name)"
    case .unreadable(let reason):
      let names = Set(key.graph.nodes.map(\.name))
      let isLater = key.list.entries[index].later != nil
      return unreadable(
        reason, typed,
        form: session.worksheet.map { Wording.form(of: index, in: $0) } ?? "",
        names: entry.takesFormulas || isLater ? names : [])
    }
  }

  /// Sentences in a row; behind a question a new one begins.
  private static func joined(_ sentences: [String]) -> String {
    sentences.reduce("") { text, sentence in
      text.isEmpty ? sentence : text + (text.hasSuffix("?") ? " And " : "; ") + sentence
    }
  }

  /// Where to look in an array of which some cells are right.
  private static func cells(of wrongness: ArrayWrongness) -> String {
    guard !wrongness.cells.isEmpty else { return "" }
    let cells = wrongness.cells.prefix(3).map { cell in
      "[\(cell.map(String.init).joined(separator: ", "))]"
    }
    let more = wrongness.cells.count - cells.count
    return "; look at " + list(cells + (more > 0 ? ["\(more) more"] : []))
  }

  /// The author's words on a wrong answer to an entry, if there are any for it.
  private func feedback(on typed: String, _ index: Int, _ key: ArraySheetKey) -> String? {
    session.page.advice.lazy.compactMap { advice -> String? in
      guard case .feedback(let feedback) = advice.kind,
        key.list.index(of: advice.entry.text) == index,
        key.isSameAnswer(typed, as: feedback.answer.text, to: index)
      else { return nil }
      return feedback.text
    }.first
  }

  /// What was found, and why it is so.
  private func right(_ typed: String, _ index: Int, _ key: ArraySheetKey) -> String {
    let entry = key.entry(index)
    let found: String
    if entry.takesFormulas, entry.cell == nil {
      let rule = key.text(of: index)
      let isRule = typed.filter { !$0.isWhitespace } == rule.filter { !$0.isWhitespace }
      found = isRule ? "\(entry.name) = \(rule)" : "\(entry.name) = \(Wording.shortened(typed))"
    } else {
      found = "\(entry.name) = \(key.text(of: index))"
    }
    let why = why(index, typed, key)
    return (voice.isSpoken ? "right. \(found)" : "\(found) is right")
      + (why.isEmpty ? "" : ": \(why)") + Wording.convention(of: entry, in: key)
  }

  /// What is agreed on slopes at a corner, and what others answer, for what comes back through a box that stands at one.
  private static func convention(of entry: ArrayEntry, in key: ArraySheetKey) -> String {
    guard entry.kind == .contribution || entry.kind == .derivative, entry.slot != nil,
      let expression = key.graph.nodes[entry.node].formula?.expression
    else { return "" }
    return expression.conventionNotes(at: key.key.forward.operandValues(of: entry.node))
      .map { "; \($0)" }.joined()
  }

  /// Why an answer is right, in one line.
  func why(_ index: Int, _ typed: String?, _ key: ArraySheetKey) -> String {
    if let formula = StepFormula(of: index, in: .arrays(key)) {
      return "it is \(formula.names)" + (key.entry(index).cell == nil ? "" : ", this cell of it")
    }
    let entry = key.entry(index)
    let name = key.graph.nodes[entry.quantity].name
    switch entry.kind {
    case .valueShape: return ArrayShapeReason(of: entry.node, in: key.graph).text
    case .derivativeShape:
      return "\(key.list.outputName) is a number, and moves by each number of \(name) on its own"
    case .value:
      let text = Wording.formula(of: entry.node, in: key)
      return entry.cell == nil ? "it is \(text)" : "it is this cell of \(text)"
    case .derivative where entry.slot == nil && entry.cell == nil: return "the paths add up"
    case .contribution, .derivative:
      let rule = key.key.ruleText(of: entry) ?? ""
      let isRule = typed?.filter { !$0.isWhitespace } == rule.filter { !$0.isWhitespace }
      let node = key.graph.nodes[entry.node].name
      let whole = "\(node) = \(Wording.formula(of: entry.node, in: key))"
      if entry.cell != nil { return "it is this cell of \(rule)" }
      return isRule || typed == nil
        ? "it comes back through \(whole)" : "the rule of \(whole) gives \(rule)"
    }
  }

  /// What is right, with its reason.
  func solution(of index: Int, in key: ArraySheetKey) -> String {
    let why = why(index, nil, key)
    return "\(key.entry(index).name) = \(key.text(of: index))"
      + (why.isEmpty ? "" : ", since \(why)")
  }

  /// Hints on an entry: where to look, the rule, and the answer but for its last step.
  func hints(for index: Int, in key: ArraySheetKey) -> [String] {
    if let later = key.list.entries[index].later {
      let formula = StepFormula(of: index, in: .arrays(key))
      return Wording.hintsAfterStep(
        later, Hint(text: "it is \(formula?.names ?? "")"), in: .arrays(key)
      ).map(\.text)
    }
    let entry = key.entry(index)
    let graph = key.graph
    let name = graph.nodes[entry.quantity].name
    let node = graph.nodes[entry.node].name
    let formula = Wording.formula(of: entry.node, in: key)
    let shapes = shapes(enteringAt: entry.node, key)
    switch entry.kind {
    case .valueShape:
      return [
        "look at what enters the box of \(node): \(shapes)",
        ArrayShapeReason(of: entry.node, in: graph).rule,
        "it is \(graph.shape(of: entry.node).text)",
      ]
    case .derivativeShape:
      return [
        "\(key.list.outputName) is one number; how far does it move with each number of \(name)?",
        "the derivative of a number has one number for each number of \(name)",
        "it is \(graph.shape(of: entry.quantity).text), as \(name)",
      ]
    case .value:
      return [
        "look at what enters the box of \(node): \(shapes)",
        "put it into \(node) = \(formula)",
      ]
    case .derivative where entry.slot == nil:
      let paths = entry.prerequisites.map { key.key.list.entries[$0].name }
      return [
        "\(name) is used in \(paths.count) places; look at each of them",
        "add what comes back: \(paths.joined(separator: " + "))",
      ]
    case .contribution, .derivative:
      let upstream = ComputationGraph.derivativeName(of: key.list.outputName, by: node)
      let isOutput = entry.node == graph.output && key.key.reading.starts.isEmpty
      let wanted = graph.shape(of: entry.quantity)
      let meets =
        isOutput
        ? "\(node) is the output, so its own box alone counts: \(node) = \(formula), with \(shapes)"
        : "what comes from the right is \(upstream), \(graph.shape(of: entry.node).text); "
          + "in the box \(node) = \(formula) it meets \(shapes)"
      return [
        meets,
        "the answer has the shape of \(name), \(wanted.text); "
          + key.key.hint(for: key.places[index]).kind.teaching,
        "it is \(key.key.ruleText(of: entry) ?? "")",
      ]
    }
  }

  /// `X (4, 3), W (3, 2) and b (2)`, those whose shape is known.
  private func shapes(enteringAt node: Int, _ key: ArraySheetKey) -> String {
    Wording.list(
      key.graph.nodes[node].operands.map { operand in
        let name = key.graph.nodes[operand].name
        let isOpen = key.list.index(of: "shape of \(name)").map { index in
          session.worksheet.map { !session.isKnown(index, on: $0) } ?? false
        }
        return isOpen ?? false ? name : "\(name) \(key.graph.shape(of: operand).text)"
      })
  }
}

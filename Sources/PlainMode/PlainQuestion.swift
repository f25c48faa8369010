import Autodiff
import Expressions
import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen
import Training

/// What is asked now, told so that nothing else has to be remembered.
struct PlainQuestion {
  private let session: Session
  private let width: Int
  private let voice: Voice

  init(_ session: Session, width: Int, _ voice: Voice) {
    self.session = session
    self.width = width
    self.voice = voice
  }

  /// The question with all that belongs to it.
  var whole: [String] {
    if let (exercise, work) = session.exercise {
      return PlainExercise(exercise, work, for: voice, width: width).whole(label: place)
        + Wording(session, for: voice).question.lines(width: width)
    }
    guard let worksheet = session.worksheet, let focus = session.focus else { return [] }
    return "\(place). \(sentence(focus, worksheet))".lines(width: width)
  }

  /// The question for somebody who has just heard it.
  var short: [String] {
    if session.exercise != nil { return Wording(session, for: voice).question.lines(width: width) }
    return "\(place), \(session.focusedEntry?.name ?? "")?".lines(width: width)
  }

  /// `Entry 3 of 5`: the number by which one goes there, too.
  private var place: String {
    let number = session.assignment.flatMap { session.assignments.firstIndex(of: $0) } ?? 0
    let count = session.assignments.count
    let label = session.exercise.map { $0.exercise.label } ?? "Entry"
    return count == 1 ? label : "\(label) \(number + 1) of \(count)"
  }

  private func sentence(_ focus: Int, _ worksheet: Worksheet) -> String {
    let entry = worksheet.entries[focus]
    if entry.later != nil { return step(focus, worksheet) }
    if let key = worksheet.key.arrays { return sentence(focus, worksheet, key) }
    let graph = worksheet.graph
    let output = graph.nodes[graph.output].name
    let operand = worksheet.key.operand(of: entry).map { graph.nodes[$0].name } ?? ""
    let with = "the derivative of \(output) with respect to \(operand)"
    let node = graph.nodes[entry.node].name
    if session.isSilent { return bare(focus, worksheet) }
    let panel = session.panel(for: focus)
    let subject: String
    switch entry.kind {
    case _ where panel == .none: subject = "\(entry.name)."
    case .derivative where !entry.isAtOutput && panel == .question:
      subject = "\(entry.name), \(with)."
    case .contribution where !entry.isAtOutput && panel == .question:
      let whole = ComputationGraph.derivativeName(of: output, by: operand)
      subject = "\(entry.name), the part of \(whole) that comes by way of \(node)."
    case .derivative where entry.isAtOutput && entry.slot != nil && panel == .question:
      subject = "\(entry.name), \(with). \(box(entry, worksheet))"
    case .forward:
      subject = "\(entry.name), the value of \(formula(entry, worksheet))"
    case .shape, .derivativeShape, .later:
      preconditionFailure("a graph of numbers asks for no shapes")
    case .local:
      subject =
        "\(entry.name), the derivative of \(node) with respect to \(operand), in its box alone. "
        + box(entry, worksheet)
    case .derivative where entry.slot == nil:
      subject = "\(entry.name), \(with), a sum of paths. \(product(focus, worksheet, sign: "plus"))"
    case .contribution where entry.isAtOutput:
      subject =
        "\(entry.name), the part of d\(output)/d\(operand) that comes from the box of \(output) itself. \(box(entry, worksheet))"
    case .derivative where entry.isAtOutput:
      subject =
        "\(entry.name), \(with). \(output) is the output, so its box alone counts. "
        + box(entry, worksheet)
    case .contribution:
      let whole = ComputationGraph.derivativeName(of: output, by: operand)
      subject =
        "\(entry.name), the part of \(whole) that comes by way of \(node). "
        + product(focus, worksheet, sign: "times")
    case .derivative:
      subject =
        "\(entry.name), \(with), by the chain rule. \(product(focus, worksheet, sign: "times"))"
    }
    return "\(subject) \(invitation(entry))"
  }

  /// What is asked, without the rule by which it is found.
  /// What an entry of a graph with arrays asks: the box, and the shapes that meet there.
  private func sentence(_ focus: Int, _ worksheet: Worksheet, _ key: ArraySheetKey) -> String {
    let entry = worksheet.entries[focus]
    let subject = Wording(session, for: voice).subject(of: focus, in: worksheet)
    let isNamed = subject.hasPrefix(entry.name) || subject.hasSuffix(entry.name)
    let name = isNamed ? subject : "\(entry.name), \(subject)"
    let panel = session.panel(for: focus)
    guard !session.isSilent, panel < .none else { return "\(name)?" }
    let graph = worksheet.graph
    let form = " Give \(Wording.form(of: focus, in: worksheet))."
    if let uses = key.uses(addedUpAt: focus) {
      let users = Wording.list(uses.map { graph.nodes[$0].name })
      return "\(name). It is used by \(users); what comes back on each path adds up.\(form)"
    }
    let node = graph.nodes[entry.node]
    let enters = node.operands.map { operand in
      "\(graph.nodes[operand].name), \(shape(of: operand, worksheet))"
    }
    var sentence = "\(name). Box \(node.name) = "
    sentence += node.formula?.expression.text(isASCII: voice.isASCII) ?? ""
    sentence += ", with \(enters.joined(separator: "; "))."
    if !entry.isForward, entry.node == graph.output, key.key.reading.starts.isEmpty {
      sentence += " \(node.name) is the output, so its box alone counts."
    } else if !entry.isForward {
      let upstream = ComputationGraph.derivativeName(of: worksheet.list.outputName, by: node.name)
      sentence += " From the right comes \(upstream), \(shape(of: entry.node, worksheet))."
    }
    return sentence + form
  }

  /// The shape of a node as it is told by ear, unless it is still to be found.
  private func shape(of node: Int, _ worksheet: Worksheet) -> String {
    let isOpen = worksheet.list.index(of: "shape of \(worksheet.graph.nodes[node].name)").map {
      !session.isKnown($0, on: worksheet)
    }
    return isOpen ?? false ? "of open shape" : SpokenArray.size(of: worksheet.graph.shape(of: node))
  }

  private func bare(_ focus: Int, _ worksheet: Worksheet) -> String {
    let entry = worksheet.entries[focus]
    let graph = worksheet.graph
    let name = graph.nodes[entry.node].name
    if entry.kind == .forward {
      let formula = graph.nodes[entry.node].formula?.expression.text(isASCII: voice.isASCII) ?? ""
      return "\(entry.name), the value of \(formula). \(invitation(entry))"
    }
    let operand = worksheet.key.operand(of: entry).map { graph.nodes[$0].name } ?? ""
    let output = entry.kind == .local ? name : graph.nodes[graph.output].name
    let way = entry.kind == .contribution ? ", the part by way of \(name)" : ""
    return
      "\(entry.name), the derivative of \(output) with respect to \(operand)\(way). \(invitation(entry))"
  }

  /// What an entry asks that comes after a step, with the rule as far as the panel tells it.
  private func step(_ focus: Int, _ worksheet: Worksheet) -> String {
    let subject = Wording(session, for: voice).subject(of: focus, in: worksheet)
    let panel = session.panel(for: focus)
    let steps = worksheet.list.steps.map { ", by \($0.optimizer.title)" } ?? ""
    let isArray = worksheet.key.arrays.map { !$0.shape(of: focus).isNumber } ?? false
    let ask = "What is it, \(isArray ? "numbers row by row" : "a number") or a formula?"
    guard panel != .none else { return "\(worksheet.entries[focus].name). \(ask)" }
    guard panel < .question, let formula = StepFormula(of: focus, in: worksheet.key) else {
      return "\(subject)\(steps). \(ask)"
    }
    let isKnown = formula.sources.allSatisfy { session.isKnown($0, on: worksheet) }
    let numbers = panel == .full && isKnown ? ": \(formula.numbers)" : ""
    return "\(subject)\(steps). It is \(formula.names)\(numbers). \(ask)"
  }

  private func invitation(_ entry: Entry) -> String {
    session.page.isDemonstration
      ? "Enter shows it; or type it first."
      : entry.isLocal ? "What is it, a number or a formula?" : "What is it?"
  }

  /// `a = 2 + 3w, where w = 3.`
  private func box(_ entry: Entry, _ worksheet: Worksheet) -> String {
    "\(worksheet.graph.nodes[entry.node].name) = \(formula(entry, worksheet))"
  }

  /// `2 + 3w, where w = 3.`
  private func formula(_ entry: Entry, _ worksheet: Worksheet) -> String {
    let graph = worksheet.graph
    let node = graph.nodes[entry.node]
    let formula = node.formula?.expression
    let slots = formula?.occurrenceSlots ?? []
    let operands = node.operands.enumerated().map { slot, operand in
      let wires = slots.count { $0 == slot }
      let twice = wires > 1 ? ", which enters by \(wires) wires" : ""
      return "\(graph.nodes[operand].name) \(value(of: operand, worksheet))\(twice)"
    }
    let text = formula?.text(isASCII: voice.isASCII) ?? ""
    return "\(text), where \(Wording.list(operands))."
  }

  private func value(of node: Int, _ worksheet: Worksheet) -> String {
    let number = worksheet.key.shownValue(of: node).text
    guard let entry = worksheet.list.forward(of: node) else { return "= \(number)" }
    return session.isKnown(entry, on: worksheet) ? "= \(number)" : "is still open"
  }

  /// `da/dw times dJ/da: 3 times 22.`
  private func product(_ focus: Int, _ worksheet: Worksheet, sign: String) -> String {
    let entry = worksheet.entries[focus]
    let parts =
      entry.slot == nil
      ? entry.prerequisites
      : [entry.prerequisites.first, worksheet.list.derivative(of: entry.node)]
        .compactMap { $0 }
    let names = parts.map { worksheet.entries[$0].name }
    let numbers = parts.map { index in
      session.panel(for: focus) == .full && session.isKnown(index, on: worksheet)
        ? worksheet.key.shown(index).text : nil
    }
    let rule = "It is \(names.joined(separator: " \(sign) "))"
    if numbers.allSatisfy({ $0 == nil }) { return "\(rule)." }
    guard numbers.contains(nil) else {
      return "\(rule): \(numbers.compactMap { $0 }.joined(separator: " \(sign) "))."
    }
    let both = zip(names, numbers).map { name, number in
      "\(name), which is \(number ?? "still open"),"
    }
    return "It is \(both.joined(separator: " \(sign) ").dropLast())."
  }
}

extension Exercise {
  /// What it is called where things asked are counted.
  var label: String {
    if case .question = kind { "Question" } else { "Task" }
  }
}

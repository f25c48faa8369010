import Autodiff
import Drawings
import Expressions
import Sessions
import Teaching
import TextScreen

/// How a derivative comes about: the box's own by named rules, then in numbers, then by the chain rule.
struct DerivationSteps {
  private let entry: Entry
  private let index: Int
  private let session: Session
  private let worksheet: Worksheet
  private let key: AnswerKey
  private let voice: Voice

  init(
    of index: Int, _ session: Session, _ worksheet: Worksheet, _ key: AnswerKey, for voice: Voice
  ) {
    self.key = key
    self.voice = voice
    entry = worksheet.entries[index]
    self.index = index
    self.session = session
    self.worksheet = worksheet
  }

  package var sheet: LookSheet {
    let title = "Derive \(entry.name)"
    guard let operand = key.operand(of: entry), let slot = entry.slot,
      let expression = key.graph.nodes[entry.node].formula?.expression
    else { return LookSheet(title: title) }
    let local = entry.isLocal ? index : key.list.localDerivative(of: entry.node, slot: slot)
    let name = key.graph.nodes[operand].name
    let box = key.graph.derivativeName(of: entry.node, by: operand)
    let whole = entry.isLocal ? title : "\(title): first \(box), of the box alone"
    let derivation = Derivation(of: expression, withRespectTo: name)
    var steps = derivation.lines.enumerated().map { place, line in
      let text = line.text(isASCII: voice.isASCII)
        .truncated(toColumns: LookSheet.longestFormula)
      let rules = line.rules.map(\.title).joined(separator: "; ")
      let parts: [LookSheet.Part] =
        [.text(text, .strong)] + (rules.isEmpty ? [] : [.aside(rules)])
      let first =
        place == 0 ? LookSheet.Line(indent: 2, parts) : LookSheet.Line(indent: 4, [equals] + parts)
      return [first]
        + line.conventions.map { LookSheet.Line(indent: 6, [.text($0.convention, .faint)]) }
    }
    let areKnown = key.graph.nodes[entry.node].operands.allSatisfy { operand in
      key.list.forward(of: operand).map { session.isKnown($0, on: worksheet) } ?? true
    }
    if derivation.result.parts.isEmpty, areKnown,
      let numbers = Wording.numbers(
        of: derivation.result.expression, at: entry.node, in: key, voice: voice)
    {
      let shown = numbers.truncated(toColumns: LookSheet.longestFormula)
      steps.append([LookSheet.Line(indent: 4, [equals, .text(shown), .aside("in numbers")])])
      steps.append([LookSheet.Line(indent: 4, [equals, value(of: local)])])
    }
    if !entry.isLocal, let upstream = key.list.derivative(of: entry.node) {
      steps.append([chain(local, upstream)])
    }
    let lit = Highlight(
      nodes: [entry.node], wires: [Highlight.Wire(from: operand, to: entry.node)])
    return LookSheet(
      title: whole, steps: steps.map { LookSheet.Step(lines: $0, lit: lit, node: entry.node) })
  }

  private var equals: LookSheet.Part { .text("= ") }

  /// An entry's number, which stays open as long as the learner is asked for it.
  private func value(of index: Int?) -> LookSheet.Part {
    guard let index, session.isKnown(index, on: worksheet) else { return .open }
    return .number(key.shown(index).factorText)
  }

  /// `dJ/dw = da/dw × dJ/da = 3 × 22`.
  private func chain(_ local: Int?, _ upstream: Int) -> LookSheet.Line {
    let names = [local, upstream].compactMap { $0.map { key.list.entries[$0].name } }
    return LookSheet.Line(
      indent: 2,
      [
        .text("\(entry.name) = \(names.joined(separator: " × ")) = "), value(of: local),
        .text(" × "), value(of: upstream), .aside("chain rule"),
      ])
  }
}

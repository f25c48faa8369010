import Autodiff
import Expressions
import Teaching
import TextScreen

/// How a derivative comes about: the box's own by named rules, then in numbers, then by the chain rule.
struct DerivationSteps {
  private let entry: Entry
  private let index: Int
  private let session: Session
  private let worksheet: Worksheet

  init(of index: Int, _ session: Session, _ worksheet: Worksheet) {
    entry = worksheet.entries[index]
    self.index = index
    self.session = session
    self.worksheet = worksheet
  }

  private var key: AnswerKey { worksheet.key }

  var sheet: (title: String, steps: [CloserLook.Step]) {
    let title = "Derive \(entry.name)"
    guard let operand = key.operand(of: entry), let slot = entry.slot,
      let expression = key.graph.nodes[entry.node].formula?.expression
    else { return (title, []) }
    let local = entry.isLocal ? index : key.list.localDerivative(of: entry.node, slot: slot)
    let name = key.graph.nodes[operand].name
    let box = "d\(key.graph.nodes[entry.node].name)/d\(name)"
    let whole = entry.isLocal ? title : "\(title): first \(box), of the box alone"
    let derivation = Derivation(of: expression, withRespectTo: name)
    var steps = derivation.lines.enumerated().map { place, line in
      var text = StyledText(place == 0 ? "  " : "    = ")
      text.append(
        line.text(isASCII: session.voice.isASCII).truncated(toColumns: CloserLook.longestFormula),
        Style(.strong))
      if !line.rules.isEmpty {
        let rules = line.rules.map(\.title).joined(separator: "; ")
        text.append("   \(rules)", Style(.faint))
      }
      return [text] + line.conventions.map { StyledText("      \($0.convention)", Style(.faint)) }
    }
    if derivation.result.parts.isEmpty,
      let numbers = Wording.numbers(
        of: derivation.result.expression, at: entry.node, in: key, voice: session.voice)
    {
      let shown = numbers.truncated(toColumns: CloserLook.longestFormula)
      steps.append([StyledText("    = \(shown)") + StyledText("   in numbers", Style(.faint))])
      steps.append([StyledText("    = ") + value(of: local)])
    }
    if !entry.isLocal, let upstream = key.list.derivative(of: entry.node) {
      steps.append([chain(local, upstream)])
    }
    let lit = CloserLook.Lit(
      nodes: [entry.node], wires: [CloserLook.Wire(source: operand, target: entry.node)])
    return (whole, steps.map { CloserLook.Step(lines: $0, lit: lit, node: entry.node) })
  }

  /// An entry's number, or a blank as long as the learner is asked for it.
  private func value(of index: Int?) -> StyledText {
    guard let index, session.isKnown(index, on: worksheet) else {
      return StyledText(String(repeating: EntryText.blank, count: 3), Style(.blank))
    }
    return StyledText(key.shown(index).factorText, Style(.derivative))
  }

  /// `dJ/dw = da/dw × dJ/da = 3 × 22`.
  private func chain(_ local: Int?, _ upstream: Int) -> StyledText {
    let names = [local, upstream].compactMap { $0.map { key.list.entries[$0].name } }
    return StyledText("  \(entry.name) = \(names.joined(separator: " × ")) = ") + value(of: local)
      + StyledText(" × ") + value(of: upstream) + StyledText("   chain rule", Style(.faint))
  }
}

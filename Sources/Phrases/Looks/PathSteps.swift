import Autodiff
import Drawings
import Expressions
import Sessions
import Teaching
import TextScreen

/// The paths from a quantity to the output, each with its product, then their sum.
struct PathSteps {
  private let list: PathList
  private let session: Session
  private let worksheet: Worksheet
  private let key: AnswerKey
  private let voice: Voice

  init(
    _ list: PathList, _ session: Session, _ worksheet: Worksheet, _ key: AnswerKey,
    for voice: Voice
  ) {
    self.key = key
    self.voice = voice
    self.list = list
    self.session = session
    self.worksheet = worksheet
  }

  private var graph: ComputationGraph { worksheet.graph }

  private func name(_ node: Int) -> String { graph.nodes[node].name }

  private var whole: String { graph.derivativeName(of: graph.output, by: list.node) }

  package var sheet: LookSheet {
    var steps = list.paths.enumerated().map { place, path in
      LookSheet.Step(
        lines: [line(path, at: place + 1)],
        lit: lit([path]), node: path.nodes.count > 1 ? path.nodes[1] : list.node)
    }
    let count = list.paths.count
    if count == 0 {
      let text = "\(name(list.node)) does not reach \(name(graph.output)): \(whole) = 0"
      steps = [
        LookSheet.Step(lines: [LookSheet.Line(indent: 2, [.text(text)])], node: list.node)
      ]
    } else if count > 1 {
      steps.append(
        LookSheet.Step(lines: [sum], lit: lit(list.paths), node: list.node))
    }
    let paths = count == 1 ? "one path" : "\(count) paths"
    return LookSheet(
      title: "From \(name(list.node)) to \(name(graph.output)): \(paths)", steps: steps)
  }

  private func lit(_ paths: [PathList.Path]) -> Highlight {
    var lit = Highlight()
    for path in paths {
      lit.nodes.formUnion(path.nodes)
      lit.wires.formUnion(
        zip(path.nodes, path.nodes.dropFirst()).map { Highlight.Wire(from: $0, to: $1) })
      if !list.areWhole, let next = path.nodes.last { lit.addEverything(rightOf: next, in: graph) }
    }
    return lit
  }

  /// `1  b → a → J: da/db × dJ/da = 3 × 22 = 66`.
  private func line(_ path: PathList.Path, at place: Int) -> LookSheet.Line {
    let arrow = voice.isASCII ? " > " : " → "
    let route = PathSteps.ends(of: path.nodes.map(name), gap: "…").joined(separator: arrow)
    let factors = self.factors(of: path)
    var parts: [LookSheet.Part] = [
      .text(String(place), .faint), .gap,
      .text(list.areWhole ? route : "\(route)\(arrow)…", .lit), .text(":"),
    ]
    // The path of the output to itself has no factor.
    guard !factors.isEmpty else {
      return LookSheet.Line(indent: 2, parts + [.gap, .text("=")])
    }
    let names = PathSteps.ends(of: factors.map(\.name), gap: "…").joined(separator: " × ")
    parts.append(.text(" \(names) = "))
    parts += PathSteps.row(factors.map { number(of: $0) }, joinedBy: " × ")
    if factors.count > 1 { parts += [.text(" = "), product(factors)] }
    return LookSheet.Line(indent: 2, parts)
  }

  /// Numbers with a sign between them.
  private static func row(_ numbers: [LookSheet.Part], joinedBy sign: String) -> [LookSheet.Part] {
    ends(of: numbers, gap: .text("…")).map { [$0] }.joined(separator: sign)
  }

  /// The beginning and the end of a long row, which alone tell which path it is.
  private static func ends<Part>(of parts: [Part], gap: Part) -> [Part] {
    parts.count > 12 ? parts.prefix(6) + [gap] + parts.suffix(4) : parts
  }

  /// A factor of a path's product: an entry, or a number that nobody is asked.
  private struct Factor {
    package var name: String
    package var entry: Int?
    package var value: Double
  }

  /// The local derivatives along a path, or where it is cut short the first of them and what comes from the right.
  private func factors(of path: PathList.Path) -> [Factor] {
    var factors: [Factor] = []
    for (source, target) in zip(path.nodes, path.nodes.dropFirst()) {
      guard let slot = graph.nodes[target].operands.firstIndex(of: source) else { continue }
      let local = graph.derivativeName(of: target, by: source)
      factors.append(
        Factor(
          name: local, entry: worksheet.list.localDerivative(of: target, slot: slot),
          value: key.shownLocalDerivative(of: target, slot: slot)))
    }
    if !list.areWhole, let next = path.nodes.last {
      factors.append(
        Factor(
          name: graph.derivativeName(of: graph.output, by: next),
          entry: worksheet.list.derivative(of: next),
          value: key.shownDerivative(of: next)))
    }
    return factors
  }

  private func isKnown(_ factor: Factor) -> Bool {
    factor.entry.map { session.isKnown($0, on: worksheet) } ?? true
  }

  private func number(of factor: Factor) -> LookSheet.Part {
    isKnown(factor) ? .number(factor.value.factorText) : .open
  }

  private static func product(_ factors: [Factor]) -> Double {
    factors.reduce(1) { $0 * $1.value }
  }

  private func product(_ factors: [Factor]) -> LookSheet.Part {
    factors.allSatisfy(isKnown)
      ? .number(PathSteps.product(factors).readable().shortestText) : .open
  }

  /// The sum over the paths; its last step is left to the learner as long as it is asked.
  private var sum: LookSheet.Line {
    let products = list.paths.map(factors(of:))
    let total = key.backward.derivatives[list.node]
    let numbers = products.map { factors -> LookSheet.Part in
      factors.allSatisfy(isKnown)
        ? .number(PathSteps.product(factors).readable(forSum: total).factorText) : .open
    }
    var parts = [.text("\(whole) = ")] + PathSteps.row(numbers, joinedBy: " + ")
    if products.joined().allSatisfy(isKnown) {
      let entry = worksheet.list.derivative(of: list.node)
      let isKnown = entry.map { session.isKnown($0, on: worksheet) } ?? true
      let shown = key.shownDerivative(of: list.node).shortestText
      parts += [.text(" = "), isKnown ? .number(shown) : .open]
    }
    return LookSheet.Line(indent: 2, parts)
  }
}

extension Highlight {
  /// Adds all nodes and wires between a node and the output.
  fileprivate mutating func addEverything(rightOf start: Int, in graph: ComputationGraph) {
    var reached: Set<Int> = [start]
    for (index, node) in graph.nodes.enumerated() where graph.reachesOutput[index] {
      for operand in node.operands where reached.contains(operand) {
        reached.insert(index)
        wires.insert(Highlight.Wire(from: operand, to: index))
      }
    }
    nodes.formUnion(reached)
  }
}

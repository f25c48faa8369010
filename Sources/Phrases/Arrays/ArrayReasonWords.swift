import Autodiff
import Expressions
import Teaching

/// Why an answer in a graph with arrays is wrong, in this graph's names and shapes.
struct ArrayReasonWords {
  private let entry: ArrayEntry
  private let key: ArraySheetKey
  private let index: Int
  private let voice: Voice
  private let typed: String

  init(_ index: Int, _ typed: String, in key: ArraySheetKey, voice: Voice) {
    self.index = index
    self.key = key
    self.voice = voice
    self.typed = Wording.shortened(typed)
    entry = key.entry(index)
  }

  private var quantity: String { key.graph.nodes[entry.quantity].name }
  private var node: String { key.graph.nodes[entry.node].name }
  private var formula: String { Wording.formula(of: entry.node, in: key) }
  private var wanted: Shape { key.key.shape(of: key.places[index]) }
  private var upstream: String {
    ComputationGraph.derivativeName(of: key.list.outputName, by: node)
  }

  func sentence(on wrongness: ArrayWrongness) -> String {
    if let fault = wrongness.shape { return shapeSentence(fault, wrongness) }
    if let reason = wrongness.details.first, let sentence = sentence(on: reason) {
      let isLikely = Set(wrongness.reasons).count > 1
      return (isLikely ? "it looks as if " : "") + sentence + place(of: wrongness)
    }
    if wrongness.isOnlyHere {
      return "\(typed) fits these numbers alone; with others it gives something else"
    }
    switch wrongness.typed {
    case .shape(let shape): return shapeQuestion(shape)
    case .numbers: return "\(typed) is not \(entry.name)\(place(of: wrongness))"
    case .formula:
      return "\(typed) has the right shape, \(wanted.text), and other numbers than \(entry.name)"
    }
  }

  /// What is wrong with a shape that was asked.
  private func shapeQuestion(_ shape: Shape) -> String {
    entry.kind == .derivativeShape
      ? "\(shape.text) is not it; \(key.list.outputName) is a number and moves by each number of "
        + "\(quantity): how many are there along each axis?"
      : "\(shape.text) is not the shape of \(quantity) = \(formula); "
        + ArrayShapeReason(of: entry.node, in: key.graph).rule
  }

  private func shapeSentence(_ fault: ShapeFault, _ wrongness: ArrayWrongness) -> String {
    let own = "\(entry.name) has \(quantity)'s shape, \(wanted.text)"
    let factors = fault.factors
    let which =
      factors.count > 1 ? ": which product of \(Wording.list(factors)) gives that?" : ""
    let reason = wrongness.details.first.flatMap(sentence).map { "; \($0)" } ?? ""
    if let apart = fault.apart, apart.shapes.count == 2 {
      let (left, right) = (apart.shapes[0].text, apart.shapes[1].text)
      return apart.isOfMatrices
        ? "\(apart.left) \(apart.right) does not multiply: \(left) by \(right); \(own)\(which)"
        : "\(apart.left) \(left) and \(apart.right) \(right) do not go together number by number; "
          + own + which
    }
    let found = fault.found.map { "\(typed) has the shape \($0.text)" } ?? "\(typed) does not fit"
    return "\(found), and \(own)\(reason.isEmpty ? which : reason)"
  }

  private func place(of wrongness: ArrayWrongness) -> String {
    guard !wrongness.cells.isEmpty else { return "" }
    let cells = wrongness.cells.prefix(3).map { cell in
      "[\(cell.map(String.init).joined(separator: ", "))]"
    }
    let more = wrongness.cells.count > 3 ? " and \(wrongness.cells.count - 3) more" : ""
    return more.isEmpty
      ? "; look at \(Wording.list(Array(cells)))"
      : "; look at \(cells.joined(separator: ", "))\(more)"
  }

  /// What is said of a wrong rule, without the right answer.
  func sentence(on reason: ArrayReason) -> String? {
    let part = reason.part.isEmpty ? formula : reason.part
    let box = key.graph.nodes[reason.node].name
    switch reason.rule {
    case .wrongShape: return nil
    case .notTransposed:
      return "a factor of \(part) is used as it stands; on the way back it is transposed"
    case .orderSwapped:
      return "the factors stand in the wrong order; each factor of \(part) keeps its side"
    case .elementwiseProduct:
      return "\(part) needs the other kind of product: * goes number by number, @ multiplies matrices"
    case .softmaxElementwise:
      return "p (1 - p) alone treats each share as if it depended on its own number only; "
        + "every number of a row moves every share of it"
    case .targetForgotten:
      return "the target is missing: what comes back through a softmax with cross-entropy is made of p and of y"
    case .targetMinus: return "p and y have changed places; raising p where y is 0 makes the cost larger"
    case .maskForgotten:
      return "\(box) lets nothing back where it was cut off; the mask is missing"
    case .maskOfValue: return "the mask of \(box) is 0 or 1, and not the value itself"
    case .maximumToAll: return "only the largest one moved the maximum; the others get nothing"
    case .lookupOnce: return "a row that was looked up twice gets both parts"
    case .lastStepOnly:
      return "\(quantity) is used at every step; this is the part of the last one alone"
    case .constantMean: return "the mean moves with every number, too, and is not constant"
    case .constantVariance: return "the variance moves with every number, too, and is not constant"
    case .notSummed:
      return "\(quantity) was spread over more places than it has; what comes back from them adds up"
    case .wrongAxis: return "the sum runs over the other axis"
    case .averaged: return "what comes back adds up; there is no mean to take here"
    case .meanForgotten: return "the mean divides by the number of examples; that factor is missing"
    case .meanTwice: return "the factor of the mean is in \(upstream) already; it is taken twice"
    case .transposed: return "the numbers are right and lie on their side"
    case .localOnly:
      return "this is the box \(node) = \(formula) alone; what comes from the right, \(upstream), is missing"
    case .upstreamOnly:
      return "this is \(upstream), what comes from the right; the box \(node) = \(formula) has a part in it"
    case .added: return "what comes from the right is a factor, not added"
    case .seed: return "the sweep begins with 1 at the output, not with its value"
    case .doubled: return "there is a factor 2 too many"
    case .sign: return "the sign is turned over"
    case .onePath:
      return "this is one path; \(quantity) is used in \(max(2, entry.prerequisites.count)) places, which add up"
    case .forwardValue: return "this is a value; the question is how \(key.list.outputName) moves"
    case .otherEntry:
      return reason.other.map { "this is \($0), and the question is \(entry.name)" }
    case .followsFromWrong:
      return reason.other.map { "it follows from your \($0), which is wrong; fix that first" }
    default: return reason.rule.title
    }
  }
}

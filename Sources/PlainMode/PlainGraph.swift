import Autodiff
import Drawings
import Expressions
import GraphLayout
import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

/// A graph in sentences, from left to right.
struct PlainGraph {
  private let session: Session
  private let worksheet: Worksheet
  private let isASCII: Bool

  init(_ session: Session, _ worksheet: Worksheet, isASCII: Bool) {
    self.isASCII = isASCII
    self.session = session
    self.worksheet = worksheet
  }

  private var graph: ComputationGraph { worksheet.graph }

  /// The most boxes that are told without being asked for.
  private static let limit = 24

  /// What the graph is made of, as it is told when a page comes to it.
  var introduction: [String] {
    let boxes = graph.operations
    guard boxes.count <= PlainGraph.limit else {
      return ["A graph of \(boxes.count) boxes; ?graph lists them."]
    }
    return ["The graph, from left to right:"] + inputs + boxes.map { "\(box($0))." }
  }

  /// The graph with what is filled in, a sentence a box.
  var standing: [String] {
    ["The graph, from left to right:"] + inputs
      + graph.operations.map { node in
        let entries = worksheet.entries.indices.filter { index in
          let entry = worksheet.entries[index]
          let isApart = entry.isCell || entry.later != nil
          return entry.node == node && (!isApart || session.asked.contains(index))
        }
        let parts = session.isBare ? [] : entries.compactMap { standing(of: $0) }
        return "\(box(node))." + (parts.isEmpty ? "" : " \(parts.joined(separator: "; ")).")
      }
  }

  /// The inputs with their numbers, those of a kind in one sentence.
  var inputs: [String] {
    func sentence(_ kind: ComputationGraph.Kind, _ one: String, _ many: String) -> String? {
      let nodes = graph.nodes.indices.filter { graph.nodes[$0].kind == kind }
      guard !nodes.isEmpty else { return nil }
      let numbers = nodes.map { node in
        let unused = graph.consumers[node].isEmpty ? ", which nothing uses" : ""
        if let key = worksheet.key.arrays {
          return SpokenArray(name(node), key.key.forward.values[node]).text + unused
        }
        return "\(name(node)) = \(worksheet.key.shownValue(of: node).text)\(unused)"
      }
      if graph.hasArrays {
        return "\(nodes.count == 1 ? one : many): \(numbers.joined(separator: ". "))."
      }
      return "\(nodes.count == 1 ? one : many): \(Wording.list(numbers))."
    }
    return [
      sentence(.data, "The data", "The data"), sentence(.parameter, "The parameter", "Parameters"),
    ].compactMap { $0 }
  }

  /// `Box a = 2 + 3w, used by J`.
  private func box(_ node: Int) -> String {
    let formula = graph.nodes[node].formula?.expression
    var sentence = "Box \(name(node)) = \(formula?.text(isASCII: isASCII) ?? "")"
    let slots = formula?.occurrenceSlots ?? []
    for (slot, operand) in graph.nodes[node].operands.enumerated() {
      let wires = slots.count { $0 == slot }
      if wires > 1 { sentence += ", which \(name(operand)) enters by \(wires) wires" }
    }
    let users = graph.consumers[node].map(name)
    if node == graph.output { sentence += ", the output" }
    if !users.isEmpty { sentence += ", used by \(Wording.list(users))" }
    return sentence
  }

  private func name(_ node: Int) -> String { graph.nodes[node].name }

  /// How an entry stands, in words; `nil` for one that another page asks.
  func standing(of index: Int) -> String? {
    let name = worksheet.entries[index].name
    let value = worksheet.key.shown(index).text
    switch worksheet.states[index] {
    case .right: return "\(name) is \(value), right"
    case .close: return "\(name) is \(value), close"
    case .revealed: return "\(name) is \(value), shown"
    case .answered(let typed):
      return "\(name) is answered, you typed \(Wording.shortened(typed))"
    case .wrong(let typed): return "\(name) is wrong, you typed \(Wording.shortened(typed))"
    case .empty where session.isKnown(index, on: worksheet): return "\(name) is \(value), given"
    case .empty: return session.asked.contains(index) ? "\(name) is open" : nil
    }
  }

  /// The numbers that the page gives; `nil` if it gives none.
  var given: String? {
    let requests = session.page.requests.filter(\.isGiven).map {
      FillRequest($0.subject, at: $0.position)
    }
    guard let all = try? worksheet.list.indices(of: requests), !all.isEmpty else {
      return nil
    }
    let given = all.filter { session.isKnown($0, on: worksheet) }
    let later =
      given.count < all.count ? " Others are given once what they follow from is found." : ""
    guard !given.isEmpty else { return later.trimmingBlanks }
    guard given.count <= PlainGraph.givenLimit else {
      return
        "\(given.count) numbers are given; ?graph lists them, and each question repeats what it needs.\(later)"
    }
    let numbers = given.map {
      "\(worksheet.entries[$0].name) = \(worksheet.key.shown($0).text)"
    }
    return "Given: \(Wording.list(numbers)).\(later)"
  }

  /// The most given numbers that are told without being asked for.
  private static let givenLimit = 6

  /// The most rows of a drawing.
  private static let highest = 60

  /// The graph drawn with ASCII characters, or the part around what is focused where it is larger.
  func drawing(width: Int) -> [String] {
    let isKnown = { session.isKnown($0, on: worksheet) }
    let picture = GraphPicture(
      worksheet.list, values: { worksheet.key.drawnValue(of: $0).text },
      columns: worksheet.knownColumns(isBare: session.isBare, isKnown: isKnown),
      room: Size(width: width, height: PlainGraph.highest), isBare: session.isBare, isASCII: true,
      folding: DrawingLimit.screen.folding(graph, around: session.nodesInHand))
    let whole = picture.layout.size
    let size = Size(
      width: min(whole.width, width), height: min(whole.height, PlainGraph.highest))
    var canvas = Canvas(size: size)
    let marks = GraphMarks(
      on: worksheet, focusedEntry: session.focus, isAsked: session.progress.asks,
      isKnown: isKnown)
    GraphPainter(picture: picture, marks: marks).paint(on: &canvas, in: canvas.bounds)
    let legend =
      session.isBare ? "" : "v is right, ~ is close, x is wrong, ! was shown, ___ is open."
    let part =
      size == whole ? "" : "The drawing is larger than this; here is the part around the question."
    return [part].filter { !$0.isEmpty }.flatMap { $0.lines(width: width) }
      + canvas.text.map { String($0.map(\.foldedToASCII)) }
      + [legend].filter { !$0.isEmpty }.flatMap { $0.lines(width: width) }
  }
}

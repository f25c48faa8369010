import Autodiff
import Expressions
import Training

/// The entries of what comes after steps of descent, in the order one works.
///
/// In each step what is kept for a parameter and the parameter itself come first, then the values from left to right,
/// then the derivatives with which the next step is made.
struct LaterEntries {
  private(set) var entries: [Entry] = []
  private let graph: ComputationGraph
  private let plan: StepPlan
  private let start: Int
  private let derivatives: [Int32]
  /// What derivatives are those of.
  private let outputName: String
  /// Whether each cell of an array is asked behind it.
  private let hasCells: Bool
  private let moving: [Int]
  private var places: [LaterQuantity: Int] = [:]

  /// - Parameters:
  ///   - start: how many entries there are before them.
  ///   - derivatives: for each node the entry that asks for its derivative; -1 where none does.
  ///   - hasCells: whether each cell of an array is asked behind it.
  init(
    _ plan: StepPlan, on graph: ComputationGraph, from start: Int, derivatives: [Int32],
    of outputName: String, hasCells: Bool = false
  ) {
    self.outputName = outputName
    self.hasCells = hasCells
    self.graph = graph
    self.plan = plan
    self.start = start
    self.derivatives = derivatives
    moving = graph.nodes.indices.filter {
      graph.nodes[$0].kind == .parameter && plan.moves(graph.nodes[$0].name)
    }
    for step in 1..<plan.count + 1 { add(step) }
  }

  private mutating func add(_ step: Int) {
    let names = plan.optimizer.method.memoryNames
    for node in moving {
      for (place, name) in names.enumerated() {
        let before = LaterQuantity(.memory(place), of: node, after: step - 1)
        add(
          .memory(place), node, step, "\(name) of \(graph.nodes[node].name)",
          [self.place(of: before), slope(of: node, before: step)])
      }
      let old = place(of: LaterQuantity(.parameter, of: node, after: step - 1))
      let sources =
        names.isEmpty
        ? [slope(of: node, before: step)]
        : names.indices.map { place(of: LaterQuantity(.memory($0), of: node, after: step)) }
      add(.parameter, node, step, graph.nodes[node].name, [old] + sources)
    }
    for node in graph.operations {
      let operands = graph.nodes[node].operands.map { operand in
        place(of: LaterQuantity(.value, of: operand, after: step))
          ?? place(of: LaterQuantity(.parameter, of: operand, after: step))
      }
      add(.value, node, step, graph.nodes[node].name, operands)
    }
    guard step < plan.count else { return }
    let parameters = moving.map { place(of: LaterQuantity(.parameter, of: $0, after: step)) }
    for node in moving {
      add(
        .derivative, node, step,
        ComputationGraph.derivativeName(of: outputName, by: graph.nodes[node].name), parameters)
    }
  }

  private func place(of quantity: LaterQuantity) -> Int? { places[quantity] }

  /// The entry of the derivative with which a step is made.
  private func slope(of node: Int, before step: Int) -> Int? {
    guard step == 1 else { return places[LaterQuantity(.derivative, of: node, after: step - 1)] }
    return derivatives[node] < 0 ? nil : Int(derivatives[node])
  }

  private mutating func add(
    _ kind: LaterQuantity.Kind, _ node: Int, _ step: Int, _ name: String, _ sources: [Int?]
  ) {
    let quantity = LaterQuantity(kind, of: node, after: step)
    places[quantity] = start + entries.count
    var entry = Entry(
      name: "\(name) after \(step)", kind: .later, node: node, slot: nil, isAtOutput: false,
      prerequisites: sources.compactMap { $0 })
    entry.later = quantity
    entries.append(entry)
    let shape = graph.shape(of: node)
    guard hasCells, !shape.isNumber else { return }
    entry.isCell = true
    for place in 0..<shape.count {
      let cell = shape.cell(at: place)
      entry.later?.cell = cell
      entry.name = "\(name)[\(cell.map(String.init).joined(separator: ", "))] after \(step)"
      entries.append(entry)
    }
  }
}

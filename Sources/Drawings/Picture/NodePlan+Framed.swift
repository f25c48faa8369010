import Autodiff
import GraphLayout
import Teaching
import TextScreen

/// Boxes whose entries all stand within the frame.
extension NodePlan {
  /// A box with its formula in the top of its frame, its operands' entries in the rows of their wires, and its value in
  /// the bottom of the frame; an input in one row.
  init(
    framed node: Int, at vertex: Int, in texts: PictureTexts, edges: Int, isTall: Bool,
    _ density: GraphDensity
  ) {
    let list = texts.list
    isBox = list.graph.nodes[node].formula != nil
    title = texts.titles[vertex].text
    wireWidth = 0
    inletRow = 0
    boxWidth = texts.titles[vertex].columns + 1
    height = 1
    if density.hasEntries {
      value = list.forward(of: node)
      derivative = list.derivative(of: node)
    }
    guard isBox else {
      if let derivative {
        let name = density.namesDerivatives ? texts.named(derivative) : 1
        derivativePlace = Point(column: boxWidth + name, row: 0)
        boxWidth += name + density.entryWidth
      }
      return
    }
    titlePlace = Point(column: 1, row: 0)
    inletRow = 1
    if density.hasEntries { inner = texts.inner[vertex] }
    let withoutWire = texts.slotsWithoutWire[vertex]
    func isInWireRow(_ entry: Int) -> Bool {
      list.entries[entry].kind != .contribution || !density.namesDerivatives
    }
    /// An operand's entries that have no row of their own wire.
    let apart = inner.filter {
      !isInWireRow($0) || withoutWire.contains(list.entries[$0].slot ?? -1)
    }
    func label(_ entry: Int) -> Int {
      density.namesDerivatives
        ? texts.named(entry) : list.entries[entry].comesBack ? 1 : 0
    }
    var width = texts.titles[vertex].columns
    for entry in inner {
      let before =
        density.namesDerivatives || !list.entries[entry].comesBack ? 0 : density.entryWidth
      width = max(width, before + label(entry) + density.entryWidth)
    }
    var row = 1 + edges
    for entry in apart {
      innerPlaces[entry] = Point(column: 1 + label(entry), row: row)
      row += 1
    }
    firstFreeRow = row
    if let derivative {
      let besideValue = density.entryWidth + 1
      if isTall || density.namesDerivatives {
        derivativePlace = Point(column: 1 + label(derivative), row: row)
        width = max(width, label(derivative) + density.entryWidth)
        row += 1
      } else {
        derivativePlace = Point(column: 1 + besideValue, row: row)
        width = max(width, besideValue + density.entryWidth)
      }
    }
    if value != nil { width = max(width, density.entryWidth) }
    valuePlace = Point(column: 1, row: row)
    boxWidth = width + 2
    height = row + 1
  }

  /// A box with marks alone: behind the title those of its value and its derivative, and behind each operand's name
  /// those of its local derivative, of its path, and of the derivative with respect to it where it is an input.
  init(
    marks node: Int, at vertex: Int, in texts: PictureTexts, edges: Int,
    isHome: (_ input: Int) -> Bool, isApart: Bool, _ density: GraphDensity
  ) {
    let (list, graph) = (texts.list, texts.list.graph)
    isBox = graph.nodes[node].formula != nil
    let label = density.showsFormulas || !isBox ? texts.titles[vertex] : texts.names[vertex]
    title = label.text
    wireWidth = 0
    inletRow = 0
    height = 1
    boxWidth = label.columns
    guard isBox else {
      guard isApart else {
        isInBox = true
        return
      }
      boxWidth += 1
      if density.hasEntries, let derivative = list.derivative(of: node) {
        self.derivative = derivative
        derivativePlace = Point(column: boxWidth, row: 0)
        boxWidth += 2
      }
      return
    }
    titlePlace = Point(column: 1, row: 0)
    inletRow = 1
    var width = label.columns
    if density.hasEntries {
      value = list.forward(of: node)
      derivative = list.derivative(of: node)
      inner = texts.inner[vertex]
      width += 1
      for entry in [value, derivative].compactMap({ $0 }) {
        let place = Point(column: 1 + width, row: 0)
        if entry == value { valuePlace = place } else { derivativePlace = place }
        width += 1
      }
    }
    let rows = max(1, edges)
    var items: [(operand: Int, name: PictureTexts.Label, entries: [Int])] = []
    let noName = PictureTexts.Label("", cutTo: 0)
    for (slot, operand) in graph.nodes[node].operands.enumerated() {
      let isInput = graph.nodes[operand].formula == nil
      var entries = inner.filter { list.entries[$0].slot == slot }
      if density.hasEntries, isInput, isHome(operand), let own = list.derivative(of: operand) {
        entries.append(own)
      }
      guard density.hasEntries, !entries.isEmpty || (isInput && isHome(operand)) else { continue }
      let name = density.namesOperands ? texts.shortName(of: operand) : noName
      guard name.columns > 0 || !entries.isEmpty else { continue }
      items.append((operand, name, entries))
    }
    let isLong = items.count > 2 && rows < (items.count + 1) / 2
    let wanted = max(rows, isLong ? (items.count + 1) / 2 : rows)
    let perRow = max(1, (items.count + wanted - 1) / wanted)
    var (row, column) = (1, 1)
    for (place, item) in items.enumerated() {
      if place > 0, place % perRow == 0 {
        row += 1
        column = 1
      }
      self.texts.append(
        Text(text: item.name.text, place: Point(column: column, row: row), operand: item.operand))
      column += item.name.columns + (item.entries.isEmpty || item.name.columns == 0 ? 0 : 1)
      for entry in item.entries {
        innerPlaces[entry] = Point(column: column, row: row)
        column += 1
      }
      width = max(width, column - 1)
      column += 1
    }
    inner = Array(innerPlaces.keys).sorted()
    boxWidth = width + 2
    height = max(row, rows) + 2
  }
}

extension Entry {
  /// Whether it is the derivative of the output, by one path or all, that came back through a box.
  var comesBack: Bool {
    switch kind {
    case .forward, .local, .shape, .derivativeShape, .later: false
    case .derivative: true
    case .contribution: !isAtOutput
    }
  }
}

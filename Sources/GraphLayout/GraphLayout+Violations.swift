public import TextScreen

extension GraphLayout {
  /// A law of drawings that a layout breaks.
  public enum Violation: Hashable, Sendable {
    /// The rectangles of two nodes have a cell in common.
    case overlap(Int, Int)
    /// A node lies outside the drawing's extent.
    case nodeOutside(Int)
    /// A wire leaves the drawing's extent.
    case wireOutside(edge: Int)
    /// A wire does not start right of its source's outlet, or belongs to another source.
    case detachedStart(edge: Int)
    /// A wire does not end left of one of its target's inlets, or does not reach it from the left.
    case detachedEnd(edge: Int)
    /// Two wires enter their target at the same inlet.
    case sharedInlet(edges: Int, Int)
    /// A wire goes neither along a row nor along a column.
    case slanted(edge: Int)
    /// A wire passes through a node's rectangle.
    case wireThroughNode(edge: Int, node: Int)
    /// Wires of different sources have a cell in common where they do not cross at a right angle.
    case sharedCell(edges: Int, Int, at: Point)
  }

  /// The laws that the layout breaks: none, unless it was made by hand or is wrong.
  ///
  /// - Complexity: O(c) in the cells of all rectangles and wires.
  public var violations: [Violation] {
    var owners: [Point: Int] = [:]
    return nodeViolations(&owners) + portViolations() + wireViolations(owners)
  }

  private var bounds: Rect {
    Rect(origin: Point(column: 0, row: 0), size: size)
  }

  /// Checks the rectangles and enters the node of each cell.
  private func nodeViolations(_ owners: inout [Point: Int]) -> [Violation] {
    var violations: [Violation] = []
    var overlaps: Set<Violation> = []
    for node in graph.nodes.indices {
      let rect = rect(of: node)
      let last = Point(column: rect.columns.upperBound - 1, row: rect.rows.upperBound - 1)
      if !bounds.contains(rect.origin) || !bounds.contains(last) {
        violations.append(.nodeOutside(node))
      }
      for row in rect.rows {
        for column in rect.columns {
          let point = Point(column: column, row: row)
          if let other = owners[point] {
            let overlap = Violation.overlap(other, node)
            if overlaps.insert(overlap).inserted { violations.append(overlap) }
          } else {
            owners[point] = node
          }
        }
      }
    }
    return violations
  }

  private func portViolations() -> [Violation] {
    var violations: [Violation] = []
    var inletCounts = Array(repeating: 0, count: graph.nodes.count)
    for edge in graph.edges { inletCounts[edge.target] += 1 }
    var entered: [Point: Int] = [:]
    for (edge, wire) in wires.enumerated() {
      let source = rect(of: graph.edges[edge].source)
      let outlet = Point(
        column: source.columns.upperBound,
        row: source.origin.row + graph.nodes[graph.edges[edge].source].outletRow)
      if wire.points.first != outlet || wire.source != graph.edges[edge].source {
        violations.append(.detachedStart(edge: edge))
      }
      let target = graph.edges[edge].target
      let firstInlet = places[target].row + graph.nodes[target].inletRow
      let inlets = firstInlet..<(firstInlet + inletCounts[target])
      guard let end = wire.points.last, end.column == places[target].column - 1,
        inlets.contains(end.row), wire.points.count > 1,
        wire.points[wire.points.count - 2].row == end.row,
        wire.points[wire.points.count - 2].column < end.column
      else {
        violations.append(.detachedEnd(edge: edge))
        continue
      }
      if let other = entered[end] {
        violations.append(.sharedInlet(edges: other, edge))
      } else {
        entered[end] = edge
      }
    }
    return violations
  }

  /// Checks the cells of all wires, one net after the other.
  private func wireViolations(_ owners: [Point: Int]) -> [Violation] {
    var violations: [Violation] = []
    var present: [Point: (edge: Int, arms: Arms)] = [:]
    let bySource = wires.indices.sorted { a, b in
      wires[a].source == wires[b].source ? a < b : wires[a].source < wires[b].source
    }
    var start = 0
    while start < bySource.count {
      let source = wires[bySource[start]].source
      var net: [Point: (edge: Int, arms: Arms)] = [:]
      while start < bySource.count, wires[bySource[start]].source == source {
        let edge = bySource[start]
        start += 1
        let isStraight = wires[edge].visitCells { point, arms in
          net[point, default: (edge, [])].arms.formUnion(arms)
        }
        if !isStraight { violations.append(.slanted(edge: edge)) }
      }
      var reported: Set<Violation> = []
      let cells = net.sorted { a, b in
        (a.value.edge, a.key.row, a.key.column) < (b.value.edge, b.key.row, b.key.column)
      }
      for (point, mark) in cells {
        var found: [Violation] = []
        if !bounds.contains(point) { found.append(.wireOutside(edge: mark.edge)) }
        if let node = owners[point] {
          found.append(.wireThroughNode(edge: mark.edge, node: node))
        }
        if let other = present[point] {
          let isCrossing =
            mark.arms == .horizontal && other.arms == .vertical
            || mark.arms == .vertical && other.arms == .horizontal
          if !isCrossing {
            found.append(.sharedCell(edges: other.edge, mark.edge, at: point))
          }
        } else {
          present[point] = mark
        }
        for violation in found where reported.insert(violation).inserted {
          violations.append(violation)
        }
      }
    }
    return violations
  }
}

extension GraphLayout.Wire {
  /// Visits every cell of the wire with the directions in which it leaves that cell.
  ///
  /// - Returns: whether all of it lies along rows and columns; other pieces are passed over.
  func visitCells(_ visit: (Point, Arms) -> Void) -> Bool {
    guard let first = points.first, let last = points.last else { return true }
    var isStraight = true
    visit(first, .left)
    for (from, to) in zip(points, points.dropFirst()) {
      if from.row == to.row, from.column != to.column {
        let leadsRight = from.column < to.column
        let (left, right) = leadsRight ? (from, to) : (to, from)
        visit(left, .right)
        visit(right, .left)
        for column in (left.column + 1)..<right.column {
          visit(Point(column: column, row: from.row), .horizontal)
        }
      } else if from.column == to.column, from.row != to.row {
        let (top, bottom) = from.row < to.row ? (from, to) : (to, from)
        visit(top, .down)
        visit(bottom, .up)
        for row in (top.row + 1)..<bottom.row {
          visit(Point(column: from.column, row: row), .vertical)
        }
      } else {
        isStraight = false
      }
    }
    visit(last, .right)
    return isStraight
  }
}

import RandomNumbers

/// The neighbours of every vertex in the layers on its left and on its right.
struct Neighbours: Sendable {
  enum Side: Int {
    case left, right
  }

  /// The most pairs of neighbours that are compared for one exchange: a few vertices with very many
  /// neighbours keep their order.
  private static let mostPairs = 10_000

  /// The left neighbours of a vertex begin at the bound at twice its number, its right ones at the next.
  private let bounds: [Int32]
  private let items: [Int32]

  init(_ graph: LayeredGraph) {
    var bounds: [Int32] = [0]
    var items: [Int32] = []
    bounds.reserveCapacity(2 * graph.vertexCount + 1)
    items.reserveCapacity(2 * graph.hops.count)
    for vertex in 0..<graph.vertexCount {
      for hop in graph.hopsInto[vertex] { items.append(Int32(graph.hops[hop].left)) }
      bounds.append(Int32(items.count))
      for hop in graph.hopsFrom[vertex] { items.append(Int32(graph.hops[hop].right)) }
      bounds.append(Int32(items.count))
    }
    self.bounds = bounds
    self.items = items
  }

  func of(_ vertex: Int, _ side: Side) -> ArraySlice<Int32> {
    let bound = 2 * vertex + side.rawValue
    return items[Int(bounds[bound])..<Int(bounds[bound + 1])]
  }

  /// The crossings more that there are when two vertices of a layer, the first right above the second,
  /// change places; `nil` if they have too many neighbours.
  ///
  /// - Complexity: O(d e) in the numbers of their neighbours.
  func cost(ofSwapping upper: Int, _ lower: Int, in order: VertexOrder) -> Int? {
    Self.cost(ofSwapping: upper, lower, order.slots.span, bounds: bounds.span, items: items.span)
  }

  @inline(__always)
  private static func cost(
    ofSwapping upper: Int, _ lower: Int, _ slots: borrowing Span<Int32>,
    bounds: borrowing Span<Int32>, items: borrowing Span<Int32>
  ) -> Int? {
    var cost = 0
    for side in 0..<2 {
      let a = Int(bounds[2 * upper + side])..<Int(bounds[2 * upper + side + 1])
      let b = Int(bounds[2 * lower + side])..<Int(bounds[2 * lower + side + 1])
      guard a.count * b.count <= Self.mostPairs else { return nil }
      for first in a {
        let above = slots[Int(items[first])]
        for second in b {
          let below = slots[Int(items[second])]
          cost += (above < below ? 1 : 0) - (above > below ? 1 : 0)
        }
      }
    }
    return cost
  }

  /// Tries to exchange random vertices with the next ones, as often as there are such pairs.
  ///
  /// - Parameters:
  ///   - upperSlots: the slots of vertices that have another one below in their layer.
  ///   - chances: the chances, of 2³², that an exchange is done, by the crossings that it adds.
  /// - Returns: the crossings that all exchanges added.
  func exchange(
    in order: inout VertexOrder, at upperSlots: [Int32], chances: [UInt64],
    _ numbers: inout SplitMix64
  ) -> Int {
    let (bounds, items) = (bounds.span, items.span)
    let (upperSlots, chances) = (upperSlots.span, chances.span)
    var added = 0
    order.withSpans { vertices, slots in
      for _ in 0..<upperSlots.count {
        let number = numbers.next()
        let index = ((number >> 32) &* UInt64(upperSlots.count)) >> 32
        let slot = Int(upperSlots[Int(index)])
        let (upper, lower) = (Int(vertices[slot]), Int(vertices[slot + 1]))
        let cost = Self.cost(ofSwapping: upper, lower, slots.span, bounds: bounds, items: items)
        guard let cost else { continue }
        if cost > 0 {
          guard cost < chances.count, number & 0xFFFF_FFFF < chances[cost] else { continue }
        }
        vertices.swapAt(slot, slot + 1)
        slots.swapAt(upper, lower)
        added += cost
      }
    }
    return added
  }

  /// The steps that a look at every pair of vertices that follow each other takes.
  func sweepSteps(_ order: VertexOrder) -> Int {
    var steps = 0
    for layer in order.layerIndices {
      for slot in order.range(layer).dropLast() {
        let (a, b) = (Int(order.vertices[slot]), Int(order.vertices[slot + 1]))
        let pairs =
          of(a, .left).count * of(b, .left).count
          + of(a, .right).count * of(b, .right).count
        steps += 16 + min(pairs, Self.mostPairs)
      }
    }
    return steps
  }
}

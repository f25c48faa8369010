/// The vertices of all layers from the top, one layer after the other in one array.
struct VertexOrder: Hashable, Sendable {
  /// Where each layer begins, and the end of the last.
  let starts: [Int]
  private(set) var vertices: [Int32]
  /// The place of each vertex in `vertices`.
  private(set) var slots: [Int32]

  init(_ layers: [[Int]]) {
    var starts = [0]
    var vertices: [Int32] = []
    for layer in layers {
      vertices.append(contentsOf: layer.lazy.map(Int32.init))
      starts.append(vertices.count)
    }
    self.starts = starts
    self.vertices = vertices
    slots = Array(repeating: 0, count: vertices.count)
    for (slot, vertex) in vertices.enumerated() { slots[Int(vertex)] = Int32(slot) }
  }

  var layers: [[Int]] {
    layerIndices.map { vertices[range($0)].map(Int.init) }
  }

  var layerIndices: Range<Int> { 0..<(starts.count - 1) }

  /// The slots of a layer.
  func range(_ layer: Int) -> Range<Int> {
    starts[layer]..<starts[layer + 1]
  }

  /// Exchanges the vertex at a slot with the next one.
  mutating func swapWithNext(_ slot: Int) {
    let (upper, lower) = (vertices[slot], vertices[slot + 1])
    put(lower, at: slot)
    put(upper, at: slot + 1)
  }

  mutating func withSpans(
    _ body: (_ vertices: inout MutableSpan<Int32>, _ slots: inout MutableSpan<Int32>) -> Void
  ) {
    var (changedVertices, changedSlots) = (vertices, slots)
    var vertexSpan = changedVertices.mutableSpan
    var slotSpan = changedSlots.mutableSpan
    body(&vertexSpan, &slotSpan)
    (vertices, slots) = (changedVertices, changedSlots)
  }

  mutating func put(_ vertex: Int32, at slot: Int) {
    vertices[slot] = vertex
    slots[Int(vertex)] = Int32(slot)
  }
}

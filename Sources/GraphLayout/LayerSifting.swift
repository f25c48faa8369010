/// Moves each vertex of one layer to the place where it makes the fewest crossings.
///
/// The neighbouring layers stand still, so that the crossings of two vertices depend on which stands
/// above alone. One table holds what each pair gains by the swap.
struct LayerSifting {
  /// The most vertices of a layer for which a table is made.
  static let mostInTable = 600

  private var gains: [Int32] = []
  private var keys: [Int] = []
  private var starts: [Int] = []

  /// Improves a layer and returns by how many crossings.
  mutating func sift(
    _ layer: inout [Int], positions: [Int], _ left: Adjacency, _ right: Adjacency, work: inout Int
  ) -> Int {
    let count = layer.count
    collectKeys(layer, positions, left, right)
    gains.removeAll(keepingCapacity: true)
    gains.append(contentsOf: repeatElement(0, count: count * count))
    for a in 0..<count {
      for b in (a + 1)..<max(count, a + 1) {
        let gain = Int32(swapGain(a, b, side: 0) + swapGain(a, b, side: 1))
        gains[a * count + b] = gain
        gains[b * count + a] = -gain
      }
    }
    work += count * count + keys.count * count
    var order = Array(0..<count)
    var total = 0
    while true {
      let gain = siftOnce(&order)
      work += count * count / 4
      guard gain > 0 else { break }
      total += gain
    }
    if total > 0 { layer = order.map { layer[$0] } }
    return total
  }

  /// Improves a layer by moving some of its vertices alone and returns by how many crossings.
  mutating func sift(
    _ candidates: [Int], in layer: inout [Int], positions: [Int], _ left: Adjacency,
    _ right: Adjacency, moved: inout [Int], work: inout Int
  ) -> Int {
    let count = layer.count
    collectKeys(layer, positions, left, right)
    work += 4 * count
    var order = Array(0..<count)
    var total = 0
    for vertex in candidates {
      let item = positions[vertex]
      guard let place = order.firstIndex(of: item) else { continue }
      work += 8 * count
      let (gain, target) = order.bestMove(from: place) { other in
        swapGain(item, other, side: 0) + swapGain(item, other, side: 1)
      }
      guard gain > 0 else { continue }
      order.remove(at: place)
      order.insert(item, at: target)
      moved.append(vertex)
      total += gain
    }
    if total > 0 { layer = order.map { layer[$0] } }
    return total
  }

  /// Sorts a layer by keys, as far as neighbours can change places without a change of crossings.
  mutating func sort(
    _ layer: inout [Int], by sources: [Int], positions: [Int], _ left: Adjacency, _ right: Adjacency
  ) {
    collectKeys(layer, positions, left, right)
    var order = Array(layer.indices)
    for end in order.indices.reversed() {
      for index in 0..<end {
        let (a, b) = (order[index], order[index + 1])
        guard sources[layer[a]] > sources[layer[b]] else { continue }
        guard swapGain(a, b, side: 0) + swapGain(a, b, side: 1) == 0 else { continue }
        order.swapAt(index, index + 1)
      }
    }
    layer = order.map { layer[$0] }
  }

  /// Gathers the sorted places of the neighbours of each vertex, on the left and on the right.
  private mutating func collectKeys(
    _ layer: [Int], _ positions: [Int], _ left: Adjacency, _ right: Adjacency
  ) {
    keys.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for vertex in layer {
      for neighbours in [left, right] {
        let start = keys.count
        starts.append(start)
        for index in neighbours.range(vertex) {
          let key = positions[neighbours.items[index]]
          var place = keys.count
          keys.append(key)
          while place > start, keys[place - 1] > key {
            keys[place] = keys[place - 1]
            place -= 1
          }
          keys[place] = key
        }
      }
    }
    starts.append(keys.count)
  }

  /// What is gained on one side when two vertices, the first above the second, change places.
  private func swapGain(_ a: Int, _ b: Int, side: Int) -> Int {
    let (first, firstEnd) = (starts[2 * a + side], starts[2 * a + side + 1])
    let (second, secondEnd) = (starts[2 * b + side], starts[2 * b + side + 1])
    guard first < firstEnd, second < secondEnd else { return 0 }
    if keys[firstEnd - 1] < keys[second] { return -(firstEnd - first) * (secondEnd - second) }
    if keys[first] > keys[secondEnd - 1] { return (firstEnd - first) * (secondEnd - second) }
    var gain = 0
    var less = second
    var notGreater = second
    for index in first..<firstEnd {
      let key = keys[index]
      while less < secondEnd, keys[less] < key { less += 1 }
      while notGreater < secondEnd, keys[notGreater] <= key { notGreater += 1 }
      gain += (less - second) - (secondEnd - notGreater)
    }
    return gain
  }

  private func siftOnce(_ order: inout [Int]) -> Int {
    let count = order.count
    var total = 0
    for vertex in 0..<count {
      guard let place = order.firstIndex(of: vertex) else { continue }
      let (gain, target) = order.bestMove(from: place) { other in
        Int(gains[vertex * count + other])
      }
      guard gain > 0 else { continue }
      order.remove(at: place)
      order.insert(vertex, at: target)
      total += gain
    }
    return total
  }
}

/// Lists of numbers, one for each key, in one array.
struct Adjacency: Sendable {
  private(set) var starts: [Int]
  private(set) var items: [Int]

  /// Sorts items `0..<keys.count` into the list of their key, in their order.
  init(keys: [Int], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for key in keys { starts[key + 1] += 1 }
    for key in 0..<count { starts[key + 1] += starts[key] }
    items = Array(repeating: 0, count: keys.count)
    var next = starts
    for (item, key) in keys.enumerated() {
      items[next[key]] = item
      next[key] += 1
    }
  }

  func range(_ key: Int) -> Range<Int> {
    starts[key]..<starts[key + 1]
  }

  subscript(key: Int) -> ArraySlice<Int> {
    items[range(key)]
  }

  /// The same lists with every item replaced.
  func mapItems(_ transform: (Int) -> Int) -> Adjacency {
    var result = self
    for index in items.indices { result.items[index] = transform(items[index]) }
    return result
  }
}

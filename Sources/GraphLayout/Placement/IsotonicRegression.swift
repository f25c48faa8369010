/// Values in ascending order that lie near to what attracts each of them.
///
/// Minimises the sum of `weight * abs(value - target)` over all attractions. The cost of the last
/// value, all before it at their best, is convex with breakpoints at targets; those left of its minimum
/// are kept in a heap, so that adding a value costs a logarithm for each attraction.
struct IsotonicRegression {
  private struct Breakpoint: Comparable {
    var target: Int
    /// By how much the slope rises here.
    var weight: Int

    static func < (a: Breakpoint, b: Breakpoint) -> Bool { a.target > b.target }
  }

  private var heap = Heap<Breakpoint>()
  private var pending = 0
  private var highest: [Int?] = []

  mutating func beginValue() {
    pending = 0
  }

  mutating func attract(to target: Int, weight: Int) {
    heap.insert(Breakpoint(target: target, weight: 2 * weight))
    pending += weight
  }

  mutating func endValue() {
    while pending > 0, var top = heap.first {
      if top.weight <= pending {
        pending -= top.weight
        _ = heap.removeFirst()
      } else {
        top.weight -= pending
        pending = 0
        heap.replaceFirst(with: top)
      }
    }
    highest.append(heap.first?.target)
  }

  /// The best values; `nil` if nothing attracts a value or one before it.
  var values: [Int?] {
    var values = highest
    var limit: Int?
    for index in values.indices.reversed() {
      values[index] = values[index].map { min($0, limit ?? $0) } ?? limit
      limit = values[index]
    }
    return values
  }
}

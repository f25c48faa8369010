/// A growing array of plain numbers without checks of bounds, for the inner loops of the tape and its compiler.
///
/// Memory that is never written costs nothing, so a capacity may be a generous bound.
struct FlatArray<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private var memory: UnsafeMutablePointer<Element>?
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 0) {
    self.capacity = capacity
    memory = FlatArray.allocate(capacity)
  }

  /// Where the elements lie; nowhere if the capacity is 0.
  @inline(__always)
  var base: UnsafeMutablePointer<Element> { memory.unsafelyUnwrapped }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    memory?.initialize(repeating: element, count: count)
    self.count = count
  }

  /// An array of so many elements; one without any has a base, too.
  ///
  /// - Precondition: an element is written before it is read.
  init(uninitializedCount count: Int) {
    self.init(capacity: max(1, count))
    self.count = count
  }

  deinit {
    FlatMemory.release(memory)
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "the index is within the array")
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "the index is within the array")
      base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { reserve(max(8, 2 &* capacity)) }
    base[count] = element
    count &+= 1
  }

  /// Makes room for a number of elements.
  @inline(never)
  mutating func reserve(_ capacity: Int) {
    guard capacity > self.capacity else { return }
    let grown = FlatArray.allocate(capacity)
    if let memory, let grown { grown.moveInitialize(from: memory, count: count) }
    FlatMemory.release(memory)
    memory = grown
    self.capacity = capacity
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element>? {
    FlatMemory.allocate(byteCount: capacity * MemoryLayout<Element>.stride)?
      .bindMemory(to: Element.self, capacity: capacity)
  }
}

import Glibc

/// A growing array of plain numbers without checks of bounds, for the inner loops of the tape and its compiler.
///
/// Memory that is never written costs nothing, so a capacity may be a generous bound.
struct FlatArray<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count: Int

  init(capacity: Int = 8) {
    self.capacity = max(1, capacity)
    base = FlatArray.allocate(self.capacity)
    count = 0
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  /// - Precondition: an element is written before it is read.
  init(uninitializedCount count: Int) {
    self.init(capacity: count)
    self.count = count
  }

  deinit {
    free(base)
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
    if count == capacity { reserve(2 * capacity) }
    base[count] = element
    count += 1
  }

  /// Makes all of a capacity part of the array, to be written by index.
  mutating func lengthen(to count: Int) {
    reserve(count)
    self.count = count
  }

  @inline(never)
  private mutating func reserve(_ capacity: Int) {
    guard capacity > self.capacity else { return }
    let grown = FlatArray.allocate(capacity)
    grown.moveInitialize(from: base, count: count)
    free(base)
    base = grown
    self.capacity = capacity
  }

  /// Memory in pages of 2 MB where it is large: the system hands it out, and finds it again, faster than in small ones.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let (page, size) = (1 << 21, capacity * MemoryLayout<Element>.stride)
    var memory: UnsafeMutableRawPointer?
    let error = posix_memalign(&memory, size < page ? 64 : page, size)
    guard let memory, error == 0 else { preconditionFailure("there is no memory left") }
    #if os(Linux)
      if size >= page { madvise(memory, size & ~(page - 1), MADV_HUGEPAGE) }
    #endif
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }
}

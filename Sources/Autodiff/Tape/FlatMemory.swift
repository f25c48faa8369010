import Glibc

/// Memory for plain numbers that are written before they are read.
enum FlatMemory {
  /// Gets memory; nothing for no bytes.
  ///
  /// A large piece lies in pages of 2 MB, of which it has whole ones: the system hands them out, and finds them again,
  /// faster than hundreds of small ones. Small pages that are never written cost nothing, so a bound will do as a size.
  static func allocate(byteCount size: Int) -> UnsafeMutableRawPointer? {
    if size == 0 { return nil }
    let page = 1 << 21
    var memory: UnsafeMutableRawPointer?
    if size < page / 2 {
      memory = malloc(size)
    } else {
      let whole = (size + page / 2) & ~(page - 1)
      if posix_memalign(&memory, page, max(size, whole)) == 0 {
        #if os(Linux)
          madvise(memory, whole, MADV_HUGEPAGE)
        #endif
      }
    }
    guard let memory else { preconditionFailure("there is no memory left") }
    return memory
  }

  static func release(_ memory: UnsafeMutableRawPointer?) {
    free(memory)
  }
}

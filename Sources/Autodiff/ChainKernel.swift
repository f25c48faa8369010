/// The inner loops of chains, several factors at a time.
///
/// The factors of one row never overlap with the derivatives that are written, and those of two rows that do are
/// added to one after the other.
enum ChainKernel {
  typealias Numbers = UnsafeMutablePointer<Double>
  typealias Eight = SIMD8<Double>

  @inline(__always)
  static func load<Vector>(_ numbers: Numbers, as: Vector.Type) -> Vector
  where Vector: BitwiseCopyable {
    UnsafeRawPointer(numbers).loadUnaligned(as: Vector.self)
  }

  @inline(__always)
  static func store<Vector>(_ vector: Vector, at numbers: Numbers) where Vector: BitwiseCopyable {
    UnsafeMutableRawPointer(numbers).storeBytes(of: vector, as: Vector.self)
  }

  /// Σ aᵢ bᵢ.
  @inline(__always)
  static func dot(_ a: Numbers, _ b: Numbers, _ count: Int) -> Double {
    var index = 0
    var sum = SIMD2<Double>.zero
    if count >= 8 {
      var eight = Eight.zero
      while index + 8 <= count {
        eight += load(a + index, as: Eight.self) * load(b + index, as: Eight.self)
        index += 8
      }
      let four = eight.lowHalf + eight.highHalf
      sum = four.lowHalf + four.highHalf
    }
    while index + 2 <= count {
      sum += load(a + index, as: SIMD2<Double>.self) * load(b + index, as: SIMD2<Double>.self)
      index += 2
    }
    var total = sum.x + sum.y
    if index < count { total += a[index] * b[index] }
    return total
  }

  /// Σ aᵢ.
  @inline(__always)
  static func sum(_ a: Numbers, _ count: Int) -> Double {
    var index = 0
    var eight = Eight.zero
    while index + 8 <= count {
      eight += load(a + index, as: Eight.self)
      index += 8
    }
    var total = eight.sum()
    while index < count {
      total += a[index]
      index += 1
    }
    return total
  }

  /// Adds g aᵢ to each bᵢ.
  @inline(__always)
  static func add(_ g: Double, times a: Numbers, to b: Numbers, _ count: Int) {
    var index = 0
    while index + 8 <= count {
      store(
        load(b + index, as: Eight.self) + g * load(a + index, as: Eight.self), at: b + index)
      index += 8
    }
    while index < count {
      b[index] += g * a[index]
      index += 1
    }
  }

  /// Adds g to each bᵢ.
  @inline(__always)
  static func add(_ g: Double, to b: Numbers, _ count: Int) {
    for index in 0..<count { b[index] += g }
  }

  /// Writes g aᵢ into each bᵢ.
  @inline(__always)
  static func write(_ g: Double, times a: Numbers, to b: Numbers, _ count: Int) {
    var index = 0
    while index + 8 <= count {
      store(g * load(a + index, as: Eight.self), at: b + index)
      index += 8
    }
    while index < count {
      b[index] = g * a[index]
      index += 1
    }
  }
}

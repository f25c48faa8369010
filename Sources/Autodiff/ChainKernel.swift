/// The inner loops of chains, several factors at a time.
///
/// Derivatives may overlap where factors do: each vector is read, added to and written before the next.
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

  typealias Rows = (Numbers, Numbers, Numbers, Numbers)
  typealias Four = SIMD4<Double>

  /// Σ aᵢ bᵢ for four rows a.
  @inline(__always)
  static func fourDots(_ a: Rows, _ b: Numbers, _ count: Int) -> Four {
    var sums = (Four.zero, Four.zero, Four.zero, Four.zero)
    var index = 0
    while index &+ 4 <= count {
      let shared = load(b + index, as: Four.self)
      sums.0 += load(a.0 + index, as: Four.self) * shared
      sums.1 += load(a.1 + index, as: Four.self) * shared
      sums.2 += load(a.2 + index, as: Four.self) * shared
      sums.3 += load(a.3 + index, as: Four.self) * shared
      index &+= 4
    }
    var totals = Four(sums.0.sum(), sums.1.sum(), sums.2.sum(), sums.3.sum())
    while index < count {
      totals += Four(a.0[index], a.1[index], a.2[index], a.3[index]) * b[index]
      index &+= 1
    }
    return totals
  }

  /// Carries the derivatives of four rows of products on to the factors of each row and to the factors they share.
  ///
  /// - Precondition: the sums of a row do not overlap with those that are shared.
  @inline(__always)
  static func reverseFour(
    _ slopes: Four, isFresh: Bool, count: Int, factors a: Rows, sums: Rows, shared b: Numbers,
    sharedSums: Numbers
  ) {
    var index = 0
    while index &+ 2 <= count {
      let shared = load(b + index, as: SIMD2<Double>.self)
      var total = load(sharedSums + index, as: SIMD2<Double>.self)
      if isFresh {
        store(slopes[0] * shared, at: sums.0 + index)
        store(slopes[1] * shared, at: sums.1 + index)
        store(slopes[2] * shared, at: sums.2 + index)
        store(slopes[3] * shared, at: sums.3 + index)
      } else {
        add(slopes[0] * shared, to: sums.0 + index)
        add(slopes[1] * shared, to: sums.1 + index)
        add(slopes[2] * shared, to: sums.2 + index)
        add(slopes[3] * shared, to: sums.3 + index)
      }
      total += slopes[0] * load(a.0 + index, as: SIMD2<Double>.self)
      total += slopes[1] * load(a.1 + index, as: SIMD2<Double>.self)
      total += slopes[2] * load(a.2 + index, as: SIMD2<Double>.self)
      total += slopes[3] * load(a.3 + index, as: SIMD2<Double>.self)
      store(total, at: sharedSums + index)
      index &+= 2
    }
    guard index < count else { return }
    let last = slopes * b[index]
    sums.0[index] = isFresh ? last[0] : sums.0[index] + last[0]
    sums.1[index] = isFresh ? last[1] : sums.1[index] + last[1]
    sums.2[index] = isFresh ? last[2] : sums.2[index] + last[2]
    sums.3[index] = isFresh ? last[3] : sums.3[index] + last[3]
    sharedSums[index] += (slopes * Four(a.0[index], a.1[index], a.2[index], a.3[index])).sum()
  }

  @inline(__always)
  private static func add(_ addend: SIMD2<Double>, to sums: Numbers) {
    store(load(sums, as: SIMD2<Double>.self) + addend, at: sums)
  }
}

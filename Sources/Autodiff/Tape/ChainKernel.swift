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

  /// Σ aᵢ bᵢ for four rows a and four rows b.
  @inline(__always)
  static func fourDots(_ a: Rows, _ b: Rows, _ count: Int) -> Four {
    Four(dot(a.0, b.0, count), dot(a.1, b.1, count), dot(a.2, b.2, count), dot(a.3, b.3, count))
  }

  /// Four rows of products, whose derivatives are to be carried on to the factors.
  struct ReversedRows {
    /// The derivative with respect to each product of a row.
    let slopes: Four
    /// Whether the derivatives of the factors are written, not added.
    let isFresh: Bool
    let count: Int
    /// The factors of each row that lie apart from those that the rows share.
    let factors: Rows
    /// The derivatives of those factors.
    let sums: Rows

    /// Carries on the derivative of one product to the factor of a row.
    @inline(__always)
    func carry(_ row: Int, _ sums: Numbers, _ index: Int, _ shared: Double) {
      let addend = slopes[row] * shared
      sums[index] = isFresh ? addend : sums[index] + addend
    }

    @inline(__always)
    func carryTwo(_ row: Int, _ sums: Numbers, _ index: Int, _ shared: SIMD2<Double>) {
      let addend = slopes[row] * shared
      store(
        isFresh ? addend : load(sums + index, as: SIMD2<Double>.self) + addend, at: sums + index)
    }

    @inline(__always)
    func two(_ row: Int, _ factors: Numbers, _ index: Int) -> SIMD2<Double> {
      slopes[row] * load(factors + index, as: SIMD2<Double>.self)
    }
  }

  /// Carries the derivatives of four rows of products on to the factors of each row and to the factors they all share.
  @inline(__always)
  static func reverseFour(_ rows: ReversedRows, shared b: Numbers, sharedSums: Numbers) {
    let (a, sums, count) = (rows.factors, rows.sums, rows.count)
    var index = 0
    while index &+ 2 <= count {
      let shared = load(b + index, as: SIMD2<Double>.self)
      rows.carryTwo(0, sums.0, index, shared)
      rows.carryTwo(1, sums.1, index, shared)
      rows.carryTwo(2, sums.2, index, shared)
      rows.carryTwo(3, sums.3, index, shared)
      var total = load(sharedSums + index, as: SIMD2<Double>.self)
      total += rows.two(0, a.0, index)
      total += rows.two(1, a.1, index)
      total += rows.two(2, a.2, index)
      total += rows.two(3, a.3, index)
      store(total, at: sharedSums + index)
      index &+= 2
    }
    guard index < count else { return }
    rows.carry(0, sums.0, index, b[index])
    rows.carry(1, sums.1, index, b[index])
    rows.carry(2, sums.2, index, b[index])
    rows.carry(3, sums.3, index, b[index])
    let last = Four(a.0[index], a.1[index], a.2[index], a.3[index])
    sharedSums[index] += (rows.slopes * last).sum()
  }

  /// The same where the shared factors of each row begin one later than those of the row before.
  ///
  /// Row by row, each would wait until the sums of the row before are in memory, since its vectors lie across theirs.
  @inline(__always)
  static func reverseBand(_ rows: ReversedRows, shared b: Numbers, sharedSums: Numbers) {
    let (a, sums, count) = (rows.factors, rows.sums, rows.count)
    var index = 0
    while index &+ 2 <= count {
      rows.carryTwo(0, sums.0, index, load(b + index, as: SIMD2<Double>.self))
      rows.carryTwo(1, sums.1, index, load(b + index + 1, as: SIMD2<Double>.self))
      rows.carryTwo(2, sums.2, index, load(b + index + 2, as: SIMD2<Double>.self))
      rows.carryTwo(3, sums.3, index, load(b + index + 3, as: SIMD2<Double>.self))
      index &+= 2
    }
    if index < count {
      rows.carry(0, sums.0, index, b[index])
      rows.carry(1, sums.1, index, b[index + 1])
      rows.carry(2, sums.2, index, b[index + 2])
      rows.carry(3, sums.3, index, b[index + 3])
    }
    let slopes = rows.slopes
    // The first three shared factors lack later rows, the last three earlier ones.
    sharedSums[0] += slopes[0] * a.0[0]
    sharedSums[1] += slopes[0] * a.0[1] + slopes[1] * a.1[0]
    sharedSums[2] += slopes[0] * a.0[2] + slopes[1] * a.1[1] + slopes[2] * a.2[0]
    index = 3
    while index &+ 2 <= count {
      var total = load(sharedSums + index, as: SIMD2<Double>.self)
      total += rows.two(0, a.0, index)
      total += rows.two(1, a.1, index - 1)
      total += rows.two(2, a.2, index - 2)
      total += rows.two(3, a.3, index - 3)
      store(total, at: sharedSums + index)
      index &+= 2
    }
    if index < count {
      let last = Four(a.0[index], a.1[index - 1], a.2[index - 2], a.3[index - 3])
      sharedSums[index] += (slopes * last).sum()
    }
    sharedSums[count] +=
      slopes[1] * a.1[count - 1] + slopes[2] * a.2[count - 2] + slopes[3] * a.3[count - 3]
    sharedSums[count + 1] += slopes[2] * a.2[count - 1] + slopes[3] * a.3[count - 2]
    sharedSums[count + 2] += slopes[3] * a.3[count - 1]
  }
}

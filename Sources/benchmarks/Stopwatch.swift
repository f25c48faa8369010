import Glibc

/// Times of things that are measured in turn, so that a drift of the machine hits all.
enum Stopwatch {
  /// Nanoseconds since some moment.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }

  /// The median time of each of several pieces of work, in nanoseconds.
  ///
  /// Each is done once unmeasured, then as often as fills a block of 2 ms; the blocks of all are done in turn.
  static func medians(rounds: Int = 21, _ works: [() -> Void]) -> [Double] {
    var times: [[Double]] = works.map { _ in [] }
    let repetitions = works.map { work in
      let begin = now
      work()
      return max(1, Int(2e6 / max(1, now - begin)))
    }
    for _ in 0..<rounds {
      for (index, work) in works.enumerated() {
        work()
        let begin = now
        for _ in 0..<repetitions[index] { work() }
        times[index].append((now - begin) / Double(repetitions[index]))
      }
    }
    return times.map(median)
  }

  /// The median time of work that nothing is measured beside, in nanoseconds.
  static func median(of rounds: Int, _ work: () -> Void) -> Double {
    withoutActuallyEscaping(work) { medians(rounds: rounds, [$0])[0] }
  }

  static func median(_ numbers: [Double]) -> Double {
    numbers.isEmpty ? .nan : numbers.sorted()[numbers.count / 2]
  }
}

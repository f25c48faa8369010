import Autodiff
import Lessons

/// What speaks against numbers that were drawn, each with its weight.
enum DrawFaults {
  /// A zero or a one, which hide what is multiplied; an answer of 0; one of five digits; the lesson's own numbers again.
  static let unusable = 1000
  /// A common wrong rule that leads to the right answer, though with other numbers it would not.
  static let unnoticed = 100
  /// Two inputs of the same magnitude.
  static let repeated = 10
  /// An answer that is long to write: of four digits, or with more than two after the point.
  static let unhandy = 3
  /// Two common wrong rules that lead to the same number, though with other numbers they would not.
  static let coincident = 1

  /// The weight of the faults that show before any rule is followed, for the first way to draw.
  static func beforeRules(
    of inputs: [String: Double], in graph: LessonGraph, _ key: AnswerKey
  ) -> Int {
    let drawn = graph.ranges.keys.compactMap { inputs[$0] }
    let magnitudes = graph.inputs.keys.compactMap { inputs[$0].map(abs) }
    var faults = unusable * drawn.count { $0 == 0 || abs($0) == 1 }
    faults += repeated * (magnitudes.count - Set(magnitudes).count)
    for index in key.list.entries.indices {
      let value = key.computedValue(of: index)
      if value == 0 || abs(value) >= 10_000 {
        faults += unusable
      } else if abs(value) >= 1000 || !NumberCheck.isNear(value, (value * 100).rounded() / 100) {
        faults += unhandy
      }
    }
    return inputs == graph.inputs ? faults + unusable : faults
  }

  /// By how much numbers may be worse than the best of some draws and still be easy: one answer beyond a thousand, and
  /// some beyond a hundred.
  static let leeway = 40

  /// The weight of the faults that show before any rule is followed, for numbers that are worked with in the head.
  static func inTheHead(
    of inputs: [String: Double], in graph: LessonGraph, _ key: AnswerKey
  ) -> Int {
    let drawn = graph.ranges.keys.compactMap { inputs[$0] }
    let magnitudes = graph.inputs.keys.compactMap { inputs[$0].map(abs) }
    var faults = unusable * drawn.count { $0 == 0 || abs($0) == 1 }
    faults += twice * (magnitudes.count - Set(magnitudes).count)
    var answers: Set<Double> = []
    for index in key.list.entries.indices {
      let value = key.computedValue(of: index)
      faults += value == 0 ? unusable : burden(of: abs(value))
      if !answers.insert(value).inserted { faults += same }
      if key.operandValue(of: index) == value { faults += same }
    }
    return inputs == graph.inputs ? faults + unusable : faults
  }

  /// Two inputs of the same magnitude, where many inputs leave no other choice.
  private static let twice = 4

  /// Two answers that are one number, or a local derivative that is the operand itself, of which either passes for the
  /// other; some are so whatever the numbers.
  private static let same = 6

  /// How hard an answer of a magnitude is in the head: one beyond a hundred, one with many digits, one next to nothing.
  private static func burden(of magnitude: Double) -> Int {
    let size =
      switch magnitude {
      case 10_000...: unusable
      case 1000...: 30
      case 300...: 12
      case 100...: 4
      case ..<0.01: 6
      default: 0
      }
    return NumberCheck.isNear(magnitude, (magnitude * 100).rounded() / 100) ? size : size + unhandy
  }
}

extension AnswerKey {
  /// The value of the operand with respect to which an entry is a local derivative.
  fileprivate func operandValue(of index: Int) -> Double? {
    let entry = list.entries[index]
    guard entry.isLocal, let slot = entry.slot else { return nil }
    return forward.operandValues(of: entry.node)[slot]
  }
}

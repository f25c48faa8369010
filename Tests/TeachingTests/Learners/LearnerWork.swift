import Autodiff
import Expressions
import Teaching

/// The ways in which simulated learners write what they answer, and with which numbers they compute.
enum LearnerWork: String, CaseIterable {
  case exact = "exact numbers, six digits"
  case twoDigits = "exact numbers, two digits"
  case cut = "exact numbers, cut after three digits"
  case ownThree = "own numbers of three digits, answered with three"
  case ownFour = "own numbers of four digits, answered with four"
  case ownThreeInFull = "own numbers of three digits, answered with six"

  /// The digits of the learner's own numbers; none where they are exact.
  var own: Int? {
    switch self {
    case .exact, .twoDigits, .cut: nil
    case .ownThree, .ownThreeInFull: 3
    case .ownFour: 4
    }
  }

  func text(_ value: Double) -> String {
    switch self {
    case .exact, .ownThreeInFull: value.written()
    case .twoDigits: value.written(digits: 2)
    case .cut: value == value.rounded(toDigits: 3) ? value.written() : value.cut(digits: 3)
    case .ownThree: value.written(digits: 3)
    case .ownFour: value.written(digits: 4)
    }
  }

  /// What two numbers may differ by that cannot be told apart as they are written, one of them as `text`.
  func doubt(_ value: Double, as text: String) -> Double {
    let digits =
      switch self {
      case .exact: 6
      case .twoDigits: 2
      case .cut, .ownThree, .ownThreeInFull: 3
      case .ownFour: 4
      }
    guard digits < 6 else { return 2e-5 * abs(value) }
    // What is exact as it is written is told from what is only near.
    if self != .ownThreeInFull, Double(text) == value, own == nil { return 2e-5 * abs(value) }
    return max(
      2e-5 * abs(value), 2 * Double.apply(.power, 10, Double(value.magnitudeExponent - digits + 1)))
  }
}

extension LearnerTally {
  /// Answers every entry of a graph by every rule in one way.
  ///
  /// - Parameter stride: every how many answers one is given; of far coincidences, which are many, fewer.
  mutating func work(on key: AnswerKey, _ work: LearnerWork, stride: Int = 1) {
    var sheet = Worksheet(key)
    // The same where all local derivatives are given.
    let indices = key.list.entries.indices
    var given = Worksheet(key, asking: Set(indices.filter { key.list.entries[$0].kind != .local }))
    var own: [Int: Double] = [:]
    let sample = key.sample
    for index in key.list.entries.indices {
      let exact = Learner(key).answers(at: index).filter(\.value.isFinite)
      let learner = Learner(key, own: own)
      let answers =
        own.isEmpty ? exact : learner.answers(at: index).filter(\.value.isFinite)
      let slips = work == .exact ? learner.miscalculations(at: index) : []
      let candidates = own.isEmpty ? answers + slips : answers + exact
      let local = key.list.localDerivative(before: index)
      var plain = sheet
      if let local { plain.clear(local) }
      var isTyped: Set<String> = []
      for (place, answer) in (answers + slips).enumerated() {
        let text = work.text(answer.value)
        guard (place + index) % (answer.cause.isFar ? stride * stride : stride) == 0,
          isTyped.insert("\(answer.cause.name) \(text)").inserted,
          // Two digits are another answer only where there are more.
          work != .twoDigits || Double(text) != answer.value
        else { continue }
        let doubt = work.doubt(answer.value, as: text)
        let isShared = candidates.contains {
          $0.cause != answer.cause && ($0.cause.second == nil || answer.cause.second != nil)
            && abs($0.value - answer.value) <= doubt
        }
        let name = key.list.entries[index].name
        count(
          answer.cause, plain.check(text, for: index), isShared: isShared,
          "\(sample) | \(name) = \(text)")
        guard work.own != nil, let local else { continue }
        let found = key.list.entries[local].name
        let isGiven = work == .ownFour
        count(
          besideFound: (isGiven ? given : sheet).check(text, for: index),
          "\(sample) | \(name) = \(text) "
            + (isGiven ? "where \(found) is given" : "beside \(found)"))
      }
      guard let digits = work.own else { continue }
      let right = key.value(of: index)
      let text = right.written(digits: digits)
      let verdict = sheet.answer(text, for: index)
      count(right: verdict, "\(sample) | \(key.list.entries[index].name) = \(text)")
      if work == .ownFour, key.list.entries[index].kind != .local {
        given.keep(verdict, on: text, for: index)
      }
      if let number = Double(text), number != right { own[index] = number }
    }
  }
}

extension EntryList {
  /// The local derivative that a chained entry multiplies, where it has an entry of its own.
  func localDerivative(before index: Int) -> Int? {
    let entry = entries[index]
    guard !entry.isLocal, entry.kind != .forward, let slot = entry.slot else { return nil }
    return localDerivative(of: entry.node, slot: slot)
  }
}

extension AnswerKey {
  /// The graph in a line, for a report.
  var sample: String {
    zip(graph.nodes, forward.values).map { node, value in
      node.formula.map { "\(node.name) = \($0.expression.text)" }
        ?? "\(node.name) = \(value.shortestText)"
    }.joined(separator: "; ")
  }
}

/// Where a derivative is a convention: a column of the table of what libraries answer.
public enum Corner: Int, Hashable, Sendable, CaseIterable {
  case relu, maxWithZero, abs, max, min, maxOfArray, root, zeroToZero, negativeBase, clip
  case rootBehindMask, jump, norm, twoSweeps

  /// The heading of the column.
  public var title: String {
    switch self {
    case .relu: "relu'(0)"
    case .maxWithZero: "max(x,0)' at 0"
    case .abs: "abs'(0)"
    case .max: "max tie"
    case .min: "min tie"
    case .maxOfArray: "max [2,2,1]"
    case .root: "sqrt'(0)"
    case .zeroToZero: "x^y at (0,0)"
    case .negativeBase: "d/dy x^y at (-2,3)"
    case .clip: "clip at its bounds"
    case .rootBehindMask: "where(x>0,√x,0)' at 0"
    case .jump: "floor', sign'"
    case .norm: "norm [0,0]"
    case .twoSweeps: "twice"
    }
  }

  /// Whether there is no finite derivative there, so that the tutor has an error.
  public var isError: Bool {
    switch self {
    case .root, .zeroToZero, .negativeBase, .rootBehindMask, .norm: true
    case .relu, .maxWithZero, .abs, .max, .min, .maxOfArray, .clip, .jump, .twoSweeps: false
    }
  }

  /// How many derivatives an answer is made of.
  var count: Int {
    switch self {
    case .maxOfArray: 3
    case .max, .min, .zeroToZero, .jump, .norm: 2
    case .relu, .maxWithZero, .abs, .root, .negativeBase, .clip, .rootBehindMask, .twoSweeps: 1
    }
  }

  /// The libraries with one and the same answer.
  package struct Answer: Hashable, Sendable {
    /// The derivative, or one for each operand.
    package var slopes: [Double]
    var libraries: [LibraryConventions]
  }

  /// What libraries answer with a number, the best known of them first.
  ///
  /// - Parameter isSecond: whether what moves is the second operand of a maximum whose first is 0.
  package func answers(isSecond: Bool = false) -> [Answer] {
    var answers: [Answer] = []
    for library in LibraryConventions.all.dropFirst() {
      let slopes =
        isSecond && self == .maxWithZero
        ? library.slopeOfMaxWithZeroFirst.map { [$0] } : library.numbers(at: self)
      guard let slopes else { continue }
      if let place = answers.firstIndex(where: { $0.slopes == slopes }) {
        answers[place].libraries.append(library)
      } else {
        answers.append(Answer(slopes: slopes, libraries: [library]))
      }
    }
    return answers
  }
}

extension Corner {
  /// What others answer there, beside what is said of the tutor's own convention; empty where nobody differs.
  ///
  /// - Parameter isSecond: whether what moves is the second operand of a maximum whose first is 0.
  public func others(isSecond: Bool = false) -> String {
    switch self {
    case .relu, .abs: single(own: 0, at: "at 0")
    case .maxWithZero: single(own: isSecond ? 0 : 1, at: "at 0")
    case .max, .min, .maxOfArray: shares
    case .clip: clip
    case .root: words(of: "the slope of a root at 0 is")
    case .zeroToZero: words(of: "the slopes of 0^0 are")
    case .negativeBase: words(of: "the slope by the power of a negative number is")
    case .rootBehindMask: words(of: "the slope of a root at 0 that where shuts out is")
    case .norm: words(of: "the slopes of the norm of zeros are")
    case .jump, .twoSweeps: ""
    }
  }

  private func single(own: Double, at place: String) -> String {
    let answers = answers(isSecond: own == 0)
    let same = answers.first { $0.slopes == [own] }.map {
      "as in \($0.libraries.named(atMost: 3, withVersions: false))"
    }
    let rivals = answers.filter { $0.slopes != [own] && $0.slopes.count == 1 }.map {
      "\($0.libraries.named(atMost: 3, withVersions: true)) \($0.libraries.count == 1 ? "answers" : "answer") "
        + $0.slopes[0].shortestText
    }
    return ([same].compactMap { $0 } + rivals).joined(separator: "; ")
  }

  /// Who gives how much at a tie.
  private var shares: String {
    answers().compactMap { answer in
      let isOne = Set(answer.libraries.map(\.name)).count == 1
      func named(_ one: String, _ many: String) -> String {
        answer.libraries.named(atMost: 3, withVersions: answer.isRival) + " "
          + (isOne ? one : many)
      }
      switch answer.slopes {
      case [0.5, 0.5], [0.5, 0.5, 0]: return named("splits a tie evenly", "split a tie evenly")
      case [1, 0], [1, 0, 0]:
        return named("gives it to the first, as here", "give it to the first, as here")
      case [0, 1]: return named("gives it to the second", "give it to the second")
      case [1, 1], [1, 1, 0]: return named("gives all to each", "give all to each")
      case [0, 0]: return named("gives nothing to either", "give nothing to either")
      default: return nil
      }
    }.joined(separator: "; ")
  }

  private var clip: String {
    let answers = answers().map {
      "\($0.slopes[0].shortestText) in \($0.libraries.named(atMost: 3, withVersions: true))"
    }
    return "as one box, clip has at its bounds \(answers.joined(separator: ", "))"
  }

  /// What others answer where the tutor has an error, in the words of the table.
  private func words(of what: String) -> String {
    var answers: [(text: String, libraries: [LibraryConventions])] = []
    for library in LibraryConventions.all.dropFirst() {
      let text = library.answer(at: self)
      guard !["–", "as above"].contains(text), text.count < 12 else { continue }
      if let place = answers.firstIndex(where: { $0.text == text }) {
        answers[place].libraries.append(library)
      } else {
        answers.append((text, [library]))
      }
    }
    let texts = answers.prefix(4).map {
      "\($0.text == "err" ? "an error" : $0.text.replacing(", ", with: " and ")) in \($0.libraries.named(atMost: 3, withVersions: false))"
    }
    return "elsewhere \(what) \(texts.joined(separator: ", "))"
  }
}

extension Corner.Answer {
  /// Whether it is another than the tutor's: all to the first.
  fileprivate var isRival: Bool { slopes != [1, 0] && slopes != [1, 0, 0] }
}

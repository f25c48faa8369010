/// What is read from outside and has to stand anything that may be in it.
public enum FuzzedInput: String, CaseIterable, Sendable {
  /// One formula, as a learner types it.
  case formulas
  /// One formula over quantities with axes.
  case arrays
  /// A lesson's file.
  case lessons
  /// A `.test` file.
  case scripts
  /// A journal, as a lesson is resumed from it.
  case journals

  /// Reads some bytes as this input, works with what they hold, and names the laws that do not hold.
  public func brokenLaws(of bytes: [UInt8]) -> [String] {
    var laws = Laws()
    switch self {
    case .formulas: laws.checkFormula(String(decoding: bytes, as: UTF8.self))
    case .arrays: laws.checkArrays(String(decoding: bytes, as: UTF8.self))
    case .lessons: laws.checkLesson(bytes)
    case .scripts: laws.checkScript(String(decoding: bytes, as: UTF8.self))
    case .journals: laws.checkJournal(bytes)
    }
    return laws.broken
  }
}

/// Gathers the laws that do not hold of one input.
struct Laws {
  private(set) var broken: [String] = []

  /// Notes a law, with what breaks it, unless it holds.
  mutating func require(_ holds: Bool, _ law: String, _ found: @autoclosure () -> String = "") {
    if !holds { broken.append("\(law): \(found().debugDescription)") }
  }
}

import Teaching

/// What has to hold of any entry of a graph with arrays, whatever its shapes and its numbers.
struct ArrayEntryTrial {
  private(set) var findings: [LessonTrial.Finding] = []

  private let index: Int
  private let worksheet: Worksheet

  init(of index: Int, in worksheet: Worksheet) {
    self.index = index
    self.worksheet = Worksheet(worksheet.key)
    let right = worksheet.key.answer(to: index)
    for typed in [right, "  \(right) "] + spellings(of: right) {
      require(typed, "right, since it is the key") { $0.word == "right" }
    }
    require(worksheet.key.wrongAnswer(to: index), "wrong") { $0.word == "wrong" }
    for typed in ["nonsense", "[1, 2", "@", "(2; 3"] {
      require(typed, "unreadable") { $0.word == "unreadable" }
    }
  }

  private mutating func require(
    _ typed: String, _ expected: String, _ holds: (Verdict) -> Bool
  ) {
    let verdict = worksheet.check(typed, for: index)
    guard !holds(verdict) else { return }
    let reasons =
      verdict.reasonWords.isEmpty ? "" : " " + verdict.reasonWords.joined(separator: ", ")
    findings.append(
      LessonTrial.Finding(
        what: "\(worksheet.entries[index].name) = \(typed)", expected: expected,
        found: verdict.word + reasons))
  }

  /// A shape without parentheses, a formula with the signs of programs.
  private func spellings(of right: String) -> [String] {
    guard worksheet.entries[index].isShape else {
      return right.contains("'") && !right.contains("d") ? [right.replacing("'", with: ".T")] : []
    }
    let sizes = right.filter { $0.isNumber || $0 == "," }.split(separator: ",")
    return sizes.isEmpty ? [] : [sizes.joined(separator: "x"), sizes.joined(separator: " ")]
  }
}

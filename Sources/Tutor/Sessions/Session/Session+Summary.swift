import TextScreen

extension Session {
  /// Whether there is anything to sum up.
  private var hasSummary: Bool { !attempts.efforts.isEmpty }

  /// What follows after the last page is turned, for the wording of what Enter does; none where nothing does.
  var wayOn: String? {
    if let continuation { return "Enter brings \(continuation)" }
    return hasSummary ? "Enter sums up" : nil
  }

  /// Turns the last page: on to what the host has next, or to the summary.
  mutating func turnLastPage() -> [Effect] {
    if continuation != nil { return [.goOn] }
    guard hasSummary else {
      remark = Wording.lastPage(of: self)
      return []
    }
    showsSummary = true
    look = nil
    scroll = 0
    prompt.clear()
    remark = Wording.summaryOpened
    return []
  }

  mutating func closeSummary() {
    showsSummary = false
    scroll = 0
    remark = Wording.opening(of: self)
    showExercise()
  }

  /// What the learner made of the lesson so far, as lines.
  public func summaryText(width: Int) -> [String] {
    LessonSummary(of: self).lines(width: width).map(\.text)
  }
}

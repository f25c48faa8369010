import Teaching

extension Gradebook {
  /// The column by which Moodle finds a student: what the roster has, else the name by which the learner worked.
  private var moodleIdentity: (heading: String, column: Roster.Column) {
    let known: [(String, Roster.Column)] = [
      ("username", .login), ("email", .email), ("idnumber", .number),
    ]
    return known.first { roster?.columns.contains($0.1) ?? false } ?? known[0]
  }

  /// The marks as Moodle imports them: a line for each student, and for each lesson a column of points and one of
  /// feedback.
  ///
  /// After the page "Grade import" of Moodle 4.5, as it stood on 28 November 2026: one column says who it is, and each other one is
  /// mapped to a grade or to its feedback; both are there, since feedback alone would take the grade away. Who is not on the roster is left out, since Moodle refuses a file that
  /// names a stranger.
  public var moodleLines: some Sequence<String> {
    let identity = moodleIdentity
    let heads = lessons.flatMap { [$0, "\($0) feedback"] }.map(CSV.text)
    let others = rows.lazy.compactMap { row -> String? in
      let name = roster == nil ? row.name : row.student?[identity.column] ?? ""
      guard !name.isEmpty else { return nil }
      let cells = lessons.flatMap { name in
        let lesson = lesson(name, of: row)
        return [ReportText.points(lesson.points), feedback(on: lesson)]
      }
      return CSV.line([CSV.text(name)] + cells)
    }
    return [AnySequence([CSV.line([identity.heading] + heads)]), AnySequence(others)].joined()
  }

  /// Those who are on no line of the table for Moodle.
  public var withoutIdentity: [String] {
    guard roster != nil else { return [] }
    let column = moodleIdentity.column
    return rows.lazy.filter { ($0.student?[column] ?? "").isEmpty }.map(\.name)
  }

  /// What a learner is told of a lesson in a line.
  private func feedback(on lesson: Marks.Lesson) -> String {
    guard !lesson.items.isEmpty else { return "nothing was handed in" }
    var rules: [WrongRule: Int] = [:]
    for count in lesson.items.flatMap(\.rules) where count.rule != .followsFromWrong {
      rules[count.rule, default: 0] += count.count
    }
    let most = rules.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
    return "\(lesson.right) of \(lesson.asked) right"
      + (most.map { "; most often wrong: \($0.key.title)" } ?? "")
  }
}

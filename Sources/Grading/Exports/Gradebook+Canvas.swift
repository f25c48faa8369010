extension Gradebook {
  /// The marks as Canvas imports them: a line for each student, a column for each lesson, and a line that says how many
  /// points there are.
  ///
  /// The columns are those that an export of Canvas's gradebook begins with. A column that the
  /// roster calls `Name (123)`, as an export of Canvas does, keeps that name, so that it is filled and not made anew.
  public var canvasLines: some Sequence<String> {
    let heads = lessons.map { CSV.text(canvasName(of: $0)) }
    let possible = lessons.map { ReportText.points(marks.facts[$0]?.points ?? 0) }
    let fixed = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    let first = [
      CSV.line(fixed + heads), CSV.line(["    Points Possible", "", "", "", ""] + possible),
    ]
    let others = rows.lazy.map { row in
      let student = row.student
      let login = student?[.login] ?? row.work?.learner ?? ""
      return CSV.line(
        [
          row.name, student?[.id] ?? "", student?[.sisUser] ?? "", login,
          student?[.section] ?? "",
        ].map(CSV.text) + lessons.map { ReportText.points(lesson($0, of: row).points) })
    }
    return [AnySequence(first), AnySequence(others)].joined()
  }

  /// The heading of the roster that names a lesson, by its name or its title, else the lesson's name.
  private func canvasName(of lesson: String) -> String {
    let names = [lesson, marks.facts[lesson]?.title ?? lesson].map { $0.lowercased() }
    let own = roster?.headings.first { heading in
      guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "("),
        heading[heading.index(after: open)...].dropLast().allSatisfy(\.isNumber)
      else { return false }
      let name = heading[..<open].lowercased()
      return names.contains { name.split(separator: " ") == $0.split(separator: " ") }
    }
    return own ?? lesson
  }
}

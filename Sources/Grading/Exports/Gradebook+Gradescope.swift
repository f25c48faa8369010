public import Journals
import Teaching

extension Gradebook {
  /// What is asked of one student as the tests of an autograder of Gradescope, a `results.json`.
  ///
  /// After Gradescope's "Autograder Specifications", as they stood on 28 November 2026: who it
  /// is stands in Gradescope's own `submission_metadata.json`, so that all work in one upload is one student's.
  public var gradescope: JSON {
    let row = rows.lazy.first { $0.work != nil } ?? Row()
    let shown = lessons.map { lesson($0, of: row) }
    let tests = shown.flatMap(tests)
    let names = (row.work?.names ?? []).map { "'\($0)'" }
    var output: [String] = []
    if row.work == nil { output.append("There is no work on these lessons in the upload.") }
    if names.count > 1 {
      output.append("The upload has work under the names \(names.joined(separator: ", ")).")
    }
    for lesson in shown {
      output.append(
        "\(lesson.lesson): \(lesson.right) of \(lesson.asked) right, \(ReportText.points(lesson.points)) of "
          + "\(ReportText.points(lesson.possible)) points"
          + (lesson.late == 0 ? "" : "; \(lesson.late) answers came too late"))
    }
    let score = shown.reduce(0) { $0 + $1.points }
    return .object([
      JSON.Member("score", .number(ReportText.rounded(score))),
      JSON.Member("output", .string(output.joined(separator: "\n"))),
      JSON.Member("visibility", .string("visible")),
      JSON.Member("tests", .array(tests)),
      JSON.Member(
        "extra_data",
        .object([
          JSON.Member("learners", .array((row.work?.names ?? []).map { .string($0) })),
          JSON.Member("flags", .array((row.work?.flags ?? []).map { .string($0.text) })),
        ])),
    ])
  }

  private func tests(of lesson: Marks.Lesson) -> [JSON] {
    guard let facts = marks.facts[lesson.lesson] else { return [] }
    let worth = lesson.possible / Double(max(1, facts.asked))
    let items = lesson.allItems(of: facts).filter { facts.items[$0.item].isAsked }
    return items.map { item in
      let (asked, isFound) = (facts.items[item.item], item.isFound)
      let reasons = item.rules.map(\.rule.title).joined(separator: "; ")
      return .object([
        JSON.Member("name", .string("\(lesson.lesson), page \(asked.page): \(asked.name)")),
        JSON.Member("score", .number(isFound ? ReportText.rounded(worth) : 0)),
        JSON.Member("max_score", .number(ReportText.rounded(worth))),
        JSON.Member("status", .string(isFound ? "passed" : "failed")),
        JSON.Member(
          "output", .string(item.state + (reasons.isEmpty ? "" : ": \(reasons)"))),
        JSON.Member("visibility", .string("visible")),
      ])
    }
  }
}

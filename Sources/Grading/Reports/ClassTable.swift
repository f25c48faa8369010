import Teaching

/// A report as tables for the screen: each a title and rows, the first of them the heading.
public struct ClassTable {
  public var title: String
  /// Each made when it is wanted, since a class may be large.
  public var rows: AnyRandomAccessCollection<[String]>

  private init(title: String, rows: [[String]]) {
    self.title = title
    self.rows = AnyRandomAccessCollection(rows)
  }

  /// So many entries and rules are listed.
  private static let listLimit = 10

  /// The tables of a class: its learners, the hardest entries, the commonest wrong rules, and lessons that others
  /// have in another version.
  public static func tables(of marks: Marks.Class) -> [ClassTable] {
    var tables = [learners(marks), hardest(marks), rules(marks)]
    if !marks.otherVersions.isEmpty { tables.append(versions(marks)) }
    return tables.filter { $0.rows.count > 1 }
  }

  private static func learners(_ marks: Marks.Class) -> ClassTable {
    let learners = marks.learners
    let heading = [
      "learner", "right", "first try", "wrong", "hints", "shown", "time", "mastered", "lessons",
    ]
    var table = ClassTable(
      title: learners.count == 1 ? "1 learner" : "\(learners.count) learners", rows: [])
    table.rows = AnyRandomAccessCollection(
      (0...learners.count).lazy.map { $0 == 0 ? heading : row(of: learners[$0 - 1]) })
    return table
  }

  private static func row(of learner: Marks.Learner) -> [String] {
    let first = learner.total { $0.total(\.firstAttempts) }
    let rightAtFirst = learner.total { $0.total(\.rightAtFirst) }
    return [
      learner.learner, "\(learner.total(\.right))/\(learner.total(\.asked))",
      ReportText.percent(rightAtFirst, of: first),
      String(learner.total { $0.total(\.wrong) }), String(learner.total { $0.total(\.hints) }),
      String(learner.total { lesson in lesson.items.count { $0.isShown } }),
      ReportText.duration(milliseconds: learner.total(\.milliseconds)),
      "\(learner.skills.count { $0.isMastered })/\(learner.skills.count)",
      learner.lessons.map { lesson in
        lesson.lesson + lesson.otherHashes.map { " (\($0))" }.joined()
      }.joined(separator: ", "),
    ]
  }

  private static func hardest(_ marks: Marks.Class) -> ClassTable {
    let rows = marks.hardest.prefix(listLimit).map { total in
      [
        total.lesson, String(total.item.page), total.item.name,
        ReportText.percent(total.rightAtFirst, of: total.firstAttempts), String(total.learners),
        String(total.wrong), String(total.hints), ReportText.rules(Array(total.rules.prefix(3))),
      ]
    }
    return ClassTable(
      title: "the hardest entries",
      rows: [["lesson", "page", "entry", "first try", "learners", "wrong", "hints", "reasons"]]
        + rows)
  }

  private static func rules(_ marks: Marks.Class) -> ClassTable {
    let rows = marks.rules.prefix(listLimit).map { total in
      [total.rule.rawValue, String(total.count), String(total.learners), total.rule.title]
    }
    return ClassTable(
      title: "the commonest wrong rules",
      rows: [["rule", "times", "learners", "what it is"]] + rows)
  }

  private static func versions(_ marks: Marks.Class) -> ClassTable {
    let rows = marks.otherVersions.map { version in
      [
        version.lesson, version.hash, String(version.learners),
        marks.facts[version.lesson]?.hash ?? "",
      ]
    }
    return ClassTable(
      title: "lessons in another version, marked by the one here",
      rows: [["lesson", "version", "learners", "here"]] + rows)
  }

  /// What is right with a learner's numbers, lesson by lesson, beside what was typed.
  public static func answers(of learner: Marks.Learner) -> [ClassTable] {
    learner.lessons.map { lesson in
      let draw = lesson.draw == .latest ? "" : ", draw \(lesson.draw.rawValue)"
      let numbers =
        lesson.seed == 0 ? "the numbers in the file" : "the numbers of seed \(lesson.seed)\(draw)"
      return ClassTable(
        title:
          "\(learner.learner): \(lesson.lesson), \(lesson.right)/\(lesson.asked), with \(numbers)",
        rows: [["page", "entry", "right", "typed", "it is"]]
          + lesson.answers.map { answer in
            [
              String(answer.page), answer.name, answer.right,
              answer.typed.map(ReportText.line) ?? "", answer.standing,
            ]
          })
    }
  }

  /// The tables of one learner: each lesson's entries, and the skills.
  public static func tables(of learner: Marks.Learner, in marks: Marks.Class) -> [ClassTable] {
    let lessons = learner.lessons.map { lesson in
      ClassTable(
        title: "\(learner.learner): \(lesson.lesson), \(lesson.right)/\(lesson.asked)",
        rows: [["page", "entry", "tries", "first try", "wrong", "hints", "time", "reasons"]]
          + lesson.items.map { item in
            let name = marks.facts[lesson.lesson]?.items[item.item]
            return [
              name.map { String($0.page) } ?? "", name?.name ?? "", String(item.attempts),
              ReportText.percent(item.rightAtFirst, of: item.firstAttempts), String(item.wrong),
              String(item.hints) + (item.isShown ? ", shown" : ""),
              ReportText.duration(milliseconds: item.milliseconds), ReportText.rules(item.rules),
            ]
          })
    }
    let skills = ClassTable(
      title: "\(learner.learner): skills",
      rows: [["skill", "right at first"]]
        + learner.skills.map { [$0.skill.title, "\(Int(($0.probability * 100).rounded())) %"] })
    return (lessons + [skills]).filter { $0.rows.count > 1 }
  }
}

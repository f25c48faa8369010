import Expressions
import Journals
import Teaching

/// What learners did, one thing after another, for programs that trace what they know.
extension Gradebook {
  /// What the columns are called that DataShop imports.
  ///
  /// After PSLC DataShop's help, "Tab-delimited format", as it stood on 28 November 2026, whose required columns are among
  /// them. A step with several
  /// skills has as many columns of that name.
  public var datashopHeading: String {
    ([
      "Anon Student Id", "Session Id", "Time", "Time Zone", "Student Response Type",
      "Tutor Response Type", "Level (Lesson)", "Problem Name", "Problem View", "Step Name",
      "Attempt At Step", "Outcome", "Selection", "Action", "Input", "Feedback Classification",
    ] + Array(repeating: "KC (Skill)", count: skillColumns)).joined(separator: "\t")
  }

  private var skillColumns: Int {
    max(1, lessons.compactMap { marks.facts[$0] }.flatMap(\.items).map(\.skills.count).max() ?? 1)
  }

  /// The transactions of a learner, in the order in which they were made; what could not be read is none.
  public func datashopLines(of row: Row) -> [String] {
    let columns = skillColumns
    var counts: [Place: Int] = [:]
    return steps(of: row).filter { $0.step.outcome != .unreadable }.map { place, step, asked in
      counts[place, default: 0] += 1
      let isHelp = step.outcome == .help || step.outcome == .shown
      let outcome = isHelp ? "HINT" : step.isRight ? "CORRECT" : "INCORRECT"
      var fields = [
        Gradebook.cut(row.name, 55), Gradebook.cut(step.session, 255),
        step.time.replacing("T", with: " ").replacing("Z", with: ""), "UTC",
        isHelp ? "HINT_REQUEST" : "ATTEMPT", isHelp ? "HINT_MSG" : "RESULT", place.lesson,
        "page \(asked.page)\(step.seed == 0 ? "" : ", seed \(step.seed)")", "1", asked.name,
        String(counts[place, default: 1]), outcome, asked.name, isHelp ? "help" : "answer",
        Gradebook.cut(step.typed, 255), step.rule?.rawValue ?? "",
      ]
      fields += asked.skills.map(\.rawValue)
      fields += Array(repeating: "", count: columns - asked.skills.count)
      return fields.map { field in
        String(field.map { $0.isNewline || $0 == "\t" ? " " : $0 })
      }.joined(separator: "\t")
    }
  }

  /// A field that is no longer than DataShop takes; of two that begin alike, each keeps its own end.
  private static func cut(_ text: String, _ limit: Int) -> String {
    text.count <= limit
      ? text : "\(text.prefix(limit - 17)) \(Source.hash(of: Array(text.utf8)))"
  }

  /// What the columns are called that pyBKT reads by itself (Badrinath, Wang and Pardos, "pyBKT: An Accessible Python
  /// Library of Bayesian Knowledge Tracing Models", 2021), and the lesson and the entry beside them.
  public static let pybktHeading = CSV.line([
    "order_id", "user_id", "skill_name", "correct", "lesson", "page", "entry",
  ])

  /// The first attempts of a learner, in their order, a line for each skill of the entry; a hint before it is a miss, also
  /// one on what it leads to.
  ///
  /// - Parameter order: the number of the last line so far; that of the last one here afterwards.
  public func pybktLines(of row: Row, after order: inout Int) -> [String] {
    var met: Set<Place> = []
    var lines: [String] = []
    for (place, step, asked) in steps(of: row)
    where step.outcome != .unreadable && met.insert(place).inserted {
      for skill in asked.skills {
        order += 1
        lines.append(
          CSV.line([
            String(order), CSV.text(row.name), skill.rawValue,
            step.isRight && !step.wasHelped ? "1" : "0",
            CSV.text(place.lesson), String(asked.page), CSV.text(asked.name),
          ]))
      }
    }
    return lines
  }

  /// Something asked, with certain numbers.
  private struct Place: Hashable {
    var lesson: String
    var item: Int
    var seed: Int
  }

  private func steps(
    of row: Row
  ) -> [(place: Place, step: Marks.Step, asked: LessonKey.Item)] {
    let all = (row.work?.lessons ?? []).flatMap { lesson in
      lesson.steps.compactMap { step in
        marks.facts[lesson.lesson].map { facts in
          (
            Place(lesson: lesson.lesson, item: step.item, seed: step.seed), step,
            facts.items[step.item]
          )
        }
      }
    }
    return all.enumerated().sorted {
      ($0.element.1.time, $0.offset) < ($1.element.1.time, $1.offset)
    }.map(\.element)
  }
}

extension Marks.Step {
  fileprivate var isRight: Bool { outcome == .right || outcome == .close }
}

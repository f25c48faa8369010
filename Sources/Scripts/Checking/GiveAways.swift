import Autodiff
import Expressions
import Lessons
import Sessions
import Teaching

/// What a page tells of its own answers: claims, tables, prose and nudges, which no program can hide.
///
/// Numbers on the drawing and in the panel are hidden until they are found, and need no author.
struct GiveAways {
  private(set) var notes: [LessonError] = []

  private let page: Lesson.Page
  private let key: AnswerKey?
  /// The entries that the page asks.
  private let asked: Set<Int>
  /// Where to point at for text, whose place is not kept.
  private let place: TextPosition

  /// - Parameters:
  ///   - assignments: what the page asks.
  ///   - key: the answers on its graph, if it has one.
  init(on page: Lesson.Page, of lesson: Lesson, asking assignments: [Assignment], _ key: AnswerKey?)
  {
    self.page = page
    self.key = key
    let exercises = page.exercises.map { lesson.exercises[$0] }
    asked = page.isDemonstration ? [] : Set(assignments.compactMap(\.entry))
    place =
      page.requests.first?.position ?? exercises.first?.position ?? TextPosition(line: 1, column: 1)
    for span in page.codeSpans { checkClaim(span) }
    let prose = page.blocks.compactMap { if case .prose(let prose) = $0 { prose } else { nil } }
    for text in prose { checkLabels(in: text) }
    for exercise in exercises { check(exercise, in: prose) }
  }

  private func entry(called name: String) -> Int? {
    key?.list.index(of: name).flatMap { asked.contains($0) ? $0 : nil }
  }

  private mutating func note(_ text: String, at position: TextPosition) {
    let note = LessonError(text, at: position)
    if !notes.contains(note) { notes.append(note) }
  }

  private static let remedy = "say it on the page after"

  /// `a = 11` beside a blank for a.
  private mutating func checkClaim(_ span: PlacedText) {
    let parts = span.text.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
    guard parts.count == 2, let key, let entry = entry(called: parts[0]),
      key.isTrue(parts[1], of: entry)
    else { return }
    note(
      "the text says \(span.text), which this page asks; \(GiveAways.remedy)", at: span.position)
  }

  /// A number beside the name of its entry, in a sentence or a table.
  private mutating func checkLabels(in prose: Prose) {
    switch prose {
    case .table(let table):
      let header = table.header.map(\.plainText)
      for row in table.rows {
        let cells = row.map(\.plainText)
        for (column, cell) in cells.enumerated().dropFirst() {
          for name in [cells[0], header.indices.contains(column) ? header[column] : ""] {
            checkLabel(name.trimmingBlanks, cell.trimmingBlanks, "a table")
          }
        }
      }
    case .paragraph(let text), .heading(_, let text):
      let words = text.plainText.split(whereSeparator: \.isWhitespace).map(String.init)
      for (place, word) in words.enumerated().dropFirst(1).dropLast()
      where ["is", "=", "are", "equals"].contains(word) {
        let number = words[place + 1].trimming { ".,;:!)".contains($0) }
        checkLabel(words[place - 1].trimming { "(".contains($0) }, number, "the text")
      }
    case .list(let list): for item in list.items { for part in item { checkLabels(in: part) } }
    case .quote(let parts): for part in parts { checkLabels(in: part) }
    case .code, .rule: break
    }
  }

  private mutating func checkLabel(_ name: String, _ number: String, _ place: String) {
    guard let key, let entry = entry(called: name),
      let formula = try? Formula(number), formula.expression.isConstant,
      key.isTrue(number, of: entry),
      !page.codeSpans.contains(where: { $0.text.hasPrefix(name) && $0.text.contains(number) })
    else { return }
    note(
      "\(place) says \(name) = \(number), which this page asks; \(GiveAways.remedy)",
      at: self.place)
  }

  private mutating func check(_ exercise: Exercise, in prose: [Prose]) {
    switch exercise.kind {
    case .nudging(let nudging): checkNudges(nudging, at: exercise.position)
    case .question(let question):
      switch question.answer {
      case .number(let formula, _) where formula.expression.isConstant:
        let exact = formula.expression.value(at: [Double]())
        checkNumbers(near: exact, of: exercise, in: prose)
      case .formula(let formula):
        let isTold = prose.flatMap(\.codes).contains {
          (try? Formula($0))?.expression.text == formula.expression.text
        }
        if isTold {
          note(
            "the text says \(formula.expression.text), which answers '\(exercise.id)'; "
              + GiveAways.remedy, at: exercise.position)
        }
      case .number, .choice: break
      }
    case .breakUp, .race, .training, .exploring: break
    }
  }

  /// A nudge shows every value to the right of what is nudged.
  private mutating func checkNudges(_ nudging: Nudging, at position: TextPosition) {
    guard let key else { return }
    for name in nudging.names {
      guard let node = key.graph.index(of: name.text),
        let nudge = try? Nudge(node, by: AnswerKey.step, in: key.forward)
      else { continue }
      let told = nudge.changes.map(\.node).compactMap { key.list.forward(of: $0) }
        .filter(asked.contains).map { key.list.entries[$0].name }
      guard let first = told.first else { continue }
      note(
        "a nudge of \(name.text) shows \(first), which this page asks; put it on the page after",
        at: position)
    }
  }

  /// Numbers of three digits or more that answer a question, or nearly do.
  private mutating func checkNumbers(near exact: Double, of exercise: Exercise, in prose: [Prose]) {
    guard exact.shortestText.digitCount >= 3 else { return }
    let given = key.map { key in
      key.graph.nodes.indices.filter { key.graph.nodes[$0].formula == nil }
        .map { key.forward.values[$0] }
    }
    for number in prose.flatMap(\.numbers) where number.digitCount >= 3 {
      guard let value = Double(number), abs(value - exact) <= 1e-3 * abs(exact),
        !(given ?? []).contains(value)
      else { continue }
      note(
        "the text or a table has \(number), which answers '\(exercise.id)'; \(GiveAways.remedy)",
        at: exercise.position)
    }
  }
}

extension String {
  /// Without characters of a kind at both ends.
  fileprivate func trimming(_ isOuter: (Character) -> Bool) -> String {
    let start = drop(while: isOuter)
    return String(start.reversed().drop(while: isOuter).reversed())
  }

  /// How many digits a number has but for zeros at its start.
  fileprivate var digitCount: Int { filter(\.isNumber).drop { $0 == "0" }.count }
}

extension Prose {
  /// Every line of text in it.
  private var texts: [[Inline]] {
    switch self {
    case .heading(_, let text), .paragraph(let text): [text]
    case .list(let list): list.items.flatMap { $0.flatMap(\.texts) }
    case .quote(let parts): parts.flatMap(\.texts)
    case .table(let table): table.header + table.rows.flatMap { $0 }
    case .code, .rule: []
    }
  }

  /// The pieces of inline code.
  fileprivate var codes: [String] {
    texts.flatMap { $0 }.compactMap { if case .code(let text) = $0 { text } else { nil } }
  }

  /// The numbers that stand in it, as they are written.
  fileprivate var numbers: [String] {
    texts.flatMap { text in
      text.plainText.split { !($0.isNumber || $0 == "." || $0 == "-") }
        .map { String($0).trimming { $0 == "." } }
    }
  }
}

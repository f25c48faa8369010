import Autodiff
import Expressions
public import Journals
import Lessons
import Sessions
import Teaching
import TextScreen

/// A script that does again what the records of a journal say, and then expects everything to stand as it did.
public struct JournalReplay {
  /// The lines of the script.
  public private(set) var lines: [String] = []
  /// What could not be done again, and why.
  public private(set) var notes: [String] = []
  /// Whether anything that the records are about could be opened.
  public private(set) var hasAnything = false

  /// Makes a script of records in the order of their journal; of each lesson a learner's records are one piece, over
  /// all runs of the program, since a lesson that was left goes on where it stood.
  ///
  /// - Parameter open: opens the lessons that the records name.
  public init(_ records: [JournalRecord], opening open: @escaping ScriptRun.Opener) {
    var order: [String] = []
    var pieces: [String: [JournalRecord]] = [:]
    for record in records {
      let formulas = record.exploration.map { [record.session] + $0.statements } ?? []
      let key = ([record.learner, record.lesson ?? ""] + formulas).joined(separator: "\n")
      if pieces[key] == nil { order.append(key) }
      pieces[key, default: []].append(record)
    }
    for key in order {
      var piece = Piece(opening: open)
      piece.replay(pieces[key] ?? [])
      if !lines.isEmpty { lines.append("") }
      lines += piece.lines
      notes += piece.notes
      hasAnything = hasAnything || piece.isOpened
    }
  }
}

/// The part of the script that is about one lesson, or about formulas of the learner's own.
private struct Piece {
  private(set) var lines: [String] = []
  private(set) var notes: [String] = []
  private var run: ScriptRun
  var isOpened: Bool { told != nil }
  /// The lesson as the records themselves leave it.
  private var told: Session?
  /// What the script is about, for notes.
  private var title = ""

  init(opening open: @escaping ScriptRun.Opener) {
    run = ScriptRun(opening: open)
  }

  mutating func replay(_ records: [JournalRecord]) {
    guard let first = records.first else { return }
    let opening: String
    if let exploration = first.exploration {
      title = "formulas of their own"
      opening = "explore \(parts(of: exploration).joined(separator: "; "))"
    } else {
      title = first.lesson ?? ""
      opening = ExamTitle(name: title)?.name ?? "lesson \(title)"
    }
    lines.append("# \(first.learner.printable): \(title.printable)")
    guard write(opening), let opened = run.session else { return }
    if case .lesson(_, let hash) = opened.source,
      let other = records.lazy.compactMap(\.lessonHash).first(where: { $0 != hash })
    {
      let words =
        "the journal is about version \(other.printable) of '\(title)', here is \(hash)"
      lines.append("# \(words)")
      notes.append(words)
    }
    told = opened
    for record in records {
      told?.replay([record])
      replay(record)
    }
    let strays = differences
    if !strays.isEmpty {
      notes.append(
        "'\(title)' does not end as in the journal, which is incomplete or was edited: "
          + strays.joined(separator: ", "))
    }
    expectEnd(onPage: records.last?.page ?? 1)
  }

  /// The formulas and inputs as a script says them, so that they make the same graph.
  private mutating func parts(of exploration: Exploration) -> [String] {
    let defined = Set(exploration.formulas.map { Statement(input: $0).name })
    let inputs = exploration.inputs.filter { !defined.contains($0.key) }
      .sorted { $0.key < $1.key }.map { name, value in
        "\(exploration.data.contains(name) ? "data " : "")\(name) = \(value.shortestText)"
      }
    let typed = exploration.formulas + inputs
    guard let reading = try? exploration.reading() else { return typed }
    // What was broken up otherwise than a script does is said step by step.
    let steps = reading.graph.nodes.compactMap { node in
      node.formula.map { "\(node.name) = \($0.expression.text)" }
    }
    let same = [typed, steps + inputs].first { parts in
      (try? ComputationGraph.read(parts.map { Statement(input: $0) }))?.graph == reading.graph
    }
    if same == nil { notes.append("a formula that was kept whole is broken up by a script") }
    return same ?? typed
  }

  private mutating func replay(_ record: JournalRecord) {
    switch record.kind {
    case .fill(let name, let typed), .rule(let name, let typed):
      write(at: record, "fill \(name) = \(typed)")
    case .answer(let name, let typed): write(at: record, "answer \(name) = \(typed)")
    case .reveal(let name): write(at: record, "reveal \(name)")
    case .help(let name, nil): write(at: record, "hint \(name)")
    case .help(let name, let look?):
      lines.append("# \(look.rawValue) \(name.printable)")
    case .handIn: write(at: record, "hand-in")
    case .descend(let typed): write(at: record, typed)
    case .seed: drawNumbers(of: record)
    case .undo: go("undo")
    case .redo: go("redo")
    case .restart: write("restart")
    case .panel, .other: break
    }
  }

  /// Writes a line for the page and the numbers of a record.
  private mutating func write(at record: JournalRecord, _ line: String) {
    drawNumbers(of: record)
    if let session = run.session, session.pageNumber != record.page { write("page \(record.page)") }
    write(line)
  }

  private mutating func drawNumbers(of record: JournalRecord) {
    guard let session = run.session,
      !session.progress.hasNumbers(ofSeed: record.seed, by: record.draw)
    else { return }
    write("seed \(record.seed)" + (record.draw == .latest ? "" : " draw \(record.draw.rawValue)"))
  }

  /// Goes back, or forward again, until all stands as after the record; most times that is one step.
  private mutating func go(_ verb: String) {
    let before = (run, lines, notes)
    for _ in 0..<Piece.stepLimit {
      write(verb)
      if hasNumbersAsTold, differences.isEmpty { return }
    }
    (run, lines, notes) = before
    write(verb)
  }

  /// A seed from the command line is no step of the session, and is one of the script.
  private static let stepLimit = 3

  /// Writes a line and does it; one that cannot be done becomes a comment.
  ///
  /// - Returns: whether it could be done.
  @discardableResult
  private mutating func write(_ line: String) -> Bool {
    let hasControls = line.unicodeScalars.contains { $0.properties.generalCategory == .control }
    let shown = hasControls ? line.printable : line
    var obstacle = hasControls ? "it has control characters" : nil
    if obstacle == nil {
      do {
        let before = run
        obstacle = run.run(try Script(lines: [line])).first?.found
        if obstacle != nil { run = before }
      } catch {
        obstacle = error.errors.first?.message
      }
    }
    guard let obstacle else {
      lines.append(line)
      return true
    }
    let reason = obstacle.printable
    lines.append("# \(shown)   (\(reason))")
    notes.append("'\(shown)' cannot be replayed: \(reason)")
    return false
  }

  /// Whether the numbers are those after the records themselves.
  private var hasNumbersAsTold: Bool {
    guard let done = run.session, let told else { return true }
    return done.progress.hasNumbers(ofSeed: told.progress.seed, by: told.progress.draw)
  }

  /// What stands otherwise than after the records themselves.
  private var differences: [String] {
    guard let done = run.session, let told else { return [] }
    var names: [String] = []
    for (one, two) in zip(done.progress.worksheets, told.progress.worksheets) {
      for (index, entry) in one.entries.enumerated()
      where one.states[index].word != two.states[index].word {
        names.append(entry.name)
      }
    }
    for (index, exercise) in done.lesson.exercises.enumerated()
    where done.progress.exercises[index].state.word != told.progress.exercises[index].state.word {
      names.append(exercise.id)
    }
    return names
  }

  /// Expects on every page what stands there now, and in the end the last page.
  private mutating func expectEnd(onPage last: Int) {
    guard let session = run.session else { return }
    for page in session.lesson.pages.indices where !session.plan.assignmentsByPage[page].isEmpty {
      turn(to: page + 1)
      guard let session = run.session else { return }
      let ids = session.page.exercises.map { session.lesson.exercises[$0].id }
      for assignment in session.assignments {
        let name = session.progress.name(of: assignment)
        // Where an entry is called as an exercise is, the name means the exercise.
        if case .entry = assignment, ids.contains(name) { continue }
        let state = session.progress.state(of: assignment).word
        // What could not be read since then left the answer that was wrong.
        let reason =
          state == "wrong"
          ? session.progress.lastVerdict(of: assignment)?.reasons.first?.rule.rawValue : nil
        write("expect \(name) \(state)" + (reason.map { " \($0)" } ?? ""))
      }
      let score = session.score
      write("expect score \(score.accepted)/\(score.asked)")
    }
    turn(to: min(last, session.lesson.pages.count))
  }

  private mutating func turn(to page: Int) {
    if run.session?.pageNumber != page { write("page \(page)") }
    write("expect page \(page)")
  }
}

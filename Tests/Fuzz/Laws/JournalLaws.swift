import FullScreen
import Grading
import Journals
import Lessons
import Scripts
import Sessions
import Teaching
import TextScreen

extension Laws {
  /// A journal is resumed, twice to the same session, and what was typed is written as it was read.
  mutating func checkJournal(_ bytes: [UInt8]) {
    var records: [JournalRecord] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let record = try? JournalRecord(line: line) else { continue }
      records.append(record)
      checkWriting(of: record)
    }
    var session = SampleLesson.session
    session.resume(records)
    var again = SampleLesson.session
    again.resume(records)
    require(session == again, "a journal is resumed to one session")
    require(
      1...session.lesson.pages.count ~= session.pageNumber, "the page resumed is one of the lesson",
      "\(session.pageNumber)")
    var screen = Screen(session, size: Size(width: 80, height: 24))
    checkScreen(screen)
    press([.character("1"), .enter, .function(5), .enter], on: &screen)
    for page in 1...session.lesson.pages.count {
      _ = screen.act(.page(page))
      checkStates(of: screen.session)
    }
    checkScreen(screen)
    checkMarks(of: records)
    checkReplay(of: records)
  }

  /// Whatever a journal says, nobody has more right than is asked, and nothing is found that was not tried.
  private mutating func checkMarks(of records: [JournalRecord]) {
    var marker = LessonMarker(LessonKey(SampleLesson.session), learner: "L")
    for record in records { _ = marker.mark(record, milliseconds: 1) }
    require(
      0...marker.score.asked ~= marker.score.right, "no more is right than is asked",
      "\(marker.score)")
    for item in marker.items {
      require(
        item.wrong <= item.attempts && item.rightAtFirst <= item.firstAttempts
          && (!item.isFound || item.attempts > item.wrong), "what is marked was typed", "\(item)")
    }
  }

  /// A journal's script runs, and ends as it says.
  private mutating func checkReplay(of records: [JournalRecord]) {
    func open(_ name: String) -> Result<Session, LookupFailure> {
      name == "sample"
        ? .success(SampleLesson.session) : .failure(LookupFailure("no such lesson"))
    }
    let replay = JournalReplay(records, opening: open)
    guard replay.lines.contains(where: { !$0.isEmpty && !$0.hasPrefix("#") }) else { return }
    do {
      var run = ScriptRun(opening: open)
      let failures = run.run(try Script(lines: replay.lines))
      require(failures.isEmpty, "a journal's script passes", "\(failures)")
    } catch {
      require(false, "a journal's script can be read", "\(error)")
    }
  }

  /// No mark is believed: each is what the answer gets when it is checked.
  private mutating func checkStates(of session: Session) {
    guard let worksheet = session.worksheet else { return }
    for (entry, state) in worksheet.states.enumerated() {
      guard let typed = state.typed, state.word != "close" else { continue }
      let verdict = Worksheet(worksheet.key).check(typed, for: entry)
      require(
        verdict.isAccepted || state.word == "wrong", "only a right answer is right", typed)
      require(verdict.word != "unreadable", "only what can be read is marked", typed)
    }
  }

  private mutating func checkWriting(of record: JournalRecord) {
    guard case .fill(let entry, let typed) = record.kind else { return }
    let event = JournalEvent(
      .fill(entry: entry, typed: typed, .unreadable(.empty)),
      source: .lesson(name: record.lesson ?? "", hash: record.lessonHash ?? ""), page: record.page)
    let line = event.line(in: .init(time: "T", session: "S", learner: record.learner))
    let again = try? JournalRecord(line: Array(line.utf8))
    require(
      again?.kind == record.kind && again?.learner == record.learner && again?.page == record.page,
      "a record is written as it was read", line)
  }
}

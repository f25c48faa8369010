import Foundation
import Grading
import Journals
import Lessons
import Sessions
import Teaching
import Testing

@Suite struct MarksTests {
  /// The engine's figures in the form of the independent count.
  private func counts(_ marks: Marks.Class) -> [GeneratedClass.Place: GeneratedClass.Count] {
    var counts: [GeneratedClass.Place: GeneratedClass.Count] = [:]
    for total in marks.items {
      let place = GeneratedClass.Place(page: total.item.page, entry: total.item.name)
      counts[place] = GeneratedClass.Count(
        learners: total.learners, firstTries: total.firstAttempts,
        rightAtFirst: total.rightAtFirst, attempts: total.attempts, wrong: total.wrong,
        unreadable: unreadable(of: total, in: marks), hints: total.hints, shown: total.shown,
        milliseconds: total.milliseconds)
    }
    return counts
  }

  private func unreadable(of total: Marks.Class.ItemTotal, in marks: Marks.Class) -> Int {
    marks.learners.flatMap(\.lessons).flatMap(\.items)
      .filter { marks.facts[GeneratedClass.lessonName]?.items[$0.item] == total.item }
      .reduce(0) { $0 + $1.unreadable }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func theFiguresAreThoseOfAnIndependentCount(seed: UInt64) throws {
    let made = try GeneratedClass(learners: 25, seed: seed)
    let marked = try MarkedClass(made.journals.map(\.lines))
    #expect(marked.obstacles.isEmpty && marked.failures.isEmpty)
    #expect(marked.marks.learners.count == 25)
    #expect(counts(marked.marks) == made.counts)
    #expect(made.counts.values.reduce(0) { $0 + $1.hints + $1.shown } > 20)
  }

  @Test func editedVerdictsChangeNothing() throws {
    let made = try GeneratedClass(learners: 10, seed: 7)
    let honest = try MarkedClass(made.journals.map(\.lines))
    let forged = try MarkedClass(
      made.journals.map { journal in
        journal.lines.map {
          $0.replacing("\"verdict\": \"wrong\"", with: "\"verdict\": \"right\"")
            .replacing("\"verdict\": \"unreadable\"", with: "\"verdict\": \"right\"")
            .replacing(/"reasons": \[[^\]]*\]/, with: "\"reasons\": [\"close\"]")
        }
      })
    let texts = [honest, forged].map { marked in
      marked.marks.learners.map { marked.marks.json(of: $0).text } + [marked.marks.classJSON.text]
    }
    #expect(texts[0] == texts[1])
    #expect(made.journals.contains { $0.lines.contains { $0.contains("\"wrong\"") } })
  }

  @Test func theScoreIsThatOfTheTutorItself() throws {
    let made = try GeneratedClass(learners: 10, seed: 8)
    let marked = try MarkedClass(made.journals.map(\.lines))
    #expect(marked.learners.map(\.learner) == made.journals.map(\.learner))
    for (journal, learner) in zip(made.journals, marked.learners) {
      var session = try GeneratedClass.session()
      session.resume(try journal.lines.map { try JournalRecord(line: Array($0.utf8)) })
      #expect(learner.lessons.map(\.right) == [session.wholeScore.accepted])
      #expect(learner.lessons.map(\.asked) == [session.wholeScore.asked])
    }
  }

  @Test func theSkillsAreThoseThatPracticeGoesBy() throws {
    let made = try GeneratedClass(learners: 10, seed: 9)
    let marked = try MarkedClass(made.journals.map(\.lines))
    #expect(marked.learners.map(\.learner) == made.journals.map(\.learner))
    for (journal, learner) in zip(made.journals, marked.learners) {
      let records = try journal.lines.map { try JournalRecord(line: Array($0.utf8)) }
      let history = LearnerHistory(records, lessons: [try GeneratedClass.session()])
      let mastery = Mastery(history.observations)
      #expect(!learner.skills.isEmpty)
      #expect(
        learner.skills.map(\.probability)
          == learner.skills.map { mastery[$0.skill].probability })
    }
  }

  @Test func anotherVersionOfTheLessonIsNamedByItsHash() throws {
    let made = try GeneratedClass(learners: 2, seed: 1)
    let other = "0123456789abcdef"
    let hash = try #require(
      made.journals[0].lines[0].firstMatch(of: /"lessonHash": "([0-9a-f]+)"/)?.1)
    let edited = made.journals[0].lines.map { $0.replacing(hash, with: other) }
    let marked = try MarkedClass([edited, made.journals[1].lines])
    #expect(marked.learners[0].lessons.map(\.otherHashes) == [[other]])
    #expect(marked.learners[1].lessons.map(\.otherHashes) == [[]])
    #expect(marked.marks.otherVersions.map(\.hash) == [other])
    #expect(ClassTable.tables(of: marked.marks).last?.rows.last?.prefix(2) == ["made", other])
  }

  @Test func whatALessonDoesNotAskIsNamedAndLeftOut() throws {
    let made = try GeneratedClass(learners: 1, seed: 1)
    let strange = made.journals[0].lines.map {
      $0.replacing("\"entry\": \"a\"", with: "\"entry\": \"q\"")
    }
    let marked = try MarkedClass([strange])
    #expect(
      Set(marked.obstacles)
        == [.inLesson("made", .nothingCalled("q", page: 2))])
  }

  @Test func undoBringsBackOnlyWhatWasTyped() throws {
    func line(_ event: String) -> String {
      "{\"time\": \"2026-11-24T08:00:00.000Z\", \"session\": \"s\", \"learner\": \"l\", "
        + "\"lesson\": \"made\", \"lessonHash\": \"h\", \"seed\": 0, \"page\": 2, \(event)}"
    }
    let forged =
      "\"event\": \"undo\", \"changes\": [{\"graph\": 0, \"entry\": \"a\", \"typed\": \"11\"}]"
    let alone = try MarkedClass([[line(forged)]])
    #expect(alone.obstacles == [.inLesson("made", .neverTyped("a"))])
    #expect(alone.learners[0].lessons[0].right == 0)
    let fill = "\"event\": \"fill\", \"entry\": \"a\", \"typed\": \"11\""
    let taken =
      "\"event\": \"undo\", \"changes\": [{\"graph\": 0, \"entry\": \"a\", \"typed\": null}]"
    let honest = try MarkedClass([[line(fill), line(taken), line(forged)]])
    #expect(honest.obstacles.isEmpty)
    #expect(honest.learners[0].lessons[0].right == 1)
  }

  @Test func whatIsHandedInHasTheNumbersOfItsLearnersName() throws {
    let text = GeneratedClass.text.replacing("# Made\n", with: "# Made\n\n```graded\n```\n")
    let bytes = Array(text.utf8)
    let lesson = try Lesson(utf8: bytes, name: "made")
    let source = Source.lesson(name: "made", hash: "h")
    let seed = Session.seed(ofLearner: "ada")
    var own = try Session(lesson, source: source, seed: seed)
    _ = own.update(.page(2))
    let value = try #require(own.worksheet?.key.numbers?.value(of: 0))
    func line(seed: Int, _ typed: String) -> String {
      "{\"time\": \"\", \"session\": \"s\", \"learner\": \"ada\", \"lesson\": \"made\", "
        + "\"lessonHash\": \"h\", \"seed\": \(seed), \"page\": 2, \"event\": \"fill\", "
        + "\"entry\": \"a\", \"typed\": \"\(typed)\"}"
    }
    let opened = try Session(lesson, source: source)
    // Whatever seed the journal tells, the numbers are the learner's own.
    for told in [0, 1, seed] {
      let marked = try MarkedClass([[line(seed: told, "\(value)")]], by: opened)
      #expect(marked.learners[0].lessons[0].right == 1)
      let other = try MarkedClass([[line(seed: told, "\(value + 3)")]], by: opened)
      #expect(other.learners[0].lessons[0].right == 0)
    }
  }
}

import Phrases
import Teaching
import Testing

@Suite struct RoadTests {
  @Test(arguments: [
    (item(asked: 40), "new", "New, about 20 minutes."),
    (
      item(asked: 40, isBegun: true), "begun 0 of 40", "Begun, 0 of 40 done; about 20 minutes left."
    ),
    (item(12, asked: 40), "begun 12 of 40", "Begun, 12 of 40 done; about 20 minutes left."),
    (
      item(12, asked: 40, due: 1), "begun 12 of 40, 1 due",
      "Begun, 12 of 40 done; about 20 minutes left. 1 skill is due for review."
    ),
    (item(39, asked: 40), "begun 39 of 40", "Begun, 39 of 40 done; about 20 minutes left."),
    (item(39, asked: 40, shown: 1), "done, 1 shown", "Done, 1 shown."),
    (item(40, asked: 40), "done ✓", "Done."),
    (item(40, asked: 40, due: 3), "done ✓, 3 due", "Done. 3 skills are due for review."),
    (item(asked: 0), "new", "New, about 20 minutes."),
  ])
  func aLessonSaysWhereTheLearnerStands(item: MenuItem, standing: String, sentence: String) {
    #expect(item.standing == standing)
    #expect(item.sentence == sentence)
  }

  private static func item(
    _ accepted: Int = 0, asked: Int, shown: Int = 0, isBegun: Bool? = nil, due: Int = 0
  ) -> MenuItem {
    MenuItem(
      name: "a", title: "A", summary: "", accepted: accepted, asked: asked, shown: shown,
      isBegun: isBegun, minutes: 20, dueCount: due)
  }

  /// A learner who knew the sum rule well on day 0.
  private static let mastery = Mastery(
    (0..<12).map { Observation(.sum, isCorrect: true, on: 0, at: [Double($0)]) })

  @Test func whatIsDueTodayIsSaid() {
    for (day, today) in [
      (0, nil), (30, "today: 1 skill is due: backprop practice"),
    ] {
      let practice = MenuItem(practice: RoadTests.mastery, on: day)
      #expect(Road([RoadTests.item(asked: 3), practice]).today == today)
      #expect(practice.standing.hasSuffix(day == 0 ? "known" : "known, 1 due"))
    }
  }

  @Test func theCourseAddsUpItsLessonsAlone() {
    let practice = MenuItem(practice: RoadTests.mastery, on: 0)
    #expect(Road([]).progress == "")
    #expect(Road([practice]).progress == "")
    #expect(
      Road([
        RoadTests.item(40, asked: 40), RoadTests.item(2, asked: 9),
        MenuItem(broken: "c", because: "why"), practice,
      ]).progress == "1 of 2 lessons, 42 of 49 answers")
  }

  @Test func afterTheLastLessonComesPractice() {
    let practice = MenuItem(practice: RoadTests.mastery, on: 0)
    #expect(Road([RoadTests.item(40, asked: 40), practice]).start == 1)
    #expect(Road([RoadTests.item(40, asked: 40), RoadTests.item(asked: 3), practice]).start == 1)
  }
}

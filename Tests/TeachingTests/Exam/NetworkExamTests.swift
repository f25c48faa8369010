import Autodiff
import Lessons
import Teaching
import Testing

@Suite struct NetworkExamTests {
  @Test(arguments: ["1-1", "2-2-2", "3-2-1", "2-2-2 tanh", "1-1-1 relu", "2-2-1 linear", "1-2-2-1"])
  func everySeedGivesAnExamThatCanBeComputed(subject: String) throws {
    let exam = try NetworkExam(subject)
    #expect(exam.name == subject)
    for seed in 1...12 {
      let lesson = try exam.lesson(seed: seed)
      #expect(lesson.isExam)
      #expect(try exam.lesson(seed: seed) == lesson)
      let key = try AnswerKey(lesson.graphs[0].graph, at: lesson.graphs[0].inputs)
      let values = key.list.entries.indices.map { key.value(of: $0) }
      #expect(!values.contains { abs($0) >= 10_000 }, "\(subject) \(seed): \(values)")
    }
  }

  @Test func oneSeedAfterTheOtherGivesOtherGraphs() throws {
    let exam = try NetworkExam("2-2-2")
    let lessons = try (1...20).map { try exam.lesson(seed: $0).graphs[0] }
    #expect(Set(lessons.map(\.inputs)).count == 20)
    #expect(Set(lessons.map { $0.graph.nodes.map(\.formula) }).count >= 6)
  }

  @Test(arguments: [
    ("2", NetworkExam.Failure.unknownWord("")), ("2-2 foo", .unknownWord("foo")),
    ("2-2 seed 3", .unknownWord("seed")), ("2-2 tanh relu", .unknownWord("")),
  ])
  func whatIsNoNetworkIsRefused(subject: String, failure: NetworkExam.Failure) {
    do {
      _ = try NetworkExam(subject)
      Issue.record("\(subject) is read")
    } catch {
      if case .unknownWord(let word) = failure, !word.isEmpty { #expect(error == failure) }
    }
  }

  @Test(arguments: ["9-9", "40-40", "1000000-1000000", "5-5-5"])
  func longExamsAreRefused(subject: String) {
    #expect {
      try NetworkExam(subject)
    } throws: { error in
      if case NetworkExam.Failure.tooLong = error { true } else { false }
    }
  }

  @Test(arguments: [
    ("2-2-2", true), ("2-2-2 tanh", true), ("1-1", true), ("two-nodes", false), ("2", false),
    ("", false), ("network 2-2", false), ("2-nodes", false), ("x.md", false),
  ])
  func sizesAreToldFromLessons(text: String, isNetwork: Bool) {
    #expect(NetworkExam.isNetwork(text) == isNetwork)
  }
}

import Teaching
import Testing

/// Published exercises with the numbers printed there: what is printed is right, and what others got wrong is wrong.
@Suite struct PublishedExerciseTests {
  @Test(arguments: PublishedExercise.all)
  func whatIsPrintedIsAccepted(exercise: PublishedExercise) throws {
    // What is printed further on was worked out from what is printed before.
    let key = try exercise.key()
    var sheet = Worksheet(key)
    var own: [Int: Double] = [:]
    for (index, entry) in key.list.entries.enumerated() {
      let paper = LearnerPaper(key: key, own: own)
      let text = exercise.published[entry.name] ?? paper.right(index).written()
      let verdict = sheet.answer(text, for: index)
      own[index] = Double(text)
      // Fewer than three digits are asked back, where the number has more.
      let isShort = text.filter(\.isNumber).drop { $0 == "0" }.count < 3
      #expect(
        verdict.isAccepted || (isShort && verdict == .unreadable(.tooFewDigits)),
        "\(entry.name) = \(text): \(verdict.word), for \(key.value(of: index))")
    }
  }

  @Test func everyExerciseHasEntriesThatArePrinted() throws {
    let missing = try PublishedExercise.all.flatMap { exercise in
      let key = try exercise.key()
      return exercise.published.keys.filter { key.list.index(of: $0) == nil }
        .map { "\(exercise.name): \($0)" }
    }
    #expect(missing.sorted() == [])
  }

  @Test(arguments: PublishedExercise.all.filter { !$0.wrong.isEmpty })
  func whatOthersGotWrongIsWrongWithAReason(exercise: PublishedExercise) throws {
    let key = try exercise.key()
    for (name, text) in exercise.wrong {
      let index = try #require(key.list.index(of: name))
      let verdict = key.check(text, for: index)
      #expect(verdict.word == "wrong" && !verdict.reasons.isEmpty, "\(name) = \(text): \(verdict)")
    }
  }
}

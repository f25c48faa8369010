import Lessons
import Sessions
import Teaching

/// How many sets of numbers a class gets in a lesson that gives everybody numbers of their own.
struct ClassNumbers {
  /// The different sets of a class, all graphs of the lesson together.
  let sets: Int

  /// So many learners are a class.
  static let learners = 100
  /// With fewer sets than these too many learners have the same numbers.
  static let enough = 90

  /// Draws for learners by their names; `nil` where everybody has the numbers in the file.
  init?(_ lesson: Lesson) {
    let drawn = lesson.graphs.indices.filter { lesson.isDrawn($0, seed: 1) }
    guard lesson.graded != nil, !drawn.isEmpty else { return nil }
    let all = (1...ClassNumbers.learners).map { learner in
      let seed = Session.seed(ofLearner: "learner \(learner)")
      return drawn.map { FreshNumbers(for: lesson.graphs[$0], seed: seed, index: $0).inputs }
    }
    sets = Set(all).count
  }

  var note: LessonError {
    let start = TextPosition(line: 1, column: 1)
    let beginning = "a class of \(ClassNumbers.learners) would get "
    guard sets < ClassNumbers.enough else {
      return LessonError(beginning + "\(sets) different sets of numbers", at: start)
    }
    let count = sets == 1 ? "only one set of numbers" : "only \(sets) different sets of numbers"
    return LessonError(
      beginning
        + "\(count), so that many have the same; give more inputs ranges, or wider ones, as in "
        + "parameter w = 3 in -9..9", at: start)
  }
}

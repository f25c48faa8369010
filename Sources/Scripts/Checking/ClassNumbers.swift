import Expressions
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

  /// What is drawn for a graph.
  private struct Inputs: Hashable {
    var numbers: [String: Double] = [:]
    var arrays: [String: NumericArray] = [:]
  }

  /// Draws for learners by their names; `nil` where everybody has the numbers in the file.
  init?(_ lesson: Lesson) {
    let drawn = lesson.graphs.indices.filter { lesson.isDrawn($0, seed: 1) }
    guard lesson.graded != nil, !drawn.isEmpty else { return nil }
    let all = (1...ClassNumbers.learners).map { learner in
      let seed = Session.seed(ofLearner: "learner \(learner)")
      return drawn.map { index -> Inputs in
        let graph = lesson.graphs[index]
        return graph.arrays == nil
          ? Inputs(numbers: FreshNumbers(for: graph, seed: seed, index: index).inputs)
          : Inputs(arrays: FreshArrays(for: graph, seed: seed, index: index).inputs)
      }
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

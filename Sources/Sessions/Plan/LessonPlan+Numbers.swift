import Autodiff
package import Lessons
package import Teaching

extension LessonPlan {
  /// A worksheet for each graph of a lesson, with its numbers for a seed; no page asks anything yet.
  ///
  /// Numbers are drawn when the first of them is asked for.
  ///
  /// - Parameter way: how the numbers are drawn.
  /// - Throws: `LessonFailure` where a value or derivative is not finite.
  package static func worksheets(
    of lesson: Lesson, seed: Int, by way: FreshNumbers.Draw = .latest
  ) throws(LessonFailure) -> [Worksheet] {
    var worksheets: [Worksheet] = []
    for (index, graph) in lesson.graphs.enumerated() {
      if var reading = graph.arrays {
        if lesson.isDrawn(index, seed: seed) {
          reading.inputs = FreshArrays(for: graph, seed: max(1, seed), index: index).inputs
        }
        do {
          worksheets.append(Worksheet(.arrays(try ArraySheetKey(reading, after: graph.steps))))
        } catch {
          throw LessonFailure([LessonError(error.message, at: graph.position)])
        }
        continue
      }
      let given: AnswerKey
      do {
        given = try AnswerKey(graph.graph, at: graph.inputs, after: graph.steps)
      } catch {
        throw LessonFailure([LessonError(error.message, at: graph.position)])
      }
      guard lesson.isDrawn(index, seed: seed) else {
        worksheets.append(Worksheet(given))
        continue
      }
      worksheets.append(
        Worksheet(given.list) {
          let numbers = FreshNumbers(for: graph, seed: max(1, seed), index: index, by: way)
          // Numbers are drawn only where they have finite answers; where there are none those of the file stay.
          return .numbers(
            (try? AnswerKey(graph.graph, at: numbers.inputs, after: graph.steps)) ?? given)
        })
    }
    return worksheets
  }

  /// The worksheets for a seed, with nothing filled in.
  package func worksheets(
    seed: Int, by way: FreshNumbers.Draw
  ) throws(LessonFailure) -> [Worksheet] {
    try LessonPlan.worksheets(of: lesson, seed: seed, by: way)
  }

  /// The exercises of the lesson, with nothing done.
  package func exercises(on worksheets: [Worksheet]) -> [ExerciseWork] {
    let graphs = lesson.exercises.indices.map { index in
      lesson.pages.first { $0.exercises.contains(index) }?.graph
    }
    return zip(lesson.exercises, graphs).map { exercise, graph in
      guard let graph, exercise.usesNumbers else { return ExerciseWork(exercise, on: nil) }
      let key = worksheets[graph].key
      return ExerciseWork(
        exercise, on: key.numbers, isDrawn: !lesson.graphs[graph].hasInputs(of: key))
    }
  }
}

extension Lesson {
  /// Whether a graph's numbers are drawn from its ranges under a seed.
  ///
  /// A lesson with fresh graphs says itself where its numbers vary; in any other a seed draws all that have ranges.
  package func isDrawn(_ graph: Int, seed: Int) -> Bool {
    guard !graphs[graph].ranges.isEmpty else { return false }
    return graphs[graph].isFresh || (seed != 0 && !graphs.contains(where: \.isFresh))
  }

  /// Whether any graph's numbers are drawn under a seed.
  package func drawsNumbers(seed: Int) -> Bool {
    graphs.indices.contains { isDrawn($0, seed: seed) }
  }
}

extension LessonGraph {
  /// Whether a key is that of the graph's numbers in the file, and not of others that were drawn.
  package func hasInputs(of key: GraphKey) -> Bool {
    switch key {
    case .numbers(let key):
      zip(graph.nodes, key.forward.values).allSatisfy { node, value in
        inputs[node.name].map { $0 == value } ?? true
      }
    case .arrays(let key): key.key.reading.inputs == arrays?.inputs
    }
  }
}

extension Exercise {
  /// Whether it asks something of the numbers of its page's graph.
  fileprivate var usesNumbers: Bool {
    switch kind {
    case .question, .nudging: true
    case .breakUp, .race, .training, .exploring: false
    }
  }
}

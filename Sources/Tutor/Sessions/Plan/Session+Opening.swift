import Autodiff
import Lessons
import Teaching

extension Session {
  /// A worksheet for each graph of a lesson, with its numbers for a seed.
  static func worksheets(of lesson: Lesson, seed: Int) throws(LessonFailure) -> [Worksheet] {
    var worksheets: [Worksheet] = []
    for (index, graph) in lesson.graphs.enumerated() {
      let inputs =
        lesson.isDrawn(index, seed: seed)
        ? FreshNumbers(for: graph, seed: max(1, seed), index: index).inputs : graph.inputs
      do {
        worksheets.append(Worksheet(try AnswerKey(graph.graph, at: inputs)))
      } catch {
        throw LessonFailure([LessonError(error.message, at: graph.position)])
      }
    }
    return worksheets
  }

  /// For each page what it asks, in the order of its blocks.
  ///
  /// - Throws: `LessonFailure` with every name that no graph knows.
  static func assignments(
    of lesson: Lesson, on worksheets: [Worksheet]
  ) throws(LessonFailure) -> [[Assignment]] {
    var pages: [[Assignment]] = []
    var errors: [LessonError] = []
    for page in lesson.pages {
      do {
        let list = page.graph.map { worksheets[$0].key.list }
        pages.append(try assignments(of: page, in: lesson, on: list))
      } catch {
        errors += error.errors
      }
    }
    guard errors.isEmpty else { throw LessonFailure(errors) }
    return pages
  }

  /// What one page asks, in the order of its blocks.
  ///
  /// - Throws: `LessonFailure` with every name that the page's graph does not know.
  static func assignments(
    of page: Lesson.Page, in lesson: Lesson, on list: EntryList?
  ) throws(LessonFailure) -> [Assignment] {
    var assignments: [Assignment] = []
    var errors = page.strangers(in: list, lesson)
    var isFilled = false
    for block in page.blocks {
      switch block {
      case .fill, .demonstration:
        // All blocks of a page are worked off at the place of the first, in the order one works.
        guard let list, !isFilled else { continue }
        isFilled = true
        do {
          assignments += try list.indices(of: page.requests).map { .entry($0) }
        } catch {
          errors += error.errors
        }
      case .exercise(let index): assignments.append(.exercise(index))
      default: break
      }
    }
    guard errors.isEmpty else { throw LessonFailure(errors) }
    return assignments
  }

  /// The exercises of a lesson, with nothing done.
  static func exercises(of lesson: Lesson, on worksheets: [Worksheet]) -> [ExerciseWork] {
    let graphs = lesson.exercises.indices.map { index in
      lesson.pages.first { $0.exercises.contains(index) }?.graph
    }
    return zip(lesson.exercises, graphs).map { exercise, graph in
      guard let graph else { return ExerciseWork(exercise, on: nil) }
      let key = worksheets[graph].key
      return ExerciseWork(exercise, on: key, isDrawn: !lesson.graphs[graph].hasInputs(of: key))
    }
  }
}

extension Lesson {
  /// Whether a graph's numbers are drawn from its ranges under a seed.
  ///
  /// A lesson with fresh graphs says itself where its numbers vary; in any other a seed draws all that have ranges.
  func isDrawn(_ graph: Int, seed: Int) -> Bool {
    guard !graphs[graph].ranges.isEmpty else { return false }
    return graphs[graph].isFresh || (seed != 0 && !graphs.contains(where: \.isFresh))
  }
}

extension LessonGraph {
  /// Whether a key is that of the graph's numbers in the file, and not of others that were drawn.
  func hasInputs(of key: AnswerKey) -> Bool {
    zip(graph.nodes, key.forward.values).allSatisfy { node, value in
      inputs[node.name].map { $0 == value } ?? true
    }
  }
}

extension Lesson.Page {
  /// Names in the page's blocks that its graph does not know.
  fileprivate func strangers(in list: EntryList?, _ lesson: Lesson) -> [LessonError] {
    guard let list else { return [] }
    let graph = list.graph
    func unknown(_ name: PlacedText, mustBeInput: Bool) -> LessonError? {
      guard let node = graph.index(of: name.text) else {
        let error = EvaluationError.unknownNode(name.text, known: graph.nodes.map(\.name))
        return LessonError(error.message, at: name.position)
      }
      guard mustBeInput, graph.nodes[node].formula != nil else { return nil }
      return LessonError(
        "'\(name.text)' is computed and cannot be chosen; name an input", at: name.position)
    }
    var errors = advice.compactMap { advice in
      list.index(of: advice.entry.text) == nil
        ? LessonError(list.unknown(advice.entry.text), at: advice.entry.position) : nil
    }
    for block in blocks {
      switch block {
      case .cascade(let name), .plot(.error(let name)), .plot(.descent(of: let name?, _, _)):
        errors += [unknown(name, mustBeInput: false)].compactMap { $0 }
      case .plot(.curve(let name, _)):
        errors += [unknown(name, mustBeInput: true)].compactMap { $0 }
      case .exercise(let index):
        if case .nudging(let nudging) = lesson.exercises[index].kind {
          errors += nudging.names.compactMap { unknown($0, mustBeInput: false) }
        }
      default: break
      }
    }
    return errors
  }
}

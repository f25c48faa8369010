import Autodiff
import Expressions
import Lessons
import Sessions
public import Teaching

extension LessonMarker {
  /// The seed of the numbers that the learner has; 0 for those in the file.
  public var seed: Int { progress.seed }

  /// How they were drawn.
  public var draw: FreshNumbers.Draw { progress.draw }

  /// The inputs and the answers of the lesson with the learner's numbers, page by page, each where it comes first.
  public var answers: [Marks.Answer] { settled.answersNow }

  private var answersNow: [Marks.Answer] {
    var answers: [Marks.Answer] = []
    var graphs: Set<Int> = []
    var assigned: Set<String> = []
    for (index, page) in progress.lesson.pages.enumerated() where !page.isDemonstration {
      let assignments = progress.plan.assignmentsByPage[index]
      if let graph = page.graph, !assignments.isEmpty, graphs.insert(graph).inserted {
        answers += inputs(of: progress.worksheets[graph], page: index + 1)
      }
      for assignment in assignments {
        let answer = answer(assignment, in: page.graph, page: index + 1)
        let graph = assignment.entry == nil ? nil : page.graph
        if assigned.insert("\(graph ?? -1) \(answer.name)").inserted { answers.append(answer) }
      }
    }
    return answers
  }

  private func inputs(of worksheet: Worksheet, page: Int) -> [Marks.Answer] {
    let nodes = worksheet.graph.nodes
    return nodes.indices.filter { nodes[$0].formula == nil }.map { node in
      Marks.Answer(
        page: page, name: nodes[node].name, right: worksheet.key.roundedText(ofInput: node),
        standing: "given")
    }
  }

  private func answer(_ assignment: Assignment, in graph: Int?, page: Int) -> Marks.Answer {
    switch assignment {
    case .exercise(let index):
      let work = progress.exercises[index]
      return Marks.Answer(
        page: page, name: progress.lesson.exercises[index].id,
        right: work.solution.joined(separator: "; "), typed: work.typed.last,
        standing: work.state.word)
    case .entry(let entry):
      guard let graph else { preconditionFailure("a page that asks for an entry has a graph") }
      let worksheet = progress.worksheets[graph]
      let state = worksheet.states[entry]
      return Marks.Answer(
        page: page, name: worksheet.entries[entry].name,
        right: worksheet.key.shown(entry).text, typed: state.typed,
        standing: state.word)
    }
  }
}

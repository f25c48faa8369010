import Autodiff
import Expressions
import Lessons
import RandomNumbers

/// What was served in practice before, so that nothing comes back too soon.
public struct PracticeMemory: Hashable, Sendable {
  /// A graph with its numbers.
  public struct Problem: Hashable, Sendable {
    /// The operations, in an order that does not depend on how they were written.
    let formulas: [String]
    let inputs: [String: Double]

    public init(formulas: [String], inputs: [String: Double]) {
      self.formulas = formulas.sorted()
      self.inputs = inputs
    }

    init(_ graph: LessonGraph, at inputs: [String: Double]) {
      self.init(
        formulas: graph.graph.nodes.compactMap { node in
          node.formula.map { "\(node.name) = \($0.expression.text)" }
        }, inputs: inputs)
    }
  }

  /// The last at the end.
  private var problems: [Problem] = []

  public init(_ problems: some Sequence<Problem> = []) {
    self.problems = Array(problems)
  }

  public mutating func note(_ problem: Problem) { problems.append(problem) }

  /// Notes the problem of a lesson.
  public mutating func note(_ problem: PracticeProblem) {
    guard let graph = problem.lesson.graphs.first else { return }
    note(Problem(graph, at: graph.inputs))
  }

  /// The graph of a skill that was not served for longest, of several one by the seed.
  ///
  /// To begin with it is one of the smaller half.
  func graph(for practice: Practice, seed: Int) -> PracticeGraph {
    var places: [[String]: Int] = [:]
    for (place, problem) in problems.enumerated() { places[problem.formulas] = place }
    var graphs = practice.skill.practiceGraphs
    if practice.support == .example {
      let sizes = graphs.map(\.statements.count).sorted()
      graphs.removeAll { $0.statements.count > sizes[sizes.count / 2] }
    }
    let ages = graphs.map { places[$0.formulas] ?? -1 }
    let oldest = ages.min() ?? -1
    let choices = graphs.indices.filter { ages[$0] == oldest }
    var generator = SplitMix64(seed: UInt64(bitPattern: Int64(seed)))
    return graphs[choices[generator.next(below: choices.count)]]
  }

  /// Numbers with which a graph was not served, if some are found that can be worked with in the head; else such with
  /// which it was not served lately, or harder ones where there are none.
  func numbers(for graph: LessonGraph, seed: Int) -> [String: Double] {
    let formulas = Problem(graph, at: [:]).formulas
    let served = problems.filter { $0.formulas == formulas }.map(\.inputs)
    let lately = Set(
      problems.suffix(PracticeMemory.rest).filter { $0.formulas == formulas }.map(\.inputs))
    func drawn(_ attempt: Int, without taken: Set<[String: Double]>) -> [String: Double]? {
      let seed = seed &+ attempt &* 1_000_000_007
      let numbers = FreshNumbers(for: graph, seed: seed, index: 0, by: .firstGood, without: taken)
      return taken.contains(numbers.inputs) ? nil : numbers.inputs
    }
    var taken = Set(served)
    for attempt in 0..<PracticeMemory.attempts {
      guard let numbers = drawn(attempt, without: taken) else { break }
      if PracticeMemory.isInTheHead(numbers, of: graph) { return numbers }
      taken.insert(numbers)
    }
    // The one that was served longest ago comes first.
    let again = served.first { !lately.contains($0) && PracticeMemory.isInTheHead($0, of: graph) }
    return again ?? drawn(0, without: Set(served)) ?? drawn(0, without: lately) ?? graph.inputs
  }

  /// So often numbers are drawn to find some that are small.
  private static let attempts = 8

  /// Whether no answer is beyond some hundreds.
  private static func isInTheHead(_ numbers: [String: Double], of graph: LessonGraph) -> Bool {
    guard let key = try? AnswerKey(graph.graph, at: numbers) else { return false }
    return key.list.entries.indices.allSatisfy { abs(key.value(of: $0)) <= largestAnswer }
  }

  /// What is still multiplied and squared without paper.
  private static let largestAnswer = 500.0

  /// For how many problems one does not come back.
  public static let rest = 50
}

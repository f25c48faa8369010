import Autodiff
import BuiltInLessons
import Foundation
import Lessons
import Teaching
import Testing

/// How often drawn numbers let one of the commonest wrong rules pass unnoticed.
///
/// `FRESH_DRAWS=200 swift test --filter DiscriminationTests` prints a table of all lessons that draw numbers.
@Suite struct DiscriminationTests {
  static let draws = ProcessInfo.processInfo.environment["FRESH_DRAWS"].flatMap { Int($0) }

  /// A graph of a built-in lesson from which numbers are drawn, with the entries that the lesson asks.
  struct DrawnGraph: CustomTestStringConvertible {
    var lesson: String
    var graph: LessonGraph
    /// The number of the graph in its lesson.
    var index: Int
    var asked: [Int]

    var testDescription: String { lesson }

    var names: [String] { graph.graph.nodes.map(\.name).filter { graph.ranges[$0] != nil } }
  }

  static func drawnGraphs() throws -> [DrawnGraph] {
    try BuiltInLessons.files.flatMap { file in
      let lesson = try Lesson(utf8: file.bytes, name: file.name)
      return try lesson.graphs.enumerated().compactMap { index, graph -> DrawnGraph? in
        let list = EntryList(graph.graph)
        let asked = try lesson.pages.filter { $0.graph == index }
          .map { try list.indices(of: $0.requests) }
        let entries = Set(asked.joined()).sorted()
        guard !graph.ranges.isEmpty, !entries.isEmpty else { return nil }
        return DrawnGraph(
          lesson: String(file.name.dropLast(3)), graph: graph, index: index, asked: entries)
      }
    }
  }

  /// What some numbers hide at the entries asked.
  struct Hidden {
    /// Rules that lead to the right answer, though with other numbers they would not.
    var unnoticed: Set<Confusion>
    /// Rules that lead to the right answer whatever the numbers.
    var structural: Set<Confusion>
    /// Rules that lead to one number, though with other numbers they would not.
    var coincident: Set<Confusion>

    init(_ drawn: DrawnGraph, at inputs: [String: Double]) throws {
      let key = try AnswerKey(drawn.graph.graph, at: inputs)
      let own = key.structuralConfusions(at: drawn.asked, moving: drawn.names)
      let all = key.confusions(at: drawn.asked)
      unnoticed = all.subtracting(own).filter(\.isUnnoticed)
      structural = own.filter(\.isUnnoticed)
      coincident = all.subtracting(own).filter { !$0.isUnnoticed }
    }
  }

  /// The share of examples in which something is hidden.
  struct Share {
    var examples = 0
    var unnoticed = 0
    var all = 0
    var coincidences = 0

    mutating func count(_ hidden: Hidden) {
      examples += 1
      if !hidden.unnoticed.isEmpty { unnoticed += 1 }
      if !hidden.unnoticed.isEmpty || !hidden.structural.isEmpty { all += 1 }
      coincidences += hidden.coincident.count
    }

    func percent(_ count: Int) -> String { "\((100 * count + examples / 2) / max(1, examples)) %" }
    var text: [String] {
      let tenths = (10 * coincidences + examples / 2) / max(1, examples)
      return [percent(unnoticed), percent(all), "\(tenths / 10).\(tenths % 10)"]
    }
  }

  func share(
    of drawn: DrawnGraph, seeds: Int, _ draw: (LessonGraph, Int, Int) -> [String: Double]
  ) throws -> Share {
    var share = Share()
    for seed in 1...seeds { share.count(try Hidden(drawn, at: draw(drawn.graph, seed, drawn.index))) }
    return share
  }

  @Test(.enabled(if: draws != nil)) func tableOfLessons() throws {
    let head = ["lesson", "own numbers", "unnoticed", "with structural", "coincidences"]
    var rows = [head + ["unruled draw", "with structural", "coincidences"]]
    for drawn in try DiscriminationTests.drawnGraphs() {
      let seeds = DiscriminationTests.draws ?? 1
      let own = try Hidden(drawn, at: drawn.graph.inputs)
      let fresh = try share(of: drawn, seeds: seeds) {
        FreshNumbers(for: $0, seed: $1, index: $2).inputs
      }
      let unruled = try share(of: drawn, seeds: seeds) {
        UnruledDraw(for: $0, seed: $1, index: $2).inputs
      }
      rows.append(
        [
          drawn.lesson,
          own.unnoticed.isEmpty
            ? "none" : Set(own.unnoticed.map(\.rule.rawValue)).sorted().joined(separator: ", "),
        ] + fresh.text + unruled.text)
    }
    print(TextTable(rows).text)
  }
}

import Foundation
import Lessons
import Teaching
import Testing

/// The first way to draw numbers, with which everything is marked that was handed in before there was another one.
///
/// The stored numbers are what it drew when it was the only one; they are never recorded anew.
@Suite struct FirstDrawTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "StoredDraws")

  private static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// The numbers of a graph, in the order of their names.
  private static func line(_ inputs: [String: Double]) -> String {
    inputs.sorted { $0.key < $1.key }.map { name, value in
      "\(name)=\(value == value.rounded() ? "\(Int(value))" : "\(value)")"
    }.joined(separator: " ")
  }

  @Test func everyStoredNumberIsDrawnAgain() throws {
    let lesson = try Lesson(utf8: Array(FirstDrawTests.text("graphs.md").utf8), name: "graphs")
    let stored = try FirstDrawTests.text("draw-1.txt").split(separator: "\n").map(String.init)
    let drawn = try stored.map { row in
      let words = row.split(separator: " ").compactMap { Int($0) }
      let (index, seed) = (try #require(words.first), try #require(words.last))
      let numbers = FreshNumbers(
        for: lesson.graphs[index], seed: seed, index: index, by: .fewestFaults)
      return "\(index) \(seed) \(FirstDrawTests.line(numbers.inputs))"
    }
    #expect(drawn == stored)
    #expect(Set(stored.map { $0.prefix { $0 != " " } }).count == lesson.graphs.count)
  }
}

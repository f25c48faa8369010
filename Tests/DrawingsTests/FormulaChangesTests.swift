import Autodiff
import BuiltInLessons
import Drawings
import Expressions
import GraphLayout
import Lessons
import RandomNumbers
import SeededRandom
import Teaching
import TestSupport
import Testing
import TextScreen

/// A small change of a formula moves few boxes, though each drawing is made anew.
@Suite struct FormulaChangesTests {
  /// Boxes that stand in another layer or row, but for what most of them move together.
  private struct Moves {
    var boxes = 0
    var moved = 0
    var share: Double { Double(moved) / Double(boxes) }
  }

  /// Formulas by their names, as they are typed.
  private typealias Formulas = [(name: String, expression: Expression)]

  private struct Drawing {
    var meanings: [Expression] = []
    var layers: [Int] = []
    var rows: [Int] = []

    init(_ formulas: Formulas) throws {
      var seen = Set(formulas.map(\.name))
      let inputs = try formulas.flatMap { try Formula($0.expression.text).expression.names }
        .filter { seen.insert($0).inserted }
      let screen = try exploring(
        formulas.map { "\($0.name) = \($0.expression.text)" } + inputs.map { "\($0) = 1.25" },
        at: Size(1000, 400))
      let picture = try #require(screen.picture)
      let columns = Set(picture.layout.places.map(\.column)).sorted()
      layers = picture.layout.places.map { columns.firstIndex(of: $0.column) ?? 0 }
      rows = picture.layout.places.map(\.row)
      for node in picture.list.graph.nodes {
        guard let formula = node.formula else {
          meanings.append(Expression(name: node.name))
          continue
        }
        var operands: [String: Expression] = [:]
        for (name, operand) in zip(formula.expression.names, node.operands) {
          operands[name] = meanings[operand]
        }
        meanings.append(formula.expression.substituting(operands))
      }
    }

    /// The moves from another drawing, of boxes that stand for the same formula of inputs.
    func moves(from other: Drawing, renaming: [String: Expression] = [:]) -> Moves {
      var before: [String: [Int]] = [:]
      for (node, meaning) in other.meanings.enumerated().reversed() {
        before[meaning.substituting(renaming).text, default: []].append(node)
      }
      var changes: [[Int]: Int] = [:]
      for (node, meaning) in meanings.enumerated() {
        guard let old = before[meaning.text]?.popLast() else { continue }
        changes[[layers[node] - other.layers[old], rows[node] - other.rows[old]], default: 0] += 1
      }
      let all = changes.values.reduce(0, +)
      return Moves(boxes: all, moved: all - (changes.values.max() ?? 0))
    }
  }

  private static let kinds: Set = ["name", "term behind", "term before", "factor", "function"]

  private static func lessons() throws -> [Formulas] {
    try BuiltInLessons.files.flatMap { file in
      try Lesson(utf8: file.bytes, name: file.name).graphs.filter { $0.arrays == nil }.map {
        given in
        given.graph.nodes.compactMap { node in
          node.formula.map { (node.name, $0.expression) }
        }
      }
    }
  }

  private static var random: [Formulas] {
    (1...40).map { seed in
      var numbers = SplitMix64(seed: UInt64(seed))
      return [("J", numbers.expression(over: ["a", "b", "c", "w", "x"], size: 3 + seed / 3))]
    }
  }

  /// The drawing of formulas that have values.
  private func drawing(_ formulas: Formulas) throws -> Drawing? {
    do {
      return try Drawing(formulas)
    } catch is EvaluationError {
      return nil
    }
  }

  private func count(_ all: [Formulas]) throws -> [String: Moves] {
    var total: [String: Moves] = [:]
    for formulas in all {
      let named = Set(formulas.map(\.name))
      guard let (output, expression) = formulas.last,
        let input = formulas.flatMap(\.expression.names).first(where: { !named.contains($0) })
      else { continue }
      guard let before = try drawing(formulas) else { continue }
      func change(_ kind: String, _ changed: Formulas, renaming: [String: Expression] = [:]) throws
      {
        guard let after = try drawing(changed) else { return }
        let moves = after.moves(from: before, renaming: renaming)
        total[kind, default: Moves()].boxes += moves.boxes
        total[kind, default: Moves()].moved += moves.moved
      }
      let new = Expression(name: "q")
      try change(
        "name", formulas.map { ($0.name, $0.expression.substituting([input: new])) },
        renaming: [input: new])
      let rest = formulas.dropLast()
      let term = Expression(name: "d9")
      try change("term behind", rest + [(output, .apply(.add, expression, term))])
      try change("term before", rest + [(output, .apply(.add, term, expression))])
      try change("factor", rest + [(output, .apply(.multiply, Expression(3), expression))])
      try change("function", rest + [(output, .apply(.tanh, expression, expression))])
    }
    return total
  }

  @Test func ofTheLessonsFormulasHardlyAnyBoxMoves() throws {
    let changes = try count(Self.lessons())
    #expect(Set(changes.keys) == Self.kinds)
    for (change, moves) in changes {
      #expect(moves.boxes > 300)
      #expect(moves.share <= 0.03, "\(change): \(moves)")
    }
  }

  /// Formulas of up to sixteen operations.
  @Test func ofRandomFormulasFewBoxesMove() throws {
    let changes = try count(Self.random)
    #expect(Set(changes.keys) == Self.kinds)
    for (change, moves) in changes {
      #expect(moves.boxes > 400)
      #expect(moves.share <= 0.17, "\(change): \(moves)")
    }
  }
}

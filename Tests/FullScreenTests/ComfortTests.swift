import Autodiff
import BuiltInLessons
import Expressions
import FullScreen
import Lessons
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// On 80 columns and 24 lines the learner sees what the focused entry is worked out from.
@Suite struct ComfortTests {
  /// The lessons whose graphs are no higher than the view; in the others the focused entry alone is sure to be seen.
  static let comfortable = [
    "03-two-nodes.md", "04-one-unit.md", "05-simple-network.md",
    "06-why-right-to-left.md", "07-two-layer-relu.md", "10-sigmoid-neuron.md",
    "11-gradient-descent.md",
  ]

  @Test func theComfortableLessonsAreThere() {
    #expect(Set(ComfortTests.comfortable).isSubset(of: BuiltInLessons.files.map(\.name)))
  }

  @Test(arguments: BuiltInLessons.files.map(\.name))
  func whatAnEntryIsWorkedOutFromIsInViewWithIt(name: String) throws {
    let file = try #require(BuiltInLessons.files.first { $0.name == name })
    let lesson = try Lesson(utf8: file.bytes, name: name)
    var session = shown(try opened(lesson), isASCII: true)
    var hidden: [String] = []
    var (focused, asked): (Set<String>, Int) = ([], 0)
    for page in 1...lesson.pages.count {
      session.act(.page(page))
      asked += session.asked.count
      for _ in session.assignments {
        if let name = session.focusedName { focused.insert("\(page) \(name)") }
        let isComfortable = ComfortTests.comfortable.contains(name)
        hidden += missing(from: session, isWhole: isComfortable)
          .map { "page \(page), \($0)" }
        session.press(.tab)
      }
    }
    #expect(hidden == [])
    #expect(focused.count == asked)
    #expect(asked > 0 || name == "02-symbolic-derivatives.md")
  }

  @Test func aGraphHigherThanItsViewGetsTheRowsThatThePanelLeavesBlank() throws {
    let boxes = (1...9).map { "h\($0) = \($0) a" }
    let sum = (1...9).map { "h\($0)" }.joined(separator: " + ")
    let session = try exploring(boxes + ["J = \(sum)", "a = 2"])
    let lines = session.canvas().text
    #expect(session.focusedName == "h1")
    #expect(lines[15].hasPrefix("───"))
    #expect(lines[14].contains(" v"))
  }

  /// What is not in view of the focused entry, its own box, and what enters there.
  private func missing(from session: Screen, isWhole: Bool) -> [String] {
    guard let entry = session.focusedEntry, let graph = session.worksheet?.graph else {
      return []
    }
    let screen = Picture(session.canvas())
    let nodes = isWhole ? [entry.node] + graph.nodes[entry.node].operands : []
    let hidden = nodes.filter {
      !screen.shows(title(of: $0, in: session), isBox: graph.nodes[$0].formula != nil)
    }
    return hidden.map { "\(entry.name): \(graph.nodes[$0].name) is out of view" }
      + (screen.showsFocusedEntry || (entry.later != nil && screen.showsFocusBelow)
        ? [] : ["\(entry.name) is out of view"])
  }

  private func title(of node: Int, in session: Screen) -> String {
    guard let key = session.worksheet?.key.numbers else { return "" }
    let right =
      key.graph.nodes[node].formula?.expression.text
      ?? key.forward.values[node].shortestText
    return "\(key.graph.nodes[node].name) = \(right)"
  }
}

/// The drawing on a session's screen.
private struct Picture {
  private let rows: [[Character]]
  let showsFocusedEntry: Bool
  /// Whether what is in hand stands in the panel below the graph, as what comes after steps does.
  let showsFocusBelow: Bool

  init(_ canvas: Canvas) {
    rows = canvas.text.map { Array($0) }
    let whole = String(repeating: "─", count: canvas.size.width)
    let rule = canvas.text.dropFirst(2).firstIndex(of: whole) ?? 0
    showsFocusedEntry = (2..<max(2, rule)).contains { row in
      (0..<canvas.size.width).contains {
        let style = canvas[Point(column: $0, row: row)].style
        return style.isFocused && [.openForward, .openDerivative].contains(style.role)
      }
    }
    showsFocusBelow = (rule..<canvas.size.height).contains { row in
      (0..<canvas.size.width).contains {
        canvas[Point(column: $0, row: row)].style == Style(.placeholder, isFocused: true)
      }
    }
  }

  private func character(_ column: Int, _ row: Int) -> Character {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : " "
  }

  /// Whether a box is there with its whole frame, or an input with its wire.
  func shows(_ title: String, isBox: Bool) -> Bool {
    let title = Array(title)
    for (row, text) in rows.enumerated().dropFirst(2) {
      for column in text.indices where text[column...].starts(with: title) {
        let end = column + title.count
        if !isBox {
          if character(end, row) == " ", text[end...].contains("─") { return true }
          continue
        }
        // The formula stands in the top of the frame or below it.
        let top = character(column - 1, row) == "┌" ? row : row - 1
        guard let left = (max(0, column - 2)..<column).last(where: { character($0, top) == "┌" })
        else { continue }
        var bottom = top + 1
        while character(left, bottom) == "│" { bottom += 1 }
        let right = (end..<text.count).first { character($0, top) == "┐" }
        if character(left, bottom) == "└", right != nil { return true }
      }
    }
    return false
  }
}

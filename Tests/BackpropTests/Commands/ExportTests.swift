import Foundation
import FoundationXML
import Testing

@Suite struct ExportTests {
  private static let formulas = [
    ["a = 2 + 3w", "J = a^2", "w=3"], ["b = w w", "J = b + w", "w=2"],
    [
      "c = w x", "z = c + b", "y = sigmoid(z)", "J = (y - 1)^2", "w=2", "x=-1", "b=.5", "--data",
      "x",
    ],
  ]

  @Test(.needs("/usr/bin/dot"), arguments: formulas)
  func graphvizDrawsTheGraph(arguments: [String]) throws {
    let dot = try ProgramRun(["export"] + arguments + ["--dot"])
    #expect(dot.status == 0)
    let drawn = try ProgramRun(["-Tplain"], of: "/usr/bin/dot", input: dot.output)
    #expect(drawn.errors == "")
    let lines = drawn.output.split(separator: "\n")
    let solved = try ProgramRun(["solve"] + arguments + ["--json"]).output
    #expect(lines.count { $0.hasPrefix("node ") } == solved.ranges(of: "\"kind\"").count)
  }

  /// The corners of the boxes in a picture.
  private final class Corners: NSObject, XMLParserDelegate {
    var corners: Set<[Int]> = []
    var texts = 0

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if name == "rect", let x = attributes["x"].flatMap({ Int($0) }),
        let y = attributes["y"].flatMap({ Int($0) }),
        let width = attributes["width"].flatMap({ Int($0) }),
        let height = attributes["height"].flatMap({ Int($0) })
      {
        corners.insert([x, y, x + width, y + height])
      }
      if name == "text" { texts += 1 }
    }
  }

  /// The corners of the boxes of a drawing, in a picture with cells of 9 by 18.
  private static func boxes(in lines: [Substring]) -> Set<[Int]> {
    let rows = lines.map(Array.init)
    func character(_ column: Int, _ row: Int) -> Character {
      rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : " "
    }
    var boxes: Set<[Int]> = []
    for row in rows.indices {
      for column in rows[row].indices where rows[row][column] == "┌" {
        let inside = rows[row][(column + 1)...].prefix { $0 == "─" }
        let right = column + 1 + inside.count
        // A wire that turns has no corner on the other side.
        guard !inside.isEmpty, character(right, row) == "┐" else { continue }
        let bottom = (row + 1..<rows.count).first { character(column, $0) == "└" } ?? row
        boxes.insert([column * 9 + 4, row * 18 + 9, right * 9 + 4, bottom * 18 + 9])
      }
    }
    return boxes
  }

  @Test(arguments: formulas)
  func thePictureHasItsBoxesWhereTheScreenHasThem(arguments: [String]) throws {
    let picture = try ProgramRun(["export"] + arguments + ["--svg"]).output
    let parser = XMLParser(data: Data(picture.utf8))
    let found = Corners()
    parser.delegate = found
    #expect(parser.parse())
    let text = try ProgramRun(["export"] + arguments + ["--text"]).output
    let expected = ExportTests.boxes(
      in: text.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(found.corners == expected)
    #expect(!expected.isEmpty)
    #expect(found.texts > expected.count)
  }

  @Test func theTextIsTheDrawingWithEverythingGiven() throws {
    #expect(
      try ProgramRun(["export", "a = 2 + 3w", "J = a^2", "w=3"]).output == """
                           ┌─────────────────┐ 11                ┌────────┐ 121
        w = 3 ────────────▶│ a = 2 + 3w      ├──────────────────▶│ J = a² ├──────────▶
        dJ/dw 66           │ da/dw 3         │ dJ/da 22          └────────┘
                           └─────────────────┘

        """)
  }

  @Test func aLessonsGraphHasTheNumbersOfItsPage() throws {
    let first = try ProgramRun(["export", "two-nodes", "--json"])
    #expect(
      first.output == (try ProgramRun(["solve", "a = 2 + 3w", "J = a^2", "w=3", "--json"])).output)
    let fresh = try ProgramRun(["export", "two-nodes", "--json", "--page", "8", "--seed", "3"])
    #expect(fresh.output.contains("\"formula\": \"2 + 3w\""))
    #expect(fresh.output != first.output)
  }

  @Test(arguments: ["--text", "--svg"])
  func aLongFormulaIsWhole(form: String) throws {
    let names = ["a", "b", "c", "d", "f", "g", "h", "k", "m", "n"]
    let formula = names.map { "\($0)^2 + 2\($0)" }.joined(separator: " + ")
    let run = try ProgramRun(["export", formula, "--whole", form] + names.map { "\($0)=1" })
    #expect(run.output.contains("J = a² + 2a + b² + 2b + c² + 2c"))
    #expect(run.output.contains("n² + 2n"))
    #expect(!run.output.contains("…"))
  }

  @Test func aFormulaThatNoPageHoldsIsMarkedWhereItIsCut() throws {
    let formula = Array(repeating: "w^2", count: 200).joined(separator: " + ")
    let line = try #require(
      try ProgramRun(["export", formula, "--whole", "w=1"]).output
        .split(separator: "\n").first { $0.contains("J = ") })
    #expect(line.contains("…"))
    #expect(line.ranges(of: "w²").count > 50)
  }
}

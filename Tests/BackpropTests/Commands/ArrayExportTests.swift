import Foundation
import FoundationXML
import Testing

/// Graphs with arrays for other programs.
@Suite struct ArrayExportTests {
  private static let words = [
    "Z = X W + b", "J = crossentropy(Z, y)", "X=[1 2; 3 4; 5 6]", "W=[2 0; -1 1]", "b=[0, 1]",
    "y=[0, 1, 1]", "--data", "X,y",
  ]

  @Test func theTextShowsFormulasAndShapes() throws {
    let run = try ProgramRun(["export"] + ArrayExportTests.words)
    #expect(
      run.output == """
        X  (3, 2) ──┐ ┌─────────────────────┐   ┌────────────────────────────┐
                    └▶│ Z = X W + b  (3, 2) ├──▶│ J = crossentropy(Z, y)  () │
        W  (2, 2) ───▶│                     │ ┌▶│                            │
                    ┌▶│                     │ │ └────────────────────────────┘
        b  (2) ─────┘ └─────────────────────┘ │
                                              │
                      y  (3) ─────────────────┘

        """)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    "4-3-2 relu softmax batch 8", "784-32-10 tanh softmax batch 64", "2-2-1 sigmoid batch 4",
    "4-3-2 relu linear no-bias batch 100",
  ])
  func aNetworkOfTwoLayersIsWholeOnAScreen(network: String) throws {
    let lines = try ProgramRun(["export", "network \(network)"]).output
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 80 })
    let dot = try ProgramRun(["export", "network \(network)", "--dot"]).output
    let boxes = dot.split(separator: "\n").filter { $0.contains("shape=box") }
    for box in boxes {
      let title = box.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\\" && $0 != "\"" }
        .replacing("^2", with: "²")
      #expect(lines.contains { $0.contains(title) }, "\(title)")
    }
  }

  @Test func jsonIsThatOfSolve() throws {
    let export = try ProgramRun(["export", "--json"] + ArrayExportTests.words)
    #expect(export.output == (try ProgramRun(["solve", "--json"] + ArrayExportTests.words)).output)
    #expect(export.output.contains("\"shape\": [3, 2]"))
  }

  @Test func dotHasNumbersAndRules() throws {
    let run = try ProgramRun(["export", "J = sum(X W)", "X=[[1, 2]]", "W=[3; 4]", "--dot"])
    #expect(
      run.output == #"""
        digraph "J" {
          rankdir=LR;
          node [fontname="monospace"];
          edge [fontname="monospace"];
          n0 [shape=ellipse, label="X  (1, 2)\nX = [[1, 2]]\ndJ/dX = [[3, 4]]"];
          n1 [shape=ellipse, label="W  (2, 1)\nW = [[3], [4]]\ndJ/dW = [[1], [2]]"];
          n2 [shape=box, label="J = sum(X W)  ()\nJ = 11\ndJ/dJ = 1"];
          n0 -> n2 [label="dJ/dX = W'"];
          n1 -> n2 [label="dJ/dW = X'"];
        }

        """#)
  }

  @Test(.needs("/usr/bin/dot"))
  func graphvizDrawsIt() throws {
    let dot = try ProgramRun(["export", "--dot"] + ArrayExportTests.words)
    let drawn = try ProgramRun(["-Tplain"], of: "/usr/bin/dot", input: dot.output)
    #expect(drawn.errors == "")
    #expect(drawn.output.split(separator: "\n").count { $0.hasPrefix("node ") } == 6)
  }

  /// The texts of a picture.
  private final class Texts: NSObject, XMLParserDelegate {
    var texts: [String] = []
    private var isText = false

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      isText = name == "text"
      if isText { texts.append("") }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if isText, !texts.isEmpty { texts[texts.count - 1] += text }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      isText = false
    }
  }

  @Test func thePictureHasFormulasAndShapes() throws {
    let picture = try ProgramRun(["export", "--svg"] + ArrayExportTests.words).output
    let parser = XMLParser(data: Data(picture.utf8))
    let found = Texts()
    parser.delegate = found
    #expect(parser.parse())
    #expect(
      found.texts.sorted() == [
        "J = crossentropy(Z, y)  ()", "W  (2, 2)", "X  (3, 2)", "Z = X W + b  (3, 2)", "b  (2)",
        "y  (3)",
      ])
  }

  private static let outputs: [([String], String)] = [
    (["export", "--json", "a = 2w", "L = a^2", "K = 3L", "w=3", "--of", "L"], "\"output\": \"L\""),
    (
      ["export", "--json", "A = 2X", "L = sum(A)", "K = 3L", "X=[1, 2]", "--of", "L"],
      "\"output\": \"L\""
    ),
    (
      ["export", "--json", "A = 2X", "X=[1, 2]", "--start", "dA=[1, 3]"],
      "\"derivative\": [2, 6]"
    ),
    (["solve", "--json", "a = 2w", "L = a^2", "K = 3L", "w=3", "output L"], "\"output\": \"L\""),
    (["solve", "--json", "network 2-1", "--seed", "7"], "\"output\": \"J\""),
  ]

  @Test(arguments: outputs)
  func outputsAndStartsAreHonoured(words: [String], part: String) throws {
    let run = try ProgramRun(words)
    #expect(run.output.contains(part), "\(run.output)\(run.errors)")
    #expect(run.status == 0)
  }

  @Test(arguments: ["solve", "export", "nudge"], ["network 2-2-1", "network 2-2-1 batch 3"])
  func aNetworkIsDrawnByTheSeed(command: String, network: String) throws {
    let name = network.contains("batch") ? "W1[0, 0]" : "w1_1_1"
    let rest = command == "nudge" ? ["--name", name] : ["--json"]
    let seeded = try ProgramRun([command, network, "--seed", "7"] + rest)
    #expect(seeded.output == (try ProgramRun([command, "\(network) seed 7"] + rest)).output)
    #expect(seeded.output != (try ProgramRun([command, network] + rest)).output)
    let own = try ProgramRun([command, "\(network) seed 3", "--seed", "7"] + rest)
    #expect(own.output == (try ProgramRun([command, "\(network) seed 3"] + rest)).output)
  }

  private static let refused: [([String], String)] = [
    (
      ["export", "two-nodes", "--of", "a"],
      "'two-nodes' is a lesson, whose graph is as it stands; take --of away"
    ),
    (
      ["export", "two-nodes", "--start", "dJ=2"],
      "'two-nodes' is a lesson, whose graph is as it stands; take --start away"
    ),
    (
      ["solve", "J = w^2", "w=3", "--check", "--json"],
      "--check and --json contradict each other; give one of them"
    ),
    (
      ["export", "J = sum(X)", "X=[1, 2]", "--whole"],
      "--whole is for graphs of numbers; take it away: formulas with arrays stay whole"
    ),
    (
      ["solve", "J = sum(X)", "X=[1, 2]", "--seed", "x"],
      "'x' is not a seed; write a whole number, as in --seed 7"
    ),
    (
      ["solve", "network 2-1", "--seed", "x"],
      "'x' is not a seed; write a whole number, as in --seed 7"
    ),
  ]

  @Test(arguments: refused)
  func whatDoesNotBelongIsRefused(words: [String], message: String) throws {
    let run = try ProgramRun(words)
    #expect(run.errors == "backprop: \(message)\n")
    #expect(run.status == 2)
  }
}

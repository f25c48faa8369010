import FullScreen
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// A page of matrices as a learner sees it: shapes, formulas, numbers, verdicts, hints and closer looks.
@Suite struct ArrayScreensTests {
  static let layer = """
    # A layer

    ```graph
    data X = [[1, 2, 0], [0, 1, 3], [2, -1, 1], [1, 0, 2]]
    data Y = [[1, 0], [0, 1], [1, 1], [0, 0]]
    parameter W = [[2, 1], [-1, 3], [1, -2]] in -3..3
    parameter b = [1, -1]
    Z = X W + b
    E = Z - Y
    J = 1/4 sum(E^2)
    ```

    ```fill
    ```

    ## Numbers

    ```fill
    Z[0, 1]
    E
    dJ/dE[0, 0]
    ```

    ## Lines

    ```code
    ```
    """

  /// What is typed, and the stored screen.
  static let kinds: [(name: String, page: Int, typed: [String])] = [
    ("array-shape", 1, ["(4, 2)"]),
    ("array-shape-wrong", 1, ["(4, 3)"]),
    ("array-formula", 1, ["4 2", "4x2", "()", "E / 2", "dE", "X.T @ dZ"]),
    ("array-formula-wrong-shape", 1, ["4 2", "4x2", "()", "E / 2", "dE", "X dZ"]),
    ("array-formula-not-summed", 1, ["4 2", "4x2", "()", "E / 2", "dE", "X' dZ", "dZ"]),
    ("array-unreadable", 1, ["4 2", "4x2", "()", "E / 2", "dE", "X' dQ"]),
    ("array-cell", 2, []),
    ("array-numbers-wrong", 2, ["6", "0, 6; 3, -5; 6, -5; 5, 4"]),
    ("array-code", 3, ["dE = E / 2", "dZ = dE", "dW = X.T @ dZ", "db = dZ"]),
  ]

  @Test(arguments: kinds)
  func aKindOfEntryIsShownAsStored(kind: (name: String, page: Int, typed: [String])) throws {
    var screen = try shown(Self.layer, page: kind.page)
    for typed in kind.typed { screen.enter(typed) }
    try expect(screen, matches: kind.name)
  }

  @Test(arguments: [("array-nudge", Key.function(3)), ("array-derive", Key.function(4))])
  func aCloserLookIsShownAsStored(look: (name: String, key: Key)) throws {
    var screen = try shown(Self.layer, at: Size(100, 32))
    for typed in ["4 2", "4 2", "()", "E/2", "dE"] { screen.enter(typed) }
    screen.press(look.key, .enter, .enter, .enter)
    try expect(screen, matches: look.name)
  }

  @Test func hintsPointTeachAndShow() throws {
    var screen = try shown(Self.layer)
    for typed in ["4 2", "4 2", "()", "E/2", "dE"] { screen.enter(typed) }
    var told: [String] = []
    for _ in 0..<3 {
      screen.press(.function(2))
      told.append(screen.saying.text)
    }
    #expect(
      told == [
        "hint: what comes from the right is dJ/dZ, (4, 2); in the box Z = X W + b it meets X (4, 3), "
          + "W (3, 2) and b (2)",
        "hint: the answer has the shape of W, (3, 2); in a product A B the right factor gets A' G: "
          + "the other factor, transposed, times what comes from the right",
        "hint: it is X' dJ/dZ",
      ])
  }

  /// A shape that is asked stands nowhere before it is found, not at a derivative that has it as well.
  @Test func noOpenShapeIsOnTheScreen() throws {
    let text = Self.layer.replacing(
      "## Numbers\n\n```fill\nZ[0, 1]\nE\n", with: "## Numbers\n\n```fill\n"
    )
    .replacing("```fill\n```\n", with: "```fill\nforward\n```\n")
    .replacing("data Y = [[1, 0], [0, 1], [1, 1], [0, 0]]", with: "data Y = [1, 0]")
    .replacing("```code\n```", with: "")
    var screen = try shown(text, at: Size(120, 40))
    for _ in 0..<2 {
      #expect(screen.canvas().text.filter { $0.contains("(4, 2)") } == [])
      screen.enter("(2, 4)")
    }
    screen.enter("(4, 2)")
    #expect(screen.canvas().text.contains { $0.contains("(4, 2)") })
  }
}

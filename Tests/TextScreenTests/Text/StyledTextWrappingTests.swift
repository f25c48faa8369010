import Testing
import TextScreen

@Suite struct StyledTextWrappingTests {
  private static let text = "The chain rule multiplies  along a path;\nthe 導関数 adds up."

  @Test(arguments: [
    (-1, []),
    (0, []),
    (
      7,
      [
        "The", "  chain", "  rule", "  multi", "  plies", "  along", "  a", "  path;", "  the",
        "  導関", "  数", "  adds", "  up.",
      ]
    ),
    (40, ["The chain rule multiplies  along a path;", "  the 導関数 adds up."]),
    (76, ["The chain rule multiplies  along a path;", "  the 導関数 adds up."]),
  ])
  func wordsFillTheLines(width: Int, expected: [String]) {
    #expect(
      StyledText(Self.text).wrapped(toColumns: width, hangingIndent: 2).map(\.text) == expected)
  }

  @Test func atOneColumnEveryCharacterHasALine() {
    #expect(
      StyledText("ab 導c").wrapped(toColumns: 1, hangingIndent: 2).map(\.text)
        == ["a", "b", "導", "c"])
  }

  @Test func aWordOfSeveralStylesStaysTogether() {
    let code = Style(.code)
    let text = StyledText([.init("see "), .init("a = 11", code), .init(", then")])
    #expect(
      text.wrapped(toColumns: 7) == [
        StyledText([.init("see "), .init("a =", code)]),
        StyledText([.init("11", code), .init(",")]),
        StyledText("then"),
      ])
  }

  @Test(arguments: [" ab", "ab ", "  ab", " é ab"])
  func blanksAtTheEndsOfALineAreLeftOut(text: String) {
    let expected = text.contains("é") ? "é ab" : "ab"
    #expect(StyledText(text).wrapped(toColumns: 9).map(\.text) == [expected])
  }

  @Test(arguments: [("", [""]), ("  ", [""]), ("a\n", ["a", ""]), ("\n\na", ["", "", "a"])])
  func emptyLinesRemain(text: String, expected: [String]) {
    #expect(StyledText(text).wrapped(toColumns: 4).map(\.text) == expected)
  }

  @Test(arguments: [
    (0, []),
    (1, ["a", "", "b", "", "", "導"]),
    (3, ["a b", "", "導"]),
    (9, ["a b", "  導"]),
  ])
  func cuttingKeepsIndents(width: Int, expected: [String]) {
    #expect(StyledText("a b\n  導").cut(toColumns: width).map(\.text) == expected)
  }

  @Test(arguments: 0..<200)
  func wrappingKeepsToTheWidthAndLosesNothing(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let text = randomText(using: &random)
    let width = Int.random(in: 1...20, using: &random)
    let indent = Int.random(in: 0...6, using: &random)
    let lines = text.wrapped(toColumns: width, hangingIndent: indent)
    for line in lines {
      let characters = line.text.filter { $0 != " " }
      #expect(line.columns <= width || characters.count == 1)
      #expect(line == line.withoutTrailingBlanks)
    }
    #expect(cells(of: lines) == cells(of: [text]))
  }

  @Test(arguments: 0..<100)
  func aTextThatFitsKeepsItsWords(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let text = randomText(using: &random)
    let words = text.text.split { $0 == " " || $0 == "\n" }
    let width = max(1, words.map(\.columns).max() ?? 1)
    let lines = text.wrapped(toColumns: width)
    #expect(lines.flatMap { $0.text.split(separator: " ") } == words)
  }
}

/// The characters that are seen, with their styles.
private func cells(of lines: [StyledText]) -> [Cell] {
  lines.flatMap(\.runs).flatMap { run in
    run.text.filter { $0 != " " && $0 != "\n" }.map { Cell($0, run.style) }
  }
}

private func randomText(using random: inout SeededGenerator) -> StyledText {
  let characters: [Character] = ["a", "b", "é", "導", "🙂", "-", " ", " ", "\n"]
  let styles: [Style] = [.plain, Style(.code), Style(.strong)]
  var text = StyledText()
  for _ in 0..<Int.random(in: 0...120, using: &random) {
    let character = characters.randomElement(using: &random) ?? "a"
    text.append(String(character), styles.randomElement(using: &random) ?? .plain)
  }
  return text
}

/// Numbers that are the same for the same seed, after Steele, Lea and Flood's SplitMix.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

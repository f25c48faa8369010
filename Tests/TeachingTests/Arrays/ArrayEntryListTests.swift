import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

struct ArrayEntryListTests {
  static func names(
    _ lines: [String], data: Set<String> = [], starts: [String] = []
  ) throws -> [String] {
    var request = GraphRequest(data: data)
    request.starts = starts.map { Statement($0) }
    let reading = try ArrayReading(lines.map { Statement($0) }, request)
    return ArrayEntryList(reading: reading).entries.filter(\.takesFormulas).map(\.name)
  }

  @Test func pathsComeBeforeTheirSum() throws {
    #expect(
      try ArrayEntryListTests.names(["x = [1, 2]", "a = 2 x", "b = x * a", "J = sum(b) + sum(a)"])
        == [
          "dJ/db", "dJ/da via J", "dJ/dx via b", "dJ/da via b", "dJ/da", "dJ/dx via a", "dJ/dx",
        ])
  }

  @Test func whatIsGivenToBeginWithIsNotAsked() throws {
    #expect(
      try ArrayEntryListTests.names(
        ["X = [[1, 2], [3, 4]]", "W = [[1, 0], [2, 1]]", "Y = X @ W"], data: ["X"],
        starts: ["dY = [[1, 0], [1, 2]]"]) == ["dJ/dW"])
  }

  @Test func indicesMasksAndDataGetNoDerivative() throws {
    #expect(
      try ArrayEntryListTests.names(
        [
          "E = [[1, 2], [3, 4]]", "r = [0, 1, 0]", "R = E[r]", "M = R > 1", "K = R * M",
          "J = sum(K)",
        ], data: ["r"]) == ["dJ/dK", "dJ/dR", "dJ/dE"])
  }

  @Test(arguments: [
    ("Z[0, 1]", "Z[0, 1]"), ("Z[0,1]", "Z[0, 1]"), (" Z [ -1 , 2 ] ", "Z[2, 2]"),
    ("dL/dW[1, 0]", "dL/dW[1, 0]"), ("∂L/∂W[1,0]", "dL/dW[1, 0]"), ("dL / db", "dL/db"),
    ("shape  of dL/dW", "shape of dL/dW"), ("dL/db[2]", "dL/db[2]"),
  ])
  func namesAreFoundWhateverTheirBlanks(typed: String, name: String) throws {
    let list = try ArrayAnswerTests.key(ArrayAnswerTests.layer).list
    let index = try #require(list.index(of: typed))
    #expect(list[index].name == name)
    #expect(list.index(of: list[index].name) == index)
  }

  @Test(arguments: ["Z[3, 0]", "Z[0]", "Z[0, 0, 0]", "Z[a, 0]", "Z[]", "L[0]", "shape of Z[0, 0]"])
  func thereIsNoOtherCell(typed: String) throws {
    #expect(try ArrayAnswerTests.key(ArrayAnswerTests.layer).list.index(of: typed) == nil)
  }

  @Test func everyCellHasAnIndexOfItsOwn() throws {
    let list = try ArrayAnswerTests.key(ArrayAnswerTests.layer).list
    let cells = list.entries.indices.flatMap { list.cells(of: $0) }
    #expect(cells == Array(list.entries.count..<list.count))
    for cell in cells { #expect(list.index(of: list[cell].name) == cell) }
  }

  @Test(arguments: [
    (["forward"], ["shape of Z", "shape of A", "shape of L"]),
    (["backward"], ["dL/dA", "dL/dZ", "dL/dW", "dL/db"]), (["values"], ["Z", "A", "L"]),
    (["Z[0, 1]", "dL/db", "Z"], ["Z", "Z[0, 1]", "dL/db"]), (["local"], []),
    (
      ["shapes"],
      [
        "shape of Z", "shape of A", "shape of L", "shape of dL/dA", "shape of dL/dZ",
        "shape of dL/dW", "shape of dL/db",
      ]
    ),
  ])
  func wordsAndNamesAskForEntries(words: [String], names: [String]) throws {
    let list = try ArrayAnswerTests.key(ArrayAnswerTests.layer).list
    let place = TextPosition(line: 1, column: 1)
    let requests = words.map { word in
      switch word {
      case "forward": FillRequest(.forward, at: place)
      case "backward": FillRequest(.backward, at: place)
      case "local": FillRequest(.local, at: place)
      default: FillRequest(.entry(word), at: place)
      }
    }
    #expect(try list.indices(of: requests).map { list[$0].name } == names)
  }

  @Test func aHintHasTheFactsOfItsRule() throws {
    let key = try ArrayAnswerTests.key(ArrayAnswerTests.layer)
    func hint(_ name: String) throws -> ArrayHint {
      key.hint(for: try #require(key.list.index(of: name)))
    }
    let weights = try hint("dL/dW")
    #expect(weights.kind == .rightFactor)
    #expect(weights.answer == "X' dL/dZ")
    #expect(weights.upstream == ArrayHint.Named(name: "dL/dZ", shape: Shape(3, 3)))
    #expect(weights.operands.map(\.name) == ["X", "W", "b"])
    let bias = try hint("dL/db")
    #expect(bias.kind == .spread)
    #expect(bias.summedAxes == [0])
    #expect(try hint("dL/dZ").kind == .mask("relu"))
    #expect(try hint("shape of Z").answer == "(3, 3)")
  }
}

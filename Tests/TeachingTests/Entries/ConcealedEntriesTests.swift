import Autodiff
import Expressions
import Teaching
import Testing

/// What is given and would tell what is open.
@Suite struct ConcealedEntriesTests {
  private static func worksheet(asking names: [String]) throws -> Worksheet {
    let reading = try ComputationGraph.read(
      ["h = u x", "s = h + b", "o = v s", "J = o^2", "u=2", "x=3", "b=4", "v=5"].map {
        Statement(input: $0)
      }, data: ["x"])
    let key = try AnswerKey(reading.graph, at: reading.inputs)
    let asked = try names.map { try #require(key.list.index(of: $0)) }
    return Worksheet(key, asking: Set(asked))
  }

  private static func concealed(_ sheet: Worksheet) -> Set<String> {
    Set(sheet.concealed.map { sheet.entries[$0].name })
  }

  @Test(arguments: [
    (["h"], ["s", "o", "J", "do/dv", "dJ/do", "dJ/dv", "dJ/ds", "dJ/dh", "dJ/db", "dJ/du"]),
    // A sum's slope tells nothing of its terms.
    (["s"], ["o", "J", "do/dv", "dJ/do", "dJ/dv", "dJ/ds", "dJ/dh", "dJ/db", "dJ/du"]),
    (["J"], []), (["dJ/do"], ["dJ/dv", "dJ/ds", "dJ/dh", "dJ/db", "dJ/du"]),
    (["ds/dh"], ["dJ/dh", "dJ/du"]), (["dJ/du"], []), ([], []),
  ])
  func whatIsComputedFromAnOpenEntryWaits(asked: [String], concealed: [String]) throws {
    #expect(try Self.concealed(Self.worksheet(asking: asked)) == Set(concealed))
  }

  @Test func whatWasFoundTellsNoMore() throws {
    var sheet = try Self.worksheet(asking: ["h", "dJ/do"])
    let (h, upstream) = (
      try #require(sheet.key.list.index(of: "h")), try #require(sheet.key.list.index(of: "dJ/do"))
    )
    _ = sheet.answer("7", for: h)
    #expect(Self.concealed(sheet).contains("s"))
    _ = sheet.answer("6", for: h)
    #expect(Self.concealed(sheet) == ["dJ/dv", "dJ/ds", "dJ/dh", "dJ/db", "dJ/du"])
    sheet.reveal(upstream)
    #expect(Self.concealed(sheet) == [])
    sheet.clear(h)
    // An entry that was shown stands in the way of nothing.
    #expect(Self.concealed(sheet).contains("do/dv"))
    #expect(!Self.concealed(sheet).contains("dJ/db"))
  }
}

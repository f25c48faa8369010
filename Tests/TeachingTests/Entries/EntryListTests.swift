import Autodiff
import Teaching
import Testing

/// The key of a graph given by statements; inputs named in `data` are data.
func key(_ texts: String..., data: Set<String> = []) throws -> AnswerKey {
  let reading = try ComputationGraph.read(
    texts.map { Statement($0) }, data: data, breaking: .never)
  return try AnswerKey(reading.graph, at: reading.inputs)
}

func twoNodes() throws -> AnswerKey { try key("a = 2 + 3w", "J = a^2", "w = 3") }

func simpleNetwork() throws -> AnswerKey {
  try key(
    "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w = -2", "b = 8", "x = 2", "y = 1",
    data: ["x", "y"])
}

@Suite struct EntryListTests {
  @Test func theFirstLabGraphAsksFiveEntries() throws {
    let key = try twoNodes()
    #expect(key.list.entries.map(\.name) == ["a", "J", "dJ/da", "da/dw", "dJ/dw"])
    #expect(key.list.entries.indices.map { key.value(of: $0) } == [11, 121, 22, 3, 66])
  }

  @Test func theSecondLabGraphAsksThirteen() throws {
    let key = try simpleNetwork()
    #expect(
      key.list.entries.map(\.name) == [
        "c", "a", "d", "J", "dJ/dd", "dd/da", "dJ/da", "da/dc", "dJ/dc", "da/db", "dJ/db",
        "dc/dw", "dJ/dw",
      ])
    #expect(
      key.list.entries.indices.map { key.value(of: $0) }
        == [-4, 4, 3, 4.5, 3, 1, 3, 1, 3, 1, 3, 2, 6])
  }

  @Test func aFanOutAsksEachPathAndThenTheSum() throws {
    let key = try key("d = a b", "e = a + b", "f = d e", "a = 2", "b = 3")
    #expect(
      key.list.entries.map(\.name) == [
        "d", "e", "f", "df/dd", "df/de", "de/da", "df/da via e", "de/db", "df/db via e",
        "dd/da", "df/da via d", "df/da", "dd/db", "df/db via d", "df/db",
      ])
    let sum = try #require(key.list.index(of: "df/da"))
    #expect(key.value(of: sum) == 21)
    #expect(key.list.entries[sum].prerequisites.map { key.value(of: $0) } == [6, 15])
  }

  @Test func atTheOutputAFanOutAsksForThePathAlone() throws {
    let key = try key("b = 2a", "J = a b", "a = 3")
    #expect(
      key.list.entries.map(\.name)
        == ["b", "J", "dJ/da via J", "dJ/db", "db/da", "dJ/da via b", "dJ/da"])
  }

  @Test func anOperandUsedTwiceInOneNodeIsOneEntry() throws {
    let key = try key("b = a + a", "J = b^2", "a = 3")
    #expect(key.list.entries.map(\.name) == ["b", "J", "dJ/db", "db/da", "dJ/da"])
    #expect(key.value(of: 3) == 2)
  }

  @Test func whatHasNoPartInTheOutputIsNotAskedBackwards() throws {
    let key = try key("k = 2w", "J = 3w", "w = 1")
    #expect(key.list.entries.map(\.name) == ["k", "J", "dJ/dw"])
  }

  @Test func entriesAreFoundHoweverTheirNamesAreSpaced() throws {
    let key = try key("b = 2a", "J = a b", "a = 3")
    #expect(key.list.index(of: "dJ/da  via b") == 5)
    #expect(key.list.index(of: "dJ / da") == 6)
    #expect(key.list.index(of: "dJ /da") == 6)
    #expect(key.list.index(of: "dJ/ da") == 6)
    #expect(key.list.index(of: "∂J/∂a") == 6)
    #expect(key.list.index(of: "dJ/dq") == nil)
  }

  @Test func namesAreUniqueWhateverTheNodesAreCalled() throws {
    let key = try key("b = 2a", "J = a b", "K = J + b", "a = 3")
    #expect(Set(key.list.entries.map(\.name)).count == key.list.entries.count)
  }
}

import Teaching
import Testing

@Suite struct EntryStatesTests {
  @Test func onlyWhatWasFilledInIsHeld() throws {
    var sheet = Worksheet(try twoNodes())
    #expect(sheet.states.filled.isEmpty)
    #expect(Array(sheet.states) == Array(repeating: .empty, count: 5))
    _ = sheet.answer("7", for: 0)
    sheet.reveal(4)
    #expect(sheet.states.filled == [0: .wrong(typed: "7"), 4: .revealed])
    sheet.clear(0)
    #expect(sheet.states.filled == [4: .revealed])
    #expect(sheet.states.map(\.word) == ["empty", "empty", "empty", "empty", "revealed"])
  }

  @Test func whatDiffersIsFoundInBothAndInItsOrder() throws {
    var (one, two) = (Worksheet(try twoNodes()), Worksheet(try twoNodes()))
    for sheet in [one, two] { #expect(sheet.states.differences(from: one.states) == []) }
    _ = one.answer("66", for: 4)
    _ = one.answer("11", for: 0)
    _ = two.answer("11", for: 0)
    _ = two.answer("121", for: 1)
    #expect(one.states.differences(from: two.states) == [1, 4])
    #expect(two.states.differences(from: one.states) == [1, 4])
    #expect(one.states != two.states)
  }
}

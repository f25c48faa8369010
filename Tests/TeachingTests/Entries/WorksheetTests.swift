import Teaching
import Testing

@Suite struct WorksheetTests {
  @Test func unreadableInputLosesNothing() throws {
    var sheet = Worksheet(try twoNodes())
    _ = sheet.answer("11", for: 0)
    #expect(sheet.answer("11abc", for: 0).word == "unreadable")
    #expect(sheet.states[0] == .right(typed: "11", value: 11))
    _ = sheet.answer("7", for: 1)
    _ = sheet.answer("nan", for: 1)
    #expect(sheet.states[1] == .wrong(typed: "7"))
  }

  @Test func theScoreCountsRightAndCloseEntriesThatAreAsked() throws {
    var sheet = Worksheet(try twoNodes())
    _ = sheet.answer("11", for: 0)
    _ = sheet.answer("22.001", for: 2)
    _ = sheet.answer("5", for: 3)
    #expect(sheet.score(of: Array(0..<5)) == 2)
    #expect(sheet.score(of: [1, 3, 4]) == 0)
  }

  @Test func theNextOpenEntryComesAfterOrFromTheStart() throws {
    var sheet = Worksheet(try twoNodes())
    let all = Array(0..<5)
    #expect(sheet.nextOpen(after: nil, among: all) == 0)
    _ = sheet.answer("11", for: 0)
    #expect(sheet.nextOpen(after: 0, among: all) == 1)
    #expect(sheet.nextOpen(after: 4, among: all) == 1)
    for (index, typed) in ["11", "121", "22", "3", "66"].enumerated() {
      _ = sheet.answer(typed, for: index)
    }
    #expect(sheet.nextOpen(after: 2, among: all) == nil)
  }

  @Test func anEntryBeforeItsTurnKnowsWhatItNeeds() throws {
    let sheet = Worksheet(try twoNodes())
    #expect(sheet.missingPrerequisites(of: 4, among: { _ in true }) == [3, 2])
    #expect(sheet.missingPrerequisites(of: 4, among: { $0 == 4 }) == [])
  }
}

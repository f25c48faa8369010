import FullScreen
import Lessons
import Scripts
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

@Suite struct ScriptScreenTests {
  static let opening = "screen 60 14\nexplore a = 2 + 3w; J = a^2; w=3\n"

  @Test func keysAndTextDoWhatAKeyboardDoes() {
    #expect(
      run(
        script: ScriptScreenTests.opening + """
          type 11
          see /^  > 11$/
          key Enter
          expect a right
          see /11 ✓/
          ! see /121/
          key Shift-Tab
          key Esc
          type 12
          key backspace
          key 1
          key Enter
          expect a right
          key F5
          expect a empty
          """) == [])
  }

  @Test func everyStateOfAnEntryHasItsColour() {
    #expect(
      run(
        script: ScriptScreenTests.opening + """
          cell a plain
          fill a = 12
          cell a red
          fill a = 11
          cell a blue
          fill dJ/da = 22.001
          cell dJ/da green
          ! cell dJ/da red
          reveal J
          cell J magenta
          """) == [])
  }

  @Test func aPasteIsTakenLineByLine() {
    #expect(
      run(
        script: ScriptScreenTests.opening + "paste 11\\n121\\n2\\\\2\\t\\x\nexpect score 2/5\n"
          + "see /> 2.2/") == [])
  }

  @Test func whatIsTypedInTheListOfCommandsIsItsLetter() {
    #expect(
      run(
        script: ScriptScreenTests.opening + """
          type ?h
          expect hint /what enters/
          key ?
          see /All commands/
          """) == [])
  }

  @Test func aScreenOfAnotherSizeIsAnotherPicture() {
    #expect(
      run(
        script: ScriptScreenTests.opening + """
          resize 30 14
          see /make the terminal larger/
          resize 80 24
          ! see /make the terminal larger/
          """) == [])
  }

  @Test func theScreenMayComeBeforeOrAfterWhatIsOpened() {
    #expect(run(script: "explore J = w^2; w=3\nscreen 80 24\ntype 9\nkey Enter\ncell J blue") == [])
  }

  @Test func whatIsNotSeenIsReportedWithTheWholeScreen() throws {
    let report = run(
      script: ScriptScreenTests.opening + "type 11\nkey Enter\nsee /12 ✓/")
    var session = try twoNodes(at: Size(60, 14))
    session.enter("11")
    let rows = session.canvas().text.map { $0.isEmpty ? "    │" : "    │ \($0)" }
    #expect(rows.count == 14)
    #expect(
      report == [
        """
        s:5: see /12 ✓/
          expected: /12 ✓/ in a row of the screen
          found: it is in no row
          seed: 0
          screen:
        \(rows.joined(separator: "\n"))
          again: backprop test s
        """
      ])
  }

  /// The first three lines of a report: all that is not the same in every report.
  @Test(arguments: [
    ("! see /forward 0/", "not /forward 0/ in a row of the screen", "it is in row 1"),
    ("cell a blue", "a in blue", "a is in plain"),
    ("! cell a plain", "not a in plain", "a is in plain"),
    ("picture q", "the stored picture 'q'", "there is no such picture; --update stores it"),
    ("! picture now", "not the stored picture 'now'", "the screen is the stored picture 'now'"),
  ])
  func whatDoesNotHoldOfTheScreenIsReported(
    step: String, expected: String, found: String
  ) throws {
    let reports = run(script: ScriptScreenTests.opening + step, pictures: ["now": try picture()])
    #expect(reports.count == 1)
    #expect(
      reports[0].split(separator: "\n").prefix(3) == [
        "s:3: \(step)", "  expected: \(expected)", "  found: \(found)",
      ])
  }

  /// What a report says was found, with its line.
  private func found(in report: String) -> String {
    report.split(separator: "\n").filter { $0.hasPrefix("s:") || $0.hasPrefix("  found:") }
      .joined(separator: "\n")
  }

  private func picture() throws -> String {
    try twoNodes(at: Size(60, 14)).canvas().picture
  }

  @Test func aPictureIsComparedWithTheStoredOne() throws {
    let opening = ScriptScreenTests.opening
    #expect(run(script: opening + "picture now", pictures: ["now": try picture()]) == [])
    let other = try picture().replacing("w = 3", with: "w = 4").replacing(
      "cursor 4", with: "cursor 5")
    let reports = run(script: opening + "picture now", pictures: ["now": other])
    let lines = reports[0].split(separator: "\n").map(String.init)
    #expect(lines[2] == "  found: 3 lines differ")
    let rows = try picture().split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains("w = 3") })
    #expect(
      lines[3] == "    row \(row + 1), stored: \(rows[row].replacing("w = 3", with: "w = 4"))")
    #expect(lines[4] == "    row \(row + 1), now: \(rows[row])")
    #expect(lines[7].hasPrefix("    cursor, stored: cursor 5,"))
    #expect(lines[8].hasPrefix("    cursor, now: cursor 4,"))
  }

  @Test func anEntryOutOfViewHasNoColourAtAll() {
    let chain = (1...9).map { "a\($0) = a\($0 - 1) + 1" }.joined(separator: "; ")
    let reports = run(
      script: "screen 60 14\nexplore \(chain); a0 = 1\ncell a9 plain\n! cell a9 red")
    #expect(
      reports.map(found) == [
        "s:3: cell a9 plain\n  found: a9 is not on the screen; go to it, or make the screen larger"
      ])
    #expect(
      run(script: "screen 60 14\nexplore \(chain); a0 = 1\nkey ?\ncell a1 plain").map(found)
        == [
          "s:4: cell a1 plain\n  found: a1 is not on the screen; go to it, or make the screen larger"
        ])
  }

  @Test func afterAKeyHasLeftTheTutorNothingIsTyped() {
    let reports = run(script: ScriptScreenTests.opening + "key F10\nexpect a empty\ntype 1")
    #expect(
      reports.map(found) == [
        "s:5: type 1\n  found: the tutor was left by a key; open something with lesson NAME or explore FORMULA"
      ])
    #expect(run(script: ScriptScreenTests.opening + "key F10\nexplore J = w^2; w=3\ntype 9") == [])
  }

  @Test(arguments: Keymap.bindings.compactMap(\.key))
  func everyKeyOfACommandCanBeNamed(key: Key) {
    #expect(run(script: ScriptScreenTests.opening + "key \(key.name.uppercased())") == [])
  }

  @Test func whatWouldHoldIsGivenForEveryExpectationThatHasAValue() throws {
    let lines = [
      "screen 60 14", "explore a = 2 + 3w; J = a^2; w=3", "fill dJ/dw = 22",
      "expect dJ/dw right", "expect dJ/dw wrong sign", "expect score 3/5", "expect page 2",
      "expect message /nothing/", "cell dJ/dw green", "picture q", "see /nothing/", "expect done",
      "! expect dJ/dw wrong",
    ]
    var run = ScriptRun { _ in .failure(LookupFailure("no such lesson")) }
    let updates = run.run(try Script(lines: lines)).map(\.update)
    let message =
      "^not yet: it looks as if 22 is dJ\\/da, what comes from the right; a itself moves ▁▁▁ times "
      + "as far as w, so multiply$"
    #expect(
      updates.prefix(6) == [
        .line("expect dJ/dw wrong"), .line("expect dJ/dw wrong upstream-only"),
        .line("expect score 0/5"), .line("expect page 1"), .line("expect message /\(message)/"),
        .line("cell dJ/dw red"),
      ])
    var session = try twoNodes(at: Size(60, 14))
    session.act(.fill(entry: 4, "22"))
    #expect(updates[6] == .picture(name: "q", session.canvas().picture))
    #expect(updates.suffix(3) == [nil, nil, nil])
    // What is written holds from then on.
    let held =
      lines.prefix(3)
      + updates.compactMap { update in
        if case .line(let line)? = update { line } else { nil }
      }
    var again = ScriptRun { _ in .failure(LookupFailure("no such lesson")) }
    #expect(again.run(try Script(lines: Array(held))) == [])
  }
}

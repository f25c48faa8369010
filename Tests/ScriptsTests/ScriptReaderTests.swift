import Foundation
import Scripts
import TestSupport
import Testing

@Suite struct ScriptReaderTests {
  @Test(arguments: [
    ("fil a = 1", "unknown verb 'fil'; did you mean 'fill'?"),
    (
      "dance",
      "unknown verb 'dance'; a script knows lesson, explore, page, next, back, seed, undo, redo, "
        + "restart, hand-in, exam, fill, answer, hint, reveal, expect, screen, key, type, paste, "
        + "resize, see, cell, picture, step, rate, beta, optimizer"
    ),
    ("lesson", "which lesson? write lesson NAME"),
    ("explore ;", "explore what? write explore J = w^2; w=3"),
    ("fill a", "fill what with what? write fill ENTRY = ANSWER"),
    ("answer a", "answer what with what? write answer ID = ANSWER"),
    ("hint", "hint what? write hint ENTRY"),
    ("! fill a = 1", "'!' stands only before expect, see, cell and picture; take it away"),
    ("page two", "'two' is not a page; write page 2"),
    ("seed -1", "'-1' is not a seed; write seed 3"),
    ("seed 1000000001", "'1000000001' is not a seed; write seed 3"),
    ("seed 9223372036854775807", "'9223372036854775807' is not a seed; write seed 3"),
    ("undo it", "'undo' takes nothing after it; take 'it' away"),
    ("expect message right", "'right' is not a pattern; write expect message /REGEX/"),
    ("expect message /(/", "'/(/' is not a pattern; write expect message /REGEX/"),
    ("expect score 3", "write the score as expect score 3/5"),
    ("expect page two", "'two' is not a page; write expect page 2"),
    ("expect a wrong sing", "unknown reason 'sing'; did you mean 'sign'?"),
    (
      "expect a blue",
      "cannot read 'expect a blue'; write expect ENTRY STATE with a state of empty, answered, right, close, "
        + "wrong, unreadable, revealed"
    ),
    (
      "screen 80x24",
      "'80x24' is not a screen size; write screen 80 24, columns up to 500 and rows up to 200"
    ),
    ("key Tab", "'key' needs a screen; write screen 80 24 above it"),
    ("see /a/", "'see' needs a screen; write screen 80 24 above it"),
  ])
  func aLineThatCannotBeReadIsNamed(line: String, message: String) {
    #expect(run(script: line) == ["1: \(message)"])
  }

  @Test(arguments: [
    ("key Tba", "no key is called 'Tba'; did you mean 'Tab'?"),
    ("key f122", "no key is called 'f122'; did you mean 'F12'?"),
    (
      "key Hyper",
      "no key is called 'Hyper'; there are Enter, Tab, Shift-Tab, Backspace, Delete, Left, Right, "
        + "Up, Down, Home, End, PgUp, PgDn, Esc, Space, F1 to F12, Ctrl-A to Ctrl-Z and every "
        + "single character"
    ),
    ("key", "which key? write key NAME, such as key Tab"),
    ("type", "type what? write type TEXT"),
    ("paste", "paste what? write paste TEXT, with \\n for line ends"),
    (
      "resize 0 24",
      "'0 24' is not a screen size; write resize 80 24, columns up to 500 and rows up to 200"
    ),
    (
      "resize 501 24",
      "'501 24' is not a screen size; write resize 80 24, columns up to 500 and rows up to 200"
    ),
    ("see 22", "'22' is not a pattern; write see /REGEX/"),
    ("cell green", "write the entry and its colour as cell dJ/dw green"),
    ("cell dJ/dw grene", "'grene' is not a colour of an entry; did you mean 'green'?"),
    (
      "cell dJ/dw pink",
      "'pink' is not a colour of an entry; there are red, green, yellow, blue, magenta, cyan, plain"
    ),
    (
      "picture ../../etc/passwd",
      "'../../etc/passwd' is not a picture name; write letters, digits, '-' and '_'"
    ),
    ("! key Tab", "'!' stands only before expect, see, cell and picture; take it away"),
  ])
  func aLineOfTheScreenThatCannotBeReadIsNamed(line: String, message: String) {
    #expect(run(script: "screen 80 24\n\(line)") == ["2: \(message)"])
  }

  @Test func everyLineThatCannotBeReadIsToldAtOnce() {
    #expect(
      run(script: "fil a = 1\n\nexplore J = w; w=1\n  fill\nundo it") == [
        "1: unknown verb 'fil'; did you mean 'fill'?",
        "4: fill what with what? write fill ENTRY = ANSWER",
        "5: 'undo' takes nothing after it; take 'it' away",
      ])
  }

  @Test func aScreenOfNoSizeIsOneErrorAndNotMany() {
    #expect(
      run(script: "screen big\nkey Tab\nsee /a/") == [
        "1: 'big' is not a screen size; write screen 80 24, columns up to 500 and rows up to 200"
      ])
  }

  @Test(arguments: Script.verbs)
  func everyVerbIsRead(verb: String) {
    let isUnknown = run(script: "screen 80 24\n\(verb)").contains { $0.contains("unknown verb") }
    #expect(!isUnknown)
  }

  @Test func thePageTellsOfEveryVerb() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/backprop/Documentation/scripts.md"), encoding: .utf8)
    #expect(Script.verbs.filter { !page.contains("`\($0)") } == [])
  }

  @Test func aScriptWithoutVerbsIsNone() {
    #expect(
      run(script: "# only a comment\n")
        == ["1: there is nothing in this script; write a verb a line"])
  }

  /// What stands behind a verb, with and without a comment, does the same.
  @Test(arguments: [
    "fill a = 12 # no", "fill a = 12  #", "expect a empty # yet", "expect score 0/5 # of all",
    "! expect done # so far", "undo # back", "# all", "expect message /nothing/ # said",
  ])
  func aCommentMayStandBehindAVerb(line: String) {
    let opening = "explore a = 2 + 3w; J = a^2; w=3\nundo\n"
    #expect(run(script: opening + line) == [])
  }

  @Test(arguments: [
    ("expect message /#/", "a message with /#/"),
    ("expect message /a # b/", "a message with /a # b/"),
    ("expect message /a/ # b/", "a message with /a/ # b/"),
    ("expect message /a#b/ # c", "a message with /a#b/"),
  ])
  func aPatternMayHoldTheSignOfAComment(line: String, expected: String) {
    let said = run(script: "explore J = w^2; w=3\nundo\n\(line)")
    #expect(said.map { $0.contains("expected: \(expected)\n") } == [true], "\(said)")
  }
}

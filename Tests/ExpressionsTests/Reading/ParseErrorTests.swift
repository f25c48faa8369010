import Expressions
import Testing

@Suite struct ParseErrorTests {
  /// The report for a formula that cannot be read, or whose first unknown name is an error.
  func report(_ text: String, known: Set<String> = ["w", "x"]) -> String {
    do {
      let formula = try Formula(text, known: known)
      return formula.unknownNames(known: known).first?.report(in: text) ?? "no error"
    } catch {
      return error.report(in: text)
    }
  }

  @Test func anUnknownFunctionIsSuggested() {
    #expect(
      report("2 + sn(x)") == """
          2 + sn(x)
              ^^
        unknown function 'sn'; did you mean 'sin'?
        """)
  }

  @Test func anUnknownNameIsSuggested() {
    #expect(
      report("2 + sn") == """
          2 + sn
              ^^
        unknown name 'sn'; did you mean 'sin'?
        """)
  }

  @Test func namesRunTogetherAreTakenApart() {
    #expect(
      report("wx + 1") == """
          wx + 1
          ^^
        unknown name 'wx'; did you mean 'w x'?
        """)
  }

  @Test(arguments: [
    ("2 +", "the formula ends where a number, a name or '(' is expected; write the operand"),
    ("", "there is no formula here; write one such as a^2"),
    ("   ", "there is no formula here; write one such as a^2"),
    ("2 * / 3", "expected a number, a name or '(' before '/'; write what belongs there"),
    ("(2 + w", "this '(' is never closed; add a ')'"),
    ("2)", "this ')' closes nothing; take it away or add a '(' before it"),
    ("{2 + w", "this '{' is never closed; add a '}'"),
    ("2 + w) * 3", "this ')' closes nothing; add the '(' where its part begins"),
    ("[2]", "'[' is not part of a formula; write (2)"),
    (
      "w[0]",
      "'[' is not part of a formula; an index is written as in w_1, and a group with ( and )"
    ),
    ("w 3", "a number cannot follow a factor; write * before 3"),
    ("(w) 3", "a number cannot follow a factor; write * before 3"),
    ("11,0", "a decimal comma is not read; write 11.0 with a point"),
    ("1,05 x", "a decimal comma is not read; write 1.05 with a point"),
    ("w, 2", "a ',' stands only between the arguments of a function; give one formula at a time"),
    ("1.2.3", "'1.2.3' is not a number; write it like 3, .5 or 1e-3"),
    ("1e400", "'1e400' is too large for a number; the largest is about 1.8e308"),
    ("w = 3", "a second '=' in one formula; give each NAME = FORMULA on its own"),
    ("|w", "'|' is not part of a formula; write abs( … ) for | … |"),
    ("√wx2", "unknown name 'wx2'; give it a value"),
    ("w!", "'!' is not part of a formula; a factorial is written out as a product"),
    ("5 ☺", "'☺' is not part of a formula; take it away"),
    ("w\u{1B}", "'�' is not part of a formula; take it away"),
    ("sin x", "'sin' needs its argument in parentheses; write sin(x)"),
    ("sin² x", "'sin' needs its argument in parentheses; write sin(x)^2"),
    ("sin^2(x)", "'sin' needs its argument in parentheses; write sin(x)^2"),
    ("sin", "'sin' needs its argument in parentheses; write sin( … )"),
    ("2cos 2w", "'cos' needs its argument in parentheses; write 2cos(2w)"),
    ("max(w)", "'max' takes 2 arguments, not 1; write max( … , … )"),
    ("max(w, x, 2)", "'max' takes 2 arguments, not 3; write max(max(w, x), 2)"),
    ("sin()", "'sin' takes 1 argument, not 0; write sin( … )"),
    ("sin(w, x)", "'sin' takes 1 argument, not 2; write sin( … )"),
    ("q(w)", "unknown function 'q'; write q * ( … ) for a product, and give q a value"),
    ("2 + q", "unknown name 'q'; give it a value"),
  ])
  func eachErrorSaysWhatToDo(text: String, message: String) {
    #expect(report(text).split(separator: "\n").last.map(String.init) == message)
  }

  @Test func theCaretStandsUnderThePlace() {
    #expect(
      report("2 * w + (3 w 4)") == """
          2 * w + (3 w 4)
                       ^
        a number cannot follow a factor; write * before 4
        """)
  }

  @Test func ofALongFormulaOnlyThePlaceIsShown() {
    let text = Array(repeating: "w", count: 1000).joined(separator: " + ") + " + )"
    let lines = report(text).split(separator: "\n")
    #expect(lines[0].count <= 80)
    #expect(lines[0].hasPrefix("  …"))
    #expect(lines[1].hasSuffix("^"))
    #expect(lines[0].count == lines[1].count)
  }

  /// What was typed is quoted, but for what would break the line.
  @Test(arguments: ["[a\u{0}b\ne)", "[1\n2]", "f\u{2028}(x", "2\u{7} 3", "√\u{1B}[A"])
  func aMessageStandsOnOneLine(text: String) {
    do {
      _ = try Formula(text)
      Issue.record("\(text) is no formula")
    } catch {
      let isPlain = error.message.unicodeScalars.allSatisfy {
        ![.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
      }
      #expect(isPlain, "\(error.message)")
      #expect(error.report(in: text).split(separator: "\n").count == 3)
    }
  }
}

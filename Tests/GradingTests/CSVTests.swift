import Grading
import Testing

@Suite struct CSVTests {
  @Test(arguments: [
    (["a", "b"], "a,b"), (["a,b", "c"], "\"a,b\",c"), (["say \"x\""], "\"say \"\"x\"\"\""),
    (["a\r\nb"], "\"a\r\nb\""), (["", ""], ","),
  ])
  func fieldsAreQuotedAfterRFC4180(fields: [String], line: String) {
    #expect(CSV.line(fields) == line)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("a=1", "a=1"),
    ("a\tb\nc", "a b c"), ("", ""),
  ])
  func whatASpreadsheetWouldTakeForAFormulaIsMadeText(text: String, shown: String) {
    #expect(CSV.text(text) == shown)
  }
}

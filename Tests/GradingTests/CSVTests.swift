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

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a;b\r\n1;2", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a\tb\n\n1\t\n", [["a", "b"], ["1", ""]]),
    ("a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n", [["a", "b"], ["x, \"y\"", "1\n2"]]),
    ("a\n\"b", [["a"], ["b"]]), ("", []), (",\n,", []),
  ])
  func aTableIsReadAsItIsWritten(text: String, records: [[String]]) {
    #expect(CSV.records(of: text) == records)
  }

  @Test(arguments: [["a", "b,c", "d\"e", "f\ng", ""], ["\"\"", "x"]])
  func whatIsWrittenIsReadAgain(fields: [String]) {
    #expect(CSV.records(of: CSV.line(fields)) == [fields])
  }
}

import CodeFormats
import Expressions
import Testing

/// Numbers in rows of text, as tables are saved.
struct RowsTests {
  private static func answer(_ text: String) -> String { answer(Array(text.utf8)) }

  private static func answer(_ bytes: [UInt8]) -> String {
    do {
      let file = try ArrayFile(bytes, as: .rows, input: "X")
      return file.array.shape.isNumber ? "number \(file.array.text)" : file.array.text
    } catch {
      return error.message(in: "d.csv")
    }
  }

  private static let matrix = "[[1, 2], [3, 4]]"

  private static let tables: [(String, String)] = [
    ("1,2\n3,4\n", matrix), ("1,2\n3,4", matrix), ("1,2\r\n3,4\r\n", matrix),
    ("1,2\r3,4\r", matrix), ("\u{FEFF}1,2\n3,4\n", matrix), ("a,b\n1,2\n3,4\n", matrix),
    ("\u{FEFF}a,b\n1,2\n3,4\n", matrix), ("\"a, b\",\"c\"\"d\"\n1,2\n3,4\n", matrix),
    ("\"a\nb\",c\n1,2\n3,4\n", matrix), ("1;2\n3;4\n", matrix), ("1\t2\n3\t4\n", matrix),
    ("1 2\n3 4\n", matrix), ("  1   2  \n 3 4\n", matrix), (" 1 , 2\n3,\t4 \n", matrix),
    ("\"1\",\"2\"\n\"3\",\"4\"\n", matrix), ("# a b\n1 2\n3 4\n", matrix),
    ("\n\n1,2\n\n3,4\n\n", matrix), ("größe,b\n1,2\n3,4\n", matrix), ("1x1,1x2\n1,2\n3,4", matrix),
    ("x,0,1\n5,1,2\n6,3,4\n", "[[5, 1, 2], [6, 3, 4]]"), (",a\n0,7\n1,8\n", "[[0, 7], [1, 8]]"),
    ("1\n2\n3\n", "[1, 2, 3]"), ("y\n1\n2\n", "[1, 2]"), ("1,2,3\n", "[1, 2, 3]"),
    ("a,b\n1,2\n", "[1, 2]"), ("7\n", "number 7"), ("7", "number 7"), ("w\n-.5\n", "number -0.5"),
    ("+1,-2,.5,5.,1e3,1E-3,2.5e+1\n", "[1, -2, 0.5, 5, 1000, 0.001, 25]"),
    (
      "0.1,0.30000000000000004,123456789012345678\n",
      "[0.1, 0.30000000000000004, 1.2345678901234568e17]"
    ),
    ("1e-400,4.9e-324,1.7976931348623157e308\n", "[0, 5e-324, 1.7976931348623157e308]"),
  ]

  @Test(arguments: tables)
  func tablesAreRead(text: String, answer: String) {
    #expect(RowsTests.answer(text) == answer)
  }

  private static let mistakes: [(String, String)] = [
    ("1,2\n3,x\n", "d.csv:2:3: 'x' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("a,b\n1,2\nc,4\n", "d.csv:3:1: 'c' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("1,2\n3, 4 5\n", "d.csv:2:4: '4 5' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("ä,b\n1,ü2\n", "d.csv:2:3: 'ü2' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("\"a\nb\",c\n1,x\n", "d.csv:3:3: 'x' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("1,2\n3,0x10\n", "d.csv:2:3: '0x10' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("1,2\n3,1e\n", "d.csv:2:3: '1e' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("1,2\n3,--1\n", "d.csv:2:3: '--1' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("1,2\n3,.\n", "d.csv:2:3: '.' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("1,2\n3,1_000\n", "d.csv:2:3: '1_000' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("1,2\n3,True\n", "d.csv:2:3: 'True' is not a number; write one such as -2, 0.5 or 1e-3"),
    ("1,5;2,5\n", "d.csv:1:1: '1,5' is not a number; write 1.5"),
    ("a;b\n1;2,5\n", "d.csv:2:3: '2,5' is not a number; write 2.5"),
    ("1,2\n3,\n", "d.csv:2:3: a number is missing; write one, or take the row away"),
    ("1,2\n,4\n", "d.csv:2:1: a number is missing; write one, or take the row away"),
    ("1,2\n3,\"\"\n", "d.csv:2:4: a number is missing; write one, or take the row away"),
    (
      "1,2\n3,nan\n",
      "d.csv:2:3: 'nan' is not a finite number; write another one, or take the row away"
    ),
    (
      "nan,2\n3,4\n",
      "d.csv:1:1: 'nan' is not a finite number; write another one, or take the row away"
    ),
    (
      "1,-inf\n",
      "d.csv:1:3: '-inf' is not a finite number; write another one, or take the row away"
    ),
    (
      "1,1e400\n",
      "d.csv:1:3: '1e400' is not a finite number; write another one, or take the row away"
    ),
    (
      "1,2\n3\n",
      "d.csv:2:1: this row has 1 number and the first has 2; give all of them the same number"
    ),
    (
      "1,2\n3,4,5\n",
      "d.csv:2:1: this row has 3 numbers and the first has 2; give all of them the same number"
    ),
    (
      "a,b,c\n1,2\n",
      "d.csv:2:1: this row has 2 numbers and the first has 3; give all of them the same number"
    ),
    ("a,\"b\n1,2\n", "d.csv:1:3: this '\"' is never closed; add another one"),
    ("", "d.csv holds no numbers; write them with commas between, a row a line"),
    ("\n \n# x\n", "d.csv holds no numbers; write them with commas between, a row a line"),
    ("a,b\n", "d.csv holds no numbers; write them with commas between, a row a line"),
  ]

  @Test(arguments: mistakes)
  func whatIsWrongHasItsLineAndColumn(text: String, message: String) {
    #expect(RowsTests.answer(text) == message)
  }

  @Test func whatIsNoTextSaysSo() {
    let message = "this is not text; save the file as text in UTF-8, or as .npy"
    #expect(RowsTests.answer([0xFF, 0xFE, 0x31, 0, 0x0A, 0]) == "d.csv:1:1: \(message)")
    #expect(RowsTests.answer([0x31, 0x0A, 0x31, 0, 0x32]) == "d.csv:2:1: \(message)")
  }

  private static let headings: [(String, [ArrayFile.Note])] = [
    ("a,b\n1,2\n", []), ("a,0,1\n1,2,3\n", [ArrayFile.Note.mixedHeading("a")]),
    (",a\n0,1\n", [.unnamedColumn]), ("NA,1\n2,3\n", [.mixedHeading("NA")]),
  ]

  @Test(arguments: headings)
  func aDoubtfulHeadingIsNoted(text: String, notes: [ArrayFile.Note]) throws {
    #expect(try ArrayFile(Array(text.utf8), as: .rows, input: "X").notes == notes)
  }

  @Test(arguments: [
    ("d.csv", ArrayFile.Format.rows, ""), ("D.NPY", .npy, ""), ("d.npz", .npz, ""),
    ("d", .rows, "1,2"), ("d.txt", .rows, "PQ"), ("d", .npz, "PK\u{3}\u{4}"),
  ])
  func aFormatIsToldByEndingOrContents(path: String, format: ArrayFile.Format, text: String) {
    #expect(ArrayFile.Format(path: path, bytes: Array(text.utf8)) == format)
  }
}

import Foundation
import Journals
import RandomNumbers
import TestSupport
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    #"{"a": [1, -2.5, 1e3, null, true, false], "b": {"c": "x"}}"#, "[]", "{}", #""""#, "0",
    #"" é ✓ 🙂 \" \\ \n""#,
  ])
  func whatIsWrittenReadsBack(text: String) throws {
    let value = try JSON(parsing: Array(text.utf8))
    #expect(try JSON(parsing: Array(value.text.utf8)) == value)
  }

  @Test func escapesAreRead() throws {
    let value = try JSON(parsing: Array(#""\u0041\/\b\t\ud83d\ude42\u00e9""#.utf8))
    #expect(value == .string("A/\u{8}\t🙂é"))
  }

  @Test(arguments: [
    "", " ", "{", "}", "[1,]", "{\"a\"}", "{\"a\":}", "{,}", "01x", "+1", ".5", "nul", "\"\u{1}\"",
    "\"", "\"\\x\"", "\"\\u12\"", "1 2", "[1 2]", "1e999", "\"\\ud83d\"", "nan", "--1",
    String(repeating: "[", count: 100_000),
  ])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: JSON.ParseFailure.self) { try JSON(parsing: Array(text.utf8)) }
  }

  @Test func controlCharactersAreEscaped() {
    #expect(JSON.string("\u{1B}[2J\u{7F}\n").text == #""\u001b[2J\u007f\n""#)
  }

  @Test func numbersAndTextsReadAsFoundationReadsThem() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<500 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      let text = String(
        (0..<8).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0...127, using: &generator))) }
      )
      let line = JSON.object([JSON.Member("n", .number(number)), JSON.Member("t", .string(text))])
        .text
      let read = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      // Foundation's own reading of a number may be off by a few units in the last place.
      let other = try #require(read["n"] as? Double)
      #expect(abs(other - number) <= 8 * number.ulp)
      #expect(read["t"] as? String == text)
      let own = try JSON(parsing: Array(line.utf8))
      #expect(own["n"]?.number == number)
      #expect(own["t"]?.string == text)
    }
  }

  @Test(arguments: [
    "0", "-0", "7", "-12", "0.3", "-0.25", "4.35", "66.009", "123456789012.345", "99999999999999.9",
    "1234567890123456789", "0.1000000000000000055511151231257827", "00.5", "1.", "1e-7", "-2.5E+3",
    "5e-324", "9007199254740993",
  ])
  func aNumberIsTheDoubleNearestToIt(text: String) throws {
    let number = try #require(try JSON(parsing: Array("[\(text)]".utf8)).elements?.first?.number)
    #expect(number.bitPattern == Double(text)?.bitPattern)
  }

  @Test func seededDecimalsAreTheDoublesNearestToThem() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let digits = String(generator.next() % 100_000_000_000_000_000)
      let point = Int(generator.next() % UInt64(digits.count))
      let text = point == 0 ? digits : "\(digits.prefix(point)).\(digits.dropFirst(point))"
      #expect(try JSON(parsing: Array(text.utf8)).number == Double(text))
    }
  }
}

import Foundation
import Testing

/// What learners, authors and instructors read has none of the words that a reader stumbles over.
@Suite struct PlainEnglishTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The words, as patterns; "there is no graph" is plain, "'x' is no graph" is not.
  static let stumblingBlocks = [
    #"(?<!there )\bis no "#, #"\belse the\b"#, #"\bunless told\b"#, #"\bafresh\b"#, #"\bmend"#,
    #"\bhanded in,"#,
  ]

  private static func mistakes(in text: String) -> [String] {
    let line = text.replacingOccurrences(of: #"\s+"#, with: " ", options: .regularExpression)
    return stumblingBlocks.compactMap { pattern in
      line.range(of: pattern, options: [.regularExpression, .caseInsensitive]).map { range in
        let start = line.index(range.lowerBound, offsetBy: -40, limitedBy: line.startIndex)
        let end = line.index(range.upperBound, offsetBy: 40, limitedBy: line.endIndex)
        return String(line[(start ?? line.startIndex)..<(end ?? line.endIndex)])
      }
    }
  }

  private static func files(in folder: String, endingIn ending: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: package.appending(path: folder).path)
    return names.filter { $0.hasSuffix(".\(ending)") }.sorted().map { "\(folder)/\($0)" }
  }

  private static func text(of file: String) throws -> String {
    try String(contentsOf: package.appending(path: file), encoding: .utf8)
  }

  @Test(
    arguments: try files(in: "Lessons", endingIn: "md")
      + files(in: "Sources/backprop/Documentation", endingIn: "md") + ["README.md"])
  func aPageIsPlain(file: String) throws {
    #expect(try PlainEnglishTests.mistakes(in: PlainEnglishTests.text(of: file)) == [])
  }

  /// The sentences of the sources, joined where a literal goes on in the next line; comments and
  /// what only a programmer reads are left out.
  @Test(arguments: try files(in: "Sources", endingIn: "swift"))
  func aSentenceOfTheProgramIsPlain(file: String) throws {
    let code = try PlainEnglishTests.text(of: file).split(separator: "\n").filter { line in
      !line.drop(while: \.isWhitespace).hasPrefix("//") && !line.contains("precondition")
        && !line.contains("assert(")
    }
    let sentences = code.joined(separator: "\n").replacingOccurrences(
      of: #""\s*\+ ""#, with: "", options: .regularExpression)
    #expect(PlainEnglishTests.mistakes(in: sentences) == [])
  }

  @Test func theHelpAndTheManualArePlain() throws {
    let commands = try ProgramRun(["help"]).output.matches(of: /backprop ([a-z-]+)/)
      .map { String($0.1) }
    for words in [["help"], ["man"]] + Set(commands).sorted().map({ ["help", $0] }) {
      #expect(PlainEnglishTests.mistakes(in: try ProgramRun(words).output) == [], "\(words)")
    }
  }

  @Test func eachStumblingBlockIsSeen() {
    for text in [
      "'x' is no\nnumber", "the name; else the user's", "0.001 unless told", "marked afresh",
      "mend it", "this lesson is handed in, and more",
    ] {
      #expect(PlainEnglishTests.mistakes(in: text).count == 1, "\(text)")
    }
    #expect(PlainEnglishTests.mistakes(in: "there is no graph; I recommend one") == [])
  }
}

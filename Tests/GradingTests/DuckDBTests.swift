import Foundation
import Grading
import Teaching
import Testing

/// The queries of the documentation, run over a generated class.
@Suite struct DuckDBTests {
  private static func run(_ arguments: [String], input: String = "") throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let (output, standardInput) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Array(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  private static let isThere = (try? run(["python3", "-c", "import duckdb"]).0) == 0

  /// A block of the documentation of the journal.
  private static func block(_ mark: String) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/backprop/Documentation/journal.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return lines.drop { $0 != "```\(mark)" }.dropFirst().prefix { $0 != "```" }
      .joined(separator: "\n")
  }

  /// The rows of a query of the documentation over the journals of a class.
  private func rows(_ mark: String, over journals: [[String]]) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "class.jsonl").path()
    try journals.joined().map { $0 + "\n" }.joined()
      .write(toFile: path, atomically: false, encoding: .utf8)
    let query = try DuckDBTests.block("sql \(mark)").replacing("class.jsonl", with: path)
    let program = """
      import sys, duckdb
      for row in duckdb.sql(sys.stdin.read().strip().rstrip(';')).fetchall():
          print('\\t'.join(str(cell) for cell in row))
      """
    let (status, output) = try DuckDBTests.run(["python3", "-c", program], input: query)
    #expect(status == 0)
    return output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(.enabled(if: isThere, "the Python module duckdb is not installed"))
  func theQueriesGiveWhatTheEngineGives() throws {
    let made = try GeneratedClass(learners: 40, seed: 5)
    let journals = made.journals.map(\.lines)
    let marks = try MarkedClass(journals).marks
    let entries = try rows("entries", over: journals)
    #expect(entries.count == marks.hardest.count)
    let expected = marks.hardest.map { total in
      [
        total.lesson, "\(total.item.page)", total.item.name, "\(total.learners)",
        "\(total.firstAttempts)", "\(total.rightAtFirst)", "\(total.attempts)", "\(total.wrong)",
        "\(total.hints)", "\(Double(total.milliseconds) / 1000)",
      ]
    }
    #expect(Set(entries) == Set(expected))
    let rates = entries.map { (Double($0[5]) ?? 0) / (Double($0[4]) ?? 1) }
    #expect(rates == rates.sorted())
    let rules = try rows("rules", over: journals)
    #expect(rules == marks.rules.map { [$0.rule.rawValue, "\($0.count)", "\($0.learners)"] })
    #expect(rules.count >= 3)
  }
}

import Expressions

/// What was tested, in the XML by which CI systems know the results of JUnit.
struct JUnitReport {
  private struct Result {
    var file: String
    var name: String
    /// The line of the first failure, else where the test begins.
    var line: Int
    var failures: [String]
    var milliseconds: Int
  }

  private var results: [Result] = []

  /// Whether a file holds results of tests in this form, by whatever program.
  static func isReport(_ bytes: [UInt8]) -> Bool {
    var text = String(decoding: bytes, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") {
      text = text[end.upperBound...].drop { $0.isWhitespace }
    }
    return ["<testsuites", "<testsuite"].contains { name in
      text.hasPrefix(name) && text.dropFirst(name.count).first.map { " >/\n".contains($0) } ?? false
    }
  }

  /// - Parameter line: where the first failure is; `nil` where there is none, or it is in no line.
  mutating func add(_ test: TestCase, _ failures: [String], line: Int?, duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    results.append(
      Result(
        file: test.file, name: test.name, line: line ?? test.firstLine, failures: failures,
        milliseconds: milliseconds))
  }

  /// A suite for each file, in the order in which they were tested.
  var text: String {
    var files: [String] = []
    for result in results where !files.contains(result.file) { files.append(result.file) }
    let suites = files.flatMap { file in suite(file, results.filter { $0.file == file }) }
    let lines =
      ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites\(counts(results))>"] + suites
      + ["</testsuites>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func suite(_ file: String, _ results: [Result]) -> [String] {
    ["  <testsuite\(attribute("name", file))\(counts(results))>"] + results.flatMap(testCase)
      + ["  </testsuite>"]
  }

  private func testCase(_ result: Result) -> [String] {
    let head =
      "    <testcase\(attribute("classname", result.file))\(attribute("name", result.name))"
      + attribute("file", result.file) + attribute("line", String(result.line))
      + attribute("time", seconds(result.milliseconds))
    guard let first = result.failures.first else { return ["\(head)/>"] }
    let summary = String(first.prefix { !$0.isNewline })
    return [
      "\(head)>",
      "      <failure\(attribute("message", summary))>"
        + "\(JUnitReport.escaped(result.failures.joined(separator: "\n")))</failure>",
      "    </testcase>",
    ]
  }

  private func counts(_ results: [Result]) -> String {
    attribute("tests", String(results.count))
      + attribute("failures", String(results.count { !$0.failures.isEmpty }))
      + attribute("time", seconds(results.reduce(0) { $0 + $1.milliseconds }))
  }

  private func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(JUnitReport.escaped(value).replacing("\n", with: "&#10;"))\""
  }

  private func seconds(_ milliseconds: Int) -> String {
    "\(milliseconds / 1000).\(String(milliseconds % 1000).zeroPadded(to: 3))"
  }

  /// Text in which nothing is taken for markup; characters that XML 1.0 cannot hold, and other control characters,
  /// are left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\u{FFFE}", "\u{FFFF}": break
      default:
        if scalar.properties.generalCategory != .control { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}

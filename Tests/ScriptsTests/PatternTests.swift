import Lessons
import Scripts
import Sessions
import TestSupport
import Testing

/// The patterns of `expect message`, tried on what the tutor says after a wrong answer.
@Suite(.timeLimit(.minutes(10))) struct PatternTests {
  /// What a script with a pattern finds wrong, the pattern put to a message that has the name of an entry.
  func reports(of pattern: String, entry: String = "aab_1") -> [String] {
    let lines = ["explore \(entry) = w; w=3", "fill \(entry) = 40", "expect message /\(pattern)/"]
    do throws(ScriptFailure) {
      let script = try Script(lines: lines)
      var run = ScriptRun { _ in .failure(LookupFailure("no such lesson")) }
      return run.run(script).map(\.text)
    } catch {
      return error.errors.map(\.message)
    }
  }

  @Test(arguments: [
    "", "aab_1", "^not yet: 40 is",
    "a+b", "a{2}b", "a{1,}b", "a{0,3}?b_", "a*?b", "ab?", "x?y*z{0}",
    "(a|x)+b", "(?:x|)aab", "a.b", "[a-c]+_", "[^x]ab", "[]a-]ab", "[a-]ab", #"\baab_1\b"#,
    #"\d is"#, #"a\Bab"#, #"\w+_\d"#, #"\s\S+\s"#, #"\D\W"#, #"^[\w:, ]+$|aab"#, #"\.|\(|_"#,
    "((a*)*)*b", "(|a)+b", "large$",
  ])
  func isFound(pattern: String) {
    #expect(reports(of: pattern) == [])
  }

  @Test(arguments: [
    "abb", "^aab", "aab$", "a{3}b", "[^a]ab_", "[b-z]ab", #"aab\b"#, #"\Baab"#, #"b\d"#, "(x|y)ab",
    "A", "$^",
  ])
  func isNotFound(pattern: String) {
    #expect(reports(of: pattern) == ["expect message /\(pattern)/"])
  }

  @Test(arguments: [
    "(", ")", "a)", "*", "a**", "a{2", "a{3,2}", "a{,2}", "[", "[a", "[z-a]", "\\", "\\q", "\\1",
    "(?=a)", "(a{99}){99}", "a{99999}", String(repeating: "(", count: 20_000),
    String(repeating: "(", count: 60) + String(repeating: ")", count: 60),
  ])
  func isNoPattern(pattern: String) {
    #expect(
      reports(of: pattern) == ["'/\(pattern)/' is not a pattern; write expect message /REGEX/"])
  }

  @Test(arguments: ["(a+)+$", "(a|a)*$", "(a*)*b", "a*a*a*a*a*a*a*b", "((a{0,9}){0,9}){0,9}$"])
  func noPatternTakesForEver(pattern: String) {
    let name = String(repeating: "a", count: 900)
    #expect(reports(of: pattern + "!", entry: name) == ["expect message /\(pattern)!/"])
  }
}

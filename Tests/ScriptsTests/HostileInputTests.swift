import Autodiff
import Expressions
import FullScreen
import Journals
import Lessons
import RandomNumbers
import Scripts
import Sessions
import TestSupport
import Testing
import TextScreen

/// What a stranger may hand in gives a value or an error, and never ends the program.
@Suite struct HostileInputTests {
  @Test func formulas() {
    var generator = SplitMix64(seed: 21)
    let seeds = [
      "2 + 3w", "1/2(a - y)^2", "sigmoid(w x + b)(1 - e^-z)", "max(w, -x)^2^-3", "w^w^w/0",
      "sin² x",
      "1e-3 w / 1e308 * 1e308", "((((w))))", "-−+w",
    ]
    let known: Set = ["w", "x", "a", "y", "b", "z"]
    var readings = 0
    for _ in 0..<6000 {
      let text = mutated(seeds.randomElement(using: &generator) ?? "", &generator)
      do {
        let formula = try Formula(text, known: known)
        _ = formula.unknownNames(known: known)
        _ = formula.expression.value(at: formula.expression.names.map { _ in 0.5 })
        for name in formula.expression.names.prefix(2) {
          _ = formula.expression.derivative(withRespectTo: name).simplified().text
        }
        let again = try Formula(
          formula.expression.text, known: known.union(formula.expression.names))
        #expect(again.expression == formula.expression, "\(text)")
        readings += 1
      } catch {
        let lines = error.report(in: text).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 3 && lines[1].contains("^"), "\(text)")
      }
    }
    #expect((500...5500).contains(readings))
  }

  @Test func anAnswerLongerThanTheLineMayBeEdited() throws {
    var screen = try twoNodes()
    let answer = String(repeating: "9", count: 5000)
    screen.act(.fill(entry: 0, answer))
    screen.press(.left, .character("1"))
    #expect(screen.prompt.text == answer)
  }

  @Test func lessonsAndTheirTests() {
    var generator = SplitMix64(seed: 22)
    let seed = """
      # Two nodes

      A `dJ/dw = 66` b.

      ```graph
      parameter w = 3 in -9..9
      data x = 2
      a = 2 + 3w
      J = a^2 + x a
      ```

      ## Fill it in

      | a | b |
      |---|---|
      | `a = 11` | 2 |

      ```fill
      forward
      dJ/da via J
      ```

      ```test
      page 2
      fill a = 11
      expect a right
      ! expect done
      ```
      """
    var openings = 0
    for _ in 0..<600 {
      let text = mutated(seed, &generator)
      let reading = LessonReading(utf8: Array(text.utf8), name: "s")
      let source = Source.lesson(name: "s", hash: "h")
      let check = LessonCheck(reading, source: source) { _ in .failure(.init("no such lesson")) }
      #expect(Set(check.errors).isSuperset(of: reading.errors))
      guard reading.errors.isEmpty, let session = try? opened(reading.lesson) else { continue }
      openings += 1
      var shown = shown(session)
      shown.press(.function(8), .paste("11\n"))
      #expect(shown.canvas().text.filter { $0.contains(where: \.isControl) } == [])
    }
    #expect(openings > 50)
  }

  @Test func scriptsAndJournals() throws {
    let opening = try opened(SampleLesson.twoNodes, name: "s")
    var generator = SplitMix64(seed: 23)
    let script = """
      explore a = 2 + 3w; J = a^2; w=3
      fill a = 11
      expect a right
      expect message /right/
      expect score 1/5
      undo
      ! expect done
      """
    let record =
      #"{"time": "T", "learner": "L", "lesson": "s", "lessonHash": "h", "page": 2, "event": "undo", "#
      + #""changes": [{"graph": 0, "entry": "a", "typed": null}]}"#
    var (scripts, failures, records) = (0, 0, 0)
    for _ in 0..<1500 {
      let lines = mutated(script, &generator).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      do {
        let script = try Script(lines: lines.map(String.init))
        var run = ScriptRun { _ in .failure(.init("no such lesson")) }
        let found = run.run(script)
        #expect(found.filter { !lines.indices.contains($0.line - 1) } == [])
        scripts += 1
        failures += found.isEmpty ? 0 : 1
      } catch {
        #expect(error.errors.filter { !lines.indices.contains($0.line - 1) } == [])
        #expect(!error.errors.isEmpty)
      }
      let line = mutated(record, &generator)
      if let record = try? JournalRecord(line: Array(line.utf8)) {
        var session = opening
        session.resume([record])
        #expect((1...3).contains(session.pageNumber), "\(line)")
        records += 1
      }
    }
    // Of each some are read, some are not, and some of the scripts that are read fail.
    for count in [scripts, failures, records] { #expect((50...1450).contains(count)) }
  }
}

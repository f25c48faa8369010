import Foundation
import Testing

/// The generated class as the programs see it for which its tables are made: `PYTHON` names an interpreter that has them.
@Suite struct ReadersTests {
  private static let python =
    ProcessInfo.processInfo.environment["PYTHON"] ?? "/usr/bin/python3"

  private static func has(_ library: String) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: python) else { return false }
    return (try? ProgramRun(["-c", "import \(library)"], of: python).status) == 0
  }

  private func made() throws -> OddClassTests.Made { try OddClassTests.made.get() }

  /// Lets a program in Python read what `grade` writes, as the file `report`.
  private func read(_ words: [String], by program: String) throws -> [String] {
    let made = try made()
    let report = try ProgramRun(
      ["grade", "in", "--lessons", "lessons"] + words, in: made.folder.path)
    let folder = try TemporaryFolder()
    try folder.write("report", report.output)
    let run = try ProgramRun(
      ["-c", program], of: ReadersTests.python, in: folder.path,
      environment: ["PYTHONWARNINGS": "ignore"])
    #expect(run.status == 0, "\(run.errors.suffix(2000))")
    return run.output.split(separator: "\n").map(String.init)
  }

  /// What was counted, summed over the class.
  private func sum(_ count: (OddClass.Work) -> Int) throws -> Int {
    try made().works.values.flatMap(\.values).map(count).reduce(0, +)
  }

  private func works() throws -> Int { try made().works.values.map(\.count).reduce(0, +) }

  @Test(.enabled(if: has("duckdb"), "the Python module duckdb is not installed"))
  func duckDBReadsTheMarks() throws {
    let program = """
      import duckdb
      rows = duckdb.sql('''select count(*), sum("right"), sum(attempts), sum(late), min(last_time),
        typeof(any_value(points)), count(distinct learner) from read_csv('report')''').fetchall()
      print(*rows[0])
      """
    let last = try made().works.values.flatMap(\.values).map(\.last).filter { !$0.isEmpty }.min()
    let time = try #require(last).replacing("T", with: " ").replacing("Z", with: "")
    let attempts = try sum { $0.items.values.reduce(0) { $0 + $1.attempts } }
    #expect(
      try read(["--csv"], by: program) == [
        "\(works()) \(sum(\.right)) \(attempts) \(sum(\.late)) \(time)000+00:00 DOUBLE \(made().works.count)"
      ])
  }

  @Test(.enabled(if: has("pandas"), "the Python module pandas is not installed"))
  func pandasReadsEveryTable() throws {
    let program = """
      import pandas
      table = pandas.read_csv('report', sep=SEPARATOR)
      print(len(table), *[int(table[name].sum()) for name in NAMES])
      """
    func read(_ words: [String], _ names: String, _ separator: String = ",") throws -> [String] {
      try self.read(
        words,
        by: program.replacing("SEPARATOR", with: "'\(separator)'").replacing("NAMES", with: names))
    }
    let entries = try made().works.values.flatMap(\.keys).map { OddClass.asked($0).entries.count }
      .reduce(0, +)
    let right = try sum(\.right)
    #expect(try read(["--csv", "--entries"], "['found']") == ["\(entries) \(right)"])
    #expect(
      try read(["--datashop"], "['Attempt At Step']", "\\t").first?.hasPrefix(
        "\(sum { $0.steps.count }) ") ?? false)
    let rows = try made().roster.count
    #expect(
      try read(["--moodle", "--roster", "roster.csv"], "[]") == ["\(rows)"])
  }

  @Test(.enabled(if: has("pyBKT.models"), "the Python module pyBKT is not installed"))
  func pyBKTFitsEverySkill() throws {
    let program = """
      from pyBKT.models import Model
      model = Model(seed=1, num_fits=1, parallel=False)
      model.fit(data_path='report')
      print(*sorted(set(model.params().index.get_level_values('skill'))))
      """
    #expect(
      try read(["--pybkt"], by: program)
        == ["chain constant-factor forward paths power product sum"])
  }

  @Test(
    .enabled(if: has("gradescope_utils"), "the Python module gradescope-utils is not installed"))
  func resultsForGradescopeAreLikeThoseThatItsOwnRunnerWrites() throws {
    let program = """
      import io, json, unittest
      from gradescope_utils.autograder_utils.decorators import weight
      from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner

      class Tests(unittest.TestCase):
          @weight(2)
          def test_right(self): pass
          @weight(3)
          def test_wrong(self): self.fail('so')

      stream = io.StringIO()
      suite = unittest.defaultTestLoader.loadTestsFromTestCase(Tests)
      JSONTestRunner(visibility='visible', stream=stream).run(suite)
      theirs = json.loads(stream.getvalue())
      ours = json.load(open('report'))
      kinds = {'name': str, 'status': str, 'output': str, 'visibility': str}
      for test in ours['tests'] + theirs['tests']:
          assert set(test) <= set(kinds) | {'score', 'max_score'}, test
          assert all(type(test[name]) is kinds[name] for name in kinds if name in test), test
          assert 0 <= test['score'] <= test['max_score'], test
          assert test['status'] == ('passed' if test['score'] else 'failed'), test
      assert {test['status'] for test in ours['tests']} <= {test['status'] for test in theirs['tests']}
      assert set(ours) <= {'score', 'output', 'visibility', 'tests', 'extra_data'}
      print(len(ours['tests']), type(ours['score']).__name__ in ('int', 'float'))
      """
    let lessons = OddClass.lessons.flatMap { ["--lesson", $0.name] }
    #expect(try read(["--gradescope"] + lessons, by: program) == ["16 True"])
  }

  private static let hasSpark =
    has("pyspark") && FileManager.default.isExecutableFile(atPath: "/usr/bin/java")

  @Test(.enabled(if: hasSpark, "PySpark or Java is not installed"))
  func sparkGivesTheReportOfGradeFigureForFigure() throws {
    let made = try made()
    let page = try ProgramRun(["help", "journal"]).output
      .split(separator: "\n", omittingEmptySubsequences: false)
    let program = page.drop { $0 != "```python spark" }.dropFirst().prefix { $0 != "```" }
      .joined(separator: "\n")
    let folder = try TemporaryFolder()
    try folder.write("grade.py", program)
    let path = try ProgramRun.program.path()
    let run = try ProgramRun(
      ["grade.py", path, "\(made.folder.path)/lessons", "\(made.folder.path)/in", "report"],
      of: ReadersTests.python, in: folder.path,
      environment: ["PYSPARK_PYTHON": ReadersTests.python, "SPARK_LOCAL_IP": "127.0.0.1"])
    #expect(run.status == 0, "\(run.errors.suffix(3000))")
    let grade = try ProgramRun(
      ["grade", "\(made.folder.path)/in", "--lessons", "\(made.folder.path)/lessons", "--json"])
    let json = try JSONSerialization.jsonObject(with: Data(grade.output.utf8)) as? [String: Any]
    let total = try #require((json?["class"] as? [String: Any])?["entries"] as? [[String: Any]])
    let names = [
      "lesson", "page", "entry", "learners", "firstTries", "rightAtFirst", "attempts", "wrong",
      "hints",
      "shown", "seconds",
    ]
    let expected = total.map { entry in names.map { "\(entry[$0] ?? "")" } }
    let lines = run.output.split(separator: "\n").map {
      var fields = $0.split(separator: "\t").map(String.init)
      // Nothing else has what could not be read.
      if fields.count > 8 { fields.remove(at: 8) }
      if let last = fields.popLast(), let seconds = Double(last) {
        fields.append(OddClass.text(seconds))
      }
      return fields
    }
    #expect(Set(lines) == Set(expected))
    // The lines themselves, whatever their order.
    let table = try ProgramRun(
      [
        "grade", "\(made.folder.path)/in", "--lessons", "\(made.folder.path)/lessons", "--csv",
        "--entries",
      ])
    let count = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/report")
      .filter { $0.hasSuffix(".csv") }
      .map { try String(contentsOfFile: "\(folder.path)/report/\($0)", encoding: .utf8) }
      .map { $0.split(whereSeparator: \.isNewline).count - 1 }.reduce(0, +)
    #expect(count == table.output.split(separator: "\r\n").count - 1)
  }
}

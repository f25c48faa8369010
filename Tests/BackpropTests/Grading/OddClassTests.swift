import Foundation
import Testing

/// A class of 300 over three lessons, with every oddity of what classes hand in: each figure of each report against a count
/// of one's own, and every file accounted for.
@Suite struct OddClassTests {
  /// The class, its files, and what was counted; made once.
  struct Made: Sendable {
    let folder: TemporaryFolder
    let works: [String: [String: OddClass.Work]]
    let roster: [(name: String, login: String)]
    let notes: Set<String>
    let names: [String: String]

    init() throws {
      folder = try TemporaryFolder()
      var made = try OddClass(learners: 300, seed: 20)
      for lesson in OddClass.lessons { try folder.write("lessons/\(lesson.name).md", lesson.text) }
      for (path, bytes) in made.files {
        try folder.write(path, String(decoding: bytes, as: UTF8.self))
      }
      let rows = made.roster.map {
        "\(OddClassTests.quoted($0.name)),\(OddClassTests.quoted($0.login))\n"
      }
      try folder.write("roster.csv", "name,username\n\(rows.joined())")
      let place = "\(folder.path)/in"
      #expect(mkfifo("\(place)/pipe.md", 0o600) == 0)
      #expect(symlink(".", "\(place)/round") == 0)
      #expect(symlink("loop.md", "\(place)/loop.md") == 0)
      #expect(link("\(place)/work 18.md", "\(place)/twin.md") == 0)
      works = made.count()
      roster = made.roster
      notes = made.notes
      names = Dictionary(made.events.map { (OddClass.key($0.learner), $0.learner) }) { one, _ in one
      }
    }
  }

  static let made = Result { try Made() }

  private static func quoted(_ field: String) -> String {
    "\"\(field.replacing("\"", with: "\"\""))\""
  }

  private func made() throws -> Made { try OddClassTests.made.get() }

  private func grade(_ words: [String]) throws -> ProgramRun {
    try ProgramRun(
      ["grade", "in", "--lessons", "lessons"] + words, in: made().folder.path)
  }

  /// The fields of a table in commas, without its heading.
  private func records(_ words: [String]) throws -> [[String]] {
    let run = try grade(words)
    #expect(run.status == 1)
    return OddClassTests.records(of: run.output)
  }

  private static func records(of text: String) -> [[String]] {
    text.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }.map { line in
      var fields = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"":
          // Two in a field are one; they turn quoting off and on again.
          if !isQuoted, fields[fields.count - 1].last == "\u{0}" {
            fields[fields.count - 1].removeLast()
            fields[fields.count - 1] += "\""
          }
          if isQuoted { fields[fields.count - 1] += "\u{0}" }
          isQuoted.toggle()
        case "," where !isQuoted: fields.append("")
        default: fields[fields.count - 1].append(character)
        }
      }
      return fields.map { $0.replacing("\u{0}", with: "") }
    }
  }

  /// A name as a cell has it.
  private func cell(_ name: String) -> String { name.hasPrefix("=") ? "'\(name)" : name }

  private func points(_ work: OddClass.Work, _ asked: OddClass.Asked) -> String {
    let points = asked.points * Double(work.right) / Double(asked.entries.count)
    return OddClass.text((points * 100).rounded() / 100)
  }

  /// The lines that are expected of the works of all learners.
  private func expected(
    _ line: (String, OddClass.Asked, OddClass.Work) -> [String]?
  ) throws -> Set<[String]> {
    let made = try made()
    var lines: Set<[String]> = []
    for (key, works) in made.works {
      for (name, work) in works {
        let asked = OddClass.asked(name)
        if let line = line(cell(made.names[key] ?? ""), asked, work) { lines.insert(line) }
      }
    }
    return lines
  }

  @Test func everyMarkIsTheOneThatWasCounted() throws {
    let lines = try records(["--csv"]).map { Array($0[0...1] + $0[3...17]) }
    let expected = try expected { name, asked, work in
      let items = Array(work.items.values)
      func sum(_ count: (OddClass.Item) -> Int) -> String { String(items.map(count).reduce(0, +)) }
      return [
        name, asked.name, "", String(work.right), String(asked.entries.count), points(work, asked),
        OddClass.text(asked.points), sum(\.attempts), sum(\.firstTries), sum(\.rightAtFirst),
        sum(\.wrong), sum(\.unreadable), sum(\.hints), sum { $0.isShown ? 1 : 0 },
        OddClass.text(Double(work.milliseconds) / 1000), work.last, String(work.late),
      ]
    }
    #expect(Set(lines).subtracting(expected) == [])
    #expect(expected.subtracting(lines) == [])
    #expect(lines.count == expected.count && lines.count > 600)
  }

  @Test func everyEntryStandsAsItWasCounted() throws {
    let lines = try records(["--csv", "--entries"]).map {
      Array([$0[0], $0[1], $0[5]] + $0[7...16])
    }
    var expected: [[String]] = []
    for (key, works) in try made().works {
      let name = try cell(made().names[key] ?? "")
      for (lesson, work) in works {
        expected += OddClass.asked(lesson).entries.map { entry in
          let item = work.items[entry] ?? OddClass.Item()
          return [
            name, lesson, entry, item.state, "\(item.attempts)", "\(item.firstTries)",
            "\(item.rightAtFirst)", "\(item.wrong)", "\(item.unreadable)", "\(item.hints)",
            "\(item.isShown)", "\(item.isFound)", OddClass.text(Double(item.milliseconds) / 1000),
          ]
        }
      }
    }
    #expect(Set(lines).subtracting(expected) == [])
    #expect(Set(expected).subtracting(lines) == [])
    #expect(lines.count == expected.count)
  }

  @Test func everyFileIsAccountedFor() throws {
    let made = try made()
    let run = try grade([])
    let said = Set(run.errors.split(separator: "\n").map(String.init))
    // What is said of learners is looked at by itself.
    let ofFiles = said.filter {
      !$0.contains("worth a look") && !$0.contains("read as one learner")
    }
    #expect(ofFiles.subtracting(made.notes) == [])
    #expect(made.notes.subtracting(ofFiles) == [])
    // Somebody has work on a lesson that is not here alone.
    let first = run.output.split(separator: "\n").first
    #expect(first == "\(made.works.count + 1) learners")
  }

  @Test func theJSONHasTheSameFigures() throws {
    let run = try grade(["--json"])
    let whole = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let learners = try #require(whole["learners"] as? [[String: Any]])
    var lines: Set<[String]> = []
    for learner in learners {
      for lesson in learner["lessons"] as? [[String: Any]] ?? [] {
        for entry in lesson["entries"] as? [[String: Any]] ?? [] {
          let head = [learner["learner"], lesson["lesson"], lesson["right"], lesson["late"]]
          let fields = [
            "entry", "state", "attempts", "firstTries", "rightAtFirst", "wrong", "hints",
          ]
          lines.insert((head + fields.map { entry[$0] }).map { "\($0 ?? "")" })
        }
      }
    }
    var expected: Set<[String]> = []
    for (key, works) in try made().works {
      for (lesson, work) in works {
        for entry in OddClass.asked(lesson).entries {
          let item = work.items[entry] ?? OddClass.Item()
          expected.insert([
            try made().names[key] ?? "", lesson, "\(work.right)", "\(work.late)", entry, item.state,
            "\(item.attempts)", "\(item.firstTries)", "\(item.rightAtFirst)", "\(item.wrong)",
            "\(item.hints)",
          ])
        }
      }
    }
    #expect(lines.subtracting(expected) == [] && expected.subtracting(lines) == [])
  }

  /// The rows of the roster, then those who are not on it: each with the works.
  private func rows() throws -> [(name: String, login: String?, works: [String: OddClass.Work])] {
    let made = try made()
    let listed = Set(made.roster.map { OddClass.key($0.login) })
    let others = made.names.filter { !listed.contains($0.key) }.map(\.value) + ["stranger"]
    return made.roster.map { ($0.name, $0.login, made.works[OddClass.key($0.login)] ?? [:]) }
      + others.sorted().map { ($0, nil, made.works[OddClass.key($0)] ?? [:]) }
  }

  @Test func canvasHasALineForEachStudentOfTheRosterAndTheOthers() throws {
    let lines = try records(["--canvas", "--roster", "roster.csv"])
    #expect(lines.first == ["    Points Possible", "", "", "", "", "12.5", "6", "5"])
    let expected = try rows().map { row in
      [cell(row.name), "", "", cell(row.login ?? row.name), ""]
        + OddClass.lessons.map { points(row.works[$0.name] ?? OddClass.Work(), $0) }
    }
    #expect(Array(lines.dropFirst()) == expected)
  }

  @Test func moodleHasALineForEachStudentOfTheRoster() throws {
    let lines = try records(["--moodle", "--roster", "roster.csv"]).map {
      [$0[0], $0[1], $0[3], $0[5]]
        + [2, 4, 6].map { [line = $0] in String(line[$0].prefix { $0 != ";" }) }
    }
    let expected = try rows().filter { $0.login != nil }.map { row in
      let works = OddClass.lessons.map { ($0, row.works[$0.name]) }
      return [cell(row.login ?? "")] + works.map { points($1 ?? OddClass.Work(), $0) }
        + works.map { asked, work in
          guard let work, !work.items.isEmpty else { return "nothing was handed in" }
          return "\(work.right) of \(asked.entries.count) right"
        }
    }
    #expect(lines == expected)
  }

  /// What an entry exercises, by hand.
  private static let skills: [String: [String]] = [
    "a": ["forward"], "J": ["forward"], "dJ/da": ["power"], "da/dw": ["constant-factor", "sum"],
    "dJ/dw": ["chain"], "slope": [], "df/dd": ["product"], "df/de": ["product"],
    "df/db via e": ["chain"], "df/db via d": ["chain"], "df/db": ["paths"], "p": ["forward"],
    "K": ["forward"], "dK/dp": ["constant-factor"], "dK/du": ["chain"], "dK/dv": ["chain"],
  ]

  @Test func pyBKTHasTheFirstAttemptsInTheirOrder() throws {
    let lines = try records(["--pybkt"])
    #expect(lines.map { $0[0] } == (1...lines.count).map(String.init))
    var expected: [[String]] = []
    for (key, works) in try made().works {
      let name = try cell(made().names[key] ?? "")
      for (lesson, work) in works {
        for first in work.first {
          expected += (OddClassTests.skills[first.entry] ?? []).map {
            [name, $0, first.isRight ? "1" : "0", lesson, "1", first.entry]
          }
        }
      }
    }
    func counts(_ lines: [[String]]) -> [[String]: Int] {
      Dictionary(lines.map { ($0, 1) }, uniquingKeysWith: +)
    }
    #expect(counts(lines.map { Array($0.dropFirst()) }) == counts(expected))
  }

  @Test func dataShopHasEveryStepInItsOrder() throws {
    let run = try grade(["--datashop"])
    var lines: [String: [[String]]] = [:]
    for line in run.output.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      #expect(fields.count == 18)
      let place = "\(OddClass.key(fields[0])) \(fields[6])"
      lines[place, default: []].append([1, 2, 9, 10, 11, 14].map { fields[$0] })
    }
    var expected: [String: [[String]]] = [:]
    for (key, works) in try made().works {
      for (lesson, work) in works where !work.steps.isEmpty {
        var counts: [String: Int] = [:]
        expected["\(key) \(lesson)"] = work.steps.map { step in
          counts[step.entry, default: 0] += 1
          let time = OddClass.time(step.time).replacing("T", with: " ").replacing("Z", with: "")
          return [
            step.session, time, step.entry, "\(counts[step.entry] ?? 0)", step.outcome, step.typed,
          ]
        }
      }
    }
    #expect(Set(lines.keys) == Set(expected.keys))
    for (place, steps) in lines { #expect(steps == expected[place], "\(place)") }
  }

  @Test(arguments: [1, 16, 21, 36, 41])
  func anUploadHasThePointsThatWereCounted(number: Int) throws {
    let made = try made()
    let name = try FileManager.default.subpathsOfDirectory(atPath: "\(made.folder.path)/in")
      .first { $0.contains(" \(number).") || $0.hasSuffix(" \(number)") }
    let run = try ProgramRun(
      ["grade", "in/\(try #require(name))", "--lessons", "lessons", "--gradescope"]
        + OddClass.lessons.flatMap { ["--lesson", $0.name] }, in: made.folder.path)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let works = made.works["learner \(number)"] ?? [:]
    let expected = OddClass.lessons.reduce(0.0) { sum, asked in
      sum + asked.points * Double(works[asked.name]?.right ?? 0) / Double(asked.entries.count)
    }
    #expect(json["score"] as? Double == (expected * 1000).rounded() / 1000)
    let tests = try #require(json["tests"] as? [[String: Any]])
    #expect(tests.count == 16)
    #expect(
      tests.filter { $0["status"] as? String == "passed" }.count
        == works.values.reduce(0) { $0 + $1.right })
  }
}

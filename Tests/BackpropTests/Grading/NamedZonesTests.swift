import Foundation
import LessonSolving
import Testing

/// Deadlines in zones that the machine's tz database names.
@Suite struct NamedZonesTests {
  private static let isDatabaseThere = FileManager.default.fileExists(
    atPath: "/usr/share/zoneinfo/Australia/Lord_Howe")

  /// How many of the answers that came at some times are late.
  private func late(_ times: [String], until: String) throws -> Int? {
    let folder = try TemporaryFolder()
    try folder.write("made.md", "# Made\n\n\(SampleBlocks.firstGraph)\n\n```fill\n```\n")
    let lines = times.map { time in
      #"{"time": "\#(time)", "session": "S", "learner": "ada", "lesson": "made", "seed": 0, "#
        + #""page": 1, "event": "fill", "entry": "a", "typed": "11"}"# + "\n"
    }
    try folder.write("in/ada.jsonl", lines.joined())
    let run = try ProgramRun(
      ["grade", "in", "--lessons", ".", "--until", until, "--csv"], in: folder.path)
    let rows = run.output.components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
    guard rows.count > 1, let column = rows[0].firstIndex(of: "late") else { return nil }
    return Int(rows[1][column])
  }

  @Test(
    .enabled(if: isDatabaseThere, "there is no tz database here"),
    arguments: [
      // Winter and summer, and both sides of each change.
      ("2026-11-30 23:59 Europe/Berlin", "2026-11-30T22:59:59.999Z", "2026-11-30T23:00:00.000Z"),
      ("2026-06-30 23:59 Europe/Berlin", "2026-06-30T21:59:59.999Z", "2026-06-30T22:00:00.000Z"),
      ("2027-03-28 01:59 Europe/Berlin", "2027-03-28T00:59:59.999Z", "2027-03-28T01:00:00.000Z"),
      ("2027-03-28 03:00 Europe/Berlin", "2027-03-28T01:00:59.999Z", "2027-03-28T01:01:00.000Z"),
      ("2026-10-25 01:59 Europe/Berlin", "2026-10-24T23:59:59.999Z", "2026-10-25T00:00:00.000Z"),
      ("2026-10-25 02:30 Europe/Berlin", "2026-10-25T01:30:59.999Z", "2026-10-25T01:31:00.000Z"),
      ("2026-10-25 03:00 Europe/Berlin", "2026-10-25T02:00:59.999Z", "2026-10-25T02:01:00.000Z"),
      ("2026-10-25 Europe/Berlin", "2026-10-25T22:59:59.999Z", "2026-10-25T23:00:00.000Z"),
      // Beyond the changes that the files write out.
      ("2060-07-01 12:00 Europe/Berlin", "2060-07-01T10:00:59.999Z", "2060-07-01T10:01:00.000Z"),
      ("2060-12-01 12:00 Europe/Berlin", "2060-12-01T11:00:59.999Z", "2060-12-01T11:01:00.000Z"),
      // The other side of the world, half hours, and a zone without a change.
      ("2026-11-01 01:30 America/New_York", "2026-11-01T06:30:59.999Z", "2026-11-01T06:31:00.000Z"),
      (
        "2026-04-05 01:45 Australia/Lord_Howe", "2026-04-04T15:15:59.999Z",
        "2026-04-04T15:16:00.000Z"
      ),
      ("2026-12-01 23:59:30 Asia/Kolkata", "2026-12-01T18:29:30.999Z", "2026-12-01T18:29:31.000Z"),
      ("2026-12-01 23:59 UTC", "2026-12-01T23:59:59.999Z", "2026-12-02T00:00:00.000Z"),
    ])
  func theClocksOfTheZoneDecide(until: String, last: String, late: String) throws {
    #expect(try self.late([last], until: until) == 0)
    #expect(try self.late([last, late], until: until) == 1)
  }

  @Test(arguments: [
    ("Europe/Nowhere", "which this machine does not know"),
    ("Europe", "which this machine does not know"),
    ("../zoneinfo/Europe/Berlin", "which this machine does not know"),
    ("/usr/share/zoneinfo/Europe/Berlin", "which this machine does not know"),
    ("Europe/../Europe/Berlin", "which this machine does not know"),
    ("Europe//Berlin", "which this machine does not know"),
    ("tzdata.zi", "which this machine does not know"),
  ])
  func aNameOutsideTheDatabaseIsRefused(name: String, why: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("zones/README", "no zone")
    for variables in [["TZDIR": "\(folder.path)/zones"], [:]]
    where !variables.isEmpty || NamedZonesTests.isDatabaseThere {
      let run = try ProgramRun(
        ["grade", "in", "--until", "2026-11-30 23:59 \(name)"], in: folder.path,
        environment: variables)
      #expect(
        run.errors
          == "backprop: '2026-11-30 23:59 \(name)' names the time zone \(name), \(why); write the hours "
          + "from UTC instead, as in 2026-12-01 23:59 +01:00\n")
      #expect(run.status == 2)
    }
  }

  @Test func aMachineWithoutTheDatabaseSaysWhatToWrite() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(
      ["grade", "in", "--until", "2026-11-30 23:59 Europe/Berlin"], in: folder.path,
      environment: ["TZDIR": "\(folder.path)/zones"])
    #expect(
      run.errors
        == "backprop: '2026-11-30 23:59 Europe/Berlin' names the time zone Europe/Berlin, and this machine "
        + "has no list of time zones; write the hours from UTC instead, as in 2026-12-01 23:59 +01:00\n"
    )
    #expect(run.status == 2)
  }
}

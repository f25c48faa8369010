import Foundation
import Testing

/// What writes a file never writes over somebody's work.
@Suite struct FilesOfOthersTests {
  /// What stands where an option is told to write.
  enum Target: String, CaseIterable {
    case lesson, script, journal, folder, link, text, xml, unreadable

    static let lessonText = "# Mine\n\n```graph\nJ = w^2\nw = 3\n```\n\n```fill\n```\n"

    /// Puts it there, under a name.
    func put(_ name: String, in folder: TemporaryFolder) throws {
      switch self {
      case .lesson: try folder.write(name, Target.lessonText)
      case .script: try folder.write(name, "explore J = w^2; w=3\nexpect done\n")
      case .journal: try folder.write(name, "{\"time\": \"2026-01-01T00:00:00Z\"}\n")
      case .folder: try folder.write("\(name)/kept.md", Target.lessonText)
      case .link:
        try folder.write("linked.md", Target.lessonText)
        try folder.write("\(name).not")
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder.path)/\(name)", withDestinationPath: "\(folder.path)/linked.md")
      case .text: try folder.write(name, "no cursor\n")
      case .xml: try folder.write(name, "<?xml version=\"1.0\"?>\n<svg/>\n")
      case .unreadable:
        try folder.write(name, Target.lessonText)
        try FileManager.default.setAttributes(
          [.posixPermissions: 0], ofItemAtPath: "\(folder.path)/\(name)")
      }
    }
  }

  /// What writes a file: its words, with the name of the file it writes.
  enum Writer: String, CaseIterable {
    case junit, handIn, new, picture

    var path: String {
      switch self {
      case .junit: "out.xml"
      case .handIn: "ada.md"
      case .new: "mine.md"
      case .picture: "Pictures/now.txt"
      }
    }

    /// How a plain file of another kind is refused, after its path.
    var refusal: String {
      switch self {
      case .junit: "is there and is not a JUnit XML file; name another file"
      case .handIn: "is there and is not a hand-in; name another file"
      case .new: "it is there already; choose another name"
      case .picture:
        "is there and is not a stored screen; move it away, or give the picture another name"
      }
    }

    func run(in folder: TemporaryFolder) throws -> ProgramRun {
      let state = ["XDG_STATE_HOME": "\(folder.path)/state"]
      func run(_ words: String..., input: String = "") throws -> ProgramRun {
        try ProgramRun(words, in: folder.path, input: input, environment: state)
      }
      switch self {
      case .junit:
        try folder.write("a.test", "explore J = w^2; w=3\nexpect J empty\n")
        return try run("test", "a.test", "--junit", path)
      case .handIn:
        _ = try run("learn", "two-nodes", "--plain", input: "11\n")
        return try run("hand-in", "-o", path)
      case .new: return try run("new", "mine")
      case .picture:
        try folder.write("a.test", "screen 60 14\nexplore J = w^2; w=3\npicture now\n")
        return try run("test", "a.test", "--update")
      }
    }
  }

  /// Every file in a folder with its bytes, but for those that a writer needs itself.
  private func files(in folder: TemporaryFolder) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name != "a.test" && !name.hasPrefix("state") {
      files[name] = FileManager.default.contents(atPath: "\(folder.path)/\(name)") ?? Data()
    }
    return files
  }

  @Test(arguments: Writer.allCases, Target.allCases)
  func aFileOfAnotherKindIsRefusedAndKept(writer: Writer, target: Target) throws {
    // Root reads everything.
    if target == .unreadable, getuid() == 0 { return }
    let folder = try TemporaryFolder()
    try target.put(writer.path, in: folder)
    let before = try files(in: folder)
    let run = try writer.run(in: folder)
    #expect(try files(in: folder) == before)
    #expect(run.status == 2)
    #expect(run.errors.contains(writer.path))
    if target != .folder, target != .unreadable { #expect(run.errors.contains(writer.refusal)) }
    if target == .link {
      let link = "\(folder.path)/\(writer.path)"
      #expect(throws: Never.self) {
        try FileManager.default.destinationOfSymbolicLink(atPath: link)
      }
    }
  }

  @Test(arguments: Writer.allCases)
  func itsOwnFilesAreWrittenAnew(writer: Writer) throws {
    let folder = try TemporaryFolder()
    #expect(try writer.run(in: folder).status == 0)
    guard writer != .new else { return }
    #expect(try writer.run(in: folder).status == 0)
    #expect(try files(in: folder)[writer.path]?.isEmpty == false)
  }

  @Test(arguments: [Writer.junit, .handIn, .picture])
  func anEmptyFileIsWritten(writer: Writer) throws {
    let folder = try TemporaryFolder()
    try folder.write(writer.path)
    #expect(try writer.run(in: folder).status == 0)
    #expect(try files(in: folder)[writer.path]?.isEmpty == false)
  }

  @Test func aReportThatIsRefusedIsRefusedBeforeAnythingIsTested() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.test", "explore J = w^2; w=3\nexpect J right\n")
    let run = try ProgramRun(["test", "a.test", "--update", "--junit", "a.test"], in: folder.path)
    #expect(
      run.errors == "backprop: a.test is there and is not a JUnit XML file; name another file\n")
    #expect(run.output == "")
  }
}

import Foundation

/// One run of the built program without a terminal.
struct ProgramRun {
  let output: String
  let errors: String
  let status: Int32

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: the words after the program's name.
  ///   - other: the path of another program to run, such as a shell that finds this one by its name.
  ///   - place: the folder to run it in; that of the tests unless told.
  ///   - input: what it reads from standard input.
  ///   - environment: variables beside these; the journal goes to a folder that is thrown away unless told.
  init(
    _ arguments: [String], of other: String? = nil, in place: String? = nil, input: String = "",
    environment: [String: String] = [:]
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try input.write(to: folder.appending(path: "in"), atomically: false, encoding: .utf8)
    for name in ["out", "err"] {
      try "".write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
    }
    let process = Process()
    let program = try ProgramRun.program
    process.executableURL = other.map { URL(filePath: $0) } ?? program
    if let place { process.currentDirectoryURL = URL(filePath: place) }
    process.arguments = arguments
    process.environment = [
      "HOME": folder.path(), "LC_ALL": "C.UTF-8",
      "PATH": "\(program.deletingLastPathComponent().path()):/usr/bin:/bin",
    ].merging(environment) { $1 }
    // Files and not pipes, so that no full pipe can hold up the program.
    process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    output = try String(contentsOf: folder.appending(path: "out"), encoding: .utf8)
    errors = try String(contentsOf: folder.appending(path: "err"), encoding: .utf8)
    status = process.terminationStatus
  }

  /// The program lies beside the executable of the tests.
  static var program: URL {
    get throws {
      let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: own).deletingLastPathComponent().appending(path: "backprop")
    }
  }
}

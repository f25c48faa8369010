import Foundation

/// How many instructions a run of the built program takes, counted by valgrind.
///
/// The program runs without its debugging information, which valgrind cannot read of every compiler.
struct InstructionCount {
  let count: Int
  /// What went in by the command line and came out, in bytes.
  let bytes: Int

  /// Why nothing can be counted here; nil where it can.
  static let reason: String? = {
    for tool in [valgrind, strip] where !FileManager.default.isExecutableFile(atPath: tool) {
      return "\(tool) is not installed"
    }
    return (try? start.get()) == nil ? "valgrind cannot run the program" : nil
  }()

  private static let (valgrind, strip) = ("/usr/bin/valgrind", "/usr/bin/strip")

  /// What a run that could not be counted said.
  struct Failure: Error {
    var errors: String
  }

  /// The program without its debugging information, made once.
  private static let program = Result {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "backprop-\(ProcessInfo.processInfo.processIdentifier)").path()
    let run = try ProgramRun(["-o", path, try ProgramRun.program.path()], of: strip)
    guard run.status == 0 else { throw Failure(errors: run.errors) }
    return path
  }

  /// What it takes to start the program.
  static let start = Result { try InstructionCount(["--version"]) }

  /// - Parameters:
  ///   - input: what the run reads from standard input.
  ///   - environment: variables beside those of any run.
  ///   - status: what it ends with.
  init(
    _ words: [String], input: String = "", environment: [String: String] = [:], status: Int32 = 0
  ) throws {
    let options = [
      "--vgdb=no", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
    ]
    let run = try ProgramRun(
      options + [try InstructionCount.program.get()] + words, of: InstructionCount.valgrind,
      input: input, environment: environment)
    guard run.status == status, let line = run.errors.firstMatch(of: /I +refs: +([0-9,]+)/),
      let count = Int(line.1.filter { $0 != "," })
    else { throw Failure(errors: run.errors) }
    self.count = count
    bytes = words.reduce(run.output.utf8.count) { $0 + $1.utf8.count }
  }
}

import Glibc
import Terminal

@main
struct Backprop {
  static func main() {
    ProcessStart.prepare()
    WorkSign.begin()
    do {
      let status = try run(ProcessStart.arguments)
      exit(status.rawValue)
    } catch {
      Output.error("backprop: \(error.message)")
      exit(error.status.rawValue)
    }
  }

  /// Runs one command.
  private static func run(_ words: [String]) throws(Failure) -> ExitStatus {
    let arguments = try Arguments(words)
    if arguments.has("--version") {
      Output.write("backprop \(Release.version)")
      return .done
    }
    if arguments.has("--help") {
      Output.write(arguments.command.map(Help.text) ?? Help.overview)
      return .done
    }
    switch arguments.command {
    case nil: return try MenuCommand.run(arguments)
    case .help: return try HelpCommand.run(arguments)
    case .man:
      Output.write(ManualPage.text)
      return .done
    case .conventions:
      Output.write(ConventionsPage.text, terminator: "")
      return .done
    case .completions: return try CompletionsCommand.run(arguments)
    case .lessons: return try LessonsCommand.run(arguments)
    case .solve: return try SolveCommand.run(arguments)
    case .nudge: return try NudgeCommand.run(arguments)
    case .diff: return try DiffCommand.run(arguments)
    case .export: return try ExportCommand.run(arguments)
    case .handIn: return try HandInCommand.run(arguments)
    case .grade: return try GradeCommand.run(arguments)
    case .replay: return try ReplayCommand.run(arguments)
    case .explore: return try ExploreCommand.run(arguments)
    case .code: return try CodeCommand.run(arguments)
    case .train: return try TrainCommand.run(arguments)
    case .predict: return try PredictCommand.run(arguments)
    case .practice: return try PracticeCommand.run(arguments)
    case .exam: return try ExamCommand.run(arguments)
    case .learn: return try LearnCommand.run(arguments)
    case .check: return try CheckCommand.run(arguments)
    case .test: return try TestCommand.run(arguments)
    case .new: return try NewCommand.run(arguments)
    }
  }
}

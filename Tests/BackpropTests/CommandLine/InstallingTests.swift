import Foundation
import Testing

/// The lines of the README that install the manual page and the completions, run as they stand there.
@Suite struct InstallingTests {
  /// The fenced block of the README that is marked with a word.
  private static func block(_ mark: String) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../README.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return lines.drop { $0 != "```sh \(mark)" }.dropFirst().prefix { $0 != "```" }
      .joined(separator: "\n")
  }

  /// Runs a block of the README in a home of its own, then a command that shows what came of it.
  ///
  /// - Returns: what the command prints.
  private func install(_ mark: String, then command: [String]) throws -> String {
    let block = try InstallingTests.block(mark)
    #expect(block.contains("backprop"))
    let home = try TemporaryFolder()
    let environment = ["HOME": home.path]
    let installing = try ProgramRun(["-eu", "-c", block], of: "/bin/sh", environment: environment)
    #expect(installing.status == 0)
    #expect(installing.output + installing.errors == "")
    let run = try ProgramRun(
      Array(command.dropFirst()), of: command[0], in: home.path, environment: environment)
    #expect(run.errors == "")
    return run.output
  }

  @Test func theManualPageIsWhatTheProgramPrints() throws {
    let copied = try install("manual", then: ["/bin/cat", ".local/share/man/man1/backprop.1"])
    #expect(try copied == ProgramRun(["man"]).output)
  }

  @Test(.needs("/usr/bin/man")) func manFindsThePageBesideTheProgram() throws {
    let command = "mkdir -p ~/.local/bin; PATH=~/.local/bin:/usr/bin:/bin man -w backprop"
    let found = try install("manual", then: ["/bin/sh", "-c", command])
    #expect(found.hasSuffix("/.local/share/man/man1/backprop.1\n"))
  }

  @Test(.needs(.bash)) func bashCompletesOnceItsLineIsRead() throws {
    let command = ["/usr/bin/bash", "--norc", "-c", ". ~/.bashrc; complete -p backprop"]
    #expect(try install("bash", then: command) == "complete -F _backprop backprop\n")
  }

  @Test(.needs(.zsh)) func zshCompletesOnceItsLineIsRead() throws {
    let command = ["/usr/bin/zsh", "-f", "-c", ". ~/.zshrc; print $_comps[backprop]"]
    #expect(try install("zsh", then: command) == "_backprop\n")
  }

  @Test(.needs(.fish)) func fishFindsItsFileByItself() throws {
    let command = ["/usr/bin/fish", "-c", "complete -C 'backprop learn two-n'"]
    #expect(try install("fish", then: command) == "two-nodes\n")
  }
}

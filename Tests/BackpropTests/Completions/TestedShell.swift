import Foundation

/// A shell whose completions are tried: what it offers for command lines.
enum TestedShell: String {
  case bash, zsh, fish

  /// What a shell said of the completions, where it should have said nothing.
  struct Complaint: Error {
    var errors: String
  }

  var path: String { "/usr/bin/\(rawValue)" }

  /// What the shell offers at the end of each line, sorted, each without the folders before it.
  func candidates(for lines: [String], in folder: TemporaryFolder) throws -> [[String]] {
    let completions = try ProgramRun(["completions", rawValue]).output
    try folder.write("home/completions/_backprop", completions)
    let run: ProgramRun
    switch self {
    case .bash:
      let script = lines.map(TestedShell.bashScript).joined(separator: "\n")
      run = try ProgramRun(
        ["--noprofile", "--norc", "-c", "source home/completions/_backprop\n\(script)"], of: path,
        in: folder.path)
    case .fish:
      let script = lines.map { line in
        "complete -C \(TestedShell.quoted(line)) | string split -f 1 \\t; printf '%s\\n' --"
      }.joined(separator: "\n")
      run = try ProgramRun(
        ["--no-config", "-c", "source home/completions/_backprop\n\(script)"], of: path,
        in: folder.path)
    case .zsh:
      try folder.write("home/.zshrc", TestedShell.zshSetup)
      run = try ProgramRun(
        ["-f", "-c", TestedShell.zshDriver] + ["zsh"] + lines, of: path, in: folder.path,
        environment: ["ZDOTDIR": "\(folder.path)/home", "TERM": "dumb"])
    }
    guard run.errors.isEmpty else { throw Complaint(errors: run.errors) }
    var found: [[String]] = [[]]
    for line in run.output.split(separator: "\n") {
      if line == "--" {
        found.append([])
      } else {
        // Some shells offer a path, some the last part of it.
        found[found.count - 1].append(line.split(separator: "/").last.map(String.init) ?? "")
      }
    }
    return found.dropLast().map { Set($0).sorted() }
  }

  /// Quotes a word for all three shells; there is neither a quote nor a backslash side by side with another.
  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: #"'\''"#) + "'"
  }

  /// Calls the completing function as bash itself does, with its words: quotes keep, equals signs part.
  private static func bashScript(_ line: String) -> String {
    var words = [""]
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" {
        quote = character
      }
      switch character {
      case " " where quote == nil: words.append("")
      case "=" where quote == nil: words += ["=", ""]
      default: words[words.count - 1].append(character)
      }
    }
    let list = words.map(quoted).joined(separator: " ")
    return """
      COMP_WORDS=(\(list)) COMP_CWORD=\(words.count - 1) COMP_LINE=\(quoted(line))
      _backprop backprop
      for word in "${COMPREPLY[@]}"; do printf '%s\\n' "$word"; done
      echo --
      """
  }

  /// What the inner zsh reads first: it notes down whatever is offered, and the end of each completion.
  private static let zshSetup = """
    PROMPT='ready>'
    fpath=(~+/home/completions $fpath)
    autoload -Uz compinit && compinit -u -D
    bindkey -e
    compadd() {
      local -a offered
      if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\\ * ]]; then
        builtin compadd -O offered "$@"
        print -rl -- $offered >>home/offered
      fi
      builtin compadd "$@"
    }
    note_end() {
      print -r -- -- >>home/offered
      comppostfuncs=(note_end)
    }
    comppostfuncs=(note_end)
    """

  /// Types the lines at an inner zsh, a Tab after each, then clears the line; prints what was noted down.
  private static let zshDriver = """
    zmodload zsh/zpty
    zpty shell zsh -d -i
    zpty -r shell part '*ready>*'
    for line; do zpty -w -n shell "$line"$'\\t\\025'; done
    zpty -w shell exit
    while zpty -r shell part; do :; done
    cat home/offered
    """
}

import Teaching
import Terminal
import Training

/// The completions for zsh, made from the table of commands.
enum ZshCompletions {
  static var text: String {
    let commands = CommandName.allCases.map { command in
      "      " + Shell.zsh.quoted("\(command.rawValue):\(command.summary)")
    }
    let arms = CommandName.allCases.map { command in
      // A shell that is told of two kinds that repeat takes neither.
      let repeated = command.arguments.firstIndex(where: \.count.repeats) ?? .max
      let places = command.arguments.enumerated().prefix { $0.offset <= repeated }
      let arguments = places.map { index, argument in
        let place = argument.count.repeats ? "*" : String(index + 1)
        let value = argument.value
        return Shell.zsh.quoted("\(place):\(value.placeholder):\(action(value))")
      }
      return "    \(command.rawValue)) _arguments -S \(list(options(of: command) + arguments)) ;;"
    }
    return """
      #compdef backprop
      # Completions of backprop for zsh, printed by: backprop completions zsh

      # The program is asked, so that the lessons are those of today.
      _backprop_lessons() {
        local folder=${${(Q)opt_args[--lessons]}/#\\~\\//$HOME/}
        local -a names expl
        names=(${(f)"$("$program" lessons ${folder:+--lessons} $folder 2>/dev/null)"})
        _wanted lessons expl lesson compadd -a names
      }

      # Lessons, and files with given endings.
      _backprop_lessons_and_files() {
        _alternative 'lessons:lesson:_backprop_lessons' "files:file:_files -g '*.(${(j:|:)@})(-.)'"
      }

      # Examples to learn from: those with a name, and files.
      _backprop_examples() {
        local -a names expl
        names=(\(GivenExamples.names.joined(separator: " ")))
        _alternative 'examples:examples:compadd -a names' "files:file:_files -g '*.(csv|npy|npz)(-.)'"
      }

      # The names to the left of an equals sign.
      _backprop_quantities() {
        local word
        local -a names expl
        for word in ${(Q)words}; do
          [[ $word =~ '^([[:alpha:]][[:alnum:]_]*) *=' ]] && names+=($match[1])
        done
        _wanted quantities expl quantity compadd -a names
      }

      _backprop() {
        local program=${${(Q)words[1]}/#\\~\\//$HOME/} command=$words[2]
        local -A opt_args
        local -a commands
        if [[ $command == -* ]]; then
          _arguments -S \(list(options(of: nil)))
          return
        fi
        if ((CURRENT == 2)); then
          commands=(
      \(commands.joined(separator: "\n"))
          )
          _describe -t commands command commands
          return
        fi
        shift words
        ((CURRENT--))
        case $command in
      \(arms.joined(separator: "\n"))
        esac
      }

      # In a folder of completions the file is the function; read as a script it says what it completes.
      if [[ $funcstack[1] == _backprop ]]; then
        _backprop "$@"
      else
        compdef _backprop backprop
      fi
      """
  }

  private static func options(of command: CommandName?) -> [String] {
    CommandName.options(of: command).flatMap { option in
      option.flags.map { flag in
        // A bracket of the explanation's own would end it.
        let explanation = option.explanation.replacing("[", with: "\\[").replacing("]", with: "\\]")
        guard let value = option.value else {
          return Shell.zsh.quoted("\(flag)[\(explanation)]")
        }
        let sign = flag == option.flag ? "=" : ""
        return Shell.zsh.quoted(
          "\(flag)\(sign)[\(explanation)]:\(value.placeholder):\(action(value))")
      }
    }
  }

  /// Specifications on lines of their own.
  private static func list(_ words: [String]) -> String {
    words.map { "\\\n        \($0)" }.joined(separator: " ")
  }

  /// What finds the words that can stand for a value; a blank where they cannot be known.
  private static func action(_ value: Value) -> String {
    switch value {
    case .lesson, .exam: "_backprop_lessons_and_files md"
    case .lessonOrScript: "_backprop_lessons_and_files md test"
    case .lessonOrFormula: "_backprop_lessons_and_files md"
    case .file: "_files"
    case .journal, .journals: "_files -g '*.(md|jsonl|ndjson|json|txt)(-.)'"
    case .quantity, .quantities: "_backprop_quantities"
    case .folder: "_files -/"
    case .command: "(\(HelpTopic.commandsAndTopics.joined(separator: " ")))"
    case .shell: "(\(Shell.allCases.map(\.rawValue).joined(separator: " ")))"
    case .activation:
      "(\(NetworkExam.activations.joined(separator: " ")))"
    case .optimizer: "(\(Optimizer.Method.allCases.map(\.word).joined(separator: " ")))"
    case .examples: "_backprop_examples"
    case .theme: "(\(Theme.allCases.map(\.rawValue).joined(separator: " ")))"
    case .skill: "(\(Skill.allCases.map(\.rawValue).joined(separator: " ")))"
    case .newLesson, .formula, .input, .number, .page, .seed, .learner, .start, .count, .time,
      .amount:
      " "
    }
  }
}

import Teaching
import Terminal
import Training

/// The completions for bash, made from the table of commands.
enum BashCompletions {
  static var text: String {
    let commands = words(CommandName.allCases.map(\.rawValue))
    let options = ([nil] + CommandName.allCases).map { command in
      let flags = CommandName.options(of: command).flatMap(\.flags)
      return "      '\(command?.rawValue ?? "")') \(words(flags)) ;;"
    }
    return """
      # Completions of backprop for bash, printed by: backprop completions bash

      # Takes what begins with the word out of lines.
      _backprop_lines() {
        local line
        while IFS= read -r line; do
          [[ $line == "$word"* ]] && COMPREPLY+=("$line")
        done
      }

      _backprop_words() { _backprop_lines < <(printf '%s\\n' "$@"); }

      # The program is asked, so that the lessons are those of today.
      _backprop_lessons() {
        compopt -o filenames 2>/dev/null
        _backprop_lines < <("$program" lessons ${folder:+--lessons "$folder"} 2>/dev/null)
      }

      # Files with given endings, and folders once a path is begun.
      _backprop_files() {
        local path ending
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do COMPREPLY+=("$path"); done < <(
          [[ -n $word ]] && compgen -d -- "$word"
          for ending; do compgen -f -X "!*.$ending" -- "$word"; done
        )
      }

      _backprop_any_files() {
        local path
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen -f -- "$word")
      }

      _backprop_folders() {
        local path
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen -d -- "$word")
      }

      # The names to the left of an equals sign.
      _backprop_quantities() {
        local rest=$COMP_LINE
        local pattern=$'(^|[ \\'"])([[:alpha:]][[:alnum:]_]*) *=(.*)'
        while [[ $rest =~ $pattern ]]; do
          _backprop_words "${BASH_REMATCH[2]}"
          rest=${BASH_REMATCH[3]}
        done
      }

      _backprop() {
        local program=${1/#\\~\\//$HOME/} word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]-}
        local option= folder= position=0 i=2
        COMPREPLY=()
        [[ $word == = ]] && word=
        if ((COMP_CWORD == 1)) && [[ $word != -* ]]; then
          \(commands)
          return
        fi
        [[ $command == -* ]] && command= i=1
        # bash makes words of their own of equals signs.
        for (( ; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            \(Shell.flagsWithValue.joined(separator: " | ")))
              option=${COMP_WORDS[i]}
              [[ ${COMP_WORDS[i + 1]-} == = ]] && ((i++))
              ((i++))
              if ((i < COMP_CWORD)); then
                [[ $option == --lessons ]] && folder=${COMP_WORDS[i]/#\\~\\//$HOME/}
                option=
              fi
              ;;
            -*) ;;
            *) ((position++)) ;;
          esac
        done
        if [[ -n $option ]]; then
          case $option in
      \(values.joined(separator: "\n"))
          esac
        elif [[ $word == -* ]]; then
          case $command in
      \(options.joined(separator: "\n"))
          esac
        else
          case $command:$position in
      \(arguments.joined(separator: "\n"))
          esac
        fi
      }

      complete -F _backprop backprop
      """
  }

  private static var values: [String] {
    var arms: [String] = []
    for command in [nil] + CommandName.allCases {
      for option in CommandName.options(of: command) {
        guard let action = option.value.flatMap(action) else { continue }
        let arm = "      \(option.flags.joined(separator: " | "))) \(action) ;;"
        if !arms.contains(arm) { arms.append(arm) }
      }
    }
    return arms
  }

  private static var arguments: [String] {
    CommandName.allCases.flatMap { command in
      command.arguments.enumerated().compactMap { index, argument in
        let place = argument.count.repeats ? "*" : String(index)
        return action(argument.value).map { "      \(command.rawValue):\(place)) \($0) ;;" }
      }
    }
  }

  /// What finds the words that can stand for a value; `nil` if they cannot be known.
  private static func action(_ value: Value) -> String? {
    switch value {
    case .lesson, .exam: "_backprop_lessons; _backprop_files md"
    case .lessonOrScript: "_backprop_lessons; _backprop_files md test"
    case .lessonOrFormula: "_backprop_lessons; _backprop_files md"
    case .quantity, .quantities: "_backprop_quantities"
    case .file: "_backprop_any_files"
    case .journal, .journals: "_backprop_files md jsonl ndjson json txt"
    case .folder: "_backprop_folders"
    case .command: words(HelpTopic.commandsAndTopics)
    case .shell: words(Shell.allCases.map(\.rawValue))
    case .activation: words(NetworkExam.activations)
    case .optimizer: words(Optimizer.Method.allCases.map(\.word))
    case .examples:
      "_backprop_words \(GivenExamples.names.joined(separator: " ")); _backprop_files csv npy npz"
    case .theme: words(Theme.allCases.map(\.rawValue))
    case .skill: words(Skill.allCases.map(\.rawValue))
    case .newLesson, .formula, .input, .number, .page, .seed, .learner, .start, .count, .time,
      .amount:
      nil
    }
  }

  private static func words(_ words: [String]) -> String {
    "_backprop_words \(words.joined(separator: " "))"
  }
}

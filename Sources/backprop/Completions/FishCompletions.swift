import Teaching
import Terminal
import Training

/// The completions for fish, made from the table of commands.
enum FishCompletions {
  static var text: String {
    let commands = CommandName.allCases.map { command in
      "complete -c backprop -n __backprop_at_command -a \(command.rawValue) "
        + "-d \(Shell.fish.quoted(command.summary))"
    }
    let rest = ([nil] + CommandName.allCases).flatMap { options(of: $0) + arguments(of: $0) }
    return """
      # Completions of backprop for fish, printed by: backprop completions fish

      function __backprop_at_command
          test (count (commandline -opc)) = 1
      end

      # Succeeds inside a command, and with a number where so many of its arguments stand before the cursor.
      function __backprop_in --argument-names command number
          set -l words (commandline -opc)
          set -e words[1]
          set -l first $words[1]
          string match -q -- '-*' "$first"; and set first ''
          test "$first" = "$command"; or return 1
          test -n "$number"; or return 0
          set -l count -1
          set -l follows_option no
          for word in $words
              if test $follows_option = yes
                  set follows_option no
              else if contains -- $word \(Shell.flagsWithValue.joined(separator: " "))
                  set follows_option yes
              else if not string match -q -- '-*' $word
                  set count (math $count + 1)
              end
          end
          test $count = $number
      end

      # The program is asked, so that the lessons are those of today.
      function __backprop_lessons
          set -l words (string unescape -- (commandline -opc) | string replace -r '^~/' "$HOME/")
          set -l folder (string match -r --groups-only -- '^--lessons=(.*)' $words)
          if set -l place (contains -i -- --lessons $words)
              set folder $words[(math $place + 1)]
          end
          set -q folder[1]; and set folder --lessons $folder[1]
          command $words[1] lessons $folder 2>/dev/null
      end

      # Files with given endings, and folders.
      function __backprop_files
          set -l endings (string join '|' $argv)
          __fish_complete_path (commandline -ct) | string match -r "^[^\\t]*(?:/|\\.(?:$endings))(?:\\t.*)?\\$"
      end

      # The names to the left of an equals sign.
      function __backprop_quantities
          string unescape -- (commandline -opc) \\
              | string match -r --groups-only '^([[:alpha:]][[:alnum:]_]*) *='
      end

      complete -c backprop -f
      \((commands + rest).joined(separator: "\n"))
      """
  }

  private static func options(of command: CommandName?) -> [String] {
    CommandName.options(of: command).map { option in
      var line = "complete -c backprop -n '__backprop_in \(command?.rawValue ?? #""""#)'"
      if let short = option.short { line += " -s \(short.dropFirst())" }
      line += " -l \(option.flag.dropFirst(2)) -d \(Shell.fish.quoted(option.explanation))"
      guard let value = option.value else { return line }
      return line + " -x" + (action(value).map { " -a \(Shell.fish.quoted($0))" } ?? "")
    }
  }

  private static func arguments(of command: CommandName?) -> [String] {
    guard let command else { return [] }
    return command.arguments.enumerated().compactMap { index, argument in
      guard let action = action(argument.value) else { return nil }
      let place = argument.count.repeats ? command.rawValue : "\(command.rawValue) \(index)"
      return "complete -c backprop -n '__backprop_in \(place)' -a \(Shell.fish.quoted(action))"
    }
  }

  /// What finds the words that can stand for a value; `nil` if they cannot be known.
  private static func action(_ value: Value) -> String? {
    switch value {
    case .lesson, .exam: "(__backprop_lessons; __backprop_files md)"
    case .lessonOrScript: "(__backprop_lessons; __backprop_files md test)"
    case .lessonOrFormula: "(__backprop_lessons; __backprop_files md)"
    case .file: "(__fish_complete_path (commandline -ct))"
    case .journal, .journals: "(__backprop_files md jsonl ndjson json txt)"
    case .quantity, .quantities: "(__backprop_quantities)"
    case .folder: "(__fish_complete_directories (commandline -ct) '')"
    case .command: HelpTopic.commandsAndTopics.joined(separator: " ")
    case .shell: Shell.allCases.map(\.rawValue).joined(separator: " ")
    case .activation:
      NetworkExam.activations.joined(separator: " ")
    case .optimizer: Optimizer.Method.allCases.map(\.word).joined(separator: " ")
    case .examples: "\(GivenExamples.names.joined(separator: " ")) (__backprop_files csv npy npz)"
    case .theme: Theme.allCases.map(\.rawValue).joined(separator: " ")
    case .skill: Skill.allCases.map(\.rawValue).joined(separator: " ")
    case .newLesson, .formula, .input, .number, .page, .seed, .learner, .start, .count, .time,
      .amount:
      nil
    }
  }
}

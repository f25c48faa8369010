import Expressions
import FullScreen
import TextScreen

/// The manual page in the man(7) language, made from the tables of commands, keys, marks and statuses.
enum ManualPage {
  static var text: String {
    let synopsis = ["backprop [OPTION...]"] + CommandName.allCases.map { "backprop \($0.usage)" }
    let lines: [[String]] = [
      [".TH BACKPROP 1 \(Release.date) \"backprop \(Release.version)\" \"User Commands\""],
      marks,
      section("NAME", [escaped("backprop - \(Help.purpose)")]),
      section("SYNOPSIS", [".nf"] + synopsis.map(escaped) + [".fi"]),
      section("DESCRIPTION", description.flatMap { [".PP"] + wrapped($0) }.dropFirst()),
      section("EXAMPLES", Help.examples.flatMap { item($0[0], $0[1]) }),
      section("COMMANDS", CommandName.allCases.flatMap(command)),
      section("OPTIONS OF THE MENU", CommandName.options(of: nil).flatMap(option)),
      section(
        "KEYS IN THE TUTOR",
        wrapped(
          "Letters always type. A command has a key, or is given by its letter after ?. "
            + "The arrows go to the neighbouring entry.")
          + Keymap.bindings.flatMap(key)),
      section(
        "MARKS AND COLOURS",
        Legend.rows.indices.flatMap { index in
          [".TP", "\\*(\(markName(index))"] + wrapped(Legend.rows[index].meaningWithColor)
        }),
      section(
        "EXIT STATUS",
        ExitStatus.allCases.flatMap { item(String($0.rawValue), $0.meaning) }
          + [".PP"] + wrapped("A signal ends the program as that signal does.")),
      section("ENVIRONMENT", environment.flatMap { item($0.names, $0.meaning) }),
      section("FILES", files.flatMap { item($0.path, $0.meaning) }),
    ]
    return lines.joined().joined(separator: "\n")
  }

  private static let description = [
    "backprop draws a computation graph as boxes. The learner fills in the blue values from left "
      + "to right, then the green derivatives from right to left, and every entry is checked.",
    "Without a command it shows the menu of lessons: what is done, begun or new, about how long "
      + "it takes, what is due for review today, and where to go on. Where there is no terminal, the "
      + "menu is text and a lesson is asked line by line; --plain does so in a terminal, too, for a screen "
      + "reader. There a line that begins with ? is a command, and ? alone lists them.",
    "A word that begins with a hyphen and reads as a formula is one: -w^2. What follows -- is "
      + "never an option.",
    "Every command explains itself with --help.",
  ]

  private static let environment: [(names: String, meaning: String)] = [
    ("XDG_STATE_HOME", "the folder above that of the journal; by default ~/.local/state"),
    ("XDG_CONFIG_HOME", "the folder above that of the settings; by default ~/.config"),
    ("NO_COLOR", "if it is set, there are no colours; marks and words remain"),
    ("COLORTERM", "with truecolor or 24bit the terminal takes all colours"),
    (
      "COLORFGBG",
      "says whether the background is dark or light, until the terminal says it itself"
    ),
    (
      "TERM",
      "the kind of terminal; with dumb the tutor asks line by line, and one that is not "
        + "known here is used as an xterm where it answers, else refused with advice"
    ),
    (
      "LC_ALL, LC_CTYPE, LANG",
      "the first one that is set names the characters of the terminal; "
        + "without UTF-8 the tutor draws with ASCII alone"
    ),
  ]

  private static let files: [(path: String, meaning: String)] = [
    (
      "~/.config/backprop/config",
      "settings: theme = NAME on a line of its own, with the names that --theme takes; # begins "
        + "a remark"
    ),
    (
      "~/.local/state/backprop/journal.jsonl",
      "the journal: every answer, one JSON object a line; only its owner can read it, "
        + "and lessons go on from it where they were left"
    ),
    (
      "~/.local/state/backprop/journal.jsonl.corrupt-N",
      "a journal that could not be read and was moved aside"
    ),
  ]

  private static func command(_ command: CommandName) -> [String] {
    var lines = [".SS " + escaped("backprop \(command.usage)")] + wrapped(command.summary)
    lines += [".PP", ".RS", ".EX"] + command.examples.map(escaped) + [".EE", ".RE"]
    for argument in command.arguments {
      lines += [".TP", "\\fI\(escaped(argument.value.placeholder))\\fR"]
      lines += wrapped(argument.value.explanation)
    }
    return lines + CommandName.options(of: command).filter { $0 != .help }.flatMap(option)
  }

  private static func option(_ option: Option) -> [String] {
    var tag = option.flags.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
    if let value = option.value { tag += " \\fI\(escaped(value.placeholder))\\fR" }
    return [".TP", tag] + wrapped(option.explanation)
  }

  private static func key(_ binding: KeyBinding) -> [String] {
    let isList = binding.key == .character("?")
    let letters = isList ? nil : binding.letter.map { "? \($0)" }
    return item(
      [binding.key?.name, letters].compactMap { $0 }.joined(separator: " or "), binding.explanation)
  }

  /// Defines the marks as strings, each as the character that stands for it where a device has no such one.
  private static var marks: [String] {
    Legend.rows.indices.flatMap { index in
      let mark = Legend.rows[index].mark
      let folded = String(mark.map(\.foldedToASCII))
      return [
        ".ie c\(escaped(mark)) .ds \(markName(index)) \(escaped(mark))",
        ".el .ds \(markName(index)) \(escaped(folded))",
      ]
    }
  }

  private static func markName(_ index: Int) -> String { "m\(index)" }

  private static func section(_ title: String, _ lines: some Sequence<String>) -> [String] {
    [".SH \(title)"] + lines
  }

  private static func item(_ tag: String, _ text: String) -> [String] {
    [".TP", "\\fB\(escaped(tag))\\fR"] + wrapped(text)
  }

  /// Text as lines of fewer than 80 characters, as readers of the source expect.
  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ").map({ escaped(String($0)) }) {
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = word
      } else if lines[lines.count - 1].count + word.count < 78 {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// Text in which nothing is taken for a request and every character stays what it is.
  private static func escaped(_ text: String) -> String {
    let characters = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "\"": "\\(dq"
      case " "..."~": String(scalar)
      default: "\\[u\(String(scalar.value, radix: 16, uppercase: true).zeroPadded(to: 4))]"
      }
    }.joined()
    return characters.hasPrefix(".") ? "\\&\(characters)" : characters
  }
}

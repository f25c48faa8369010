/// What the database of terminals says of xterm, carried along for machines whose database lacks the terminal's own
/// entry, or that have no database.
///
/// The keys are left out, since `KeySequence` knows them on every terminal.
enum XtermEntry {
  static let name = "xterm-256color"

  /// Terminals that take what xterm takes, by how their names begin.
  private static let kin = [
    "alacritty", "contour", "foot", "ghostty", "gnome", "kitty", "konsole", "mintty", "putty",
    "rxvt", "screen", "st", "tmux", "vte", "wezterm", "xterm",
  ]

  /// Whether a terminal of that type is known to take what xterm takes.
  static func isSpoken(by type: String) -> Bool {
    kin.contains { type == $0 || type.hasPrefix("\($0)-") }
  }

  /// Lets the database say this of `name`, and nothing of any other terminal.
  static func install() {
    CompiledEntry(
      name: name, flag: flags.contains, number: { numbers[$0] },
      text: { strings[$0].map { Array($0.utf8) } }
    ).install()
  }

  private static let flags: Set = ["am", "bce", "km", "mir", "msgr", "xenl"]

  private static let numbers = ["cols": 80, "colors": 256, "it": 8, "lines": 24, "pairs": 65536]

  private static let strings = [
    "bel": "\u{7}", "bold": "\u{1B}[1m", "cbt": "\u{1B}[Z", "civis": "\u{1B}[?25l",
    "clear": "\u{1B}[H\u{1B}[2J", "cnorm": "\u{1B}[?12l\u{1B}[?25h", "cr": "\r",
    "csr": "\u{1B}[%i%p1%d;%p2%dr", "cub": "\u{1B}[%p1%dD", "cub1": "\u{8}",
    "cud": "\u{1B}[%p1%dB", "cud1": "\n", "cuf": "\u{1B}[%p1%dC", "cuf1": "\u{1B}[C",
    "cup": "\u{1B}[%i%p1%d;%p2%dH", "cuu": "\u{1B}[%p1%dA", "cuu1": "\u{1B}[A",
    "dch": "\u{1B}[%p1%dP", "dch1": "\u{1B}[P", "dim": "\u{1B}[2m", "dl": "\u{1B}[%p1%dM",
    "dl1": "\u{1B}[M", "ech": "\u{1B}[%p1%dX", "ed": "\u{1B}[J", "el": "\u{1B}[K",
    "el1": "\u{1B}[1K", "home": "\u{1B}[H", "hpa": "\u{1B}[%i%p1%dG", "ht": "\t",
    "ich": "\u{1B}[%p1%d@", "il": "\u{1B}[%p1%dL", "il1": "\u{1B}[L", "ind": "\n",
    "op": "\u{1B}[39;49m", "rc": "\u{1B}8", "rev": "\u{1B}[7m", "ri": "\u{1B}M",
    "rmam": "\u{1B}[?7l", "rmcup": "\u{1B}[?1049l", "rmir": "\u{1B}[4l",
    "rmkx": "\u{1B}[?1l\u{1B}>", "rmso": "\u{1B}[27m", "rmul": "\u{1B}[24m", "sc": "\u{1B}7",
    "setab": "\u{1B}[%?%p1%{8}%<%t4%p1%d%e%p1%{16}%<%t10%p1%{8}%-%d%e48;5;%p1%d%;m",
    "setaf": "\u{1B}[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;5;%p1%d%;m",
    "sgr0": "\u{1B}[m", "smam": "\u{1B}[?7h", "smcup": "\u{1B}[?1049h", "smir": "\u{1B}[4h",
    "smkx": "\u{1B}[?1h\u{1B}=", "smso": "\u{1B}[7m", "smul": "\u{1B}[4m",
    "vpa": "\u{1B}[%i%p1%dd",
  ]
}

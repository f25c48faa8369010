/// What the database of terminals says of some, carried along for machines whose database lacks the terminal's own
/// entry, or that have no database.
///
/// The keys are left out, since `KeySequence` knows them on every terminal, and so are delays.
struct BuiltInEntry: Equatable {
  let name: String
  private(set) var flags: Set<String>
  private(set) var numbers: [String: Int]
  private(set) var strings: [String: String]

  /// What most take that have an entry of their own elsewhere.
  static let xterm = BuiltInEntry(
    name: "xterm-256color", flags: ["am", "bce", "km", "mir", "msgr", "xenl"],
    numbers: ["cols": 80, "colors": 256, "it": 8, "lines": 24, "pairs": 65536],
    strings: xtermStrings)

  /// Terminals that take what xterm takes, by how their names begin.
  private static let kin = [
    "alacritty", "contour", "foot", "ghostty", "gnome", "kitty", "konsole", "mintty", "putty",
    "rxvt", "st", "vte", "wezterm", "xterm",
  ]

  /// Whether a terminal of that type is known to take what xterm takes.
  static func takesXterm(_ type: String) -> Bool {
    kin.contains { type == $0 || type.hasPrefix("\($0)-") }
  }

  /// What a terminal of that type takes, under its own name; `nil` where that is not known.
  init?(of type: String) {
    let kind = type.prefix { $0 != "-" && $0 != "." }
    switch kind {
    case "xterm" where type == kind: self = Self.xterm.named(type).withEightColors
    case "screen", "tmux":
      // They do not fill what they clear with a colour.
      var entry = Self.xterm.named(type)
      entry.flags.remove("bce")
      entry.take(kind == "screen" ? ["smso": "\u{1B}[3m", "rmso": "\u{1B}[23m"] : [:])
      entry.take([
        "clear": "\u{1B}[H\u{1B}[J", "cnorm": "\u{1B}[34h\u{1B}[?25h", "cuu1": "\u{1B}M",
        "sgr0": "\u{1B}[m\u{F}",
      ])
      entry.leave(["ech", "rmam", "smam"])
      self = type.hasSuffix("-256color") ? entry : entry.withEightColors
    case "linux":
      var entry = Self.xterm.named(type).withEightColors
      entry.flags.remove("km")
      // It has underlined and dim text only without colours.
      entry.numbers["ncv"] = 18
      entry.take([
        "civis": "\u{1B}[?25l\u{1B}[?1c", "clear": "\u{1B}[H\u{1B}[J",
        "cnorm": "\u{1B}[?25h\u{1B}[?0c", "sgr0": "\u{1B}[m\u{F}",
      ])
      entry.leave(["cbt", "el1", "rmcup", "rmkx", "smcup", "smkx"])
      self = entry
    case "vt100", "vt102", "vt220", "vt320", "vt420", "vt520":
      // No colours, no other screen, a cursor that is always there; nothing moves lines or letters aside.
      var entry = Self.xterm.named(type)
      entry.flags = ["am", "msgr", "xenl"]
      entry.numbers = ["cols": 80, "it": 8, "lines": 24]
      entry.take([
        "clear": "\u{1B}[H\u{1B}[J", "rmso": "\u{1B}[m", "rmul": "\u{1B}[m",
        "sgr0": "\u{1B}[m\u{F}",
      ])
      entry.leave([
        "cbt", "civis", "cnorm", "dch", "dch1", "dim", "dl", "dl1", "ech", "hpa", "ich", "il",
        "il1",
        "op", "rmcup", "rmir", "setab", "setaf", "smcup", "smir", "vpa",
      ])
      self = entry
    default: return nil
    }
  }

  private init(
    name: String, flags: Set<String>, numbers: [String: Int], strings: [String: String]
  ) {
    self.name = name
    self.flags = flags
    self.numbers = numbers
    self.strings = strings
  }

  private func named(_ name: String) -> BuiltInEntry {
    BuiltInEntry(name: name, flags: flags, numbers: numbers, strings: strings)
  }

  private var withEightColors: BuiltInEntry {
    var entry = self
    entry.numbers["colors"] = 8
    entry.numbers["pairs"] = 64
    entry.take(["setab": "\u{1B}[4%p1%dm", "setaf": "\u{1B}[3%p1%dm"])
    return entry
  }

  private mutating func take(_ others: [String: String]) {
    strings.merge(others) { $1 }
  }

  private mutating func leave(_ names: [String]) {
    for name in names { strings[name] = nil }
  }

  /// Lets the database say this of the terminal, and nothing of any other.
  func install() {
    CompiledEntry(
      name: name, flag: flags.contains, number: { numbers[$0] },
      text: { strings[$0].map { Array($0.utf8) } }
    ).install()
  }

  private static let xtermStrings = [
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

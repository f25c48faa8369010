extension Character {
  /// One ASCII character that stands for this one where a terminal has no other.
  ///
  /// One cell stays one cell, therefore `²` can only be `2`: a view that must stay unambiguous spells
  /// `^2` itself. The marks of an entry stay distinct: `✓` is `v` (a `+` would ask for an operand),
  /// `✗` is `x`, `≈` is `~`, `▁` is `_`.
  public var foldedToASCII: Character {
    guard let scalar = unicodeScalars.first else { return " " }
    return switch scalar.value {
    case 0x20...0x7E: Character(scalar)
    case 0x2500...0x257F: Self.foldedBoxDrawing(scalar)
    case 0x2800: " "
    case 0x2801...0x28FF: ":"
    default: Self.foldedSigns[scalar] ?? "?"
    }
  }

  private static func foldedBoxDrawing(_ scalar: Unicode.Scalar) -> Character {
    switch scalar {
    case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "═", "╴", "╶", "╸", "╺", "╼", "╾": "-"
    case "│", "┃", "┆", "┇", "┊", "┋", "╎", "╏", "║", "╵", "╷", "╹", "╻", "╽", "╿": "|"
    case "╱": "/"
    case "╲": "\\"
    case "╳": "X"
    default: "+"
    }
  }

  private static let foldedSigns: [Unicode.Scalar: Character] = {
    let rows: [(ascii: Character, signs: String)] = [
      ("*", "●•★☆×∙⋅"), (".", "·∘"), ("o", "○◦◌◯°"), ("#", "█▓■◆"), (":", "▒░▪"), ("_", "▁▂"),
      ("=", "▃▄▅≡"), ("|", "▌▐▏▎▍▋▊▉¦"), (">", "▶▸►→⇒⟶≥›»"), ("<", "◀◂◄←⇐⟵≤‹«"), ("^", "▲△↑⇑"),
      ("v", "✓✔▼▽↓⇓"), ("x", "✗✘✕✖"), ("~", "≈…∼≃"), ("!", "⚠≠"), ("-", "−–—‐‑‒"), ("/", "÷∕⁄"),
      ("'", "′‘’"), ("\"", "″“”„"), (" ", "\u{A0}\u{2009}\u{202F}"),
      ("0", "⁰₀"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"), ("4", "⁴₄"), ("5", "⁵₅"), ("6", "⁶₆"),
      ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"),
      ("a", "αàáâãäå"), ("b", "β"), ("c", "χç"), ("d", "δ∂"), ("e", "εϵèéêë"), ("f", "φϕ"),
      ("g", "γ"), ("h", "η"), ("i", "ιìíîï"), ("k", "κ"), ("l", "λ"), ("m", "μµ"), ("n", "νñ"),
      ("p", "π"), ("q", "ψ"), ("r", "ρ"), ("s", "σςß"), ("t", "θτ"), ("u", "υùúûü"), ("w", "ω"),
      ("y", "ýÿ"), ("z", "ζ"), ("X", "ξΞ"), ("D", "Δ"), ("G", "Γ"), ("L", "Λ"), ("F", "Φ"),
      ("P", "ΠΨ∏"), ("S", "Σ∑"), ("T", "Θ"), ("O", "Ω"),
    ]
    var table: [Unicode.Scalar: Character] = [:]
    for row in rows {
      for scalar in row.signs.unicodeScalars { table[scalar] = row.ascii }
    }
    return table
  }()
}

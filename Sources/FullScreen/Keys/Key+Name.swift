import Expressions
public import TextScreen

extension Key {
  /// The name of the key, as keyboards and manuals write it.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .left: "Left"
    case .right: "Right"
    case .up: "Up"
    case .down: "Down"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .escape: "Esc"
    case .function(let number): "F\(number)"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .paste: "paste"
    case .pointer: "mouse"
    }
  }

  /// The keys that have more of a name than their character.
  private static let named: [Key] =
    [
      .enter, .tab, .backTab, .backspace, .delete, .left, .right, .up, .down, .home, .end, .pageUp,
      .pageDown, .escape, .character(" "),
    ] + (1...12).map { .function($0) } + "abcdefghijklmnopqrstuvwxyz".map { .control($0) }

  /// The key with a name, in any case, or with a single character; `nil` if there is no such key.
  package init?(named name: String) {
    if let key = Key.named.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = key
    } else if name.count == 1, let character = name.first, !character.isControl {
      self = .character(character)
    } else {
      return nil
    }
  }

  /// What may be meant by a name that no key has.
  package static func advice(on name: String) -> String {
    if let meant = Spelling.nearest(to: name, among: named.map(\.name)) {
      return "did you mean '\(meant)'?"
    }
    let some = named.prefix { $0 != .function(1) }.map(\.name).joined(separator: ", ")
    return "there are \(some), F1 to F12, Ctrl-A to Ctrl-Z and every single character"
  }
}

import CNcurses
import Glibc

/// What the database of terminals says of this one, with all colours instead of 256.
///
/// Terminals tell of true colours by the variable `COLORTERM`, while the library knows them only from the database.
/// Colours from 16 on stand for red, green and blue in four bits each; those before are the palette's.
enum TrueColorEntry {
  static let colors = 16 + 4096

  /// Whether the terminal says that it has them, and what it says holds.
  ///
  /// GNU Screen lacks them, and hands the variable on from the terminal around it.
  static func isUsable(by type: String) -> Bool {
    let said = Environment.value("COLORTERM")
    return (said == "truecolor" || said == "24bit") && tigetnum("colors") == 256
      && !type.hasPrefix("screen")
  }

  /// Lets the database say this of the terminal that was loaded.
  static func install(for type: String) {
    func part(_ steps: String) -> String { "%p1%{16}%-\(steps)%{17}%*%d" }
    let rgb = [part("%{256}%/"), part("%{16}%/%{15}%&"), part("%{15}%&")].joined(separator: ";")
    let setaf =
      "\u{1B}[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;2;\(rgb)%;m"
    CompiledEntry(
      name: type, flag: { tigetflag($0) > 0 },
      number: { name in
        switch name {
        case "colors": return colors
        default:
          let number = tigetnum(name)
          return number < 0 ? nil : Int(number)
        }
      },
      text: { name in
        if name == "setaf" { return Array(setaf.utf8) }
        guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
        return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
      }
    ).install()
  }
}

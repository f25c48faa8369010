import CNcurses
import Glibc

/// The characters that the user's locale can show.
enum Locale {
  /// Sets the locale of characters alone, since decimal points must stay points; returns whether it
  /// has all of Unicode.
  ///
  /// A locale that was asked for as UTF-8 but never installed, and one that nobody asked for, are
  /// replaced by `C.UTF-8`: the terminal at the other end is not what lacks. So is one without Unicode, where ASCII
  /// is all that will be sent: in a locale of single bytes curses sends how often a character is repeated, and
  /// several terminal emulators then wrap a full row one column too early.
  static func adopt() -> Bool {
    let isInstalled = setlocale(LC_CTYPE, "") != nil
    let asked = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Environment.value).first
    if hasUnicode { return true }
    setlocale(LC_CTYPE, "C.UTF-8")
    return hasUnicode && (asked == nil || (!isInstalled && namesUnicode(asked ?? "")))
  }

  private static var hasUnicode: Bool {
    String(cString: cn_codeset()) == "UTF-8"
  }

  private static func namesUnicode(_ locale: String) -> Bool {
    let codeset = locale.lowercased().split(separator: ".").last ?? ""
    return codeset.hasPrefix("utf-8") || codeset.hasPrefix("utf8")
  }
}

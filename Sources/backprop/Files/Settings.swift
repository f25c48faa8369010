import Expressions
import Terminal

/// What somebody wants of every screen, from a file of their own.
///
/// `theme = NAME` is a line of it; `#` begins a remark. What is given on the command line goes before.
struct Settings: Hashable {
  var theme: Theme?

  /// Reads the lines of a file.
  ///
  /// - Parameter path: names the file in what is said of a line.
  init(_ lines: [String], path: String) throws(Failure) {
    for (index, line) in lines.enumerated() {
      let said = line.prefix { $0 != "#" }
      let words = said.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      guard words != [""], !words.isEmpty else { continue }
      func fault(_ what: String) -> Failure { Failure("\(path):\(index + 1): \(what)", .usage) }
      guard words.count == 2 else {
        throw fault("'\(words[0])' sets nothing; write theme = dark")
      }
      guard words[0] == "theme" else {
        throw fault(
          "unknown setting '\(words[0])'; \(Spelling.advice(for: words[0], among: ["theme"]))")
      }
      do throws(Failure) { theme = try Theme(typed: words[1]) } catch { throw fault(error.message) }
    }
  }

  /// The settings of whoever runs the program; none if there is no file.
  init() throws(Failure) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(Settings.path, atMost: 1 << 16)
    } catch {
      guard !error.isMissing else {
        try self.init([], path: Settings.path)
        return
      }
      throw Failure("cannot read \(Settings.path): \(error.reason)", .usage)
    }
    try self.init(TextLines(bytes).texts, path: Settings.path)
  }

  /// `$XDG_CONFIG_HOME/backprop/config`, by default `~/.config/backprop/config`.
  static var path: String {
    if let folder = Environment.value("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return "\(folder)/backprop/config"
    }
    return "\(UserAccount.home ?? "")/.config/backprop/config"
  }
}

extension Theme {
  /// The theme of that name.
  init(typed name: String) throws(Failure) {
    guard let theme = Theme(rawValue: name) else {
      let names = Theme.allCases.map(\.rawValue)
      throw Failure("unknown theme '\(name)'; \(Spelling.advice(for: name, among: names))", .usage)
    }
    self = theme
  }
}

extension ScriptRun {
  /// What was found where something else was expected.
  struct Mismatch {
    /// What was expected, in words; `nil` if a step could not be done at all.
    var expected: String?
    var found: String
    /// More lines on what was found.
    var details: [String] = []
    var update: Update?
  }

  /// What makes an expectation hold.
  public enum Update: Hashable, Sendable {
    /// Another text of its line.
    case line(String)
    /// Another stored screen.
    case picture(name: String, String)
  }

  /// An expectation that did not hold, or a step that could not be done.
  public struct Failure: Hashable, Sendable {
    public var line: Int
    /// The line as written.
    public var text: String
    /// What was expected, in words; `nil` if a step could not be done at all.
    public var expected: String?
    /// What was there instead.
    public var found: String
    /// More lines on what was there.
    public var details: [String] = []
    /// The seed of the numbers; `nil` if nothing was open.
    public var seed: Int?
    /// The rows of the screen; `nil` for a script without one.
    public var screen: [String]?
    /// What makes the expectation hold; `nil` if there is nothing that could be written in its place.
    public var update: Update?

    /// The failure as editors and terminals link it, with all that is needed to follow it.
    ///
    /// - Parameters:
    ///   - command: what runs the script again.
    ///   - earlier: the failure that was told before, whose screen is not told once more.
    public func report(
      file: String, again command: String, after earlier: Failure? = nil
    ) -> String {
      var lines = ["\(file):\(line): \(text)"]
      if let expected { lines.append("  expected: \(expected)") }
      let isOneLine = !found.contains("\n")
      lines.append(isOneLine ? "  found: \(found)" : "  found:")
      if !isOneLine { lines += found.split(separator: "\n").map { "    \($0)" } }
      lines += details.map { "    \($0)" }
      if let seed { lines.append("  seed: \(seed)") }
      if let screen, screen == earlier?.screen {
        lines.append("  screen: as above")
      } else if let screen {
        lines.append("  screen:")
        lines += screen.map { $0.isEmpty ? "    │" : "    │ \($0)" }
      }
      lines.append("  again: \(command)")
      return lines.joined(separator: "\n")
    }
  }
}

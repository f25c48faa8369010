import Drawings
public import TextScreen

/// What the marks beside an entry mean, and their colours: the one table of them.
public enum Legend {
  public struct Row: Hashable, Sendable {
    public var mark: String
    public var role: Style.Role
    public var meaning: String

    /// The meaning with its usual colour, which a theme may change, where the table first has that.
    public var meaningWithColor: String {
      guard let color = role.color, Legend.rows.first(where: { $0.role == role }) == self else {
        return meaning
      }
      return "\(meaning): \(color.rawValue)"
    }
  }

  public static let rows = [
    Row(mark: EntryMark.rightMark, role: .forward, meaning: "a value that is right"),
    Row(
      mark: EntryMark.rightMark, role: .derivative, meaning: "a derivative that is right"),
    Row(
      mark: EntryMark.closeMark, role: .derivative,
      meaning: "close enough: the exact number is used from here on"),
    Row(mark: EntryMark.wrongMark, role: .wrong, meaning: "not yet"),
    Row(
      mark: EntryMark.revealedMark, role: .revealed, meaning: "shown, not found"),
    Row(
      mark: EntryMark.answeredMark, role: .prompt, meaning: "answered; marked when you hand in"),
    Row(mark: EntryMark.placeholder, role: .placeholder, meaning: "still empty"),
    Row(
      mark: EntryMark.later, role: .faint,
      meaning: "asked on another page, or given once more is found"),
    Row(mark: EntryMark.givenMark, role: .faint, meaning: "given, where its number has no room"),
    Row(
      mark: GraphDensity.returnSign, role: .faint,
      meaning: "a derivative that comes back from the right"),
  ]
}

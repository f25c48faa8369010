import TextScreen

/// One line of text with a cursor in it.
public struct LineEditor: Hashable, Sendable {
  public private(set) var text: String = ""
  /// The characters before the cursor.
  public private(set) var cursor = 0
  /// Whether the next character typed replaces the whole text, as after an answer that was not accepted.
  public private(set) var isSelected = false

  /// The longest line, in characters; what goes beyond is not taken.
  public static let limit = 1000

  public init() {}

  public init(selecting text: String) {
    self.text = text
    cursor = text.count
    isSelected = !text.isEmpty
  }

  public var isEmpty: Bool { text.isEmpty }

  public mutating func insert(_ addition: String) {
    if isSelected { self = LineEditor() }
    // An answer that no keyboard gave may be longer than the limit already.
    let room = max(0, LineEditor.limit - text.count)
    let kept = String(addition.filter { !$0.isControl }.prefix(room))
    // A combining mark joins the character before it, so characters cannot simply be added up.
    let before = text[..<index(cursor)] + kept
    text = String(before + text[index(cursor)...])
    cursor = min(String(before).count, text.count)
  }

  public mutating func deleteBackward() {
    isSelected = false
    guard cursor > 0 else { return }
    cursor -= 1
    text.remove(at: index(cursor))
  }

  public mutating func deleteForward() {
    isSelected = false
    guard cursor < text.count else { return }
    text.remove(at: index(cursor))
  }

  /// Deletes everything before the cursor.
  public mutating func deleteToStart() {
    isSelected = false
    text.removeSubrange(text.startIndex..<index(cursor))
    cursor = 0
  }

  /// Deletes everything after the cursor.
  public mutating func deleteToEnd() {
    isSelected = false
    text.removeSubrange(index(cursor)...)
  }

  public mutating func move(by characters: Int) {
    isSelected = false
    cursor = min(max(0, cursor + characters), text.count)
  }

  public mutating func clear() {
    self = LineEditor()
  }

  private func index(_ offset: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: offset)
  }
}

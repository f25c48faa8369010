public import Phrases
public import TextScreen

/// The list of lessons, with one of them focused.
public struct Menu: Hashable, Sendable {
  public enum Choice: Hashable, Sendable {
    /// Opens the lesson with an index.
    case open(Int)
    case leave
  }

  public private(set) var items: [MenuItem]
  public private(set) var selected = 0
  /// The number that was typed so far.
  private var number = 0

  public init(_ items: [MenuItem]) {
    self.items = items
  }

  /// Shows the lessons as they stand now.
  public mutating func refresh(_ items: [MenuItem]) {
    self.items = items
    selected = min(selected, max(0, items.count - 1))
  }

  /// Moves the choice by a key; digits one after another are one number.
  ///
  /// - Returns: what was chosen, if anything.
  public mutating func press(_ key: Key) -> Choice? {
    if case .character(let digit) = key, let value = digit.wholeNumberValue {
      let numbers = [10 * number + value, value]
      number = numbers.first { items.indices.contains($0 - 1) } ?? 0
      if number > 0 { selected = number - 1 }
      return nil
    }
    number = 0
    switch key {
    case .up, .backTab, .character("k"): selected = max(0, selected - 1)
    case .down, .tab, .character("j"): selected = min(items.count - 1, selected + 1)
    case .home, .pageUp: selected = 0
    case .end, .pageDown: selected = max(0, items.count - 1)
    case .enter:
      return items.indices.contains(selected) && !items[selected].isBroken ? .open(selected) : nil
    case .character("q"), .function(10), .escape: return .leave
    default: break
    }
    return nil
  }

  /// The whole screen.
  public func canvas(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    let rule = String(repeating: "─", count: size.width)
    canvas.write("Back propagation, by doing it", at: Point(column: 1, row: 0), Style(.strong))
    canvas.write(rule, at: Point(column: 0, row: 1), Style(.faint))
    let rows = max(0, size.height - 5)
    let first = max(0, min(selected - rows / 2, items.count - rows))
    for (row, index) in (first..<min(items.count, first + rows)).enumerated() {
      let isSelected = index == selected
      let number = String(index + 1)
      let text =
        String(repeating: " ", count: max(0, 2 - number.count)) + "\(number)  \(items[index].title)"
      canvas.write(
        " \(text) ".truncated(toColumns: max(0, size.width - 12)),
        at: Point(column: 1, row: row + 3),
        Style(isSelected ? .strong : .plain, isFocused: isSelected))
      let standing = items[index].standing
      canvas.write(
        standing, at: Point(column: size.width - standing.columns - 2, row: row + 3),
        Style(items[index].accepted == items[index].asked ? .success : .faint))
    }
    if items.indices.contains(selected) {
      canvas.write(
        items[selected].summary.truncated(toColumns: max(0, size.width - 4)),
        at: Point(column: 2, row: size.height - 3), Style(.faint))
    }
    var column = 1
    let numbers = items.count > 1 && size.width > 48 ? " 1-\(items.count)" : ""
    for (key, label) in [("Enter", "open"), ("Up Down\(numbers)", "choose"), ("F10", "leave")] {
      column = canvas.write(key, at: Point(column: column, row: size.height - 1), Style(.key))
      column = canvas.write(
        " \(label)  ", at: Point(column: column, row: size.height - 1), Style(.faint))
    }
    return canvas
  }
}

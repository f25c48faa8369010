public import Phrases
public import TextScreen

/// The road through the lessons, with one of them focused.
public struct Menu: Hashable, Sendable {
  public enum Choice: Hashable, Sendable {
    /// Opens the lesson with an index.
    case open(Int)
    case leave
  }

  public private(set) var road: Road
  public private(set) var selected: Int
  /// The number that was typed so far.
  private var number = 0
  /// Whether the list of all commands lies over the menu, and how many of its lines are scrolled away.
  private var listScroll: Int?

  /// Opens with the focus on where the learner goes on.
  public init(_ road: Road) {
    self.road = road
    selected = road.start
  }

  private var items: [MenuItem] { road.items }

  /// Shows the lessons as they stand now, with the focus on where the learner goes on.
  public mutating func refresh(_ road: Road) { self = Menu(road) }

  /// What a key does in the menu.
  private enum Action {
    case open, next, previous, first, last, practise, showCommands, leave
  }

  /// All commands, in the order of the list; a digit chooses beside them.
  private static let commands: [(action: Action, row: CommandList.Row)] = [
    (
      .open,
      CommandList.Row(letter: "c", key: "Enter", explanation: "open it, and go on where you were")
    ),
    (.next, CommandList.Row(letter: "j", key: "Down", explanation: "choose the next")),
    (.previous, CommandList.Row(letter: "k", key: "Up", explanation: "choose the one before")),
    (.first, CommandList.Row(letter: "b", key: "Home", explanation: "choose the first")),
    (.last, CommandList.Row(letter: "n", key: "End", explanation: "choose the last")),
    (
      .practise,
      CommandList.Row(letter: "p", key: "", explanation: "practise what is due or not sure yet")
    ),
    (
      .showCommands,
      CommandList.Row(
        letter: "?", key: "?", explanation: "show this list; a number chooses a lesson")
    ),
    (.leave, CommandList.Row(letter: "q", key: "F10", explanation: "leave; every answer is saved")),
  ]

  private static func action(of key: Key) -> Action? {
    switch key {
    case .enter: .open
    case .up, .backTab: .previous
    case .down, .tab: .next
    case .home, .pageUp: .first
    case .end, .pageDown: .last
    case .character("?"), .function(1): .showCommands
    case .character("q"), .function(10): .leave
    case .character(let letter): commands.first { $0.row.letter == letter }?.action
    default: nil
    }
  }

  /// Moves the choice by a key; digits one after another are one number.
  ///
  /// Escape forgets a number and closes the list of commands; as everywhere, it does not leave.
  ///
  /// - Returns: what was chosen, if anything.
  public mutating func press(_ key: Key) -> Choice? {
    if let scroll = listScroll { return press(key, inListFrom: scroll) }
    if case .character(let digit) = key, let value = digit.wholeNumberValue {
      let numbers = [10 * number + value, value]
      number = numbers.first { items.indices.contains($0 - 1) } ?? 0
      if number > 0 { selected = number - 1 }
      return nil
    }
    number = 0
    return Menu.action(of: key).flatMap { perform($0) }
  }

  /// Moves the choice by a mouse on a screen of some size: a click chooses, and opens what is chosen.
  public mutating func press(_ pointer: Pointer, on size: Size) -> Choice? {
    guard listScroll == nil else {
      if case .press = pointer { listScroll = nil }
      return nil
    }
    number = 0
    switch pointer {
    case .wheel(.up): return perform(.previous)
    case .wheel(.down): return perform(.next)
    case .press(let point):
      let shown = shownItems(on: size)
      let index = shown.lowerBound + point.row - Menu.firstRow
      guard point.row >= Menu.firstRow, shown.contains(index) else { return nil }
      if index == selected { return perform(.open) }
      selected = index
      return nil
    case .wheel, .drag, .release: return nil
    }
  }

  private mutating func press(_ key: Key, inListFrom scroll: Int) -> Choice? {
    switch key {
    case .up: listScroll = max(0, scroll - 1)
    case .down: listScroll = min(Menu.commands.count, scroll + 1)
    case .character(let letter) where letter != "?":
      listScroll = nil
      let letter = Character(letter.lowercased())
      return Menu.commands.first { $0.row.letter == letter }.flatMap { perform($0.action) }
    default: listScroll = nil
    }
    return nil
  }

  private mutating func perform(_ action: Action) -> Choice? {
    switch action {
    case .open: return opening(selected)
    case .practise: return road.practice.flatMap { opening($0) }
    case .next: selected = max(0, min(items.count - 1, selected + 1))
    case .previous: selected = max(0, selected - 1)
    case .first: selected = 0
    case .last: selected = max(0, items.count - 1)
    case .showCommands: listScroll = 0
    case .leave: return .leave
    }
    return nil
  }

  private func opening(_ index: Int) -> Choice? {
    items.indices.contains(index) && !items[index].isBroken ? .open(index) : nil
  }

  /// The whole screen.
  public func canvas(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    let rule = String(repeating: "─", count: size.width)
    let end = canvas.write(
      "Back propagation, by doing it", at: Point(column: 1, row: 0), Style(.strong))
    let progress = road.progress
    if end + progress.columns + 2 < size.width {
      canvas.write(
        progress, at: Point(column: size.width - progress.columns - 1, row: 0), Style(.faint))
    }
    canvas.write(rule, at: Point(column: 0, row: 1), Style(.faint))
    // What is done of the road.
    let done = Int(road.share * Double(size.width))
    canvas.write(String(rule.prefix(done)), at: Point(column: 0, row: 1), Style(.success))
    paintItems(on: &canvas)
    let texts = [items.indices.contains(selected) ? items[selected].summary : "", road.today ?? ""]
    for (row, text) in texts.enumerated() {
      canvas.write(
        text.truncated(toColumns: max(0, size.width - 4)),
        at: Point(column: 2, row: size.height - 3 + row), Style(row == 0 ? .faint : .notice))
    }
    paintFooter(on: &canvas)
    if let listScroll {
      CommandList(Menu.commands.map(\.row), size: size, scroll: listScroll).paint(on: &canvas)
    }
    return canvas
  }

  /// The columns at the right of a line that tell how long a lesson takes, where there is room for them.
  private static let timeColumns = 9
  private static let widthWithTime = 60

  private static let firstRow = 3

  /// The items that have room, the selected one in their middle.
  private func shownItems(on size: Size) -> Range<Int> {
    let rows = max(0, size.height - 6)
    let first = max(0, min(selected - rows / 2, items.count - rows))
    return first..<min(items.count, first + rows)
  }

  private func paintItems(on canvas: inout Canvas) {
    let size = canvas.size
    let isWide = size.width >= Menu.widthWithTime
    let right = size.width - 2 - (isWide ? Menu.timeColumns : 0)
    for (row, index) in shownItems(on: size).enumerated() {
      let item = items[index]
      let number = String(index + 1)
      let text =
        String(repeating: " ", count: max(0, 2 - number.count)) + "\(number)  \(item.title)"
      let standing = item.standing
      canvas.write(
        " \(text) ".truncated(toColumns: max(0, right - standing.columns - 2)),
        at: Point(column: 1, row: row + Menu.firstRow),
        Style(
          index == selected ? .strong : item.isDone ? .faint : .plain, isFocused: index == selected)
      )
      canvas.write(
        standing, at: Point(column: right - standing.columns, row: row + Menu.firstRow),
        Style(item.isDone ? .success : item.isBegun ? .plain : .faint))
      if isWide, let minutes = item.minutes, !item.isDone {
        let time = "\(minutes) min"
        canvas.write(
          time, at: Point(column: size.width - 2 - time.columns, row: row + Menu.firstRow),
          Style(.faint))
      }
    }
  }

  private func paintFooter(on canvas: inout Canvas) {
    let size = canvas.size
    var column = 1
    let numbers = items.count > 1 && size.width > 48 ? " 1-\(items.count)" : ""
    let open = items.indices.contains(selected) && items[selected].isBegun ? "go on" : "open"
    for (key, label) in [
      ("Enter", open), ("Up Down\(numbers)", "choose"), ("F10", "leave"), ("?", "all commands"),
    ] where column + key.columns + label.columns + 1 < size.width {
      column = canvas.write(key, at: Point(column: column, row: size.height - 1), Style(.key))
      column = canvas.write(
        " \(label)  ", at: Point(column: column, row: size.height - 1), Style(.faint))
    }
  }
}

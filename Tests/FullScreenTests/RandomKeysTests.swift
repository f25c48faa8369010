import Expressions
import Foundation
import FullScreen
import Journals
import LessonSolving
import Lessons
import RandomNumbers
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// Whatever is typed, pasted and resized, a session stays whole.
///
/// `RANDOM_KEYS=100000 swift test --filter RandomKeysTests` tries that many keys.
@Suite struct RandomKeysTests {
  private static let seeds: Range<UInt64> = 0..<6
  /// How many keys each seed gives.
  private static let count =
    (ProcessInfo.processInfo.environment["RANDOM_KEYS"].flatMap { Int($0) } ?? 6000) / seeds.count

  /// A key such as a cat on the keyboard would press, answers among them.
  static func key(_ generator: inout SplitMix64) -> Key {
    let characters =
      Array("0123456789.+-*/^()= aJwdx?eπ−²,;\"\\é語🙂\u{1B}\u{0}\u{200D}🇩")
      + ["\u{301}", "\u{FE0F}"]
    let pastes = [
      "11\n121\n", "22\n", "\n\n\n", "3", "a\u{1B}[Ab", String(repeating: "9", count: 5000),
      String(repeating: "6\n", count: 3000), "\u{301}\u{202E}\n\u{9B}31m",
    ]
    let others: [Key] = [
      .enter, .enter, .enter, .tab, .backTab, .backspace, .delete, .left, .right, .up, .down, .home,
      .end, .pageUp, .pageDown, .escape, .function(1), .function(2), .function(3), .function(4),
      .function(5), .function(6), .function(7), .function(8), .function(9), .function(10),
      .function(12), .function(12), .control("u"), .control("k"), .control("x"),
    ]
    switch Int.random(in: 0..<20, using: &generator) {
    case 0..<9: return .character(characters.randomElement(using: &generator) ?? "1")
    case 9: return .paste(pastes.randomElement(using: &generator) ?? "")
    // The answers of the lesson below, so that there is something to lose.
    case 10 where generator.next(below: 3) == 0: return .character("k")
    case 10, 11:
      return .paste(["11\n121\n22\n3\n66\n", "5\n16\n"].randomElement(using: &generator)!)
    default: return others.randomElement(using: &generator) ?? .enter
    }
  }

  /// Sizes down to one cell, the usual one as often as the others together.
  private static func size(_ generator: inout SplitMix64) -> Size {
    [
      Size(width: 80, height: 24), Size(width: 80, height: 24), Size(width: 1, height: 1),
      Size(
        width: Int.random(in: 0...130, using: &generator),
        height: Int.random(in: 0...45, using: &generator)),
    ].randomElement(using: &generator)!
  }

  private static func opening() throws -> Screen {
    try shown(
      SampleLesson.twoNodes + """


        ## A fan-out

        \(SampleBlocks.fanOut)

        ```fill
        ```

        ## Alone

        ```graph again
        ```

        ```exam
        ```
        """)
  }

  @Test(.timeLimit(.minutes(30)), arguments: seeds)
  func nothingTypedBreaksASession(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var screen = try Self.opening()
    var records: [JournalRecord] = []
    var painter = ScreenRepainter()
    for number in 1...Self.count {
      if Int.random(in: 0..<50, using: &generator) == 0 {
        screen.resize(to: Self.size(&generator))
      }
      let before = screen
      let key = Self.key(&generator)
      records += try screen.press(key).records()
      try Self.expectWhole(screen)
      try #require(painter.canvas(of: screen) == screen.canvas())
      try Self.expectNothingLost(from: before, to: screen, by: key)
      if number.isMultiple(of: 250) || number == Self.count {
        try Self.expectSolvable(screen)
        try Self.expectResumable(screen, from: records)
      }
    }
  }

  /// The screen is of its size and clean, and the prompt within its limit.
  private static func expectWhole(_ screen: Screen) throws {
    let canvas = screen.canvas()
    try #require(canvas.size == screen.size)
    try #require(screen.prompt.text.count <= LineEditor.limit)
    if let cursor = canvas.cursor { try #require(canvas.bounds.contains(cursor)) }
    try #require(!canvas.text.contains { $0.contains(where: \.isControl) })
  }

  /// Only an answer changes an entry, its own one, and only one that can be read turns it red.
  private static func expectNothingLost(
    from before: Screen, to now: Screen, by key: Key
  ) throws {
    // Undo, redo and starting over, by their keys or from the list, change what they will.
    if before.showsCommands || [.function(5), .function(6)].contains(key) { return }
    var isPaste = false
    if case .paste = key { isPaste = true }
    guard key == .enter || isPaste, before.pageNumber == now.pageNumber,
      let was = before.worksheet, let worksheet = now.worksheet
    else {
      try #require(before.wholeScore == now.wholeScore, "\(key) changed an entry")
      return
    }
    for (entry, state) in worksheet.states.enumerated() where state != was.states[entry] {
      // A paste may hold several answers.
      try #require(entry == before.focus || isPaste, "\(key) changed another entry")
      if case .wrong(let typed) = state {
        try #require(worksheet.key.numbers?.check(typed, for: entry).word == "wrong", "\(typed)")
      }
    }
  }

  /// By keys alone every page can still be done.
  private static func expectSolvable(_ left: Screen) throws {
    var screen = left
    screen.resize(to: .usual)
    // The list of commands, what stands in the prompt and the map may be in the way, no more.
    screen.press(.escape, .escape, .escape)
    for _ in screen.lesson.pages { screen.press(.function(7)) }
    for _ in screen.lesson.pages {
      for _ in screen.asked {
        let entry = try #require(screen.focus)
        let exact = try #require(screen.worksheet).key.answer(to: entry)
        screen.press(.escape)
        screen.type(exact)
        screen.press(.enter)
        let state = try #require(screen.worksheet).states[entry]
        try #require(
          state.isAccepted || state.isAnswered || state == .revealed
            || screen.session.isHandedIn, "\(entry) is locked")
        if screen.focus == entry { screen.press(.tab) }
      }
      screen.press(.function(8))
    }
    // What was shown counts for nothing and is done with.
    for page in 1...screen.lesson.pages.count {
      screen.act(.page(page))
      try #require(screen.isDone || screen.asked.isEmpty)
    }
  }

  /// The journal brings back the same entries.
  private static func expectResumable(_ left: Screen, from records: [JournalRecord]) throws {
    var (screen, resumed) = (left, try opening())
    resumed.session.resume(records)
    try #require(resumed.pageNumber == screen.pageNumber)
    for page in 1...screen.lesson.pages.count {
      screen.act(.page(page))
      resumed.act(.page(page))
      try #require(resumed.worksheet?.states == screen.worksheet?.states)
    }
  }
}

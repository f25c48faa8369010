import RandomNumbers
import SeededRandom
import Teaching
import Testing
import TextScreen
import Tutor

/// Whatever is typed, pasted and resized, a session stays whole.
@Suite struct RandomKeysTests {
  /// A key such as a cat on the keyboard would press, answers among them.
  static func key(_ generator: inout SplitMix64) -> Key {
    let characters =
      Array("0123456789.+-*/^()= aJwdx?eπ−²,;\"\\é語🙂\u{1B}\u{0}\u{200D}🇩")
      + ["\u{301}", "\u{FE0F}"]
    let pastes = [
      "11\n121\n", "22\n", "\n\n\n", "3", "a\u{1B}[Ab", String(repeating: "9", count: 5000),
    ]
    let others: [Key] = [
      .enter, .enter, .enter, .tab, .backTab, .backspace, .delete, .left, .right, .up, .down, .home,
      .end, .pageUp, .pageDown, .escape, .function(1), .function(5), .function(6), .function(7),
      .function(8), .function(12), .control("u"), .control("k"), .control("x"),
    ]
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<5: return .character(characters.randomElement(using: &generator) ?? "1")
    case 5: return .paste(pastes.randomElement(using: &generator) ?? "")
    default: return others.randomElement(using: &generator) ?? .enter
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func nothingTypedBreaksASession(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var session = try exploring("d = a b", "e = a + b", "f = d e", "a = 2", "b = 3")
    for _ in 0..<800 {
      if Int.random(in: 0..<50, using: &generator) == 0 {
        let size = Size(
          width: Int.random(in: 0...130, using: &generator),
          height: Int.random(in: 0...45, using: &generator))
        _ = session.update(.resized(size))
      }
      let before = session
      let key = Self.key(&generator)
      let wasListed = session.showsCommands
      session.press(key)
      let canvas = session.canvas()
      try #require(canvas.size.width == session.size.width)
      try #require(session.prompt.text.count <= LineEditor.limit)
      if let cursor = canvas.cursor { try #require(canvas.bounds.contains(cursor)) }
      guard let was = before.worksheet, let now = session.worksheet else { continue }
      for (index, state) in now.states.enumerated() where state != was.states[index] {
        // Only Enter, a paste, undo, redo and starting over change an entry, and only readable input turns red.
        if case .wrong(let typed) = state, key == .enter, !wasListed {
          try #require(now.key.check(typed, for: index).word != "unreadable")
        }
        let mayChange = [.enter, .function(5), .function(6)].contains(key) || wasListed
        var isPaste = false
        if case .paste = key { isPaste = true }
        try #require(mayChange || isPaste, "\(key) changed an entry")
      }
    }
  }

  @Test func afterAnythingTheGraphCanStillBeSolved() throws {
    var generator = SplitMix64(seed: 99)
    var session = try twoNodes()
    for _ in 0..<800 { session.press(Self.key(&generator)) }
    _ = session.update(.hideCommands)
    _ = session.update(.resized(Size(width: 80, height: 24)))
    for (name, answer) in [
      ("a", "11"), ("J", "121"), ("dJ/da", "22"), ("da/dw", "3"), ("dJ/dw", "66"),
    ] {
      let entry = try #require(session.worksheet?.key.list.index(of: name))
      _ = session.update(.fill(entry: entry, answer))
    }
    #expect(session.isDone)
  }
}

import FullScreen
import TestSupport
import Testing
import TextScreen

@Suite struct MotionTests {
  /// The pictures of what moves with a key, up to the end.
  private func pictures(_ first: Motion?) -> [Canvas] {
    var pictures: [Canvas] = []
    var motion = first
    while let running = motion {
      pictures.append(running.canvas)
      motion = running.next
    }
    return pictures + [first?.end].compactMap { $0 }
  }

  /// The columns whose wires have a role, in a row of a picture.
  private func columns(_ role: Style.Role, of canvas: Canvas) -> Set<Int> {
    var columns: Set<Int> = []
    for row in 2..<canvas.size.height {
      for column in 0..<canvas.size.width
      where canvas[Point(column: column, row: row)].style.role == role {
        columns.insert(column)
      }
    }
    return columns
  }

  private func answering(
    _ answers: [String], isStill: Bool = false
  ) throws -> (motion: Motion?, screen: Screen) {
    var screen = try exploring("a = 2 + 3w", "J = a^2", "w=3")
    var painter = ScreenRepainter(isStill: isStill)
    _ = painter.canvas(of: screen)
    for answer in answers {
      screen.type(answer)
      _ = painter.canvas(of: screen)
      screen.press(.enter)
      _ = painter.canvas(of: screen)
    }
    return (painter.motion, screen)
  }

  @Test func aValueRunsFromTheLeft() throws {
    let (motion, screen) = try answering(["11"])
    let shown = pictures(motion).map { columns(.forwardWire, of: $0) }
    #expect(shown.count > 3)
    for (before, after) in zip(shown, shown.dropFirst()) {
      #expect(before.isStrictSubset(of: after))
      #expect(after.subtracting(before).min() ?? 0 > before.max() ?? 0)
    }
    #expect(motion?.end == screen.canvas())
  }

  @Test func aDerivativeRunsFromTheRight() throws {
    let (motion, screen) = try answering(["11", "121", "22"])
    let shown = pictures(motion).map { columns(.derivativeWire, of: $0) }
    #expect(shown.count > 3)
    for (before, after) in zip(shown, shown.dropFirst()) {
      #expect(before.isStrictSubset(of: after))
      #expect(after.subtracting(before).max() ?? 0 < before.min() ?? 0)
    }
    #expect(motion?.end == screen.canvas())
  }

  @Test func aNudgeRunsFromBoxToBox() throws {
    var (_, screen) = try answering(["11", "121", "22"])
    var painter = ScreenRepainter(isStill: false)
    screen.press(.function(3))
    _ = painter.canvas(of: screen)
    for _ in 1...2 {
      screen.press(.enter)
      _ = painter.canvas(of: screen)
      let shown = pictures(painter.motion).map { picture in
        (0..<24).reduce(0) { sum, row in
          sum + (0..<80).count { picture[Point(column: $0, row: row)].style.role == .lit }
        }
      }
      #expect(shown.count > 2)
      #expect(zip(shown, shown.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  /// At most half a second.
  @Test(arguments: [(80, 24), (120, 40), (300, 80)])
  func aMotionIsShort(width: Int, height: Int) throws {
    var screen = try exploring(
      "a = 2 + 3w", "b = 2a", "c = 3b", "J = c^2", "w=3", at: Size(width, height))
    var painter = ScreenRepainter(isStill: false)
    for answer in ["11", "22", "66", "4356", "132"] {
      _ = painter.canvas(of: screen)
      screen.enter(answer)
      _ = painter.canvas(of: screen)
      #expect((pictures(painter.motion).count - 1) * Motion.frameMilliseconds <= 500)
    }
  }

  @Test func whoeverWantsNothingToMoveHasNothing() throws {
    #expect(try answering(["11"], isStill: true).motion == nil)
  }

  /// Typing, going elsewhere, a wrong answer, undo and another size move nothing.
  @Test func whatRanAlongNoWireDoesNotMove() throws {
    var screen = try exploring("a = 2 + 3w", "J = a^2", "w=3")
    var painter = ScreenRepainter(isStill: false)
    _ = painter.canvas(of: screen)
    for key: Key in [
      .character("1"), .backspace, .tab, .backTab, .character("7"), .enter, .backspace,
      .function(7), .escape, .character("?"), .escape, .function(2),
    ] {
      screen.press(key)
      _ = painter.canvas(of: screen)
      #expect(painter.motion == nil, "\(key)")
    }
    screen.enter("11")
    screen.resize(to: Size(100, 30))
    _ = painter.canvas(of: screen)
    #expect(painter.motion == nil)
    screen.press(.function(5))
    _ = painter.canvas(of: screen)
    #expect(painter.motion == nil)
  }
}

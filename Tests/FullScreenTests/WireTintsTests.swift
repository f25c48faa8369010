import FullScreen
import TestSupport
import Testing
import TextScreen

/// A value that is found tints its wire as far as it is used, a derivative its way back.
@Suite struct WireTintsTests {
  /// The wires in a row from left to right: `w` bare, `v` after a value, `d` after a derivative; what is equal stands
  /// once.
  private func tints(_ canvas: Canvas, row: Int? = nil) -> String {
    let rows = row.map { $0..<$0 + 1 } ?? 2..<canvas.size.height
    var letters = ""
    for row in rows {
      for column in 0..<canvas.size.width {
        let letter: Character? =
          switch canvas[Point(column: column, row: row)].style.role {
          case .wire: "w"
          case .forwardWire: "v"
          case .derivativeWire: "d"
          default: nil
          }
        if let letter, letters.last != letter { letters.append(letter) }
      }
    }
    return letters
  }

  @Test func twoNodesFillFromTheLeftAndThenFromTheRight() throws {
    var screen = try exploring("a = 2 + 3w", "J = a^2", "w=3")
    var seen = [tints(screen.canvas())]
    for answer in ["11", "120", "121", "22", "3", "66"] {
      screen.enter(answer)
      seen.append(tints(screen.canvas()))
    }
    // The wire behind the output has a value and no derivative.
    #expect(seen == ["w", "vw", "vw", "v", "vdv", "vdv", "dv"])
  }

  /// Where a value goes two ways, each way is green as soon as what comes back along it is found.
  @Test func eachWayBackOfAFanOutIsTintedByItself() throws {
    var screen = try exploring("a = 2 + 3w", "b = 2a", "J = a b", "w=3", at: Size(120, 40))
    screen.enter("11", "22", "242")
    #expect(tints(screen.canvas()) == "v")
    func wires(into entry: String) -> Set<Style.Role> { roles(screen.canvas()) }
    screen.enter("22")
    let afterOne = roles(screen.canvas())
    #expect(afterOne == [.forwardWire, .derivativeWire])
  }

  private func roles(_ canvas: Canvas) -> Set<Style.Role> {
    var roles: Set<Style.Role> = []
    for row in 2..<canvas.size.height {
      for column in 0..<canvas.size.width {
        roles.insert(canvas[Point(column: column, row: row)].style.role)
      }
    }
    return roles.intersection([.wire, .forwardWire, .derivativeWire])
  }

  /// What is wrong, or shown again by undo, leaves no tint.
  @Test func undoTakesTheTintBack() throws {
    var screen = try exploring("a = 2 + 3w", "J = a^2", "w=3")
    screen.enter("11")
    screen.press(.function(5))
    #expect(tints(screen.canvas()) == "w")
  }

  /// A tint would be a verdict.
  @Test func whatHasNoVerdictHasNoTint() throws {
    let lesson = """
      # Silent

      ```graph
      parameter w = 3
      a = 2 + 3w
      J = a^2
      ```

      ```graded
      feedback: none
      ```

      ## Fill

      ```fill
      ```
      """
    var screen = try shown(lesson, page: 2)
    screen.enter("11", "121")
    #expect(tints(screen.canvas()) == "w")
  }

  @Test func openEntriesSayWhichKindTheyAre() throws {
    let canvas = try exploring("a = 2 + 3w", "J = a^2", "w=3").canvas()
    var open: [String] = []
    for row in 2..<canvas.size.height {
      var last: Style.Role?
      for column in 0..<canvas.size.width {
        let role = canvas[Point(column: column, row: row)].style.role
        if role != last, role == .openForward || role == .openDerivative {
          open.append("\(row): \(role)")
        }
        last = role
      }
    }
    #expect(
      open.map { $0.split(separator: " ").last.map(String.init) ?? "" }.sorted()
        == ["openDerivative", "openDerivative", "openDerivative", "openForward", "openForward"])
  }
}

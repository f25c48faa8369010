import Testing
import TextScreen

@Suite struct CanvasPictureTests {
  @Test func aPictureHasCharactersThenTheCursorThenStyles() {
    var canvas = Canvas(size: Size(width: 5, height: 2))
    canvas.write("a 1", at: Point(column: 0, row: 0), Style(.forward))
    canvas.write("b ", at: Point(column: 0, row: 1), Style(.plain, isFocused: true))
    canvas.write("x", at: Point(column: 4, row: 1), Style(.wrong, isFocused: true))
    canvas.cursor = Point(column: 2, row: 1)
    #expect(
      canvas.picture == """
        a 1
        b   x

        cursor 2,1

        v v
        ::  X

        """)
  }

  @Test func anEmptyCanvasHasAPictureToo() {
    #expect(Canvas(size: Size(width: 0, height: 0)).picture == "\nno cursor\n\n")
  }

  /// What is a tint has the letter of what it tints, so that pictures that were stored before hold.
  @Test func everyRoleHasALetterOfItsOwn() {
    let tints: Set<Style.Role> = [.forwardWire, .derivativeWire, .openForward, .openDerivative]
    let letters = Style.Role.allCases.map { role -> Substring in
      var canvas = Canvas(size: Size(width: 1, height: 1))
      canvas.write("x", at: Point(column: 0, row: 0), Style(role))
      return canvas.picture.split(separator: "\n").last ?? ""
    }
    #expect(Set(letters).count == Style.Role.allCases.count - tints.count)
  }

  @Test(arguments: Style.Color.allCases)
  func everyColourMeansSomething(color: Style.Color) {
    #expect(Style.Role.allCases.contains { $0.color == color })
  }
}

import FullScreen
import Phrases
import TestSupport
import Testing
import TextScreen

@Suite struct MenuTests {
  let menu = Menu([
    MenuItem(name: "a", title: "First", summary: "About one.", accepted: 5, asked: 5),
    MenuItem(name: "b", title: "Second", summary: "About two.", accepted: 2, asked: 9),
    MenuItem(name: "c", title: "Third", summary: "About three.", accepted: 0, asked: 3),
  ])

  @Test func itSaysWhereTheLearnerStands() {
    let lines = menu.canvas(size: Size(width: 40, height: 12)).text
    #expect(lines[3] == "   1  First                     done ✓")
    #expect(lines[4] == "   2  Second                       2/9")
    #expect(lines[5] == "   3  Third")
    #expect(lines[9] == "  About one.")
  }

  @Test func arrowsChooseAndEnterOpens() {
    var menu = menu
    #expect(menu.press(.down) == nil)
    #expect(menu.press(.down) == nil)
    #expect(menu.press(.down) == nil)
    #expect(menu.press(.enter) == .open(2))
    #expect(menu.press(.up) == nil)
    #expect(menu.press(.enter) == .open(1))
    #expect(menu.press(.character("q")) == .leave)
    #expect(menu.press(.function(10)) == .leave)
  }

  /// A menu of as many lessons.
  private func menu(of count: Int) -> Menu {
    Menu(
      (1...count).map {
        MenuItem(name: "\($0)", title: "L\($0)", summary: "", accepted: 0, asked: 1)
      })
  }

  /// No digit opens a lesson, since another may follow.
  @Test(arguments: [
    ("1", 0), ("12", 11), ("2", 1), ("13", 12), ("14", 3), ("1x2", 1), ("0", 6), ("10", 9),
    ("123", 2), ("19", 8), ("99", 8),
  ])
  func digitsAreTheNumberOfALesson(typed: String, selected: Int) {
    var menu = menu(of: 13)
    for _ in 1...6 { _ = menu.press(.down) }
    for digit in typed { #expect(menu.press(.character(digit)) == nil) }
    #expect(menu.selected == selected)
    #expect(menu.press(.enter) == .open(selected))
  }

  @Test func theFooterSaysWhichNumbersThereAreWhereItHasRoom() {
    func footer(_ width: Int) -> String {
      menu(of: 13).canvas(size: Size(width: width, height: 12)).text[11]
    }
    #expect(footer(80) == " Enter open  Up Down 1-13 choose  F10 leave")
    #expect(footer(40) == " Enter open  Up Down choose  F10 leave")
  }

  @Test func moreLessonsThanRowsScroll() {
    var long = menu(of: 50)
    for _ in 0..<49 { _ = long.press(.down) }
    #expect(long.canvas(size: Size(width: 40, height: 12)).text.contains("  50  L50"))
  }

  @Test(arguments: [(0, 0), (1, 1), (20, 5)])
  func anySizeCanBePainted(width: Int, height: Int) {
    let size = Size(width: width, height: height)
    #expect(menu.canvas(size: size).size == size)
  }

  @Test func aBrokenLessonIsListedAndNotOpened() {
    var menu = Menu([MenuItem(broken: "bad", because: "backprop check tells why")])
    let lines = menu.canvas(size: Size(width: 40, height: 12)).text
    #expect(lines[3] == "   1  bad               cannot be read")
    #expect(lines[9] == "  backprop check tells why")
    #expect(menu.press(.enter) == nil)
  }
}

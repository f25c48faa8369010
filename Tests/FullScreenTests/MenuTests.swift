import FullScreen
import Phrases
import TestSupport
import Testing
import TextScreen

@Suite struct MenuTests {
  let menu = Menu(
    Road([
      MenuItem(name: "a", title: "First", summary: "About one.", accepted: 5, asked: 5),
      MenuItem(name: "b", title: "Second", summary: "About two.", accepted: 2, asked: 9),
      MenuItem(name: "c", title: "Third", summary: "About three.", accepted: 0, asked: 3),
    ]))

  @Test func itSaysWhereTheLearnerStands() {
    let lines = menu.canvas(size: Size(width: 40, height: 12)).text
    #expect(lines[3] == "   1  First                     done ✓")
    #expect(lines[4] == "   2  Second              begun 2 of 9")
    #expect(lines[5] == "   3  Third                        new")
    #expect(lines[9] == "  About two.")
  }

  /// Lessons in every state, begun skills that are due, and practice.
  private let road = Road(
    [
      MenuItem(
        name: "a", title: "First", summary: "", accepted: 5, asked: 5, minutes: 5, dueCount: 2),
      MenuItem(name: "b", title: "Second", summary: "", accepted: 8, asked: 9, shown: 1),
      MenuItem(
        name: "c", title: "Third", summary: "About three.", accepted: 0, asked: 3, isBegun: true,
        minutes: 10),
      MenuItem(name: "d", title: "Fourth", summary: "", accepted: 0, asked: 3, minutes: 25),
    ], lastLesson: "c")

  @Test func aWideMenuTellsTheTimeAndTheProgressOfTheCourse() {
    let lines = Menu(road).canvas(size: Size(width: 72, height: 13)).text
    #expect(
      lines == [
        " Back propagation, by doing it         2 of 4 lessons, 13 of 20 answers",
        String(repeating: "─", count: 72), "",
        "   1  First                                     done ✓, 2 due",
        "   2  Second                                    done, 1 shown",
        "   3  Third                                      begun 0 of 3   10 min",
        "   4  Fourth                                              new   25 min",
        "", "", "", "  About three.", "",
        " Enter go on  Up Down 1-4 choose  F10 leave  ? all commands",
      ])
  }

  @Test func theFocusIsOnWhereTheLearnerGoesOn() {
    #expect(Menu(road).selected == 2)
    #expect(Menu(Road(road.items)).selected == 2)
    #expect(Menu(Road(road.items, lastLesson: "a")).selected == 2)
    #expect(Menu(Road(road.items, lastLesson: "d")).selected == 2)
    #expect(Menu(Road(Array(road.items.prefix(2)))).selected == 0)
    #expect(Menu(Road([])).selected == 0)
  }

  @Test(arguments: [Key.character("?"), .function(1)])
  func theListOfCommandsLiesOverTheMenu(key: Key) {
    var menu = menu
    let before = menu.canvas(size: Size(80, 24))
    #expect(menu.press(key) == nil)
    let list = menu.canvas(size: Size(80, 24)).text.joined(separator: "\n")
    #expect(list.contains("All commands: press the letter"))
    #expect(list.contains("q  F10        leave; every answer is saved"))
    #expect(menu.press(.escape) == nil)
    #expect(menu.canvas(size: Size(80, 24)) == before)
    #expect(menu.press(key) == nil)
    #expect(menu.press(.character("q")) == .leave)
  }

  @Test func escapeLeavesNothing() {
    var menu = menu
    #expect(menu.press(.escape) == nil)
    #expect(menu.press(.character("1")) == nil)
    #expect(menu.press(.escape) == nil)
    #expect(menu.press(.character("2")) == nil)
    #expect(menu.press(.enter) == .open(1))
  }

  /// A menu of as many lessons.
  private func menu(of count: Int) -> Menu {
    Menu(
      Road(
        (1...count).map {
          MenuItem(name: "\($0)", title: "L\($0)", summary: "", accepted: 0, asked: 1)
        }))
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
    #expect(footer(80) == " Enter open  Up Down 1-13 choose  F10 leave  ? all commands")
    #expect(footer(40) == " Enter open  Up Down choose  F10 leave")
  }

  @Test func moreLessonsThanRowsScroll() {
    var long = menu(of: 50)
    for _ in 0..<49 { _ = long.press(.down) }
    #expect(long.canvas(size: Size(width: 40, height: 12)).text[8].hasPrefix("  50  L50 "))
  }

  @Test(arguments: [(0, 0), (1, 1), (20, 5)])
  func anySizeCanBePainted(width: Int, height: Int) {
    let size = Size(width: width, height: height)
    #expect(menu.canvas(size: size).size == size)
  }

  @Test func aBrokenLessonIsListedAndNotOpened() {
    var menu = Menu(Road([MenuItem(broken: "bad", because: "backprop check tells why")]))
    let lines = menu.canvas(size: Size(width: 40, height: 12)).text
    #expect(lines[3] == "   1  bad               cannot be read")
    #expect(lines[9] == "  backprop check tells why")
    #expect(menu.press(.enter) == nil)
  }
}

import FullScreen
import Phrases
import PlainMode
import TestSupport
import Testing

@Suite struct PlainMenuTests {
  @Test func theMenuTakesNumbersAndNames() {
    let menu = PlainMenu(
      Road([
        MenuItem(name: "one", title: "One", summary: "", accepted: 0, asked: 3),
        MenuItem(name: "two", title: "Two", summary: "", accepted: 2, asked: 3),
        MenuItem(name: "three", title: "Three", summary: "", accepted: 3, asked: 3),
        MenuItem(broken: "four", because: "backprop check tells what is wrong with four.md"),
      ]), width: 80)
    #expect(
      menu.lines == [
        "Back propagation, by doing it. The lessons:", "1. One. New.",
        "2. Two. Begun, 2 of 3 done.", "3. Three. Done.",
        "4. four. Cannot be read; backprop check tells what is wrong with four.md.",
        "Done: 1 of 3 lessons, 5 of 9 answers.", "Next is 1, One.",
        "Type the number of a lesson, or ?quit.",
      ])
    #expect(menu.take("2") == .open(1))
    #expect(menu.take(" three ") == .open(2))
    #expect(menu.take("4") == .say(["backprop check tells what is wrong with four.md."]))
    #expect(menu.take("") == .say(menu.lines))
    #expect(menu.take("?") == .say(menu.lines))
    #expect(menu.take("?quit") == .leave)
    #expect(menu.take("q") == .leave)
    #expect(menu.take("0") == .say(["There is no lesson '0'; type a number from 1 to 4."]))
    #expect(menu.take("thre") == .say(["There is no lesson 'thre'; did you mean 'three'?"]))
  }
}

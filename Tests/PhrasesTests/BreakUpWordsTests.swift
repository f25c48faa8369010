import FullScreen
import Phrases
import TestSupport
import Testing
import TextScreen

/// What is said to somebody who breaks a formula up and is stuck.
@Suite struct BreakUpWordsTests {
  private func screen() throws -> Screen {
    try shown(
      """
      # Break it

      ```break-up
      parameter w = 3
      J = (2 + 3w)^2
      ```
      """)
  }

  @Test(arguments: [
    ([String](), "J = a^2", "there is no 'a' yet; give it a step of its own first, a = …"),
    (["a = 3w"], "J = b + a", "there is no 'b' yet; give it a step of its own first, b = …"),
    (
      ["a = 3w"], "a = 2 + 3w",
      "'a' is there already; give this step another name, or take that one back by F5"
    ),
    ([], "w = 2", "'w' is there already; give this step another name"),
    ([], "a = 2 + 3x", "there is no 'x' yet; give it a step of its own first, x = …"),
  ])
  func aStepThatCannotStandIsExplained(before: [String], typed: String, said: String) throws {
    var screen = try screen()
    for step in before { screen.enter(step) }
    screen.enter(typed)
    #expect(screen.saying.text == said)
  }

  @Test func hintsGoByWhatIsBrokenOffAlready() throws {
    var screen = try screen()
    func hints(_ count: Int) -> [String] {
      (1...count).map { _ in
        screen.press(.function(2))
        return screen.saying.text
      }
    }
    #expect(
      hints(3) == [
        "hint: find a part of the formula that needs only what is there, and give it a name",
        "hint: 3w is such a part: NAME = 3w", "hint: 3w is such a part: NAME = 3w",
      ])
    screen.enter("a = 3w")
    #expect(hints(1) == ["hint: say the rest with a; the last step is J = …"])
    screen.enter("s = 2 + a")
    #expect(hints(1) == ["hint: say the rest with a and s; the last step is J = …"])
  }
}

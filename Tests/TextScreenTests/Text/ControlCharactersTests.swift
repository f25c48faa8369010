import Testing
import TextScreen

@Suite struct ControlCharactersTests {
  @Test(arguments: [
    ("J = 2√x", "J = 2√x"), ("\u{1B}[2J", "�[2J"), ("a\tb\r\nc", "a�b�c"), ("\u{7F}\u{9B}", "��"),
    ("a \u{202E}b", "a �b"), ("👨‍👩‍👧 é", "👨‍👩‍👧 é"),
  ])
  func aTerminalGetsNoCommand(text: String, printable: String) {
    #expect(text.printable == printable)
    #expect(!text.printable.contains { $0.isControl })
  }
}

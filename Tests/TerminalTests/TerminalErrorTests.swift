import Terminal
import Testing

@Suite struct TerminalErrorTests {
  @Test(arguments: [
    (
      TerminalError.notATerminal(.input),
      "standard input is not a terminal; start it in one, or use --plain"
    ),
    (
      .notATerminal(.output),
      "standard output is not a terminal; start it in one, or use --plain"
    ),
    (
      .missingType,
      "TERM is not set; name your terminal, as in TERM=xterm-256color, or use --plain"
    ),
    (
      .unknownType("vt\u{1B}9"),
      "unknown terminal 'vt�9'; try TERM=xterm-256color, or use --plain"
    ),
    (
      .unsuitableType("dumb"),
      "terminal 'dumb' cannot place its cursor; try TERM=xterm-256color, or use --plain"
    ),
  ])
  func aMessageSaysWhatToDo(error: TerminalError, message: String) {
    #expect(error.message == message)
  }
}

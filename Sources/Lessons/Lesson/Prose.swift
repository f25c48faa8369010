/// A block of a lesson's text: what is said, apart from how it is set on a screen.
public indirect enum Prose: Hashable, Sendable {
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  case list(ProseList)
  case quote([Prose])
  /// Lines of code, joined by `\n`, without one at the end.
  case code(String)
  case rule
  case table(ProseTable)
}

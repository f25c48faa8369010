import Expressions
import Lessons
import TextScreen

extension String {
  /// The text with an end that a voice can hear.
  package var ended: String {
    guard let last, !".?!:;…".contains(last) else { return self }
    return self + "."
  }

  /// The text with a capital at its beginning.
  package var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// The text without characters that a terminal would act on.
  package var visible: String { printable.trimmingBlanks }

  /// The text as lines of a width, each after some spaces.
  package func lines(width: Int, indent: Int = 0) -> [String] {
    let indent = min(indent, max(0, width - 20))
    return StyledText(self).wrapped(toColumns: max(1, width - indent)).map {
      String(repeating: " ", count: indent) + $0.text
    }
  }
}

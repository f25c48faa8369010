import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

/// A picture that a page makes of its graph's numbers.
struct PictureLines {
  private(set) var lines: [StyledText] = []

  /// - Parameter size: the columns of the text, and the rows that the page has.
  init(_ block: Lesson.Block, in session: Session, size: Size, isASCII: Bool) {
    guard let graph = session.page.graph,
      let key = session.progress.worksheets[graph].key.numbers
    else { return }
    switch block {
    case .cascade(let name): lines = CascadeLines(of: name.text, in: key, width: size.width).lines
    case .plot(let request):
      lines = PlotLines(request, session.lesson.graphs[graph], key)
        .lines(in: size, isASCII: isASCII)
    case .stepCount: lines = StepCountLines(key.graph).lines
    case .prose, .graph, .fill, .demonstration, .exercise: break
    }
  }
}

import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

/// The text of a page that asks entries: its prose, what its exercises showed, and its pictures once it is done.
struct WorkText {
  private(set) var lines: [StyledText] = []
  /// The lines below the last thing that the page asks: what a learner earns by it.
  private(set) var rewardCount = 0

  private let screen: Screen

  init(_ screen: Screen) {
    self.screen = screen
    let blocks = screen.session.shownBlocks
    let end = blocks.lastIndex { $0.asks }.map { $0 + 1 } ?? blocks.count
    add(blocks[..<end])
    let before = lines.count
    add(blocks[end...])
    rewardCount = lines.count - before
  }

  private var session: Session { screen.session }

  private mutating func add(_ blocks: ArraySlice<Lesson.Block>) {
    var prose: [Prose] = []
    for block in blocks {
      if case .prose(let block) = block {
        prose.append(block)
        continue
      }
      let part = part(block)
      if part.isEmpty { continue }
      append(ProseLines(prose, width: screen.textWidth).lines)
      prose = []
      append(part)
    }
    append(ProseLines(prose, width: screen.textWidth).lines)
  }

  private mutating func append(_ part: [StyledText]) {
    if part.isEmpty { return }
    if !lines.isEmpty { lines.append(StyledText()) }
    lines += part
  }

  /// What stands between the prose; nothing for the graph, which has a place of its own.
  private func part(_ block: Lesson.Block) -> [StyledText] {
    let size = Size(width: screen.textWidth, height: screen.graphRoom.height)
    switch block {
    case .prose, .graph, .fill, .demonstration: return []
    case .exercise(let index):
      let work = session.progress.exercises[index]
      return work.state == .empty
        ? [] : ExerciseLines(work, isFocused: false, for: screen.voice, in: size).lines
    case .cascade, .plot, .stepCount:
      guard session.isDone, !session.isSilent, !session.waits(block) else { return [] }
      return PictureLines(block, in: session, size: size, isASCII: screen.voice.isASCII).lines
    }
  }
}

extension Lesson.Block {
  /// Whether the learner has something to do there.
  fileprivate var asks: Bool {
    switch self {
    case .fill, .demonstration, .exercise: true
    case .prose, .graph, .cascade, .plot, .stepCount: false
    }
  }
}

public import Lessons
import Teaching

extension Session {
  /// The blocks of the page in view as they are shown: with the learner's own numbers where the text has a place for them.
  public var shownBlocks: [Lesson.Block] {
    guard page.hasPlaceholders else { return page.blocks }
    return page.blocks.map { block in
      guard case .prose(let prose) = block else { return block }
      return .prose(prose.replacingCode(filled))
    }
  }

  /// A text of the page in view with the learner's own numbers where it has a place for them.
  package func filled(_ text: String) -> String {
    guard Placeholder.mayBe(in: text), let forward = worksheet?.key.numbers?.forward else {
      return text
    }
    return Placeholder.filling(text, forward.text(ofInputs:))
  }
}

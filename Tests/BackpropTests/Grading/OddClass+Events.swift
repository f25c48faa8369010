import Journals

extension OddClass {
  /// Something that somebody did.
  struct Event {
    enum Kind: Hashable {
      case fill(String)
      case hint, reveal
    }

    var learner: String
    /// Of whom the numbers were when it was done.
    var drawnFor: String
    var session: String
    /// Milliseconds since the day began.
    var clock: Int
    var lesson: String
    var entry: String
    var kind: Kind
    /// What the file calls the lesson, and the hash of its bytes.
    var called: String
    var hash: String
  }

  /// The lessons by name: their text and what each asks, in its order.
  struct Asked {
    var name: String
    var title: String
    var text: String
    var entries: [String]
    var points: Double
    var isGraded = false
    /// The last millisecond of the day in which work counts.
    var until = Int.max
    var hash: String { Source.hash(of: Array(text.utf8)) }
  }
}

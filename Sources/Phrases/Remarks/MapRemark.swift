import Sessions

/// What there is to say while the graph is walked over.
package enum MapRemark: Hashable, Sendable {
  case nothing
  case noGraph
  /// No wire enters the box, or leads on from it.
  case noWire(isEntering: Bool)
  case nothingCalled(String)
  /// So many names fit what is looked for.
  case found(Int)
  case nothingToFold
  /// Unfolding would make more boxes than are drawn at once.
  case tooManyBoxes(Int)
  /// The page asks nothing of a node.
  case nothingAsked(node: String)
  /// An entry is folded into a box when the map is closed.
  case folded(entry: String, into: String)
  /// A box was unfolded, since the learner came to an entry in it.
  case unfolded(box: String, entry: String)

  /// The words for it.
  package func saying(for voice: Voice) -> Saying {
    switch self {
    case .nothing: Saying("")
    case .noGraph: Saying("there is no graph on this page to walk over", .notice)
    case .noWire(let isEntering):
      Saying("no wire \(isEntering ? "enters here" : "leads on")", .notice)
    case .nothingCalled(let name):
      Saying("nothing here is called \(Wording.shortened(name))", .notice)
    case .found(let count): Saying(count == 1 ? "" : "\(count) fit; Tab goes to the next")
    case .nothingToFold: Saying("there is nothing to fold here", .notice)
    case .tooManyBoxes(let count):
      Saying("\(count) boxes are too many for one drawing; unfold one with Space", .notice)
    case .nothingAsked(let node): Saying("this page asks nothing about \(node)", .notice)
    case .folded(let entry, let box):
      Saying(
        "\(entry) is folded into \(box); "
          + "\(voice.shortcut(for: .map)) and then Space there unfolds it", .notice)
    case .unfolded(let box, let entry): Saying("\(box) was unfolded for \(entry)", .notice)
    }
  }
}

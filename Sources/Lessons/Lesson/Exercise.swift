/// Something that a page asks beside the entries of its graph.
public struct Exercise: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case question(Question)
    /// A formula to be broken into steps; the graph has it whole, as its only operation.
    case breakUp(LessonGraph)
    case nudging(Nudging)
    /// Both ways of finding all derivatives, run on networks of growing size.
    case race
    /// A graph that learns from examples.
    case training(TrainingRequest)
    /// A formula of the learner's own, to be explored.
    case exploring
  }

  /// The name by which scripts and the journal call it, unique in the lesson.
  public var id: String
  public var kind: Kind
  public var position: TextPosition

  public init(id: String, _ kind: Kind, at position: TextPosition) {
    self.id = id
    self.kind = kind
    self.position = position
  }
}

extension Marks {
  /// A sign that work is somebody else's. It is worth a look, and no proof: it changes no mark.
  public enum Flag: Hashable, Sendable {
    /// So many answers in a lesson were typed to numbers that are not drawn from the learner's name, but from another one
    /// where that is known; of nobody where they are those in the file.
    case numbers(lesson: String, of: String?, seed: Int, answers: Int)
    /// So many sittings are in the work of another learner as well.
    case sittings(of: String, count: Int)

    public var text: String {
      switch self {
      case .numbers(let lesson, let name, let seed, let count):
        "\(count == 1 ? "1 answer" : "\(count) answers") in '\(lesson)' to the numbers of "
          + (name.map { "'\($0)'" } ?? (seed == 0 ? "the file" : "seed \(seed)"))
      case .sittings(let name, let count):
        "\(count == 1 ? "1 sitting" : "\(count) sittings") in the work of \(name) as well"
      }
    }
  }
}

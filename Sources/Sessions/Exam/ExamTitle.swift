/// What an exam is called: what it is on, and the seed of its graph and its numbers, `exam 2-2-2 7`.
///
/// The name says all that it takes to make the same exam again, for the journal, scripts and marks.
public struct ExamTitle: Hashable, Sendable {
  /// A network such as `2-2-2 tanh`, or the name of a lesson.
  public var subject: String
  /// From 1.
  public var seed: Int

  public init(_ subject: String, seed: Int) {
    self.subject = subject
    self.seed = seed
  }

  /// Reads a name; `nil` for that of anything else.
  public init?(name: String) {
    let words = name.split(separator: " ")
    guard words.count > 2, words[0] == "exam", let seed = words.last.flatMap({ Int($0) }),
      Session.seeds.contains(seed), seed > 0
    else { return nil }
    self.init(words[1..<(words.count - 1)].joined(separator: " "), seed: seed)
  }

  public var name: String { "exam \(subject) \(seed)" }
}

import Expressions
import Lessons
public import Phrases
import Sessions
import TextScreen

/// The list of lessons as numbered lines, of which one is chosen by its number or its name.
public struct PlainMenu: Hashable, Sendable {
  private let road: Road
  private let width: Int
  private var items: [MenuItem] { road.items }

  public init(_ road: Road, width: Int) {
    self.road = road
    self.width = max(20, width)
  }

  /// What a line does.
  public enum Choice: Hashable, Sendable {
    /// Opens the lesson with an index.
    case open(Int)
    case leave
    /// Chooses nothing; these lines say why, or what there is.
    case say([String])
  }

  /// The lessons, and how to choose one.
  public var lines: [String] {
    let lessons = items.enumerated().map { place, item in
      let sentence = item.sentence
      return "\(place + 1). \(item.title.ended)" + (sentence.isEmpty ? "" : " \(sentence)")
    }
    return
      (["Back propagation, by doing it. The lessons:"] + lessons + standing
      + ["Type the number of a lesson, or ?quit."])
      .flatMap { $0.lines(width: width) }.map(\.printable)
  }

  /// How far the learner is, what is due, and where to go on.
  private var standing: [String] {
    var sentences: [String] = []
    if !road.progress.isEmpty { sentences.append("Done: \(road.progress.ended)") }
    if let today = road.today { sentences.append(today.capitalised.ended) }
    if items.indices.contains(road.start) {
      let item = items[road.start]
      sentences.append(
        "\(item.isBegun ? "Go on" : "Next is") \(item.isBegun ? "with " : "")\(road.start + 1), \(item.title.ended)"
      )
    }
    return sentences
  }

  /// How to choose a lesson, for somebody who knows them.
  public var reminder: [String] {
    (["The menu. Type the number of a lesson; ? lists them, and ?quit leaves."] + standing)
      .flatMap { $0.lines(width: width) }
  }

  /// Takes a line that was typed.
  public func take(_ line: String) -> Choice {
    let typed = line.trimmingBlanks
    if typed.isEmpty || typed == "?" { return .say(lines) }
    if typed.first == "?" {
      if let (command, _) = PlainCommand.read(typed) {
        if command.action == .give(.leave) { return .leave }
        if command.action == .give(.showCommands) || command.action == .list { return .say(lines) }
      }
      return say("?quit leaves; type the number of a lesson to open it.")
    }
    if ["q", "quit"].contains(typed) { return .leave }
    let index =
      items.indices.first { $0 + 1 == Int(typed) } ?? items.firstIndex { $0.name == typed }
    guard let index else {
      let meant = Spelling.nearest(to: typed, among: items.map(\.name))
      return say(
        "There is no lesson '\(Wording.shortened(typed))'; "
          + (meant.map { "did you mean '\($0)'?" } ?? "type a number from 1 to \(items.count)."))
    }
    return items[index].isBroken ? say(items[index].summary.ended) : .open(index)
  }

  private func say(_ sentence: String) -> Choice { .say(sentence.lines(width: width)) }
}

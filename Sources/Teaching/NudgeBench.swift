public import Autodiff
import Expressions
public import Lessons

/// A graph on which the learner nudges quantities, with the nudges made so far.
public struct NudgeBench: Hashable, Sendable {
  /// One nudge with what it moved.
  public struct Trial: Hashable, Sendable {
    public var typed: String
    public var nudge: Nudge
  }

  public let key: AnswerKey
  public let nudging: Nudging
  public private(set) var trials: [Trial] = []

  public init(_ nudging: Nudging, of key: AnswerKey) {
    self.nudging = nudging
    self.key = key
  }

  public var isDone: Bool { trials.count >= nudging.count }

  /// Nudges by what was typed: a step, `1e-9`, or a name and a step, `b 0.01`, where several may be nudged.
  public mutating func add(_ typed: String) -> Verdict {
    let words = typed.split { $0.isWhitespace || $0 == "=" }.map(String.init)
    guard let first = words.first else { return .unreadable(.empty) }
    let names = nudging.names.map(\.text)
    var name = names[0]
    var step = typed
    if first.first?.isLetter == true {
      guard names.contains(first) else { return .unreadable(.notToNudge(first, among: names)) }
      name = first
      step = words.dropFirst().filter { $0 != "by" }.joined(separator: " ")
    } else if names.count > 1 {
      return .unreadable(.notToNudge("", among: names))
    }
    let answer: Answer
    do {
      answer = try Answer(step, names: [])
    } catch {
      return .unreadable(.notParsed(error))
    }
    let number = answer.expression.value(at: [Double]())
    guard number.isFinite else { return .unreadable(.notFinite) }
    guard let node = key.graph.index(of: name) else {
      return .unreadable(.notToNudge(name, among: names))
    }
    do {
      let nudge = try Nudge(node, by: number, in: key.forward)
      guard !trials.contains(where: { $0.nudge == nudge }) else {
        return .unreadable(.nudgedBefore)
      }
      trials.append(Trial(typed: typed, nudge: nudge))
      return .right(typed: number)
    } catch {
      return .unreadable(.notComputed(error))
    }
  }
}

public import Autodiff
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

  /// The errors of the nudges of the quantity that was nudged first: how far each slope is from the derivative.
  public var errorsOfFirstNudged: Curve {
    let nudges = trials.map(\.nudge)
    return Curve(errorsOf: nudges.filter { $0.node == nudges.first?.node }, in: key)
  }

  /// Nudges by what was typed: a step, `1e-9`, or a name and a step, `b 0.01`, where several may be nudged.
  public mutating func add(_ typed: String) -> Verdict {
    let names = nudging.names.map(\.text)
    let request: NudgeRequest
    do {
      request = try NudgeRequest(
        typed, among: names, usualName: names.count == 1 ? names[0] : nil)
    } catch {
      return .unreadable(error)
    }
    guard let node = key.graph.index(of: request.name) else {
      return .unreadable(.notToNudge(request.name, among: names))
    }
    do {
      let nudge = try Nudge(node, by: request.step, in: key.forward)
      guard !trials.contains(where: { $0.nudge == nudge }) else {
        return .unreadable(.nudgedBefore)
      }
      trials.append(Trial(typed: typed, nudge: nudge))
      return .right(typed: request.step)
    } catch {
      return .unreadable(.notComputed(error))
    }
  }
}

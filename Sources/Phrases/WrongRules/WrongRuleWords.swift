import Autodiff
import Drawings
import Expressions
import Sessions
package import Teaching

extension Wording {
  /// What a wrong answer shows to have been missed, in this graph's names and numbers.
  ///
  /// Where several rules give the number the first is named as a likelihood. A number that is still asked is not told.
  ///
  /// - Parameters:
  ///   - typed: the answer as it is quoted.
  ///   - number: the answer as a number.
  package func why(
    _ reasons: [Reason], typed: String, _ number: Double, _ index: Int, in worksheet: Worksheet
  ) -> String? {
    guard let key = worksheet.key.numbers else { return nil }
    let words = WrongRuleWords(
      index, typed: typed, number, key, in: worksheet, of: session, for: voice)
    guard let first = reasons.first, !first.isDoubtful, let sentence = words.sentence(on: first)
    else { return nil }
    guard first.rule != .followsFromWrong,
      reasons.dropFirst().contains(where: { !words.isSame($0, as: first) })
    else { return sentence }
    return "it looks as if \(sentence)"
  }
}

/// The sentences about wrong rules for one entry.
struct WrongRuleWords {
  package let entry: Entry
  package let key: AnswerKey
  package let voice: Voice
  /// The node of the entry, the quantity to its left and the output.
  package let node: String
  package let operand: String
  package let output: String
  /// The answer as it is quoted, and as a number.
  package let typed: String
  package let number: Double
  package let worksheet: Worksheet
  package let session: Session

  package init(
    _ index: Int, typed: String, _ number: Double, _ key: AnswerKey, in worksheet: Worksheet,
    of session: Session, for voice: Voice
  ) {
    self.session = session
    self.worksheet = worksheet
    self.typed = typed
    self.number = number
    self.voice = voice
    self.key = key
    entry = key.list.entries[index]
    node = key.graph.nodes[entry.node].name
    operand = key.operand(of: entry).map { key.graph.nodes[$0].name } ?? ""
    output = key.graph.nodes[key.graph.output].name
  }

  package var upstream: String { ComputationGraph.derivativeName(of: output, by: node) }
  package var local: String { ComputationGraph.derivativeName(of: node, by: operand) }
  /// How many times as far the output moves as the node.
  private var upstreamValue: String {
    told(key.shownDerivative(of: entry.node), of: key.list.derivative(of: entry.node))
  }
  /// The upstream derivative with its number: `dJ/da = 22`.
  private var upstreamNumber: String { "\(upstream) = \(upstreamValue)" }

  /// The exponent of a square.
  var squared: String { voice.isASCII ? "^2" : "²" }

  /// Whether the number of an entry may be told.
  package func isKnown(_ entry: Int) -> Bool { session.isKnown(entry, on: worksheet) }

  /// A number as it is shown, or a gap where it is an entry's that is still to be found.
  package func told(_ number: Double, of entry: Int?) -> String {
    if entry.map(isKnown) ?? true {
      return (entry.map { key.shown($0) } ?? number).shortestText
    }
    return voice.isSpoken ? "(open)" : String(repeating: EntryMark.placeholder, count: 3)
  }

  /// What an entry asks to move: its own node, or the output.
  package var moved: String { entry.kind == .local ? node : output }

  /// Whether a second reason says no more than the first.
  ///
  /// What comes from the right is also the answer of an entry, and a minus forgotten is a sign.
  package func isSame(_ second: Reason, as first: Reason) -> Bool {
    switch (first.rule, second.rule) {
    // At a corner other rules come to what libraries answer.
    case (.otherConvention, _), (_, .otherConvention): true
    case (.upstreamOnly, .otherEntry), (.localOnly, .otherEntry), (.onePath, .otherEntry):
      second.other.map { entry.prerequisites.contains($0) } ?? false
    case (.forwardValue, .otherEntry):
      second.other.map { key.list.entries[$0].kind == .forward } ?? false
    case (.subtrahendSign, .sign), (.reciprocalSign, .sign), (.cosSign, .sign),
      (.squareOfSign, .sign):
      true
    default: false
    }
  }

  /// What is said of a rule; nothing where that would give away what is still to be found.
  package func sentence(on reason: Reason) -> String? {
    guard let second = reason.second else { return oneRule(reason) }
    return oneRule(Reason(reason.rule, other: reason.other, place: reason.place))
      .map { "\($0); also, \(besides(second))" }
  }

  /// What is said of a second rule that was followed along.
  private func besides(_ rule: WrongRule) -> String {
    rule == .localOnly
      ? "\(upstream), what comes from the right, is missing as a factor" : "the sign is wrong"
  }

  private func oneRule(_ reason: Reason) -> String? {
    switch reason.rule {
    case .followsFromWrong: follows(from: reason.other)
    case .otherEntry:
      reason.other.flatMap { isKnown($0) ? "\(typed) is \(key.list.entries[$0].name)" : nil }
        .map { "\($0), but the question is \(entry.name)" }
    case .sign where entry.kind == .forward || entry.later != nil:
      "\(typed) is \(entry.name) with the wrong sign"
    case .sign:
      "\(typed) has the right size and the wrong sign: does \(moved) go up or down when \(operand) goes up?"
    case .powerOfTen: "\(typed) has the digits of \(entry.name); the decimal point has moved"
    default:
      slip(reason) ?? step(reason.rule) ?? operation(reason).map(placed) ?? value(reason.rule)
        ?? chain(reason.rule) ?? quantity(reason.rule) ?? "\(typed) is not \(entry.name)"
    }
  }

  private func follows(from other: Int?) -> String {
    guard let other else { return "\(typed) is consistent with an earlier answer, which is wrong" }
    let earlier = worksheet.states[other].typed.map { " = \(Wording.shortened($0))" } ?? ""
    return
      "\(typed) is consistent with your \(key.list.entries[other].name)\(earlier), which is wrong; "
      + "fix that first"
  }

  /// What is said of a local derivative, at its own entry or where it is one factor of the chain.
  package func placed(_ phrase: String) -> String {
    entry.isLocal
      ? "\(typed) \(phrase)"
      : "\(typed) is \(upstreamNumber) times a wrong \(local), which \(phrase)"
  }

  // The cases of each group, one sentence a rule; a rule of another group has none here.

  private func chain(_ rule: WrongRule) -> String? {
    switch rule {
    case .localOnly where entry.slot == nil:
      "\(typed) adds the local derivatives, and forgets what comes from the right on each path"
    case .localOnly:
      "\(typed) is \(local), one box alone; \(output) moves "
        + "\(upstreamValue) times as far as \(node), so multiply"
    case .upstreamOnly where entry.kind == .local:
      "\(typed) is \(upstream), what comes from the right; \(entry.name) is about this box alone: how far does "
        + "\(node) move with \(operand)?"
    case .upstreamOnly where entry.slot == nil:
      "\(typed) adds what comes from the right, and forgets the local derivative on each path"
    case .upstreamOnly:
      "\(typed) is \(upstream), what comes from the right; \(node) itself moves \(localNumber) times as far "
        + "as \(operand), so multiply"
    case .added where entry.slot == nil:
      "\(typed) adds local derivatives and what comes from the right; on each path they are multiplied"
    case .added: "\(typed) adds \(local) and \(upstreamNumber); the chain rule multiplies them"
    case .onePath:
      "\(typed) is \(path) alone; \(operand) reaches \(output) on \(entry.prerequisites.count) paths, "
        + "which add up"
    case .skippedNode:
      "\(typed) leaves out a box: \(local) is multiplied by \(upstreamNumber), but by nothing further to the right"
    case .innerForgotten where isUpstream:
      "\(typed) is \(upstream), the outer derivative alone; \(node), the inside, moves with \(operand) as well"
    case .innerForgotten:
      placed(
        "is the outer derivative of \(formula) alone; the inside moves with \(operand) as well"
      )
    case .divided:
      "\(typed) divides one of \(local) and \(upstream) by the other; the chain rule multiplies them"
    case .pathsMultiplied: "\(typed) multiplies the paths from \(operand); they add up"
    case .pathsAveraged: "\(typed) averages the paths from \(operand); they add up"
    case .oneUpstream:
      "\(typed) multiplies every local derivative by what comes from the right on one path; each path from "
        + "\(operand) has its own"
    case .oneLocal:
      "\(typed) multiplies what comes from the right by one local derivative; each path from \(operand) has "
        + "its own"
    case .countedOnce:
      "\(typed) counts \(operand) once; in \(box) it occurs \(occurrences) times, and each one counts"
    case .extraFactor:
      "\(typed) has a factor too many: \(upstreamNumber) already contains everything to the right of \(node)"
    case .sibling: "\(typed) follows another wire into \(node); look at the one from \(operand)"
    case .seed:
      "\(typed) starts from \(output) = \(outputValue) itself; the "
        + "sweep starts from \(ComputationGraph.derivativeName(of: output, by: output)) = 1"
    case .doubled: "\(typed) is twice \(entry.name): something was added up twice on the way back"
    case .keptBetween:
      "\(typed) is what stands at \(operand) after two sweeps that keep what the first one left in every box; set "
        + "all of it to 0 before a second one"
    case .upsideDown:
      "\(typed) is the fraction upside down: the question is how far \(moved) moves for each unit of \(operand)"
    default: nil
    }
  }

  private var localNumber: String {
    entry.slot.map { slot in
      told(
        key.shownLocalDerivative(of: entry.node, slot: slot),
        of: key.list.localDerivative(of: entry.node, slot: slot))
    } ?? ""
  }

  private var outputValue: String {
    told(key.shownValue(of: key.graph.output), of: key.list.forward(of: key.graph.output))
  }

  /// Whether what was typed is what comes from the right.
  private var isUpstream: Bool {
    let derivative = key.backward.derivatives[entry.node]
    return !entry.isLocal && abs(number - derivative) <= abs(derivative) / 1000
  }

  private var occurrences: Int {
    key.graph.nodes[entry.node].formula?.expression.occurrenceSlots.count { $0 == entry.slot } ?? 0
  }

  /// The path whose contribution the number is.
  private var path: String {
    entry.prerequisites.min { abs(key.value(of: $0) - number) < abs(key.value(of: $1) - number) }
      .map { key.list.entries[$0].name } ?? "one path"
  }

  private func quantity(_ rule: WrongRule) -> String? {
    switch rule {
    case .forwardValue:
      "\(typed) is \(nearerValue) itself; the question is how far \(moved) moves for each unit of \(operand)"
    case .nudgedChange:
      "\(typed) is how far \(moved) moves when \(operand) moves by 0.001; divide by 0.001"
    case .nudgedValue:
      "\(typed) is where \(moved) ends up when \(operand) moves by 0.001; the question is how far it moves, divided "
        + "by 0.001"
    case .unitChange:
      "\(typed) is how far \(moved) moves when \(operand) moves by a whole 1; a derivative is for a small move"
    case .wrongPoint:
      "\(typed) has the right formula and another quantity's number in it; here \(inputs)"
    case .updateStep:
      "\(typed) is what a step of gradient descent does to \(operand); the question is \(entry.name) alone"
    default: nil
    }
  }

  /// The name of the value that the number is: the operand's, or that of the box.
  private var nearerValue: String {
    guard let index = key.operand(of: entry) else { return node }
    let (left, right) = (key.forward.values[index], key.forward.values[entry.node])
    return abs(left - number) <= abs(right - number) ? operand : node
  }
}

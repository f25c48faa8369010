import Autodiff
import Sessions
package import Teaching

/// What is said of a rule that was typed before the number of a derivative.
extension Wording {
  package func text(on verdict: Verdict, rule typed: String, for index: Int) -> String {
    guard let worksheet = session.worksheet else { return "" }
    let entry = worksheet.entries[index]
    let shown = Wording.shortened(typed)
    switch verdict {
    case .right, .close:
      return voice.isSpoken
        ? "right, that is the rule for \(entry.name). Now its number"
        : "right: \(shown) is the rule for \(entry.name); now its number"
    case .unreadable(let reason):
      return unreadable(reason, typed, form: Wording.form(of: index, in: worksheet))
    case .wrong(let wrongness):
      let isOnlyHere = if case .onlyHere = wrongness { true } else { false }
      let why =
        verdict.reasons.lazy.compactMap { self.why($0.rule, entry, in: worksheet) }.first
        ?? (isOnlyHere
          ? "it comes to the right number here, but not with other numbers"
          : "\(session.hasHint ? voice.shortcut(for: .hint) + " brings the rule back" : "think of one box at a time")")
      return "not yet: \(shown) is not the rule for \(entry.name); \(why)"
    }
  }

  /// What is wrong with a rule, without the right one.
  private func why(_ rule: WrongRule, _ entry: Entry, in worksheet: Worksheet) -> String? {
    let graph = worksheet.graph
    let node = graph.nodes[entry.node].name
    let output = graph.nodes[graph.output].name
    let operand = worksheet.key.operand(of: entry).map { graph.nodes[$0].name } ?? ""
    let isSum = entry.slot == nil
    return switch rule {
    case .upstreamOnly where isSum:
      "on each path, the box that \(operand) goes into has a slope of its own"
    case .upstreamOnly:
      "that is what comes from the right; how far does \(node) itself move with \(operand)?"
    case .localOnly where isSum: "on each path something comes from the right as well"
    case .localOnly: "that is one box alone; how far does \(output) move with \(node)?"
    case .added where isSum: "the two factors of a path are multiplied, not added"
    case .added: "the two are multiplied, not added: one works on the result of the other"
    case .divided: "neither is divided by the other"
    case .onePath:
      "that is one path; \(operand) reaches \(output) on \(entry.prerequisites.count)"
    case .pathsMultiplied: "the paths add up; they are not multiplied"
    case .pathsAveraged: "the paths add up; nothing is divided by their number"
    case .pathSign: "the paths add up; none of them is taken off"
    case .sign: "the sign is turned over"
    case .doubled: "there is a factor 2 too many"
    default: nil
    }
  }
}

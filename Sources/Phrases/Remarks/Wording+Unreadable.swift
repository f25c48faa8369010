import Autodiff
import Expressions
import Lessons
import Sessions
package import Teaching
import TextScreen

/// Why an answer could not be read.
extension Wording {
  /// Why an answer could not be read, in the words of somebody who answers and does not write formulas.
  private static func unreadable(
    _ error: ParseError, in typed: String, form: String, names: Set<String>
  ) -> String {
    switch error.reason {
    case .unknownName(let name, let suggestion):
      let texts = error.remedy?.texts.joined(separator: "' or '") ?? ""
      return suggestion.map { mayStand($0, names) } ?? false
        ? "'\(name)' is not a number; did you mean '\(texts)'?"
        : "'\(name)' is not a number; give \(form)"
    case .unknownFunction(let name, _):
      return error.remedy == nil
        ? "'\(name)' is not a number; give \(form)" : error.message(in: typed)
    case .strayEquals: return "give only what stands to the right of '='"
    default: return error.message(in: typed)
    }
  }

  /// Whether all that is suggested may stand in an answer where some names may.
  private static func mayStand(_ suggestion: String, _ names: Set<String>) -> Bool {
    suggestion.split(separator: " ").map(String.init).allSatisfy { word in
      names.contains(word) || Expression.Constant(rawValue: word) != nil
    }
  }

  /// Why an answer was not taken, and what to give instead.
  ///
  /// - Parameter names: what may stand in a formula here.
  package func unreadable(
    _ reason: Verdict.Unreadable, _ typed: String, form: String, names: Set<String> = []
  ) -> String {
    if let advice = PromptWord.advice(on: typed, in: session, for: voice) { return advice }
    let shown = Wording.shortened(typed)
    switch reason {
    case .empty: return "nothing typed; give \(form)"
    case .array(.notParsed(let error, let text)):
      if case .unknownName(let name, nil) = error.reason {
        return "there is no '\(name)' in this graph; use its names, or dZ for the derivative with "
          + "respect to Z"
      }
      let place = error.range.lowerBound + 1
      return "cannot read '\(shown)' at character \(place): \(error.message(in: text))"
    case .array(let obstacle): return "cannot take '\(shown)': \(obstacle.message)"
    case .notParsed(let error):
      let place = error.range.lowerBound + 1
      let why = Wording.unreadable(error, in: typed, form: form, names: names)
      return "cannot read '\(shown)' at character \(place): \(why)"
    case .nameInNumber(let name):
      return "cannot take '\(shown)': '\(name)' is a name; give \(form)"
    case .notFinite: return "'\(shown)' has no finite value; give \(form)"
    case .noDerivative(let name):
      let parts = name.split(separator: "/").map { String($0).trimmingBlanks.dropFirst() }
      guard parts.count == 2 else { return "this graph does not have '\(name)'" }
      return
        "this graph does not have '\(name)': \(parts[0]) is not computed from \(parts[1])"
    case .asksItself: return "'\(shown)' names what is asked; say what it is made of"
    case .notComparable:
      return "'\(shown)' cannot be compared: it has a value at too few points; give the number"
    case .tooFewDigits: return "'\(shown)' is rounded; give three digits at least"
    case .tooLong(let limit): return "that is longer than \(limit) characters; give \(form)"
    case .noChoice(let count): return "'\(shown)' is not a choice; type a number from 1 to \(count)"
    case .stepWithoutName: return "'\(shown)' has no name; write NAME = FORMULA, as in c = w x"
    case .stepWithoutNames:
      return "'\(shown)' uses no name of the graph; write a step with its names, as in c = w x"
    case .stepNotRead(.duplicateName(_, let name)):
      let way = isGiven(name) ? "" : ", or take that one back by \(voice.shortcut(for: .undo))"
      return "'\(name)' is there already; give this step another name\(way)"
    case .stepNotRead(let error):
      if case .unreadable(_, let error) = error,
        case .unknownName(let name, suggestion: nil) = error.reason
      {
        return "there is no '\(name)' yet; give it a step of its own first, \(name) = …"
      }
      return "cannot read '\(shown)': \(error.message)"
    case .nothingLeft: return "this is done; turn the page"
    case .notToNudge(let name, let names):
      if names.count == 1, name == typed.trimmingBlanks {
        return "'\(shown)' is not a number; nudge \(names[0]) by one such as 0.001 or 1e-6"
      }
      return name.isEmpty
        ? "which one? write \(names[0]) \(shown)"
        : "'\(name)' is not nudged here; nudge \(Wording.list(names)), as in \(names[0]) 0.001"
    case .notComputed(let error): return error.message
    case .nudgedBefore: return "you made that nudge already; try another size"
    }
  }

  /// Whether a name is that of an input of the formula that is broken up.
  private func isGiven(_ name: String) -> Bool {
    guard let index = session.assignment?.exercise,
      case .breakUp(let breakUp) = session.progress.exercises[index]
    else { return false }
    return breakUp.target.inputs[name] != nil
  }

  /// The names that a formula for a box's derivative may use: what enters the box, and the box itself.
  static func formulaNames(of entry: Entry, in worksheet: Worksheet) -> [String] {
    let nodes = worksheet.graph.nodes
    return (nodes[entry.node].operands + [entry.node]).map { nodes[$0].name }
  }

  package static func form(of index: Int, in worksheet: Worksheet) -> String {
    let entry = worksheet.entries[index]
    let isArray =
      !entry.isCell && entry.later.map { !worksheet.graph.shape(of: $0.node).isNumber } ?? false
    let number =
      isArray
      ? "numbers row by row, as in [[1, 2], [3, 4]]"
      : "a number such as -4 or .5, or arithmetic such as 22/2"
    if let later = entry.later {
      let example = exampleFormula(later, in: worksheet)
      return "\(number), or a formula such as \(example)"
    }
    if let key = worksheet.key.arrays { return form(of: index, in: key) }
    guard entry.isLocal else {
      return entry.kind == .forward ? number : "\(number); its rule may come first, in names"
    }
    let names = formulaNames(of: entry, in: worksheet)
    return "a number, or a formula over \(list(names)): what enters this box, and its own value"
  }

  /// A formula that may be typed for a quantity after a step.
  private static func exampleFormula(_ later: LaterQuantity, in worksheet: Worksheet) -> String {
    let graph = worksheet.graph
    let name = graph.nodes[later.node].name
    let slope = ComputationGraph.derivativeName(of: worksheet.list.outputName, by: name)
    switch later.kind {
    case .parameter: return "\(name) - 2 rate \(slope)"
    case .memory: return "2 beta \(slope)"
    case .value, .derivative:
      let moved = graph.nodes.first { $0.kind == .parameter }?.name ?? name
      return "2 (\(moved) after \(later.step))"
    }
  }
}

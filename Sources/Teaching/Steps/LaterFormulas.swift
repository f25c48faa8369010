import Autodiff
import Expressions
import Training

/// The names that a formula for a quantity after a step may use, and their numbers.
///
/// What has blanks or strokes in its name, as `dJ/dw` and `w after 1`, gets a plain one of the same length.
struct LaterFormulas {
  private enum Meaning {
    case node(Int)
    case entry(Int)
    /// 0, before the first step.
    case nothing
    case setting(WritableKeyPath<StepSettings, Double>)
  }

  private var meanings: [String: Meaning] = [:]
  /// What is spelled with more than letters, the longest first, with the plain name.
  private var spellings: [(spelled: [Character], plain: String)] = []

  /// - Parameter later: what is asked, of which `m` and `v` alone are spoken.
  init(_ list: EntryList, for later: LaterQuantity) {
    for (index, node) in list.graph.nodes.enumerated() { meanings[node.name] = .node(index) }
    for (name, setting) in StepSettings.names where meanings[name] == nil {
      meanings[name] = .setting(setting)
    }
    for (index, entry) in list.entries.enumerated()
    where entry.later != nil || (entry.kind == .derivative && !list.asksForArrays) {
      var plain = String(entry.name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
      while meanings[plain] != nil { plain += "_" }
      meanings[plain] = .entry(index)
      spellings.append((Array(entry.name), plain))
    }
    // With a step its own m and v are meant, in their own rules those before.
    var step = later.step
    if case .memory = later.kind { step -= 1 }
    for (place, name) in (list.steps?.optimizer.method.memoryNames ?? []).enumerated()
    where meanings[name] == nil {
      let quantity = LaterQuantity(.memory(place), of: later.node, after: step)
      meanings[name] = step == 0 ? .nothing : list.index(of: quantity).map { .entry($0) }
    }
    spellings.sort { $0.spelled.count > $1.spelled.count }
  }

  /// What a name of a formula over a graph with arrays is that is not on the graph as it stands.
  enum Later {
    case quantity(LaterQuantity)
    case number(Double)
  }

  /// The names that mean something after a step, or of the optimizer.
  func laterMeanings(in key: ArraySheetKey) -> [String: Later] {
    guard let steps = key.list.steps else { return [:] }
    let settings = StepSettings(steps.optimizer)
    var later: [String: Later] = [:]
    for (name, meaning) in meanings {
      switch meaning {
      case .node: break
      case .entry(let entry): later[name] = key.list.entries[entry].later.map { .quantity($0) }
      case .nothing: later[name] = .number(0)
      case .setting(let path): later[name] = .number(settings[keyPath: path])
      }
    }
    return later
  }

  var names: Set<String> { Set(meanings.keys) }

  /// What was typed, with plain names.
  func plain(_ typed: String) -> String {
    let typed = Array(typed.map { $0 == "∂" ? "d" : $0 })
    var text = ""
    var place = 0
    func isWord(_ place: Int) -> Bool {
      typed.indices.contains(place)
        && (typed[place].isLetter || typed[place].isNumber || typed[place] == "_")
    }
    while place < typed.count {
      let isStart = isWord(place) && !isWord(place - 1)
      let match =
        isStart
        ? spellings.first {
          typed[place...].starts(with: $0.spelled) && !isWord(place + $0.spelled.count)
        } : nil
      text += match?.plain ?? String(typed[place])
      place += match?.spelled.count ?? 1
    }
    return text
  }

  /// The value of a formula; `nil` where it has none.
  func value(of expression: Expression, in key: AnswerKey) -> Double? {
    guard let steps = key.list.steps else { return nil }
    let settings = StepSettings(steps.optimizer)
    var bindings: [String: Double] = [:]
    for name in expression.names {
      switch meanings[name] {
      case .node(let node): bindings[name] = key.exactValue(of: node)
      case .entry(let entry): bindings[name] = key.value(of: entry)
      case .setting(let path): bindings[name] = settings[keyPath: path]
      case .nothing: bindings[name] = 0
      case nil: return nil
      }
    }
    return expression.value(at: bindings)
  }
}

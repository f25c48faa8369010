import Autodiff
import Expressions

/// What a learner typed for the derivatives of a graph with arrays, from which steps are made.
///
/// A formula is evaluated again at each place, over the learner's own derivatives where these are not right. Wrong
/// numbers are used as they stand at first, and then by the rule that gave them, where one is known.
public struct ArraySweep: Hashable, Sendable {
  struct Typed: Hashable, Sendable {
    var text: String
    var isWrong: Bool
    /// The wrong rules that gave it, the likeliest first.
    var reasons: [ArrayReason]
  }

  /// The numbers of the graph, by node.
  let values: [NumericArray]
  /// What was typed, by entry.
  let typed: [Int: Typed]

  /// Whether all that was typed is right.
  public var areRight: Bool { !typed.values.contains(where: \.isWrong) }

  /// The derivatives by the parameters at some place, as whoever typed these answers would find them.
  ///
  /// - Parameters:
  ///   - key: the answers at that place.
  ///   - isFirst: whether it is the place where they were typed.
  /// - Returns: the derivatives by node, and the entries whose wrong numbers follow no rule that is known.
  func derivatives(
    at key: ArraySheetKey, isFirst: Bool
  ) -> (derivatives: [Int: NumericArray], unruled: [Int]) {
    var own: [Int: NumericArray] = [:]
    var unruled: [Int] = []
    if !areRight {
      // What leads to an entry stands before it, and a cell behind its array.
      for index in typed.keys.sorted() {
        guard let typed = typed[index], typed.isWrong || !own.isEmpty else { continue }
        let host = key.places[key.list.host(of: index)]
        switch value(of: index, typed, at: key, isFirst: isFirst, own) {
        case .exact: break
        case .unknown: unruled.append(index)
        case .own(let array):
          if let cell = key.entry(index).cell {
            var whole = own[host] ?? key.key.value(of: host)
            whole[whole.place(of: cell)] = array[0]
            own[host] = whole
          } else {
            own[host] = array
          }
        }
      }
    }
    var derivatives: [Int: NumericArray] = [:]
    for node in key.graph.nodes.indices where key.graph.nodes[node].kind == .parameter {
      derivatives[node] =
        key.key.list.derivative(of: node).flatMap { own[$0] } ?? key.key.derivatives[node]
    }
    return (derivatives, unruled)
  }

  private enum Found {
    case exact, unknown
    case own(NumericArray)
  }

  private func value(
    of index: Int, _ typed: Typed, at sheet: ArraySheetKey, isFirst: Bool,
    _ own: [Int: NumericArray]
  ) -> Found {
    let key = sheet.key
    let place = sheet.places[index]
    let shape = key.shape(of: place)
    func fitting(_ array: NumericArray?) -> Found {
      guard let array, array.isFinite else { return .unknown }
      if array.shape == shape { return .own(array) }
      return array.shape.isNumber ? .own(array.spread(to: shape)) : .unknown
    }
    guard let answer = try? key.read(typed.text, for: place) else { return .unknown }
    switch answer {
    case .shape: return .exact
    case .formula(let formula): return fitting(formula.value(at: key.points[0], taking: own))
    case .numbers(let numbers):
      guard typed.isWrong else { return .exact }
      if isFirst { return fitting(numbers.value) }
      return fitting(mistaken(sheet.entry(index), typed.reasons, in: key, own))
    }
  }

  /// What a wrong rule gives at a place; `nil` where none is known.
  private func mistaken(
    _ entry: ArrayEntry, _ reasons: [ArrayReason], in key: ArrayAnswerKey,
    _ own: [Int: NumericArray]
  ) -> NumericArray? {
    guard let first = reasons.first else { return nil }
    if first.rule == .followsFromWrong {
      return own.isEmpty ? nil : key.value(of: entry, taking: own)
    }
    let mistakes = ArrayMistakes(key, entry).all(clearing: []).filter {
      $0.reasons.first == first
    }
    let mistake =
      mistakes.first { reasons.starts(with: $0.reasons) && $0.reasons.count == reasons.count }
      ?? mistakes.first
    return mistake?.value(key.points[0]).flatMap { key.cut($0, for: entry) }
  }
}

extension Worksheet {
  /// What stands at the derivatives; an entry that is still to be found or was shown has nothing.
  func arraySweep(_ key: ArraySheetKey) -> ArraySweep {
    var typed: [Int: ArraySweep.Typed] = [:]
    for (index, state) in states.filled {
      guard entries[index].part == .derivatives, !entries[index].isShape, let text = state.typed
      else { continue }
      var reasons: [ArrayReason] = []
      if case .wrong(.array(let wrongness))? = lastVerdicts[index] { reasons = wrongness.details }
      let isWrong = if case .wrong = state { true } else { false }
      typed[index] = ArraySweep.Typed(text: text, isWrong: isWrong, reasons: reasons)
    }
    return ArraySweep(values: key.key.forward.values, typed: typed)
  }

  /// The first derivative that stands there in a shape in which no step can be made along it.
  public var misshapenDerivative: Int? {
    guard list.asksForArrays else { return nil }
    return lastVerdicts.keys.filter { index in
      guard entries[index].part == .derivatives, !entries[index].isShape,
        case .wrong = states[index],
        case .wrong(.array(let wrongness))? = lastVerdicts[index]
      else { return false }
      return wrongness.shape != nil
    }.min()
  }
}

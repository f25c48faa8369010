import Autodiff
import Expressions
package import Journals
package import Teaching

extension Session {
  /// Opens a closer look at what the learner works at, or closes the one of that kind.
  package mutating func look(closer kind: LookKind) -> [Effect] {
    guard look?.kind != kind else {
      closeLook()
      return []
    }
    guard mayLook else {
      remark = progress.isSilent ? .exam(.notBeforeHandIn) : .noLook
      return []
    }
    guard let worksheet else {
      remark = .noGraphToLookAt
      return []
    }
    guard focus != nil || !assignments.contains(where: { progress.state(of: $0).isOpen }) else {
      remark = .noLookYet(kind)
      return []
    }
    let subject: CloserLook?
    switch kind {
    case .nudge where worksheet.graph.hasArrays:
      subject = usualCellNudge(on: worksheet).map { .cellNudge($0) }
    case .nudge: subject = usualNudge(on: worksheet).map { .nudge($0) }
    case .derivation: subject = usualDerivation(on: worksheet)
    case .cells:
      switch usualCells(on: worksheet) {
      case .cells(let look): subject = look
      case .refusal(let reason):
        remark = reason
        return []
      }
    case .paths where worksheet.graph.hasArrays: subject = nil
    case .paths:
      subject = .paths(PathList(from: usualQuantity(on: worksheet), in: worksheet.graph))
    }
    guard let subject else {
      remark = .nothingToLookAt(kind)
      return []
    }
    open(subject)
    if let focus { note(.looked, at: .entry(focus)) }
    return [record(.look(kind, focusedEntry?.name ?? ""))]
  }

  package mutating func open(_ look: CloserLook) {
    self.look = look
    remark = .nothing
  }

  package mutating func closeLook() {
    look = nil
    remark = assignment.map { approach(to: $0) } ?? .nothing
  }

  /// The quantity left of the entry that the learner works at; where there is none, one that reaches the output on
  /// several paths, or the first parameter.
  private func usualQuantity(on worksheet: Worksheet) -> Int {
    let graph = worksheet.graph
    if let entry = focusedEntry { return worksheet.key.operand(of: entry) ?? entry.node }
    let inputs = graph.nodes.indices.filter { graph.nodes[$0].kind == .parameter }
    let all = inputs + graph.operations
    return all.first { node in graph.consumers[node].count { graph.reachesOutput[$0] } > 1 }
      ?? all.first ?? graph.output
  }

  /// A nudge of one cell of what the entry depends on: of the cell asked, else of one that moves most.
  private func usualCellNudge(on worksheet: Worksheet) -> ArrayNudge? {
    guard let key = worksheet.key.arrays else { return nil }
    var (node, place) = (usualQuantity(on: worksheet), 0)
    if let focus {
      let entry = key.entry(focus)
      if let cell = entry.cell, !focusedEntryIsForward {
        place = key.key.forward.values[node].place(of: cell)
      }
      if focusedEntryIsForward { node = worksheet.graph.nodes[entry.node].operands.first ?? node }
    }
    guard key.key.forward.values[node].shape.count > place else { return nil }
    return try? ArrayNudge(node, place: place, by: AnswerKey.step, in: key.key.forward)
  }

  /// The nudge of `W[0, 1] 0.01`, of `W[0, 1]` or of another step; `nil` for what answers the entry in hand.
  private func cellNudge(
    _ typed: String, insteadOf nudge: ArrayNudge, on worksheet: Worksheet
  ) -> ArrayNudge? {
    guard let key = worksheet.key.arrays else { return nil }
    let text = typed.trimmingBlanks
    let close = text.lastIndex(of: "]")
    let name = String(text.prefix { $0 != "[" && !$0.isWhitespace })
    let rest = close.map { text[text.index(after: $0)...] } ?? text.dropFirst(name.count)
    let step = rest.allSatisfy(\.isWhitespace) ? nudge.step : Double(String(rest).trimmingBlanks)
    guard let step, let node = worksheet.graph.index(of: name) else { return nil }
    let values = key.key.forward.values[node]
    let cell = close.map { close in
      text[..<close].drop { $0 != "[" }.dropFirst().split(separator: ",")
        .map { Int(String($0).trimmingBlanks) ?? .max }
    }
    let sizes = values.shape.sizes
    guard let cell = cell ?? (sizes.isEmpty ? [] : nil), cell.count == sizes.count,
      zip(cell, sizes).allSatisfy({ (0..<$1).contains($0) })
    else { return nil }
    return try? ArrayNudge(
      node, place: values.place(of: cell), by: step, in: key.key.forward)
  }

  private var focusedEntryIsForward: Bool { focusedEntry?.isForward ?? false }

  /// A nudge of what the entry depends on, by the course's step.
  private func usualNudge(on worksheet: Worksheet) -> Nudge? {
    let graph = worksheet.graph
    var node = usualQuantity(on: worksheet)
    if focusedEntry?.kind == .forward { node = graph.nodes[node].operands.first ?? node }
    return worksheet.key.numbers.flatMap { try? Nudge(node, by: AnswerKey.step, in: $0.forward) }
  }

  /// The derivation of the derivative that the learner works at, or the paths where it is a sum over them.
  private func usualDerivation(on worksheet: Worksheet) -> CloserLook? {
    guard let focus else {
      return worksheet.entries.firstIndex { $0.isLocal }.map { .derivation(entry: $0) }
    }
    return derivation(of: focus, on: worksheet)
  }

  package func derivation(of index: Int, on worksheet: Worksheet) -> CloserLook? {
    let entry = worksheet.entries[index]
    guard !entry.isForward, entry.kind != .derivativeShape else { return nil }
    if worksheet.graph.hasArrays { return .derivation(entry: index) }
    guard entry.slot == nil, let operand = worksheet.key.operand(of: entry) else {
      return .derivation(entry: index)
    }
    return .paths(PathList(from: operand, in: worksheet.graph))
  }

  /// Whether a closer look is open.
  public var isLooking: Bool { look != nil }

  /// Looks at something else, which is typed while a closer look is open.
  ///
  /// - Returns: whether it was meant so; an answer to what the learner works at is not.
  package mutating func lookElsewhere(_ typed: String) -> Bool {
    guard let look, let worksheet else { return false }
    switch look {
    case .nudge(let nudge): renudge(typed, from: nudge, on: worksheet)
    case .cellNudge(let nudge):
      guard let other = cellNudge(typed, insteadOf: nudge, on: worksheet) else { return false }
      open(.cellNudge(other))
    case .derivation:
      guard let index = worksheet.list.index(of: typed),
        let subject = derivation(of: index, on: worksheet)
      else { return false }
      open(subject)
    case .paths:
      let name = typed.filter { !$0.isWhitespace }
      guard let node = worksheet.graph.index(of: name), !isAnswer(node, on: worksheet)
      else { return false }
      open(.paths(PathList(from: node, in: worksheet.graph)))
    case .cells: return false
    }
    return true
  }

  /// Whether a quantity's name could be meant as an answer: a local derivative may be a formula over them.
  private func isAnswer(_ node: Int, on worksheet: Worksheet) -> Bool {
    guard let entry = focusedEntry, entry.isLocal else { return false }
    return worksheet.graph.nodes[entry.node].operands.contains(node)
  }

  /// Nudges what was typed.
  private mutating func renudge(_ typed: String, from nudge: Nudge, on worksheet: Worksheet) {
    let names = worksheet.graph.nodes.map(\.name)
    do {
      let request = try NudgeRequest(
        typed, among: names, usualName: names[nudge.node], usualStep: nudge.step)
      guard let node = worksheet.graph.index(of: request.name),
        let key = worksheet.key.numbers
      else { return }
      open(.nudge(try Nudge(node, by: request.step, in: key.forward)))
    } catch let error as Verdict.Unreadable {
      remark = .notNudged(error, typed: typed)
    } catch let error as EvaluationError {
      remark = .notNudged(.notComputed(error), typed: typed)
    } catch {
      preconditionFailure("a nudge throws no other error")
    }
  }
}

import Autodiff
import Expressions
import Teaching

extension Session {
  /// Opens a closer look at what is in hand, or closes the one of that kind.
  mutating func look(closer kind: LookKind) -> [Effect] {
    guard look?.kind != kind else {
      closeLook()
      return []
    }
    guard mayLook else {
      remark = Wording.noLook
      return []
    }
    guard let worksheet else {
      remark = Remark("there is no graph on this page to look at", .notice)
      return []
    }
    guard focus != nil || !assignments.contains(where: { state(of: $0).isOpen }) else {
      remark = Wording.noLookYet(kind, in: exercise?.exercise)
      return []
    }
    let subject: CloserLook.Subject?
    switch kind {
    case .nudge: subject = usualNudge(on: worksheet).map { .nudge($0) }
    case .derivation: subject = usualDerivation(on: worksheet)
    case .paths:
      subject = .paths(PathList(from: usualQuantity(on: worksheet), in: worksheet.key.graph))
    }
    guard let subject else {
      remark = Wording.nothingToLookAt(kind, in: self)
      return []
    }
    open(CloserLook(subject: subject))
    if let focus { noteGuidance(at: .entry(focus), now) }
    return [record(.look(kind, focusedEntry?.name ?? ""))]
  }

  private mutating func open(_ look: CloserLook) {
    self.look = look
    map = nil
    prompt.clear()
    remark = Remark("")
  }

  mutating func closeLook() {
    look = nil
    prompt.clear()
    remark = work.assignment.map { Wording.approach(to: $0, in: self) } ?? Remark("")
  }

  /// The quantity left of the entry in hand; where there is none, one that reaches the output on several paths, or
  /// the first parameter.
  private func usualQuantity(on worksheet: Worksheet) -> Int {
    let graph = worksheet.key.graph
    if let entry = focusedEntry { return worksheet.key.operand(of: entry) ?? entry.node }
    let inputs = graph.nodes.indices.filter { graph.nodes[$0].kind == .parameter }
    let all = inputs + graph.operations
    return all.first { node in graph.consumers[node].count { graph.reachesOutput[$0] } > 1 }
      ?? all.first ?? graph.output
  }

  /// A nudge of what the entry in hand depends on, by the course's step.
  private func usualNudge(on worksheet: Worksheet) -> Nudge? {
    let graph = worksheet.key.graph
    var node = usualQuantity(on: worksheet)
    if focusedEntry?.kind == .forward { node = graph.nodes[node].operands.first ?? node }
    return try? Nudge(node, by: AnswerKey.step, in: worksheet.key.forward)
  }

  /// The derivation of the derivative in hand, or the paths where it is a sum over them.
  private func usualDerivation(on worksheet: Worksheet) -> CloserLook.Subject? {
    guard let focus else {
      return worksheet.entries.firstIndex { $0.isLocal }.map { .derivation(entry: $0) }
    }
    return derivation(of: focus, on: worksheet)
  }

  func derivation(of index: Int, on worksheet: Worksheet) -> CloserLook.Subject? {
    let entry = worksheet.entries[index]
    guard entry.kind != .forward else { return nil }
    guard entry.slot == nil, let operand = worksheet.key.operand(of: entry) else {
      return .derivation(entry: index)
    }
    return .paths(PathList(from: operand, in: worksheet.key.graph))
  }

  /// Whether a closer look is open.
  public var isLooking: Bool { look != nil }

  /// What the look tells; none where nothing is looked at.
  var lookSheet: LookSheet? {
    guard let look, let worksheet else { return nil }
    return look.sheet(in: self, on: worksheet)
  }

  /// Takes a step forward or back; behind the last the look closes.
  mutating func stepLook(by count: Int) {
    guard let current = look, let sheet = lookSheet else { return }
    guard current.step + count < sheet.steps.count else {
      closeLook()
      return
    }
    look?.step = max(0, current.step + count)
  }

  /// What Enter does while a look is open: another step, another thing to look at, or an answer.
  mutating func submitInLook() -> [Effect]? {
    guard let look, let worksheet else { return nil }
    let typed = prompt.text
    guard !typed.allSatisfy(\.isWhitespace), !prompt.isSelected else {
      stepLook(by: 1)
      return []
    }
    let name = typed.filter { !$0.isWhitespace }
    switch look.subject {
    case .nudge(let nudge): renudge(typed, from: nudge, on: worksheet)
    case .derivation:
      guard let index = worksheet.key.list.index(of: typed),
        let subject = derivation(of: index, on: worksheet)
      else { return nil }
      open(CloserLook(subject: subject))
    case .paths:
      guard let node = worksheet.key.graph.index(of: name), !isAnswer(node, on: worksheet)
      else { return nil }
      open(CloserLook(subject: .paths(PathList(from: node, in: worksheet.key.graph))))
    }
    return []
  }

  /// Whether a quantity's name could be meant as the answer in hand: a local derivative may be a formula over them.
  private func isAnswer(_ node: Int, on worksheet: Worksheet) -> Bool {
    guard let entry = focusedEntry, entry.isLocal else { return false }
    return worksheet.key.graph.nodes[entry.node].operands.contains(node)
  }

  /// Nudges what was typed.
  private mutating func renudge(_ typed: String, from nudge: Nudge, on worksheet: Worksheet) {
    let names = worksheet.key.graph.nodes.map(\.name)
    do {
      let request = try NudgeRequest(
        typed, among: names, usualName: names[nudge.node], usualStep: nudge.step)
      guard let node = worksheet.key.graph.index(of: request.name) else { return }
      let other = try Nudge(node, by: request.step, in: worksheet.key.forward)
      open(CloserLook(subject: .nudge(other)))
    } catch let error as Verdict.Unreadable {
      refuse(typed, error)
    } catch let error as EvaluationError {
      refuse(typed, .notComputed(error))
    } catch {
      preconditionFailure("a nudge throws no other error")
    }
  }

  private mutating func refuse(_ typed: String, _ error: Verdict.Unreadable) {
    remark = Remark(
      Wording.unreadable(error, typed, form: "a small number such as 0.001", in: self), .notice)
    prompt = LineEditor(selecting: typed)
  }
}

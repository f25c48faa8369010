public import Autodiff

extension Lesson {
  /// The names in the blocks of a page that its graph does not know, or that are computed where an input is needed.
  public func unknownQuantities(on page: Page, in graph: ComputationGraph) -> [LessonError] {
    func unknown(_ name: PlacedText, mustBeInput: Bool) -> LessonError? {
      guard let node = graph.index(of: name.text) else {
        let error = EvaluationError.unknownNode(name.text, known: graph.nodes.map(\.name))
        return LessonError(error.message, at: name.position)
      }
      guard mustBeInput, graph.nodes[node].formula != nil else { return nil }
      return LessonError(
        "'\(name.text)' is computed and cannot be chosen; name an input", at: name.position)
    }
    return page.blocks.flatMap { block -> [LessonError] in
      switch block {
      case .cascade(let name), .plot(.error(let name, _)), .plot(.descent(of: let name?, _, _)):
        return [unknown(name, mustBeInput: false)].compactMap { $0 }
      case .plot(.curve(let name, _)):
        return [unknown(name, mustBeInput: true)].compactMap { $0 }
      case .exercise(let index):
        guard case .nudging(let nudging) = exercises[index].kind else { return [] }
        return nudging.names.compactMap { unknown($0, mustBeInput: false) }
      default: return []
      }
    }
  }
}

import Autodiff
import Expressions
import Lessons
import RandomNumbers

extension PracticeProblem {
  /// The text of a problem on a graph of matrices.
  static func text(
    of practice: Practice, _ graph: PracticeGraph, seed: Int
  ) throws(LessonFailure) -> String {
    let draft = try read(page(of: practice, graph.lines(seed: seed), fill: ["forward"]))
    let fresh = FreshArrays(for: draft.graphs[0], seed: max(1, abs(seed % 1_000_000)), index: 0)
    let lines = graph.lines(seed: seed, at: fresh.inputs)
    let lesson = try read(page(of: practice, lines, fill: ["forward"]))
    guard let reading = lesson.graphs[0].arrays, let key = try? ArraySheetKey(reading) else {
      preconditionFailure("a practice graph of matrices has finite numbers")
    }
    let asked = asked(practice, in: key, seed: seed)
    return page(of: practice, lines, fill: asked.map { key.list.entries[$0].name })
  }

  /// The entries that are asked: those of the skill; then all derivatives; then the shapes as well.
  private static func asked(
    _ practice: Practice, in key: ArraySheetKey, seed: Int
  ) -> [Int] {
    let entries = key.list.entries
    let whole = entries.indices.filter { !entries[$0].isCell }
    let own = whole.filter { key.skills(of: $0).contains(practice.skill) }
    let backward = whole.filter { key.entry($0).takesFormulas }
    let shapes = whole.filter { key.entry($0).kind == .valueShape }
    switch (practice.skill, practice.support) {
    case (.matrixValues, _): return cells(practice, in: key, seed: seed)
    case (.shapes, .example): return Array(own.filter { key.entry($0).kind == .derivativeShape })
    case (.shapes, .half): return shapes
    case (.shapes, .none): return Array((shapes + own).sortedOnce.prefix(askedLimit))
    case (_, .example): return own
    case (_, .half): return Array((own + backward).sortedOnce.prefix(askedLimit))
    case (_, .none): return Array((own + shapes + backward).sortedOnce.suffix(askedLimit))
    }
  }

  /// Some cells of products, from the left.
  private static func cells(
    _ practice: Practice, in key: ArraySheetKey, seed: Int
  ) -> [Int] {
    let entries = key.list.entries
    let products = key.graph.operations.first { !key.graph.shape(of: $0).isNumber }
    let cells = entries.indices.filter {
      entries[$0].isCell && entries[$0].isForward && entries[$0].node == products
    }
    let count = practice.support == .example ? 1 : practice.support == .half ? 2 : 4
    var generator = SplitMix64(seed: UInt64(bitPattern: Int64(seed)))
    var asked: Set<Int> = []
    while asked.count < min(count, cells.count) {
      asked.insert(cells[generator.next(below: cells.count)])
    }
    return asked.sorted()
  }
}

extension [Int] {
  /// The numbers in their order, each once.
  fileprivate var sortedOnce: [Int] { Set(self).sorted() }
}

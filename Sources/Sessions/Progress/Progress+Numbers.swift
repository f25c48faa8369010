import Autodiff
import Lessons
package import Teaching

extension Progress {
  /// Empties everything.
  package mutating func restart() {
    worksheets = worksheets.map { $0.emptied(asking: $0.asked) }
    descents = [:]
    exercises = plan.exercises(on: worksheets)
    handedInPages = []
  }

  /// Gives the graphs that have ranges the numbers of a seed, with nothing filled in.
  ///
  /// - Returns: whether that could be done; not where some number would not be finite.
  package mutating func draw(seed: Int, by way: FreshNumbers.Draw) -> Bool {
    guard let worksheets = try? plan.worksheets(seed: seed, by: way) else { return false }
    draw(seed: seed, by: way, worksheets)
    return true
  }

  /// Takes the worksheets of a seed, drawn in some way, where their numbers are others than before.
  package mutating func draw(seed: Int, by way: FreshNumbers.Draw, _ drawn: [Worksheet]) {
    let fresh = plan.exercises(on: drawn)
    for (index, worksheet) in drawn.enumerated()
    where !worksheet.key.hasNumbers(of: worksheets[index].key) {
      worksheets[index] = worksheet.emptied(asking: plan.askedOfGraph[index])
      for (number, page) in lesson.pages.enumerated() where page.graph == index {
        for exercise in page.exercises { exercises[exercise] = fresh[exercise] }
        handedInPages.remove(number)
      }
    }
    self.seed = seed
    draw = way
  }

  /// Whether the numbers are those of a seed, drawn in some way; where nothing is drawn, the way tells nothing.
  package func hasNumbers(ofSeed other: Int, by way: FreshNumbers.Draw) -> Bool {
    seed == other && (draw == way || !lesson.drawsNumbers(seed: seed))
  }

  /// Which numbers a graph has.
  package func numbers(of graph: Int) -> Attempts.Numbers {
    lesson.isDrawn(graph, seed: seed) ? .drawn(seed: max(1, seed), draw) : .given
  }

  /// How the numbers are drawn, as a journal tells it.
  var recordedDraw: FreshNumbers.Draw {
    lesson.drawsNumbers(seed: seed) ? draw : .fewestFaults
  }

  /// The seed of the numbers on the page's graph, if they were drawn.
  public var shownSeed: Int? {
    guard let graph = page.graph, lesson.isDrawn(graph, seed: seed),
      plan.shows(graphOn: pageIndex)
    else { return nil }
    return max(1, seed)
  }

  /// The next seed that draws other numbers for the page's graph, or for any graph where the page's is not drawn.
  var nextSeed: Int {
    let drawn = shownSeed == nil ? Array(worksheets.indices) : page.graph.map { [$0] } ?? []
    // The first follows the last.
    let seeds = (0..<10).map { 1 + (seed + $0) % Session.seeds.upperBound }
    let next = seeds.first { seed in
      guard let others = try? plan.worksheets(seed: seed, by: .latest) else { return false }
      return drawn.contains {
        !others[$0].key.hasNumbers(of: worksheets[$0].key)
      }
    }
    return next ?? seeds[0]
  }

  /// The graphs whose numbers are others than before.
  func graphsWithOtherNumbers(than earlier: Progress) -> [Int] {
    worksheets.indices.filter {
      !worksheets[$0].key.hasNumbers(of: earlier.worksheets[$0].key)
    }
  }
}

import Autodiff
import Lessons
import RandomNumbers

/// Numbers as they are drawn one after another from the ranges of a graph, none of them twice, to choose from.
struct DrawPool {
  /// Numbers that were drawn.
  struct Candidate {
    var inputs: [String: Double]
    var key: AnswerKey
    /// What speaks against it, whatever the rules say.
    var faults: Int
    /// Its turn among all that were drawn.
    var order: Int
  }

  private let graph: LessonGraph
  private let list: EntryList
  let draw: RangeDraw
  var entryCount: Int { list.entries.count }
  private var generator: SplitMix64
  private var isKnown: Set<[String: Double]>
  private let taken: Set<[String: Double]>
  private var structural: StructuralConfusions

  init(_ graph: LessonGraph, seed: Int, index: Int, without taken: Set<[String: Double]>) {
    self.graph = graph
    generator = SplitMix64(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ index))
    list = EntryList(graph.graph)
    draw = RangeDraw(graph)
    isKnown = taken
    self.taken = taken
    structural = StructuralConfusions(moving: draw.names)
  }

  /// Draws some more; fewer come where some were drawn before or have no finite answers.
  ///
  /// - Parameter areApart: whether no magnitude is drawn twice where that can be helped.
  mutating func candidates(
    _ count: Int, areApart: Bool, faults: ([String: Double], LessonGraph, AnswerKey) -> Int
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    for _ in 0..<count {
      let inputs = draw.inputs(&generator, areApart: areApart)
      guard isKnown.insert(inputs).inserted, let key = try? AnswerKey(list, at: inputs) else {
        continue
      }
      candidates.append(
        Candidate(
          inputs: inputs, key: key, faults: faults(inputs, graph, key), order: isKnown.count))
    }
    return candidates
  }

  /// A draw from which no other number of a single input leads to fewer faults, as far as some were tried.
  ///
  /// - Complexity: some dozens of answer keys for each input.
  mutating func improved(
    _ candidate: Candidate, faults: ([String: Double], LessonGraph, AnswerKey) -> Int
  ) -> Candidate {
    var best = candidate
    for _ in 0..<DrawPool.sweeps {
      let before = best.faults
      for name in draw.names {
        for _ in 0..<DrawPool.trials {
          var inputs = best.inputs
          inputs[name] = draw.number(for: name, &generator)
          guard inputs != best.inputs, !taken.contains(inputs),
            let key = try? AnswerKey(list, at: inputs)
          else { continue }
          let weight = faults(inputs, graph, key)
          guard weight < best.faults else { continue }
          best = Candidate(inputs: inputs, key: key, faults: weight, order: best.order)
        }
      }
      if best.faults == before { break }
    }
    return best
  }

  /// How often all inputs are gone through, and how many numbers are tried for each.
  private static let sweeps = 5
  private static let trials = 4

  /// The weight of the faults that show when the common wrong rules are followed with a candidate; `nil` where it
  /// reaches a limit, beyond which no more are looked for.
  mutating func ruleFaults(of candidate: Candidate, below limit: Int) -> Int? {
    structural.faults(of: candidate.key, below: limit)
  }

  /// How often more are drawn where in all so far some common wrong rule passes.
  static let rounds = 6
}

extension DrawPool.Candidate {
  /// By their faults, of equal ones the first drawn.
  static func isBetter(_ one: Self, _ other: Self) -> Bool {
    (one.faults, one.order) < (other.faults, other.order)
  }
}

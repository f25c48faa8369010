import Autodiff
import Expressions

/// A line that does not give the derivative: a nudge shows another slope.
public struct LineFault: Hashable, Sendable {
  /// What the line gives: `dW1`.
  public var name: String
  /// Where it differs most: `[0, 3]`, empty of a number.
  public var cell: String
  public var value: Double
  /// What a nudge of that one number to both sides shows.
  public var slope: Double

  public var message: String {
    "\(name)\(cell) is \(value.rounded(toDigits: 4).shortestText) by the lines, and a nudge shows "
      + slope.rounded(toDigits: 4).shortestText
  }
}

extension Trainer {
  /// The nudge, for numbers about 1.
  private static let nudge = 1e-5
  /// What a nudge may differ from a derivative, beside the largest derivative of the parameter.
  private static let tolerance = 1e-4

  /// Compares the lines' derivatives with nudges, at the first step's examples: for each parameter the number in which
  /// they differ most, where they do.
  ///
  /// Numbers that lie at a kink are passed over where a nudge shows two slopes.
  ///
  /// - Complexity: two passes for each number of a parameter, of which 200 are taken at most, evenly spread.
  public func lineFaults() -> [LineFault] {
    guard !training.backwardLines.isEmpty,
      let run = try? BatchRun(training, count: firstRows.count, derivatives: .parameters),
      (try? run.forward(weights, firstRows)) != nil
    else { return [] }
    let derivatives = run.derivatives
    var faults: [LineFault] = []
    var start = 0
    for (name, value) in training.parameters {
      defer { start += value.elements.count }
      let own = derivatives[start..<start + value.elements.count]
      let step = max(1, own.count / 200)
      var worst: (place: Int, slope: Double, error: Double)?
      var largest = own.reduce(0) { max($0, abs($1)) }
      for place in stride(from: 0, to: own.count, by: step) {
        guard let slope = slope(at: start + place, run) else { continue }
        largest = max(largest, abs(slope))
        let error = abs(slope - own[start + place])
        if error > worst?.error ?? 0 { worst = (place, slope, error) }
      }
      if let worst, worst.error > Trainer.tolerance * largest {
        faults.append(
          LineFault(
            name: TrainingGraph.lineName(of: name), cell: value.shape.cellText(worst.place),
            value: own[start + worst.place], slope: worst.slope))
      }
    }
    return faults
  }

  /// How many times as far `J` moves as one number; `nil` where it has two slopes.
  private func slope(at place: Int, _ run: BatchRun) -> Double? {
    func cost(_ change: Double) -> Double? {
      var moved = weights
      moved[place] += change
      return try? run.forward(moved, firstRows)
    }
    guard let up = cost(Trainer.nudge), let here = cost(0), let down = cost(-Trainer.nudge)
    else { return nil }
    let (right, left) = ((up - here) / Trainer.nudge, (here - down) / Trainer.nudge)
    let slope = (up - down) / (2 * Trainer.nudge)
    return abs(right - left) > 1e-2 * max(abs(right), abs(left), 1e-6) ? nil : slope
  }
}

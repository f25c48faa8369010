import Expressions

/// What an epoch brought.
public struct EpochResult: Hashable, Sendable {
  /// The number of the epoch, from 1.
  public var number: Int
  /// The mean of `J` over the batches, each as it was before its step.
  public var loss: Double
  /// The share of examples that were right before their batch's step; `nil` where there are no classes.
  public var accuracy: Double?
  /// `J` on what is held out, after the last step; `nil` where nothing is held out.
  public var heldOutLoss: Double?
  public var heldOutAccuracy: Double?
  /// For each parameter the root of the mean of its squared derivatives, in the last batch.
  public var derivativeSizes: [Double]
}

/// Why training cannot go on.
public struct Divergence: Error, Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// A quantity's value is not finite.
    case notFinite(node: String)
    /// `J` has grown so many times over what it was before the first step.
    case grown(times: Double)
  }

  public var cause: Cause
  /// The epoch, from 1, and the step in it, from 1.
  public var epoch: Int
  public var step: Int
  /// `J` before the first step and before this one; the last one that was finite.
  public var first: Double
  public var last: Double
  public var rate: Double

  /// What happened, and what to do.
  public var message: String {
    let place = "in epoch \(epoch), step \(step)"
    let advice = "the steps are too long: take a smaller rate, such as \((rate / 10).shortestText)"
    switch cause {
    case .notFinite(let node):
      return "\(place) '\(node)' is not a finite number any more; "
        + "J was \(first.threeDigits) at first and \(last.threeDigits) before that; \(advice)"
    case .grown(let times):
      return "\(place) J is \(last.threeDigits), \(times.threeDigits) times what it was at first; "
        + advice
    }
  }
}

extension Double {
  fileprivate var threeDigits: String { rounded(toDigits: 3).shortestText }
}

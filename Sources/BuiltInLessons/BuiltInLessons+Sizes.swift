extension BuiltInLessons {
  /// How much a lesson asks, and about how many minutes it takes.
  public struct Size: Hashable, Sendable {
    public let asked: Int
    public let minutes: Int

    public init(asked: Int, minutes: Int) {
      self.asked = asked
      self.minutes = minutes
    }
  }

  /// The size of each lesson by its name, so that the menu need not read them all before it is shown.
  public static let sizes: [String: Size] = [
    "attention": Size(asked: 23, minutes: 15),
    "derivatives-by-nudging": Size(asked: 13, minutes: 15),
    "examples": Size(asked: 19, minutes: 15),
    "gates": Size(asked: 44, minutes: 30),
    "gradient-descent": Size(asked: 13, minutes: 15),
    "in-code": Size(asked: 19, minutes: 10),
    "layer": Size(asked: 23, minutes: 15),
    "layer-backward": Size(asked: 23, minutes: 15),
    "normalisation": Size(asked: 26, minutes: 15),
    "one-unit": Size(asked: 45, minutes: 30),
    "paths": Size(asked: 52, minutes: 40),
    "shared-weights": Size(asked: 22, minutes: 15),
    "sigmoid-neuron": Size(asked: 47, minutes: 30),
    "simple-network": Size(asked: 36, minutes: 25),
    "softmax": Size(asked: 12, minutes: 10),
    "steps": Size(asked: 30, minutes: 20),
    "symbolic-derivatives": Size(asked: 14, minutes: 20),
    "train-it": Size(asked: 21, minutes: 20),
    "two-layer-relu": Size(asked: 55, minutes: 35),
    "two-nodes": Size(asked: 20, minutes: 20),
    "why-right-to-left": Size(asked: 15, minutes: 15),
    "your-turn": Size(asked: 43, minutes: 25),
  ]
}

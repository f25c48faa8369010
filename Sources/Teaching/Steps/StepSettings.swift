import Training

/// The numbers of an optimizer that a formula may name.
struct StepSettings {
  var rate: Double
  var beta: Double
  var beta2: Double
  var epsilon: Double

  init(_ optimizer: Optimizer) {
    rate = optimizer.rate
    beta = optimizer.beta
    beta2 = optimizer.beta2
    epsilon = optimizer.epsilon
  }

  /// What each is called; what the graph calls so is meant first.
  static var names: [(String, WritableKeyPath<StepSettings, Double>)] {
    [
      ("rate", \.rate), ("lr", \.rate), ("eta", \.rate), ("η", \.rate), ("alpha", \.rate),
      ("α", \.rate), ("beta", \.beta), ("β", \.beta), ("beta1", \.beta), ("β1", \.beta),
      ("beta2", \.beta2), ("β2", \.beta2), ("eps", \.epsilon), ("ε", \.epsilon),
    ]
  }
}

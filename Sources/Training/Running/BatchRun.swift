import Autodiff
import Expressions

/// A graph's tape for so many examples, with the parameters and examples that are put into it.
final class BatchRun {
  let count: Int
  let graph: ComputationGraph
  let prediction: Prediction?
  private var run: ArrayTapeRun
  /// The nodes of the parameters, in the order of `TrainingGraph.parameters`.
  private let parameters: [Int]
  /// The nodes that hold the derivatives by them, where lines compute these.
  private let lines: [Int]
  /// The examples' inputs: the node, the array of all examples, and how many numbers an example has in it.
  private let inputs: [(node: Int, array: NumericArray, width: Int)]

  init(
    _ training: TrainingGraph, count: Int, derivatives: ArrayTape.Derivatives
  ) throws(TrainingError) {
    let reading = try training.reading(of: count)
    let graph = reading.graph
    let hasLines = !training.backwardLines.isEmpty && derivatives == .parameters
    lines =
      hasLines
      ? training.parameters.compactMap { item in
        graph.nodes.firstIndex { $0.name == TrainingGraph.lineName(of: item.name) }
      } : []
    run = ArrayTapeRun(
      ArrayTape(
        graph, starts: reading.starts, derivatives: hasLines ? .none : derivatives),
      at: reading.inputs)
    self.count = count
    self.graph = graph
    prediction = Prediction(graph, training)
    parameters = training.parameters.map { item in
      graph.nodes.firstIndex { $0.name == item.name } ?? 0
    }
    inputs = training.exampleNames.compactMap { name in
      guard let node = graph.nodes.firstIndex(where: { $0.name == name }) else { return nil }
      let array = training.array(name)
      return (node, array, array.elements.count / max(1, array.shape.sizes[0]))
    }
  }

  private func putWeights(_ weights: [Double]) {
    var place = 0
    weights.withUnsafeBufferPointer { weights in
      for node in parameters {
        run.withInput(node) { numbers in
          for index in 0..<numbers.count { numbers[index] = weights[place + index] }
          place += numbers.count
        }
      }
    }
  }

  /// Computes values at features that are no examples; what is right for them is as of the first example.
  ///
  /// - Precondition: there are as many rows as the tape is for, each as wide as an example's.
  func forward(_ weights: [Double], features: NumericArray, _ examples: Examples) throws {
    putWeights(weights)
    let width = features.shape.sizes[1]
    for input in inputs {
      let name = graph.nodes[input.node].name
      let column = examples.featureColumn(named: name)
      run.withInput(input.node) { numbers in
        for row in 0..<count {
          for index in 0..<input.width {
            numbers[row * input.width + index] =
              if name == Examples.featuresName, column == nil {
                features[row * width + index]
              } else if let column {
                features[row * width + column]
              } else {
                input.array[index]
              }
          }
        }
      }
    }
    try run.forward()
  }

  /// Computes values at the parameters and at some of the examples.
  ///
  /// - Returns: `J`.
  /// - Precondition: there are as many rows as the tape is for.
  func forward(
    _ weights: [Double], _ rows: ArraySlice<Int>
  ) throws(EvaluationError) -> Double {
    putWeights(weights)
    for input in inputs {
      input.array.elements.withUnsafeBufferPointer { all in
        run.withInput(input.node) { numbers in
          var place = 0
          for row in rows {
            let start = row * input.width
            for index in 0..<input.width { numbers[place + index] = all[start + index] }
            place += input.width
          }
        }
      }
    }
    try run.forward()
    return run.withValue(of: graph.output) { $0[0] }
  }

  /// Computes the derivatives; lines were computed with the values.
  func reverse() { if lines.isEmpty { run.reverse() } }

  /// Lets a function read the derivatives by a parameter.
  private func withDerivative<R>(
    of index: Int, _ read: (UnsafeBufferPointer<Double>) throws -> R
  ) rethrows -> R {
    try lines.isEmpty
      ? run.withDerivative(of: parameters[index], read) : run.withValue(of: lines[index], read)
  }

  /// Moves the parameters along the derivatives.
  func step(_ weights: inout [Double], _ state: inout OptimizerState) {
    state.beginStep()
    var place = 0
    weights.withUnsafeMutableBufferPointer { weights in
      for index in parameters.indices {
        withDerivative(of: index) { derivatives in
          state.move(
            UnsafeMutableBufferPointer(rebasing: weights[place..<place + derivatives.count]),
            along: derivatives, at: place)
          place += derivatives.count
        }
      }
    }
  }

  /// The derivatives by all parameters, one parameter after another.
  var derivatives: [Double] {
    parameters.indices.flatMap { index in withDerivative(of: index) { Array($0) } }
  }

  /// For each parameter the root of the mean of its squared derivatives.
  var derivativeSizes: [Double] {
    parameters.indices.map { index in
      withDerivative(of: index) { derivatives in
        var sum = 0.0
        for derivative in derivatives { sum += derivative * derivative }
        return (sum / Double(max(1, derivatives.count))).squareRoot()
      }
    }
  }

  /// How many of the examples are right; `nil` where there are no classes.
  var rightCount: Int? {
    guard let prediction, prediction.hasClasses else { return nil }
    return run.withValue(of: prediction.node) { values in
      run.withValue(of: prediction.target) { targets in
        var right = 0
        let (width, targetWidth) = (values.count / count, targets.count / count)
        for row in 0..<count {
          let label = prediction.label(values[row * width..<(row + 1) * width])
          let truth: Double =
            targetWidth == 1
            ? targets[row]
            : Double(
              targets[row * targetWidth..<(row + 1) * targetWidth].indices.max {
                targets[$0] < targets[$1]
              }! - row * targetWidth)
          if label == truth { right += 1 }
        }
        return right
      }
    }
  }

  /// The numbers of a quantity for each of the examples, and the class that they mean.
  func predictions() -> [(numbers: [Double], label: Double)] {
    guard let prediction else { return [] }
    return run.withValue(of: prediction.node) { values in
      let width = values.count / count
      return (0..<count).map { row in
        let numbers = values[row * width..<(row + 1) * width]
        return (Array(numbers), prediction.label(numbers))
      }
    }
  }

  /// The first quantity that is not finite.
  var notFinite: String? { run.notFinite?.node }
}

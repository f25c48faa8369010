public import Autodiff
import Expressions

/// Why a graph cannot be trained on examples.
public enum TrainingError: Error, Hashable, Sendable {
  /// The graph cannot be read with the examples' arrays in it.
  case graph(GraphError)
  /// A value that cannot be computed before the first step.
  case evaluation(EvaluationError)
  /// The graph uses none of the examples, or not what is right of them; what the examples have.
  case unusedExamples([String], missing: [String])
  /// Names that neither the graph nor the examples give numbers.
  case missingInputs([String], examples: [String])
  /// A network that takes or gives another number of numbers than an example has, and the sizes that would do.
  case network(NetworkStatement, wanted: [Int])
  /// A line for a derivative that cannot be read, or in which shapes do not go together.
  case line(Statement, GraphError)
  /// A parameter that no line gives a derivative of, as the line is called.
  case missingLine(String)
  /// A line that gives a derivative of another shape than its parameter has.
  case lineShape(String, String, wanted: String)
  /// Derivatives are given to begin with, so that there is no one number to make small.
  case starts
  /// Nothing can be moved, since every input is data.
  case noParameters
  /// A parameter that was kept has another shape, or none was kept of its name.
  case parameter(String, ParameterProblem)

  public enum ParameterProblem: Hashable, Sendable {
    case missing(known: [String])
    case shape(kept: String, graph: String)
  }

  /// What is wrong and what to do, on one line; of a graph without the place in it.
  public var message: String {
    switch self {
    case .graph(let error): return error.message
    case .evaluation(let error): return error.message
    case .unusedExamples(let names, let missing):
      let word = missing.count == 1 ? "input" : "inputs"
      return "the graph has no \(word) \(TrainingError.list(missing)); "
        + "the data has \(TrainingError.list(names)): use them in the formulas"
    case .missingInputs(let missing, let names):
      return "\(TrainingError.list(missing)) \(missing.count == 1 ? "has" : "have") no numbers; "
        + "the data has \(TrainingError.list(names)), and what is trained gets its first numbers: "
        + "\(missing[0])=0.1, or \(missing[0])=randn(2, 3) with its shape"
    case .network(let network, let wanted):
      let part = network.sizes[0] != wanted[0] ? "takes" : "gives"
      let (own, data) =
        part == "takes"
        ? (network.sizes[0], wanted[0])
        : (network.sizes[network.sizes.count - 1], wanted[wanted.count - 1])
      return "the network \(part) \(own) \(own == 1 ? "number" : "numbers") an example, "
        + "the data has \(data); write network \(wanted.map { "\($0)" }.joined(separator: "-"))"
    case .line(let line, let error):
      return "in the line '\(line.text.trimmingBlanks)': \(error.message)"
    case .missingLine(let name):
      return "no line gives \(name); add one such as \(name) = X.T @ dZ"
    case .lineShape(let name, let shape, let wanted):
      return
        "\(name) is \(shape), and what it moves is \(wanted); a derivative has the shape of its "
        + "parameter: transpose a factor, or sum over the examples"
    case .starts:
      return "a derivative is given by 'start', so that no number is there to be made small; "
        + "end with a number, such as J = sum(A^2)"
    case .noParameters:
      return "nothing is there to train; give what is to be moved its first numbers: w=0.1"
    case .parameter(let name, .missing(let known)):
      return "the file holds no '\(name)'; it holds \(TrainingError.list(known))"
    case .parameter(let name, .shape(let kept, let graph)):
      return "'\(name)' is \(kept) in the file and \(graph) in the graph; "
        + "give the graph whose parameters were kept"
    }
  }

  /// So many names stand in a message.
  private static let shownCount = 8

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(shownCount).map { "'\($0)'" }
    let rest = names.count - shown.count
    if rest > 0 { return shown.joined(separator: ", ") + " and \(rest) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " and \(last)"
  }
}

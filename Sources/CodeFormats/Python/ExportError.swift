/// Why a graph cannot be written for a program.
public enum ExportError: Error, Hashable, Sendable {
  /// The library has no arrays, and the quantity has axes.
  case noArrays(library: String, node: String)
  /// The library cannot do an operation of a quantity.
  case operation(library: String, node: String, String)
  /// Derivatives that are given to begin with.
  case starts(library: String)

  /// What is wrong and what to do, on one line.
  public var message: String {
    switch self {
    case .noArrays(let library, let node):
      "\(library) has numbers alone, and '\(node)' has axes; take --numpy, --pytorch or --jax"
    case .operation(let library, let node, let operation):
      "\(library) cannot carry \(operation), which '\(node)' uses; take another library"
    case .starts(let library):
      "\(library) begins with the output, and derivatives are given by --start; take --numpy"
    }
  }
}

import Autodiff

/// What quantities are called in a file of Python.
enum PythonNames {
  /// Words that name nothing else there.
  private static let taken: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in",
    "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
    "yield", "xp", "torch", "jax", "tf", "sympy", "Value", "ours", "values", "derivatives", "agree",
    "wrong", "name", "value", "derivative", "same", "nodes", "node", "tape", "sources", "slopes",
    "slope", "nudges", "graph", "found", "formulas", "known", "formula", "operand", "local",
    "range",
    "zip", "len", "print", "list", "float", "str", "reversed", "pi", "e", "SystemExit",
  ]

  /// A name for each node: its own, with `_` behind it where Python or the file uses it.
  static func names(of graph: ComputationGraph) -> [String] {
    let own = Set(graph.nodes.map(\.name))
    let taken = taken.union(PythonPrelude.names)
    let derivatives = Set(own.map { "d\($0)" })
    var used: Set<String> = []
    return graph.nodes.map { node in
      var name = node.name
      while taken.contains(name) || used.contains(name) || derivatives.contains(name)
        || name != node.name && own.contains(name)
      {
        name += "_"
      }
      used.insert(name)
      return name
    }
  }
}

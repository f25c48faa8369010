import Autodiff
import Expressions

/// A graph as a file in Python that computes its values, gets its derivatives from a library, and compares both with
/// the tutor's numbers.
///
/// In `numpy` the backward lines are written out. At kinks and ties the file is written so that the tutor's conventions
/// come out, and a remark says what the library answers by itself.
public struct PythonExport: Sendable {
  let exported: ExportedGraph
  private let library: PythonLibrary
  /// For each node what it is called in the file.
  let names: [String]

  var graph: ComputationGraph { exported.graph }

  /// - Throws: where the library cannot carry the graph.
  public init(_ exported: ExportedGraph, for library: PythonLibrary) throws(ExportError) {
    self.exported = exported
    self.library = library
    names = PythonNames.names(of: exported.graph)
    try check()
  }

  private func check() throws(ExportError) {
    if library != .numpy, !exported.reading.starts.isEmpty {
      throw .starts(library: library.title)
    }
    for (index, node) in graph.nodes.enumerated() {
      if !library.hasArrays, !graph.shape(of: index).isNumber {
        throw .noArrays(library: library.title, node: node.name)
      }
      guard let expression = node.formula?.expression else { continue }
      if let missing = PythonPrelude.lines(expression.functions, for: library).missing {
        throw .operation(library: library.title, node: node.name, missing)
      }
      if library == .micrograd, let power = expression.variablePower {
        throw .operation(library: library.title, node: node.name, power)
      }
    }
  }

  /// The file.
  public var text: String {
    var lines = heading
    lines += library.heading + [""]
    lines += PythonPrelude.lines(functions, for: library).lines
    lines += ["", ""] + library.numbers + ["", ""]
    switch library {
    case .numpy: lines += inputs + forward() + backward
    case .pytorch: lines += inputs + forward() + torch
    case .tensorflow: lines += inputs + tape
    case .jax: lines += inputs + jax
    case .micrograd: lines += inputs + forward() + micrograd
    case .sympy: lines += sympy
    }
    lines += [""] + comparison
    return PythonExport.tidied(lines).joined(separator: "\n") + "\n"
  }

  /// No more than two empty lines follow one another.
  private static func tidied(_ lines: [String]) -> [String] {
    var tidied: [String] = []
    for line in lines.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
      if line.isEmpty, tidied.suffix(2) == ["", ""] { continue }
      tidied.append(String(line))
    }
    return tidied
  }

  private var heading: [String] {
    let output = exported.reading.outputName
    let by = library == .numpy ? "by lines of its own" : "by \(library.title)"
    return [
      "\"\"\"Values and derivatives of \(output), \(by), beside those of backprop.",
      "",
      "Run it with Python; it needs \(library.package).",
      "\"\"\"",
    ] + KinkRemarks(exported, library).lines
  }

  /// The functions of all formulas, and of the backward lines where these are written out.
  private var functions: [String] {
    var functions = graph.nodes.compactMap(\.formula?.expression).flatMap(\.functions)
    if library == .numpy { functions += backwardRules.flatMap { $0.rule.expression.functions } }
    return functions
  }

  // MARK: Lines

  func line(_ expression: Expression, naming: (String) -> String = { $0 }) -> String {
    let own = Dictionary(
      zip(graph.nodes.map(\.name), names), uniquingKeysWith: { first, _ in first })
    let written = library == .tensorflow ? expression.withoutZeroPowers : expression
    let text = written.renamed { naming(own[$0] ?? $0) }.programText
    // JAX takes no range of Python's for an index.
    return text.replacing("[range(", with: library == .pytorch ? "[torch.arange(" : "[xp.arange(")
  }

  private var inputs: [String] {
    let indices = exported.indices
    return ["# The inputs."]
      + graph.nodes.indices.filter { graph.nodes[$0].formula == nil }.map { index in
        let literal = exported.values[index].python(isWhole: indices.contains(index))
        let value =
          switch library {
          case .numpy, .jax:
            indices.contains(index)
              ? "xp.asarray(\(literal))" : "xp.asarray(\(literal), dtype=float)"
          case .tensorflow:
            indices.contains(index)
              ? "xp.asarray(\(literal))" : "xp.asarray(\(literal), dtype=xp.float64)"
          case .pytorch:
            indices.contains(index)
              ? "torch.tensor(\(literal))"
              : "torch.tensor(\(literal), dtype=torch.float64, requires_grad=True)"
          case .micrograd: "Value(\(literal))"
          case .sympy: literal
          }
        return "\(names[index]) = \(value)"
      } + [""]
  }

  var operations: [Int] { graph.nodes.indices.filter { graph.nodes[$0].formula != nil } }

  private func forward(indent: String = "", adding: (Int) -> String = { _ in "" }) -> [String] {
    [indent + "# The values, from left to right."]
      + operations.map { index in
        let expression = graph.nodes[index].formula!.expression
        return "\(indent)\(names[index]) = \(line(expression))\(adding(index))"
      } + [""]
  }

  var pairs: String { names.map { "\"\($0)\": \($0)" }.joined(separator: ", ") }

  private var torch: [String] {
    let output = names[graph.output]
    let floats = graph.nodes.indices.filter { !exported.indices.contains($0) }
    return [
      "# PyTorch keeps derivatives of inputs alone, unless it is told otherwise.",
      "nodes = {\(pairs)}",
      "for node in nodes.values():",
      "    if node.requires_grad:",
      "        node.retain_grad()",
      "\(output).backward()",
      "values = {name: numbers(node) for name, node in nodes.items()}",
      "derivatives = {name: numbers(node.grad) if node.grad is not None else [0.0] * node.numel()",
      "               for name, node in nodes.items()"
        + (floats.count == names.count ? "}" : " if node.is_floating_point()}"),
    ]
  }

  private var tape: [String] {
    let inputs = names.indices.filter {
      graph.nodes[$0].formula == nil && !exported.indices.contains($0)
    }.map { names[$0] }
    let floats = names.indices.filter { !exported.indices.contains($0) }.map { names[$0] }
    return [
      "with tf.GradientTape() as tape:", "    tape.watch([\(inputs.joined(separator: ", "))])",
    ] + forward(indent: "    ") + [
      "sources = {\(floats.map { "\"\($0)\": \($0)" }.joined(separator: ", "))}",
      "slopes = tape.gradient(\(names[graph.output]), sources, unconnected_gradients=\"zero\")",
      "values = {name: numbers(node) for name, node in {\(pairs)}.items()}",
      "derivatives = {name: numbers(slope) for name, slope in slopes.items()}",
    ]
  }

  private var jax: [String] {
    let indices = exported.indices
    let inputs = names.indices.filter { graph.nodes[$0].formula == nil && !indices.contains($0) }
    let moved = inputs + operations
    return [
      "# JAX finds derivatives by what a function takes; so each value takes a nudge, which is 0.",
      "nudges = {",
    ]
      + moved.map {
        "    \"\(names[$0])\": xp.zeros(\(PythonExport.tuple(graph.shape(of: $0)))),"
      } + [
        "}", "", "", "def graph(nudges):",
      ]
      + graph.nodes.indices.map { index in
        let node = graph.nodes[index]
        let nudge = " + nudges[\"\(names[index])\"]"
        guard let expression = node.formula?.expression else {
          return
            "    \(names[index])_ = \(names[index])\(indices.contains(index) ? "" : nudge)"
        }
        return "    \(names[index])_ = \(line(expression, naming: { "\($0)_" }))\(nudge)"
      } + [
        "    values = {\(names.map { "\"\($0)\": \($0)_" }.joined(separator: ", "))}",
        "    return values[\"\(names[graph.output])\"], values", "", "",
        "slopes, found = jax.grad(graph, has_aux=True)(nudges)",
        "values = {name: numbers(value) for name, value in found.items()}",
        "derivatives = {name: numbers(slope) for name, slope in slopes.items()}",
      ]
  }

  private var micrograd: [String] {
    [
      "\(names[graph.output]).backward()", "nodes = {\(pairs)}",
      "values = {name: [node.data] for name, node in nodes.items()}",
      "derivatives = {name: [node.grad] for name, node in nodes.items()}",
    ]
  }

  /// Each quantity is a symbol of its own, so that a derivative by it can be taken; then the numbers are put in.
  private var sympy: [String] {
    let output = graph.output
    var lines = [
      "# Each quantity is a symbol; from the output back, each derivative is a sum over its uses.",
      "\(names.joined(separator: ", ")) = sympy.symbols(\"\(names.joined(separator: " "))\", real=True)",
      "formulas = {",
    ]
    lines += operations.map {
      "    \(names[$0]): \(line(graph.nodes[$0].formula!.expression)),"
    }
    lines += ["}", "known = {"]
    lines += graph.nodes.indices.filter { graph.nodes[$0].formula == nil }.map {
      "    \(names[$0]): \(exported.values[$0].python(isWhole: false)),"
    }
    return lines + [
      "}",
      "for node, formula in formulas.items():",
      "    known[node] = sympy.N(sympy.sympify(formula).subs(known), 30)",
      "slopes = {node: sympy.Integer(0) for node in known}",
      "slopes[\(names[output])] = sympy.Integer(1)",
      "for node in reversed(list(formulas)):",
      "    for operand in known:",
      "        local = sympy.diff(formulas[node], operand)",
      "        if local != 0:",
      "            slopes[operand] += slopes[node] * sympy.N(local.subs(known), 30)",
      "values = {str(node): numbers(value) for node, value in known.items()}",
      "derivatives = {str(node): numbers(slope) for node, slope in slopes.items()}",
    ]
  }

  static func tuple(_ shape: Shape) -> String {
    let sizes = shape.sizes.map(String.init).joined(separator: ", ")
    return shape.sizes.count == 1 ? "(\(sizes),)" : "(\(sizes))"
  }

  // MARK: Comparison

  private var comparison: [String] {
    let indices = exported.indices
    let rows = graph.nodes.indices.map { index in
      let slopes = indices.contains(index) ? "None" : exported.derivatives[index].flatPython
      return "    (\"\(names[index])\", \(exported.values[index].flatPython), \(slopes)),"
    }
    return [
      "# What backprop finds: a name, the value's numbers row by row, and the derivative's.",
      "ours = [",
    ] + rows + [
      "]", "", "",
      "def agree(ours, theirs):",
      "    return len(ours) == len(theirs) and not [",
      "        1 for a, b in zip(ours, theirs)",
      "        if not (a - b) ** 2 <= (1e-9 * (1 + (a * a) ** 0.5)) ** 2]", "", "",
      "wrong = 0",
      "for name, value, derivative in ours:",
      "    same = agree(value, values[name]) and (",
      "        derivative is None or agree(derivative, derivatives[name]))",
      "    wrong += not same",
      "    print(name, \"agrees\" if same else \"DIFFERS\")",
      "    print(\"  value      backprop\", value[:8], \" here\", values[name][:8])",
      "    if derivative is not None:",
      "        print(\"  derivative backprop\", derivative[:8], \" here\", derivatives[name][:8])",
      "print(\"all agree\" if not wrong else f\"{wrong} differ\")",
      "raise SystemExit(1 if wrong else 0)",
    ]
  }
}

extension NumericArray {
  /// The array as Python writes it: nested lists, or a number.
  func python(isWhole: Bool) -> String {
    func number(_ value: Double) -> String {
      isWhole ? String(Int(value)) : value.pythonText
    }
    func part(_ axis: Int, _ start: Int, _ count: Int) -> String {
      guard axis < shape.axes else { return number(self[start]) }
      let size = shape.sizes[axis]
      let each = size == 0 ? 0 : count / size
      return "["
        + (0..<size).map { part(axis + 1, start + $0 * each, each) }.joined(separator: ", ")
        + "]"
    }
    return part(0, 0, elements.count)
  }

  /// The numbers row by row, as one list.
  fileprivate var flatPython: String {
    "[" + elements.map(\.pythonText).joined(separator: ", ") + "]"
  }
}

extension Double {
  /// The number with its shortest digits, as a float.
  fileprivate var pythonText: String {
    let text = shortestText
    return text.contains(where: { ".e".contains($0) }) ? text : "\(text).0"
  }
}

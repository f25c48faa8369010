import Autodiff
import Expressions

/// Remarks in a file on quantities that lie at a kink or a tie, where the library by itself has another derivative.
struct KinkRemarks {
  let lines: [String]

  init(_ exported: ExportedGraph, _ library: PythonLibrary) {
    var remarks: [String] = []
    let graph = exported.graph
    for node in graph.nodes {
      guard let expression = node.formula?.expression,
        let inner = expression.arrayTermValues(at: node.operands.map { exported.values[$0] })
      else { continue }
      for term in expression.terms {
        let remark: String?
        switch term {
        case .unary(.abs, let a) where inner[a].elements.contains(0):
          remark = KinkRemarks.abs(library)
        case .binary(let operation, let a, let b)
        where (operation == .max || operation == .min) && KinkRemarks.meet(inner[a], inner[b]):
          remark = KinkRemarks.tie(library)
        default: remark = nil
        }
        if let remark { remarks.append("\(node.name): \(remark)") }
      }
    }
    lines =
      remarks.isEmpty
      ? []
      : ["", "# At a kink backprop's derivative is a convention, and this file is written so:"]
        + remarks.map { "# \($0)" }
  }

  private static func meet(_ a: NumericArray, _ b: NumericArray) -> Bool {
    if a.elements.count == 1 { return b.elements.contains(a[0]) }
    if b.elements.count == 1 { return a.elements.contains(b[0]) }
    return a.shape == b.shape && zip(a.elements, b.elements).contains { $0 == $1 }
  }

  private static func abs(_ library: PythonLibrary) -> String? {
    library == .jax ? "jax.numpy.abs has the slope 1 at 0 (JAX 0.10.2); here it is 0" : nil
  }

  private static func tie(_ library: PythonLibrary) -> String? {
    switch library {
    case .pytorch:
      "torch.maximum gives half to each at a tie (PyTorch 2.15.0); here the first has all"
    case .jax:
      "jax.numpy.maximum gives half to each at a tie (JAX 0.10.2); here the first has all"
    case .sympy: "sympy.Max gives half to each at a tie (SymPy 1.14.0); here the first has all"
    case .numpy, .tensorflow, .micrograd: nil
    }
  }
}

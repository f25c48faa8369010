import Autodiff
import Expressions

/// Remarks in a file on quantities that lie at a corner, where the library by itself has another derivative.
struct KinkRemarks {
  let lines: [String]

  init(_ exported: ExportedGraph, _ library: PythonLibrary) {
    var remarks: [String] = []
    let graph = exported.graph
    let own = LibraryConventions.all.first { $0.name == library.title }
    for node in graph.nodes {
      guard let expression = node.formula?.expression,
        let results = expression.arrayTermValues(at: node.operands.map { exported.values[$0] })
      else { continue }
      for place in expression.corners(from: results) {
        guard let own, let remark = KinkRemarks.remark(on: place.corner, own, library) else {
          continue
        }
        if !remarks.contains("\(node.name): \(remark)") {
          remarks.append("\(node.name): \(remark)")
        }
      }
      if library == .tensorflow, expression.hasZeroPower(from: results) {
        remarks.append(
          "\(node.name): TensorFlow finds nan for the slope of x**0 at 0, where it is 0; so it stands as 0 * x + 1"
        )
      }
      let numbers = results.compactMap(\.number)
      if library == .numpy || library == .sympy, numbers.count == results.count,
        expression.limits(from: numbers).contains(.powerOfZero)
      {
        remarks.append(
          "\(node.name): \(library.title) finds nan for the slopes of a power of 0; here they are 0"
        )
      }
    }
    lines =
      remarks.isEmpty
      ? []
      : ["", "# At a kink backprop's derivative is a convention, and this file is written so:"]
        + remarks.map { "# \($0)" }
  }

  /// What the library answers by itself; `nil` where it is what the tutor answers.
  private static func remark(
    on corner: Corner, _ own: LibraryConventions, _ library: PythonLibrary
  ) -> String? {
    switch corner {
    case .abs:
      guard let slope = own.numbers(at: .abs)?.first, slope != 0 else { return nil }
      return
        "\(library.module).abs has the slope \(slope.shortestText) at 0 (\(own.title)); here it is 0"
    case .relu:
      guard let slope = own.numbers(at: .relu)?.first, slope != 0 else { return nil }
      return "relu has the slope \(slope.shortestText) at 0 (\(own.title)); here it is 0"
    case .max, .maxWithZero:
      return own.numbers(at: .max) == [0.5, 0.5]
        ? "\(library.module).\(library == .sympy ? "Max" : "maximum") gives half to each at a tie (\(own.title)); "
          + "here the first has all" : nil
    case .min:
      return own.numbers(at: .min) == [0.5, 0.5]
        ? "\(library.module).\(library == .sympy ? "Min" : "minimum") gives half to each at a tie (\(own.title)); "
          + "here the first has all" : nil
    case .maxOfArray:
      return own.numbers(at: .maxOfArray) == [0.5, 0.5, 0]
        ? "\(own.title) shares the maximum of an array evenly at a tie; here the first has all"
        : nil
    case .root, .zeroToZero, .negativeBase, .clip, .rootBehindMask, .jump, .norm, .twoSweeps:
      return nil
    }
  }
}

extension Expression {
  /// Whether 0 is taken to the power of the number 0.
  fileprivate func hasZeroPower(from results: [NumericArray]) -> Bool {
    terms.contains { term in
      guard case .binary(.power, let a, let b) = term else { return false }
      return terms[b] == .number(0) && results[a].elements.contains(0)
    }
  }
}

extension PythonLibrary {
  /// The module whose functions a remark names.
  fileprivate var module: String {
    switch self {
    case .numpy: "numpy"
    case .pytorch: "torch"
    case .jax: "jax.numpy"
    case .tensorflow: "tensorflow"
    case .micrograd: "micrograd"
    case .sympy: "sympy"
    }
  }
}

/// A library in Python that finds derivatives, or computes what is written out.
public enum PythonLibrary: String, CaseIterable, Sendable {
  case numpy, pytorch, jax, tensorflow, micrograd, sympy

  /// What it is called.
  public var title: String {
    switch self {
    case .numpy: "NumPy"
    case .pytorch: "PyTorch"
    case .jax: "JAX"
    case .tensorflow: "TensorFlow"
    case .micrograd: "micrograd"
    case .sympy: "SymPy"
    }
  }

  /// Under which name it is installed.
  public var package: String {
    switch self {
    case .numpy, .jax, .micrograd, .sympy: rawValue
    case .pytorch: "torch"
    case .tensorflow: "tensorflow"
    }
  }

  var hasArrays: Bool { self != .micrograd && self != .sympy }

  /// The lines that import it, in 64-bit.
  var heading: [String] {
    switch self {
    case .numpy: ["import numpy as xp"]
    case .pytorch: ["import torch", "", "torch.set_default_dtype(torch.float64)"]
    case .jax:
      [
        "import jax", "", "jax.config.update(\"jax_enable_x64\", True)",
        "import jax.numpy as xp",
      ]
    case .tensorflow:
      [
        "import tensorflow as tf", "import tensorflow.experimental.numpy as xp", "",
        "xp.experimental_enable_numpy_behavior(prefer_float32=False)",
      ]
    case .micrograd: ["from micrograd.engine import Value"]
    case .sympy: ["import sympy"]
    }
  }

  /// A function that turns what the library gives into a list of Python's numbers.
  var numbers: [String] {
    switch self {
    case .numpy, .jax, .tensorflow:
      ["def numbers(x):", "    return [float(v) for v in xp.asarray(x).reshape(-1)]"]
    case .pytorch:
      ["def numbers(x):", "    return torch.as_tensor(x).detach().reshape(-1).tolist()"]
    case .micrograd: ["def numbers(x):", "    return [float(x)]"]
    case .sympy: ["def numbers(x):", "    return [float(x)]"]
    }
  }
}

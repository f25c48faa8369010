/// The functions of formulas as lines of Python, for each library; what others use stands before them.
struct PythonPrelude {
  /// A function: what it uses, and its lines for a library, or `nil` where that cannot do it.
  private struct Function {
    var uses: [String] = []
    /// For NumPy and those with its names.
    var array: String?
    /// For TensorFlow, where NumPy's names have other derivatives there.
    var tensorFlow: String?
    var torch: String?
    var sympy: String?
    var micrograd: String?
  }

  private static func alias(_ name: String, _ own: String? = nil) -> Function {
    let own = own ?? name
    return Function(
      array: "\(name) = xp.\(own)",
      torch: "def \(name)(x):\n    return torch.\(own)(torch.as_tensor(x))",
      sympy: "\(name) = sympy.\(own)")
  }

  private static let table: [String: Function] = [
    "exp": alias("exp"), "ln": alias("ln", "log"), "sqrt": alias("sqrt"), "sin": alias("sin"),
    "cos": alias("cos"), "tan": alias("tan"), "tanh": alias("tanh"),
    "sigmoid": Function(
      array: "def sigmoid(x):\n    return xp.exp(-xp.logaddexp(0.0, -x))",
      tensorFlow: "def sigmoid(x):\n    return tf.math.sigmoid(xp.asarray(x) * 1.0)",
      torch: "sigmoid = torch.sigmoid", sympy: "def sigmoid(x):\n    return 1 / (1 + sympy.exp(-x))"
    ),
    "softplus": Function(
      array: "def softplus(x):\n    return xp.logaddexp(0.0, x)",
      // The slope of its logaddexp by the second operand is 0 where both are equal, instead of a half (2.21.0).
      tensorFlow: "def softplus(x):\n    return tf.math.softplus(xp.asarray(x) * 1.0)",
      torch: "def softplus(x):\n    return torch.logaddexp(torch.zeros_like(x), x)",
      sympy: "def softplus(x):\n    return sympy.log(1 + sympy.exp(x))"),
    // At 0 the slope is 0, as in the tutor.
    "relu": Function(
      array: "def relu(x):\n    return xp.where(x > 0, x, 0.0)",
      torch: "def relu(x):\n    return torch.where(x > 0, x, torch.zeros_like(x))",
      sympy: "def relu(x):\n    return sympy.Piecewise((x, x > 0), (0, True))",
      micrograd: "def relu(x):\n    return x.relu()"),
    // Nothing comes back through it; with the addend a library still sees that it uses x.
    "step": Function(
      array: "def step(x):\n    return xp.where(x > 0, 1.0, 0.0) + 0.0 * x",
      torch: "def step(x):\n    return torch.where(x > 0, 1.0, 0.0) + 0.0 * x",
      sympy: "def step(x):\n    return sympy.Piecewise((1, x > 0), (0, True))"),
    "sign": Function(
      array: "sign = xp.sign", torch: "sign = torch.sign",
      sympy: "def sign(x):\n    return sympy.Piecewise((1, x > 0), (-1, x < 0), (0, True))"),
    "abs": Function(
      uses: ["sign"], array: "def abs(x):\n    return x * sign(x)",
      torch: "def abs(x):\n    return x * sign(x)",
      sympy: "def abs(x):\n    return sympy.Piecewise((x, x > 0), (-x, x < 0), (0, True))"),
    // A tie goes to the first, as in the tutor; along an axis the first largest takes all.
    "max": Function(
      array: extremum("max", ">", "xp.where", "xp.argmax", "xp.take_along_axis", "axis"),
      torch: extremum("max", ">", "torch.where", "torch.argmax", "torch.take_along_dim", "dim"),
      sympy: "def max(a, b):\n    return sympy.Piecewise((b, b > a), (a, True))"),
    "min": Function(
      array: extremum("min", "<", "xp.where", "xp.argmin", "xp.take_along_axis", "axis"),
      torch: extremum("min", "<", "torch.where", "torch.argmin", "torch.take_along_dim", "dim"),
      sympy: "def min(a, b):\n    return sympy.Piecewise((b, b < a), (a, True))"),
    "sum": reduction("sum"), "mean": reduction("mean"),
    "var": Function(
      uses: ["mean"],
      array:
        "def var(x, axis=None, keepdims=False):\n    return mean((x - mean(x, axis, True)) ** 2, axis, keepdims)",
      torch:
        "def var(x, axis=None, keepdims=False):\n    return mean((x - mean(x, axis, True)) ** 2, axis, keepdims)"
    ),
    "norm": Function(
      uses: ["sum", "sqrt"],
      array:
        "def norm(x, axis=None, keepdims=False):\n    return sqrt(sum(x**2, axis, keepdims))",
      torch: "def norm(x, axis=None, keepdims=False):\n    return sqrt(sum(x**2, axis, keepdims))"),
    "logsumexp": Function(
      array: """
        def logsumexp(x, axis=-1):
            top = xp.max(x, axis=axis, keepdims=True)
            return xp.squeeze(top, axis) + xp.log(xp.sum(xp.exp(x - top), axis=axis))
        """, torch: "def logsumexp(x, axis=-1):\n    return torch.logsumexp(x, dim=axis)"),
    "softmax": Function(
      array: """
        def softmax(x, axis=-1):
            shares = xp.exp(x - xp.max(x, axis=axis, keepdims=True))
            return shares / xp.sum(shares, axis=axis, keepdims=True)
        """, torch: "def softmax(x, axis=-1):\n    return torch.softmax(x, dim=axis)"),
    "crossentropy": Function(
      uses: ["logsumexp", "sum", "mean"],
      array: crossEntropy("xp"), torch: crossEntropy("torch")),
    "outer": Function(
      array: "def outer(a, b):\n    return a[:, None] * b[None, :]",
      torch: "def outer(a, b):\n    return a[:, None] * b[None, :]"),
    "zeros": filled("zeros"), "ones": filled("ones"),
    "eye": Function(array: "eye = xp.eye", torch: "eye = torch.eye"),
    "concat": Function(
      array: "def concat(a, b, axis=0):\n    return xp.concatenate([a, b], axis=axis)",
      torch: "def concat(a, b, axis=0):\n    return torch.cat([a, b], dim=axis)"),
    "reshape": Function(
      array: "def reshape(x, *sizes):\n    return xp.reshape(x, sizes)",
      torch: "def reshape(x, *sizes):\n    return torch.reshape(x, sizes)"),
    "broadcast_to": Function(
      array: "def broadcast_to(x, *sizes):\n    return xp.broadcast_to(x, sizes)",
      torch:
        "def broadcast_to(x, *sizes):\n    return torch.broadcast_to(torch.as_tensor(x), sizes)"),
    "where": Function(
      array: "def where(c, a, b):\n    return xp.where(c != 0, a, b)",
      torch: "def where(c, a, b):\n    return torch.where(c != 0, a, b)"),
    "flip": Function(
      array: "flip = xp.flip", torch: "def flip(x):\n    return torch.flip(x, list(range(x.ndim)))"),
    "diag": Function(array: "diag = xp.diag", torch: "diag = torch.diag"),
    "conv": Function(array: convolution, torch: convolution),
    "onehot": Function(
      array: "def onehot(x, n):\n    return xp.eye(n)[xp.asarray(x).astype(int)]",
      torch: "def onehot(x, n):\n    return torch.eye(n)[torch.as_tensor(x).long()]"),
    "scatter": Function(
      uses: ["onehot"], array: "def scatter(a, rows, n):\n    return onehot(rows, n).T @ a",
      torch: "def scatter(a, rows, n):\n    return onehot(rows, n).T @ a"),
    "pad": Function(
      array:
        "def pad(x, *sizes):\n    return xp.pad(x, list(zip(sizes[::2], sizes[1::2])), mode=\"constant\")",
      torch: """
        def pad(x, *sizes):
            pairs = list(zip(sizes[::2], sizes[1::2]))
            return torch.nn.functional.pad(x, [n for pair in reversed(pairs) for n in pair])
        """),
    "ismax": first("ismax", "argmax"), "ismin": first("ismin", "argmin"),
  ]

  private static func reduction(_ name: String) -> Function {
    Function(
      array:
        "def \(name)(x, axis=None, keepdims=False):\n    return xp.\(name)(x, axis=axis, keepdims=keepdims)",
      torch: """
        def \(name)(x, axis=None, keepdims=False):
            if axis is None:
                whole = torch.\(name)(x)
                return whole.reshape([1] * x.ndim) if keepdims else whole
            return torch.\(name)(x, dim=axis, keepdim=keepdims)
        """)
  }

  private static func filled(_ name: String) -> Function {
    Function(
      array: "def \(name)(*sizes):\n    return xp.\(name)(sizes)",
      torch: "def \(name)(*sizes):\n    return torch.\(name)(sizes)")
  }

  private static func first(_ name: String, _ place: String) -> Function {
    Function(
      uses: ["onehot", "reshape"],
      array: """
        def \(name)(x, axis=None):
            if axis is None:
                return xp.reshape(onehot(xp.\(place)(xp.reshape(x, (-1,))), xp.size(x)), x.shape)
            return xp.moveaxis(onehot(xp.\(place)(x, axis=axis), x.shape[axis]), -1, axis)
        """,
      torch: """
        def \(name)(x, axis=None):
            if axis is None:
                return onehot(torch.\(place)(x.reshape(-1)), x.numel()).reshape(x.shape)
            return torch.moveaxis(onehot(torch.\(place)(x, dim=axis), x.shape[axis]), -1, axis)
        """)
  }

  private static func extremum(
    _ name: String, _ sign: String, _ choose: String, _ place: String, _ take: String,
    _ axis: String
  ) -> String {
    let library = choose.prefix { $0 != "." }
    return """
      def \(name)(a, b=None, axis=None, keepdims=False):
          if b is not None:
              return \(choose)(b \(sign) a, b, a)
          if axis is None:
              flat = \(library).reshape(a, (-1,))
              found = flat[\(place)(flat)]
              return \(library).reshape(found, (1,) * a.ndim) if keepdims else found
          found = \(take)(a, \(library).unsqueeze(\(place)(a, dim=axis), axis), dim=axis)
          return found if keepdims else \(library).squeeze(found, axis)
      """.replacing(
        "\(library).unsqueeze(\(place)(a, dim=axis), axis), dim=axis",
        with: library == "torch"
          ? "torch.unsqueeze(\(place)(a, dim=axis), axis), dim=axis"
          : "xp.expand_dims(\(place)(a, axis=axis), axis), axis=axis")
  }

  private static func crossEntropy(_ library: String) -> String {
    """
    def crossentropy(z, y):
        if z.ndim == 1 and y.ndim == 0:
            return logsumexp(z) - z[y]
        if y.ndim == z.ndim:
            return mean(sum(y, axis=-1) * logsumexp(z) - sum(y * z, axis=-1))
        return mean(logsumexp(z) - z[\(library).arange(z.shape[0]), y])
    """
  }

  private static let convolution = """
    def conv(a, b):
        if a.ndim == 1:
            n = a.shape[0] - b.shape[0] + 1
            return sum_of([a[i : i + n] * b[i] for i in range(b.shape[0])])
        n, m = a.shape[0] - b.shape[0] + 1, a.shape[1] - b.shape[1] + 1
        return sum_of([
            a[i : i + n, j : j + m] * b[i, j]
            for i in range(b.shape[0]) for j in range(b.shape[1])])


    def sum_of(parts):
        whole = parts[0]
        for part in parts[1:]:
            whole = whole + part
        return whole
    """

  /// The functions that some names need, in an order in which each is there before it is used.
  ///
  /// - Returns: the first name that the library cannot do, where there is one.
  static func lines(
    _ names: [String], for library: PythonLibrary
  ) -> (lines: [String], missing: String?) {
    var lines: [String] = []
    var done: Set<String> = []
    var missing: String?
    func add(_ name: String) {
      guard done.insert(name).inserted else { return }
      let function = table[name]
      for other in function?.uses ?? [] { add(other) }
      let text =
        switch library {
        case .numpy, .jax: function?.array
        case .tensorflow: function?.tensorFlow ?? function?.array
        case .pytorch: function?.torch
        case .sympy: function?.sympy
        case .micrograd: function?.micrograd
        }
      guard let text else {
        missing = missing ?? name
        return
      }
      if text.hasPrefix("def ") { lines += ["", ""] }
      lines.append(text)
      if text.hasPrefix("def ") { lines += ["", ""] }
    }
    for name in names { add(name) }
    return (lines, missing)
  }

  /// All names that functions of the file may have, and that no quantity can have.
  static var names: Set<String> { Set(table.keys).union(["sum_of", "numbers", "held"]) }
}

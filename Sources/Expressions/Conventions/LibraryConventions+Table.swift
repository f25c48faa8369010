// What each library answers, one a line: measured on 27 November 2026.

extension LibraryConventions {
  /// The table, ours first. The columns are `Corner`'s.
  public static let all: [LibraryConventions] = [
    LibraryConventions(
      "backprop", "backprop", "",
      "0 | 1 (max(0,x): 0) | 0 | 1, 0 | 1, 0 | 1, 0, 0 (nested) | err | err | err | "
        + "1 (min(max(x,0),1)) | – | –, 0 | err | –"),
    LibraryConventions(
      "torch 2.15.0", "PyTorch", "2.15.0",
      "0 | ½ | 0 | ½, ½ | ½, ½ | ½, ½, 0; dim=0: 1, 0, 0 | inf | 0, 0 | nan | "
        + "0 (tensor bound ½) | nan, forward 0 | 0, 0 | 0, 0 | 132"),
    LibraryConventions(
      "torch 1.13.0", "PyTorch", "1.13.0",
      "0 | ½ | 0 | ½, ½ (fmax 1, 0) | ½, ½ | as above | inf | 0, 0 | nan | 1 | nan | "
        + "0, 0 | 0, 0 | 132"),
    LibraryConventions(
      "jax 0.10.2", "JAX", "0.10.2",
      "0 | ½ | 1 | ½, ½ (fmax 0, 1) | ½, ½ | ½, ½, 0 | inf | nan, 0 | nan | "
        + "½ (lax.clamp 0) | nan, forward 0 | 0, 0 | nan | –"),
    LibraryConventions(
      "Enzyme on JAX 0.0.16", "Enzyme on JAX", "0.0.16",
      "1 | 1 | 1 | 1, 0 | 1, 0 | 1, 1, 0 | 0 | nan, -inf | nan | 0 | 0 | – | – | –"),
    LibraryConventions(
      "tensorflow 2.21.0", "TensorFlow", "2.21.0",
      "0 | 1 (max(0,x): 0) | 0 | 1, 0 | 1, 0 | ½, ½, 0 | inf | nan, 0 | -0 | 1 | 0 | "
        + "None, 0 | nan | err"),
    LibraryConventions(
      "autograd 1.9.1", "autograd", "1.9.1",
      "– | ½ | 0 | ½, ½ | ½, ½ | ½, ½, 0 | err at 0., inf at np.float64(0) | 0, 0 | "
        + "nan | 0 | err / nan | 0, 0 | nan | –"),
    LibraryConventions(
      "micrograd 0.1.0", "micrograd", "0.1.0",
      "0 | – | – | – | – | – | err (0**.5) | – | – | – | – | – | – | 264"),
    LibraryConventions(
      "tinygrad 0.14.0", "tinygrad", "0.14.0",
      "0 | ½ | 0 | ½, ½ | ½, ½ | ½, ½, 0 | inf | 0, 0 | nan | 1 | nan | 0, 0 | nan | 132"),
    LibraryConventions(
      "casadi 3.8.2", "CasADi", "3.8.2",
      "– | ½ | 0 | ½, ½ | ½, ½ | ½ each | inf | nan, -inf | nan | – | 0 | 0, 0 | nan | –"),
    LibraryConventions(
      "sympy 1.14.0", "SymPy", "1.14.0",
      "½ (Max) | ½ | 0 real, nan else | ½, ½ | ½, ½ | – | zoo | nan, zoo | "
        + "-8 log 2 - 8iπ | – | – | –, 2δ(0) | – | –"),
    LibraryConventions(
      "symengine 0.15.0", "SymEngine", "0.15.0",
      "– | – | unevaluated | unevaluated | unevaluated | – | zoo | nan, zoo | – | – | "
        + "– | unevaluated | – | –"),
    LibraryConventions(
      "pytensor 3.0.7", "PyTensor", "3.0.7",
      "0 (switch) | 1 (max(0,x): 0) | 0 | 1, 0 | 1, 0 | 1, 1, 0 | inf | nan, 0 | nan | "
        + "1 | 0 | 0, 0 | nan | –"),
    LibraryConventions(
      "chainer 7.8.1", "Chainer", "7.8.1",
      "0 | 1 | 0 | 1, 0 | 1, 0 | 1, 1, 0 | inf | nan, -inf | nan | 1 | nan | "
        + "None, None | nan | 132"),
    LibraryConventions(
      "mxnet 1.9.1", "MXNet", "1.9.1",
      "0 | 1 | 0 | 1, 0 | 1, 0 | 1, 1, 0 | inf | nan, -inf | nan | 1 | nan | 0, 0 | "
        + "nan | 66"),
    LibraryConventions(
      "paddle 3.3.1", "Paddle", "3.3.1",
      "0 | ½ | 0 | ½, ½ (fmax 1, 0) | ½, ½ | ½, ½, 0 | inf | 0, 0 | nan | "
        + "1 (hardtanh 0) | nan | 0, 0 | 0, 0 | 132"),
    LibraryConventions(
      "mindspore 2.10.0", "MindSpore", "2.10.0",
      "0 | ½ | 0 | ½, ½ | ½, ½ | ½, ½, 0 | inf | nan, 0 | nan | "
        + "1 (hardtanh ½, leaky 0.55) | nan | 0, 0 | nan | –"),
    LibraryConventions(
      "mlx 0.32.4", "MLX", "0.32.4",
      "0 | 0 (max(0,x): 1) | 0 | 0, 1 | 0, 1 | ½, ½, 0 | inf | nan, -inf | nan | 0 | "
        + "nan | 0, 0 | nan | –"),
    LibraryConventions(
      "jittor 1.3.11.0", "Jittor", "1.3.11.0",
      "0 | 0 | 1 | 0, 1 | 0, 1 | 1, 1, 0 | inf | nan, -inf | nan | 0 | nan | 0, – | "
        + "0, 0 (value 1e-15) | –"),
    LibraryConventions(
      "dynet38 2.2", "DyNet", "2.2",
      "0 | – | 0 | bmax 0, 1; emax 1, 0 | 0, 1 | 1, 0, 0 | inf | nan, -inf | nan | – | "
        + "– | – | nan | 66"),
    LibraryConventions(
      "mygrad 2.5.0", "MyGrad", "2.5.0",
      "0 | 0 | 0 | 0, 0 | 0, 0 | 1, 0, 0 | inf | 0, 0 | nan | 0 | – | – | nan | 66"),
    LibraryConventions(
      "uncertainties 3.2.3", "uncertainties", "3.2.3",
      "½ (wrapped) | – | 1 | 1, 0 (Python's max) | 1, 0 | – | nan | 0, nan | nan | – | "
        + "– | –, – | nan (hypot) | –"),
    LibraryConventions(
      "ad 1.5.1", "ad", "1.5.1",
      "– | – | 0 | 1, 0 (Python's) | – | – | err | err | 0 | – | – | 0, – | err (hypot) | –"),
    LibraryConventions(
      "algopy 0.7.2", "algopy", "0.7.2",
      "– | – | abs 1, absolute 0 | 1, 0 | 1, 0 | – | inf | nan, nan | nan | – | – | "
        + "–, 0 | – | –"),
    LibraryConventions(
      "hyperjet 1.5.0", "hyperjet", "1.5.0",
      "– | – | 1 | 1, 0 (Python's) | – | – | inf | – | – | – | – | – | nan | –"),
    LibraryConventions(
      "Stan Math 4.9.0", "Stan Math", "4.9.0",
      "– | 1 | 0 | 0, 1 | 0, 1 | 1, 0, 0 | 0 | 0, 0 | nan | – | – | 0, – | nan | 264"),
    LibraryConventions(
      "CppAD 20250000.2", "CppAD", "20250000.2",
      "– | – | 0 | CondExpGt 0, 1; Ge 1, 0 | – | – | inf | 0, -inf; forward nan | "
        + "nan | – | 0 | –, 0 | – | –"),
    LibraryConventions(
      "ADOL-C 2.7.2, reverse / forward", "ADOL-C", "2.7.2",
      "0 (condassign) | ½ / 1 | 0 / 1 | ½, ½ / 1, 1 | ½, ½ / 0, 0 | – | 0 / inf | "
        + "0, 0 / nan | 0 / 0 | – | – | 0, – | – | –"),
    LibraryConventions(
      "Sacado 13.2 (Fad)", "Sacado", "13.2",
      "– | 1 (max(0,x): 0) | 1 | 1, 0 | 1, 0 | – | inf; pow(x,½): 0 | 0, 0 | "
        + "nan, and nan for x | – | – | – | – | –"),
    LibraryConventions(
      "Swift 6.3.1", "Swift", "6.3.1",
      "0 (x>0 ? x : 0) | does not compile | does not compile | Double.maximum 0, 1 | "
        + "Double.minimum 1, 0 | – | inf | nan, 0 | 0 | – | – | 0, – | nan | –"),
    LibraryConventions(
      "ONNX Runtime training 1.19.2", "ONNX Runtime training", "1.19.2",
      "0 | – | 0 | ½, ½ | ½, ½ | no rule | inf | no rule for exponents | no rule | – | "
        + "– | no rule | – | –"),
    LibraryConventions(
      "Maxima 5.46.0", "Maxima", "5.46.0",
      "– | noun | err (x/abs(x)) | noun | – | – | err | err (0^0) | – | – | – | noun | "
        + "– | –"),
    LibraryConventions(
      "GiNaC 1.8.6", "GiNaC", "1.8.6",
      "– | – | err | – | – | – | err | err | – | – | – | – | – | –"),
  ]
}

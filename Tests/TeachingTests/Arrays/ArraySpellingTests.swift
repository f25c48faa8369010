import Expressions
import Teaching
import Testing

/// Forty ways to write each of a few right formulas.
struct ArraySpellingTests {
  static let lines = [
    "X = [[1, 2], [3, 4], [5, 7]]", "Y = [[1, 0, 1], [0, 1, 0], [1, 1, 0]]",
    "W = [[0.2, 0.1, 0], [-0.1, 0.3, 0.2]]", "b = [0.1, 0, -0.1]", "Z = X W + b",
    "A = sigmoid(Z)", "J = -sum(Y * ln(A) + (1 - Y) * ln(1 - A)) / 3",
  ]

  @Test(arguments: [
    "X' dJ/dZ", "X'dJ/dZ", "X' dZ", "X'dZ", "X' @ dZ", "X'@dZ", "X' · dZ", "X.T @ dZ", "X.T dZ",
    "X.T@dJ/dZ", "Xᵀ dZ", "X⊤ dZ", "X^T dZ", "X^T @ dJ/dZ", "X^{T} dZ", "np.dot(X.T, dZ)",
    "np.dot(X', dJ/dZ)", "np.matmul(X.T, dZ)", "numpy.dot(X.T, dZ)", "torch.matmul(X.T, dZ)",
    "torch.mm(X.T, dZ)", "X.T.dot(dZ)", "X'.dot(dZ)", "X.T.dot(dJ/dZ)", "X.transpose() @ dZ",
    "X.t() @ dZ", "(dZ' X)'", "(dZ.T @ X).T", "X' ∂J/∂Z", "X' ∂Z", "X.T @ (∂J/∂Z)", "1 X' dZ",
    "X' (dZ)", "(X') (dZ)", "((X' dZ))", "X' (A - Y) / 3", "X' (A - Y) / m", "1/3 X' (A - Y)",
    "1/m X.T @ (A - Y)", "X' ((A - Y)/m)", "-X' (Y - A)/m", "(1/m) * X.T.dot(A - Y)",
    "1/m * np.dot(X.T, (A - Y))", "X.T @ (A - Y) / len(X)", "X.T @ (A - Y) / X.shape[0]",
    "X' (sigmoid(Z) - Y) / m", "X' (dA * A * (1 - A))", "X' @ (dA ⊙ A ⊙ (1 - A))",
    "X' \\frac{\\partial J}{\\partial Z}", "X' \\frac{dJ}{dZ}", "X.T @ Z.grad", "  X'   dZ  ",
    "X' dJ / dZ", "np.transpose(X) @ dZ", "torch.transpose(X) @ dZ", "X′ dZ", "X’ dZ",
  ])
  func aWeightsDerivativeIsReadHoweverItIsWritten(typed: String) throws {
    #expect(try ArrayAnswerTests.check("dJ/dW", typed, ArraySpellingTests.lines).word == "right")
  }

  @Test(arguments: [
    "sum(dJ/dZ, axis=0)", "sum(dZ, axis=0)", "sum(dZ, axis = 0)", "sum(dZ,axis=0)",
    "sum(dZ, axis=-2)", "np.sum(dZ, axis=0)", "np.sum(dZ, 0)", "np.sum(dJ/dZ, axis=0)",
    "numpy.sum(dZ, 0)", "torch.sum(dZ, 0)", "torch.sum(dZ, dim=0)", "dZ.sum(axis=0)", "dZ.sum(0)",
    "dZ.sum(dim=0)", "(dZ).sum(0)", "dJ/dZ.sum(axis=0)", "(dJ/dZ).sum(axis=0)",
    "sum(∂J/∂Z, axis=0)", "∂Z.sum(axis=0)", "3 mean(dZ, axis=0)", "m mean(dZ, axis=0)",
    "m * dZ.mean(axis=0)", "m np.mean(dZ, axis=0)", "len(X) dZ.mean(0)", "ones(3) @ dZ",
    "np.ones(3) @ dZ", "dZ' ones(3)", "dZ.T @ np.ones(3)", "sum(A - Y, axis=0)/3",
    "sum(A - Y, axis=0) / m", "mean(A - Y, axis=0)", "(A - Y).mean(axis=0)", "np.mean(A - Y, 0)",
    "1/m np.sum(A - Y, axis=0)", "(1/m) * (A - Y).sum(axis=0)", "sum((A - Y)/m, axis=0)",
    "dZ[0] + dZ[1] + dZ[2]", "dJ/dZ[0] + dJ/dZ[1] + dJ/dZ[2]",
    "sum(dA * A * (1 - A), axis=0)", "(dA * A * (1 - A)).sum(0)", "mean(sigmoid(Z) - Y, axis=0)",
    "reshape(sum(dZ, axis=0, keepdims=True), 3)", "dZ.sum(axis=0, keepdims=True)[0]",
    "sum(Z.grad, axis=0)",
  ])
  func aBiasDerivativeIsReadHoweverItIsWritten(typed: String) throws {
    #expect(try ArrayAnswerTests.check("dJ/db", typed, ArraySpellingTests.lines).word == "right")
  }

  @Test(arguments: [
    "dA * A * (1 - A)", "dJ/dA * A * (1 - A)", "dA*A*(1-A)", "dA ⊙ A ⊙ (1 - A)",
    "dA .* A .* (1 - A)", "A * (1 - A) * dA", "dA * (A - A^2)", "dA * (A - A**2)",
    "dA * (A - A²)", "∂J/∂A * A * (1 - A)", "∂A ⊙ A ⊙ (1 - A)", "dA * A - dA * A^2",
    "dA * sigmoid(Z) * (1 - sigmoid(Z))", "dA * sigmoid(Z) * sigmoid(-Z)", "dA ∘ A ∘ (1 - A)",
    "np.multiply(dA, A * (1 - A))", "torch.multiply(dA, A) * (1 - A)", "(A - Y) / 3",
    "(A - Y)/m", "1/3 (A - Y)", "1/m (A - Y)", "(1/m) * (A - Y)", "-(Y - A)/m", "A/3 - Y/3",
    "(A - Y) / len(Y)", "(A - Y) / Y.shape[0]", "(sigmoid(Z) - Y)/m", "1/(1 + exp(-Z))/3 - Y/3",
    "dA * exp(-Z)/(1 + exp(-Z))^2", "dA * exp(-Z) * A^2", "dA * σ(Z) * (1 - σ(Z))",
    "A.grad * A * (1 - A)", "dJ / dA * A * (1 - A)", "\\frac{dJ}{dA} * A * (1 - A)",
    "dA * (1 - A) * A", "(1 - A) * A * dA", "(dA * A) * (1 - A)", "dA*(A*(1 - A))",
    "0.5 dA * (2 A) * (1 - A)", "dA * A * (1 + -A)", "np.exp(-Z) * A^2 * dA",
  ])
  func aSlopeIsReadHoweverItIsWritten(typed: String) throws {
    #expect(try ArrayAnswerTests.check("dJ/dZ", typed, ArraySpellingTests.lines).word == "right")
  }

  @Test(arguments: [
    ("[[1, 7, 3], [3, 15, 7], [4, 26, 13]]"), ("[1, 7, 3], [3, 15, 7], [4, 26, 13]"),
    ("1 7 3; 3 15 7; 4 26 13"), ("1, 7, 3; 3, 15, 7; 4, 26, 13"), ("[1 7 3; 3 15 7; 4 26 13]"),
    ("[[1 7 3] [3 15 7] [4 26 13]]"), ("[1 7 3]\n[3 15 7]\n[4 26 13]"),
    ("[1, 7, 3]; [3, 15, 7]; [4, 26, 13]"), ("np.array([[1, 7, 3], [3, 15, 7], [4, 26, 13]])"),
    ("torch.tensor([[1, 7, 3], [3, 15, 7], [4, 26, 13]])"),
    ("((1, 7, 3), (3, 15, 7), (4, 26, 13))"), ("[[2-1, 14/2, 3], [3, 3*5, 7], [4, 26, 26/2]]"),
    ("[[1,7,3],[3,15,7],[4,26,13]]"), ("[[1.0, 7.00, 3], [3, 15, 7], [4, 26, 13.0]]"),
  ])
  func anArrayIsReadHoweverItIsWritten(typed: String) throws {
    #expect(try ArrayAnswerTests.check("Z", typed).word == "right")
  }
}

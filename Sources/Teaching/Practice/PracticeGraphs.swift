extension Skill {
  /// Small graphs on which the skill is practised, each to be done by hand in whole numbers as far as it allows.
  ///
  /// Quantities are separated by semicolons. `w in 2..9` is a parameter with the range of its numbers, `data x in 2..6`
  /// an input that is given. With all numbers of the ranges a graph exercises its skill; a ReLU is always on in
  /// one graph and always off in another.
  var practiceGraphs: [String] {
    switch self {
    case .forward:
      [
        "w in 2..9; a = 2 + 3w; J = a^2",
        "w in 2..9; b in -9..-2; a = 4w + b; J = 2a",
        "x in -6..-2; y in 2..6; p = x y; s = x + y; J = p s",
        "w in -6..-2; d = w - 7; J = 1/2 d^2",
      ]
    case .power:
      [
        "w in 2..9; a = w^2; J = 3a",
        "w in 2..6; a = w^3; J = 2a",
        "w in 2..9; d = w + 4; J = 1/2 d^2",
        "w in 2..5; a = w^2; J = a^2",
      ]
    case .constantFactor:
      [
        "w in 2..9; a = 3w; J = a^2",
        "w in 2..9; a = 1/2 w; J = 6a",
        "w in 2..9; a = w + 4; J = -5a",
        "x in 2..9; y in 2..9; s = 2x + 7y; J = s^2",
      ]
    case .sum:
      [
        "w in 2..9; b in -9..-2; a = w + b; J = 3a",
        "w in 2..9; a = 5 + 2w; J = a^2",
        "x in -6..6; y in -6..6; z in -6..6; s = x + y + z; J = 1/2 s^2",
      ]
    case .inner:
      [
        "w in 2..9; J = (2 + 3w)^2",
        "w in 2..7; a = (w - 9)^2; J = 2a",
        "w in 2..5; data x in 2..5; J = (w x + 1)^2",
        "w in 4..9; a = (5 - 2w)^2; J = 3a",
      ]
    case .chain:
      [
        "w in 2..9; a = 2 + 3w; J = a^2",
        "w in 4..9; data x in 2..6; c = w x; d = c - 5; J = 1/2 d^2",
        "w in 2..6; a = w^2; b = a + 3; J = 2b",
        "w in 6..9; a = 4 - w; b = a^2; J = 5b",
      ]
    case .product:
      [
        "w in 2..6; data x in -6..-2; c = w x; J = c^2",
        "x in -6..6; y in -6..6; p = x y; J = 5p",
        "w in 2..6; data x in 2..6; b in -9..-2; a = w x + b; J = 3a",
        "x in 2..6; y in 2..6; z in 2..6; p = x y; J = p z",
      ]
    case .difference:
      [
        "a in 2..9; data y in 2..9; d = a - y; J = 1/2 d^2",
        "x in 2..9; y in 2..9; d = x - y; J = 3d",
        "w in 2..9; d = 9 - 2w; J = d^2",
        "x in 2..6; y in 2..6; z in 2..6; p = x y; J = p - z",
      ]
    case .sign:
      [
        "w in -9..-2; data x in 2..6; c = w x; J = c^2",
        "x in 2..9; y in 2..9; d = x - y; J = -3d",
        "w in 2..9; a = 4 - 3w; J = a^2",
        "x in -9..-2; y in 2..6; p = x y; J = 4p",
      ]
    case .relu:
      [
        "w in 2..5; data x in 2..5; b in -3..-2; z = w x + b; h = relu(z); J = 3h",
        "w in -5..-2; data x in 2..5; b in 2..3; z = w x + b; h = relu(z); J = 5h",
        "x in 2..6; g = relu(3x - 4); h = relu(5 - 4x); J = 2g + 7h",
        "w in 2..9; z = w - 10; h = relu(z); J = 4h",
        "w in 2..9; z = 2w + 3; h = relu(z); J = 1/2 h^2",
      ]
    case .paths:
      [
        "a in 2..6; b in 2..6; d = a b; e = a + b; J = d e",
        "w in 2..6; a = 3w; b = w^2; J = a + b",
        "w in 2..6; b = 4w; J = w b",
        "x in -6..6; p = 2x; q = 5 - x; J = p q",
      ]
    case .maximum:
      [
        "x in -9..9; y in -9..9; m = max(x, y); J = 5m",
        "x in 2..9; y in 2..9; s = 2x; t = 2y + 1; m = max(s, t); J = 3m",
        "x in 2..9; y in 2..9; m = min(x, y); J = m^2",
      ]
    case .sigmoid:
      [
        "w in -4..4; a = sigmoid(w); J = 10a",
        "w in 2..3; data x in 2..3; b in -9..-4; z = w x + b; a = sigmoid(z); J = 4a",
        "w in -3..3; a = sigmoid(w); J = a^2",
      ]
    case .quotient:
      [
        "w in 2..9; a = 1/w; J = 6a",
        "x in 2..9; y in 2..5; q = x/y; J = 20q",
        "w in 2..9; v = w + 1; J = 60/v",
      ]
    case .exponential:
      [
        "w in -3..3; u = exp(w); J = 2u",
        "w in 2..9; l = ln(w); J = 3l",
        "w in 2..6; p = 2^w; J = 5p",
        "w in 2..4; n = -w; u = exp(n); J = 9u",
      ]
    case .squareRoot:
      [
        "w in 2..9; a = 9w^2; r = sqrt(a); J = 2r",
        "w in 2..9; a = 4w^2; J = sqrt(a)",
        "w in 2..9; a = w^2; J = 5 sqrt(a)",
      ]
    case .trigonometry:
      [
        "w in -3..3; s = sin(w); J = 2s",
        "w in -3..3; c = cos(w); J = 5c",
        "w in 2..4; data x in 2..3; a = w x; J = sin(a)",
      ]
    case .tanh:
      [
        "w in -3..3; t = tanh(w); J = 5t",
        "w in 2..3; b in -6..-2; z = w + b; t = tanh(z); J = 3t",
        "w in -3..3; t = tanh(w); J = t^2",
      ]
    }
  }
}

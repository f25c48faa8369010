import Expressions
import Lessons

/// Some statements of a practice graph with the name of the quantity that they lead to.
///
/// Statements are those of a `graph` block: `w in 2..9` is a parameter with the range of its numbers, `data x in 2..6` an
/// input that is given.
struct PracticePart: Hashable {
  var statements: [String]
  var result: String

  init(_ statements: String, _ result: String) {
    self.statements = statements.split(separator: ";").map { String($0).trimmingBlanks }
    self.result = result
  }
}

/// What leads to the box in which a skill is practised, from an input alone to a network of two layers.
enum PracticeInner: CaseIterable {
  case input
  case line
  case product
  case neuron
  /// A neuron of two inputs.
  case pair
  /// A neuron whose input is another one's value.
  case layer

  /// How large the quantity may be.
  enum Size {
    /// Some units, so that squares and products stay in the head.
    case small
    /// A handful, so that a square that is multiplied again stays in the head.
    case few
    /// As `small`, and always negative.
    case negative
    /// About as large as what a sigmoid tells apart.
    case tiny
    /// Positive, with whole quotients.
    case positive
    /// Often the square of a whole number.
    case square
  }

  func part(_ size: Size) -> PracticePart {
    switch (self, size) {
    case (.input, .small): PracticePart("w in 2..9", "w")
    case (.input, .few): PracticePart("w in -7..7", "w")
    case (.input, .negative): PracticePart("w in -9..-2", "w")
    case (.input, .tiny): PracticePart("w in -1.9..1.9", "w")
    case (.input, .positive): PracticePart("w in 2..9", "w")
    case (.input, .square): PracticePart("w in 2..120", "w")
    case (.line, .small): PracticePart("w in 2..6; z = 2w - 1", "z")
    case (.line, .few): PracticePart("w in -3..4; z = 2w - 1", "z")
    case (.line, .negative): PracticePart("w in 2..6; z = 1 - 2w", "z")
    case (.line, .tiny): PracticePart("w in -0.9..1.9; z = 2w - 1", "z")
    case (.line, .positive): PracticePart("w in 2..9; z = w + 1", "z")
    case (.line, .square): PracticePart("w in 2..60; z = 2w + 3", "z")
    case (.product, .small): PracticePart("w in 2..5; data x in 2..4; z = w x", "z")
    case (.product, .few): PracticePart("w in -3..3; data x in 2..4; z = w x", "z")
    case (.product, .negative): PracticePart("w in -5..-2; data x in 2..4; z = w x", "z")
    case (.product, .tiny): PracticePart("w in -0.9..0.9; data x in 2..4; z = w x", "z")
    case (.product, .positive): PracticePart("w in 2..5; data x in 2..5; z = w x", "z")
    case (.product, .square): PracticePart("w in 2..25; data x in 2..12; z = w x", "z")
    case (.neuron, .small):
      PracticePart("w in 2..5; data x in 2..5; b in -3..9; z = w x + b", "z")
    case (.neuron, .few):
      PracticePart("w in 2..3; data x in 2..4; b in -12..-2; z = w x + b", "z")
    case (.neuron, .negative):
      PracticePart("w in 2..4; data x in 2..4; b in -30..-17; z = w x + b", "z")
    case (.neuron, .tiny):
      PracticePart("w in 2..3; data x in 2..4; b in -9..-4; z = w x + b", "z")
    case (.neuron, .positive):
      PracticePart("w in 2..5; data x in 2..5; b in 2..9; z = w x + b", "z")
    case (.neuron, .square):
      PracticePart("w in 2..7; data x in 2..7; b in 2..30; z = w x + b", "z")
    case (.pair, .small):
      PracticePart(
        "w1 in 2..5; data x1 in 2..5; w2 in -3..5; data x2 in 2..3; z = w1 x1 + w2 x2", "z")
    case (.pair, .few):
      PracticePart(
        "w1 in 2..3; data x1 in 2..4; w2 in -3..-2; data x2 in 2..4; z = w1 x1 + w2 x2", "z")
    case (.pair, .negative):
      PracticePart(
        "w1 in -5..-2; data x1 in 2..5; w2 in -5..-2; data x2 in 2..5; z = w1 x1 + w2 x2", "z")
    case (.pair, .tiny):
      PracticePart(
        "w1 in 2..3; data x1 in 2..4; w2 in -3..-2; data x2 in 2..4; z = w1 x1 + w2 x2", "z")
    case (.pair, .positive), (.pair, .square):
      PracticePart(
        "w1 in 2..5; data x1 in 2..5; w2 in 2..5; data x2 in 2..5; z = w1 x1 + w2 x2", "z")
    case (.layer, .small), (.layer, .positive), (.layer, .square):
      PracticePart("u in 2..4; data x in 2..4; g = u x; h = relu(g); w in 2..4; z = w h", "z")
    case (.layer, .few):
      PracticePart("u in 2..3; g = 2u - 3; h = relu(g); w in -3..3; z = w h", "z")
    case (.layer, .negative):
      PracticePart("u in 2..4; data x in 2..4; g = u x; h = relu(g); w in -4..-2; z = w h", "z")
    case (.layer, .tiny):
      PracticePart("u in 2..3; data x in 2..3; g = u x; h = relu(g); w in -0.5..0.5; z = w h", "z")
    }
  }
}

/// What follows on the box in which a skill is practised, up to the output.
enum PracticeOuter: String, CaseIterable {
  case factor = "J = 5@"
  case double = "J = 2@"
  case weight = "v in 2..5; o = v @; J = 2o"
  case square = "J = @^2"
  case error = "data y in 2..9; d = @ - y; J = 1/2 d^2"
  case minus = "o = 4 - 3@; J = 2o"
  case less = "o = 4 - @; J = 2o"

  func part(on name: String) -> PracticePart {
    PracticePart(rawValue.replacing("@", with: name), "J")
  }
}

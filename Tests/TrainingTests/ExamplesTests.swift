import Expressions
import Testing
import Training

struct ExamplesTests {
  @Test(arguments: DrawnExamples.allCases)
  func drawnExamplesFollowTheSeed(set: DrawnExamples) {
    let examples = set.examples(60, seed: 4)
    #expect(examples == set.examples(60, seed: 4))
    #expect(examples != set.examples(60, seed: 5))
    #expect(examples.count == 60)
    #expect(examples.names == (set == .line ? ["x1", "y", "X"] : ["x1", "x2", "y", "X"]))
  }

  @Test(arguments: DrawnExamples.allCases.filter { $0 != .line })
  func halfOfThePointsAreOfEachClass(set: DrawnExamples) {
    let targets = set.examples(80, seed: 1).targets.elements
    #expect(targets.count { $0 == 1 } == 40)
    #expect(targets.count { $0 == 0 } == 40)
    // No order gives the class away.
    #expect(targets != targets.sorted())
  }

  @Test func oppositeCornersAreOneClass() {
    let examples = DrawnExamples.xor.examples(200, seed: 2)
    for row in 0..<200 {
      let product = examples.features[2 * row] * examples.features[2 * row + 1]
      #expect((product < 0) == (examples.targets[row] == 1))
    }
  }

  /// The sums are those of the published file.
  @Test func theDigitsAreWhole() {
    let digits = Digits.examples
    #expect(digits.features.shape == Shape(1797, 64))
    #expect(digits.features.elements.reduce(0) { $0 + 16 * $1 } == 561_718)
    let counts = (0..<10).map { digit in
      digits.targets.elements.count { $0 == Double(digit) }
    }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(digits.classCount == 10)
  }

  @Test func classesAreRowsOfZerosWithAOne() {
    let examples = Examples(
      features: NumericArray([[1, 2], [3, 4], [5, 6]]), targets: NumericArray([2, 0, 1]))
    #expect(
      examples.array(named: "Y") == NumericArray([[0, 0, 1], [1, 0, 0], [0, 1, 0]]))
    #expect(examples.array(named: "Y", width: 1) == NumericArray([[2], [0], [1]]))
    #expect(examples.array(named: "y") == NumericArray([2, 0, 1]))
    #expect(examples.array(named: "z") == nil)
  }
}

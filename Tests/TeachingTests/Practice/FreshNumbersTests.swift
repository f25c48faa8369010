import Autodiff
import Lessons
import Teaching
import Testing

@Suite struct FreshNumbersTests {
  func graph(_ ranges: [String: ClosedRange<Double>]) throws -> LessonGraph {
    let lines = [
      "data x = 2", "data y = 3", "w = -2", "b = 8", "c = w x", "a = c + b", "d = a - y",
      "J = 1/2 d^2",
    ]
    let reading = try ComputationGraph.read(lines.map { Statement(input: $0) })
    return LessonGraph(graph: reading.graph, inputs: reading.inputs, ranges: ranges)
  }

  @Test(arguments: 1...50)
  func numbersAreInTheirRangesAndCanBeToldApart(seed: Int) throws {
    let all = ["x": -9.0...9, "y": -9...9, "w": -9...9, "b": -9...9]
    let inputs = FreshNumbers(for: try graph(all), seed: seed, index: 0).inputs
    for (name, range) in all { #expect(range.contains(inputs[name] ?? .nan), "\(name)") }
    #expect(inputs.values.allSatisfy { $0 == $0.rounded() && abs($0) > 1 })
    #expect(Set(inputs.values.map(abs)).count == 4)
  }

  @Test func aSeedGivesTheSameNumbersAndAnotherOthers() throws {
    let ranges = ["w": -9.0...9, "b": -9.0...9]
    func draw(_ seed: Int, _ index: Int = 0) throws -> [String: Double] {
      FreshNumbers(for: try graph(ranges), seed: seed, index: index).inputs
    }
    #expect(try draw(7) == draw(7))
    #expect(try Set((1...20).map { try draw($0) }).count > 15)
    #expect(try draw(7) != draw(7, 1))
  }

  @Test func whatHasNoRangeKeepsItsNumber() throws {
    let inputs = FreshNumbers(for: try graph(["w": 4...6]), seed: 3, index: 0).inputs
    #expect(inputs["x"] == 2)
    #expect(inputs["b"] == 8)
    #expect((4...6).contains(inputs["w"] ?? 0))
  }

  @Test func aRangeWithoutWholeBoundsGivesTenths() throws {
    let inputs = FreshNumbers(for: try graph(["w": 0.2...0.9]), seed: 3, index: 0).inputs
    let w = try #require(inputs["w"])
    #expect((0.2...0.9).contains(w))
    #expect(abs(w * 10 - (w * 10).rounded()) < 1e-9)
  }

  @Test func aReluStaysOnWhereItsRangeLetsIt() throws {
    let reading = try ComputationGraph.read(
      ["w = 3", "data x = 2", "z = w x", "h = relu(z)", "J = 3h"].map { Statement(input: $0) })
    let graph = LessonGraph(
      graph: reading.graph, inputs: reading.inputs, ranges: ["w": -9...9, "x": -9...9])
    for seed in 1...20 {
      let key = try AnswerKey(
        reading.graph, at: FreshNumbers(for: graph, seed: seed, index: 0).inputs)
      #expect(key.list.entries.indices.allSatisfy { key.value(of: $0) != 0 })
    }
  }

  @Test func rangesWithoutEndAreDrawnFrom() throws {
    let reading = try ComputationGraph.read([Statement("w = 2"), Statement("J = 2w")])
    for range in [-1e300...1e300, 2...1e18, 1e17...1e18] {
      let graph = LessonGraph(
        graph: reading.graph, inputs: reading.inputs, ranges: ["w": range])
      let w = try #require(FreshNumbers(for: graph, seed: 1, index: 0).inputs["w"])
      #expect(range.contains(w) || w == 2)
    }
  }

  @Test func whereNothingElseCanBeDrawnTheNumbersStay() throws {
    let reading = try ComputationGraph.read([Statement("w = 2"), Statement("J = ln(w)")])
    let graph = LessonGraph(
      graph: reading.graph, inputs: reading.inputs, ranges: ["w": -9 ... -8])
    #expect(FreshNumbers(for: graph, seed: 1, index: 0).inputs == ["w": 2])
  }
}

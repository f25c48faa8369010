import Foundation
import Testing

/// Every worked number of the course, through the program's commands.
@Suite struct CourseNumbersTests {
  struct Solution: Decodable {
    struct Operand: Decodable {
      var name: String
      var localDerivative: Double
      var symbolic: String
    }
    struct Node: Decodable {
      var name: String
      var kind: String
      var formula: String?
      var value: Double
      var derivative: Double
      var operands: [Operand]?
    }
    var output: String
    var nodes: [Node]

    subscript(name: String) -> Node? { nodes.first { $0.name == name } }
  }

  struct Nudge: Decodable {
    struct Node: Decodable {
      var name: String
      var before: Double
      var after: Double
      var slope: Double
    }
    var name: String
    var by: Double
    var nodes: [Node]

    subscript(name: String) -> Node? { nodes.first { $0.name == name } }
  }

  struct Derivative: Decodable {
    var derivative: String
    var value: Double?
  }

  struct Course: Sendable {
    var graph: [String]
    var forward: [String: Double]
    var local: [String: Double]
    var backward: [String: Double]
    var symbolic: [String: String] = [:]
  }

  static let oneUnit = Course(
    graph: [
      "c = w*x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w=2", "b=8", "x=-2", "y=2", "--data",
      "x,y",
    ],
    forward: ["c": -4, "a": 4, "d": 2, "J": 2],
    local: ["dJ/dd": 2, "dd/da": 1, "da/dc": 1, "da/db": 1, "dc/dw": -2],
    backward: ["d": 2, "a": 2, "c": 2, "b": 2, "w": -4])

  static let twoLayerReLU = Course(
    graph: [
      "t1 = w1*x", "z1 = t1 + b1", "a1 = relu(z1)", "t2 = w2*a1", "z2 = t2 + b2", "a2 = relu(z2)",
      "J = 1/2 (a2 - y)^2", "w1=2", "b1=0", "w2=3", "b2=1", "x=1", "y=5", "--data", "x,y",
    ],
    forward: ["t1": 2, "z1": 2, "a1": 2, "t2": 6, "z2": 7, "a2": 7, "J": 2],
    local: [:],
    backward: [
      "a2": 2, "z2": 2, "b2": 2, "t2": 2, "w2": 4, "a1": 6, "z1": 6, "b1": 6, "t1": 6, "w1": 6,
    ])

  static let twoNodes = Course(
    graph: ["a = 2 + 3w", "J = a^2", "w=3"],
    forward: ["a": 11, "J": 121], local: ["dJ/da": 22, "da/dw": 3],
    backward: ["a": 22, "w": 66], symbolic: ["dJ/da": "2a", "da/dw": "3"])

  static let simpleNetwork = Course(
    graph: [
      "c = w*x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w=-2", "b=8", "x=2", "y=1", "--data=x,y",
    ],
    forward: ["c": -4, "a": 4, "d": 3, "J": 4.5],
    local: ["dJ/dd": 3, "dd/da": 1, "da/dc": 1, "da/db": 1, "dc/dw": 2],
    backward: ["d": 3, "a": 3, "c": 3, "b": 3, "w": 6],
    symbolic: ["dJ/dd": "d", "dd/da": "1", "dc/dw": "x"])

  static let courses = [oneUnit, twoLayerReLU, twoNodes, simpleNetwork]

  func decode<Value: Decodable>(_ type: Value.Type, _ arguments: [String]) throws -> Value {
    let run = try ProgramRun(arguments)
    try #require(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(type, from: Data(run.output.utf8))
  }

  @Test(arguments: courses) func solveGivesEveryValueAndDerivative(course: Course) throws {
    let solution = try decode(Solution.self, ["solve", "--json"] + course.graph)
    #expect(solution.output == "J")
    for (name, value) in course.forward { #expect(solution[name]?.value == value, "\(name)") }
    for (name, value) in course.backward { #expect(solution[name]?.derivative == value, "\(name)") }
    var operands: [String: Solution.Operand] = [:]
    for node in solution.nodes {
      for operand in node.operands ?? [] { operands["d\(node.name)/d\(operand.name)"] = operand }
    }
    for (name, value) in course.local {
      #expect(operands[name]?.localDerivative == value, "\(name)")
    }
    for (name, text) in course.symbolic { #expect(operands[name]?.symbolic == text, "\(name)") }
  }

  @Test func dataHaveADerivativeTooAndAreSaidToBeData() throws {
    let solution = try decode(
      Solution.self, ["solve", "--json"] + CourseNumbersTests.simpleNetwork.graph)
    #expect(solution["x"]?.kind == "data")
    #expect(solution["w"]?.kind == "parameter")
    #expect(solution["x"]?.derivative == -6)
    #expect(solution["y"]?.derivative == -3)
  }

  /// A nudge with the values and slopes that the course prints.
  struct Printed: Sendable {
    var course: Course
    var name: String
    var after: [String: Double] = [:]
    var slopes: [String: Double] = [:]
  }

  static let printed = [
    Printed(
      course: twoNodes, name: "a", after: ["J": 121.02200099999999],
      slopes: ["J": 22.000999999988835]),
    Printed(
      course: twoNodes, name: "w", after: ["a": 11.003, "J": 121.06600900000001],
      slopes: ["a": 3.0000000000001137, "J": 66.0090000000082]),
    Printed(
      course: simpleNetwork, name: "d", after: ["J": 4.5030005], slopes: ["J": 3.0004999999997395]),
    Printed(
      course: simpleNetwork, name: "a", after: ["d": 3.0010000000000003, "J": 4.503000500000001],
      slopes: ["d": 1.000000000000334, "J": 3.0005000000006277]),
    Printed(
      course: simpleNetwork, name: "w", after: ["J": 4.506002], slopes: ["J": 6.001999999999619]),
  ]

  @Test(arguments: printed) func nudgePrintsTheCoursesDigits(printed: Printed) throws {
    let nudge = try decode(
      Nudge.self, ["nudge", "--json", "--name", printed.name] + printed.course.graph)
    #expect(nudge.by == 0.001)
    for (name, value) in printed.after { #expect(nudge[name]?.after == value, "\(name)") }
    for (name, value) in printed.slopes { #expect(nudge[name]?.slope == value, "\(name)") }
  }

  @Test func nudgesOfTheLecturesRoundToWhatIsSaidThere() throws {
    let said: [(String, [String: String])] = [
      ("d", ["J": "2.002"]), ("a", ["d": "2.001"]), ("c", ["a": "4.001"]), ("w", ["c": "-4.002"]),
    ]
    for (nudged, moved) in said {
      let nudge = try decode(
        Nudge.self, ["nudge", "--json", "--name", nudged] + CourseNumbersTests.oneUnit.graph)
      for (name, after) in moved {
        #expect(String(format: "%.3f", try #require(nudge[name]?.after)) == after)
      }
      guard nudged == "w" else { continue }
      #expect(String(format: "%.6f", try #require(nudge["J"]?.after)) == "1.996002")
    }
    let byW = try decode(
      Nudge.self, ["nudge", "--json", "--name", "w1"] + CourseNumbersTests.twoLayerReLU.graph)
    #expect(String(format: "%.3f", try #require(byW["a1"]?.after)) == "2.001")
    #expect(String(format: "%.3f", try #require(byW["a2"]?.after)) == "7.003")
    #expect(String(format: "%.7f", try #require(byW["J"]?.after)) == "2.0060045")
  }

  static let functions:
    [(String, at: Double, by: String, value: Double, after: Double, slope: Double)] = [
      ("w^2", 3, "1e-9", 9, 9.000000006, 6.000000496442226),
      ("2w", 3, "0.001", 6, 6.002, 1.9999999999997797),
      ("w^3", 2, "0.001", 8, 8.012006000999998, 12.006000999997823),
      ("1/w", 2, "0.001", 0.5, 0.49975012493753124, -0.2498750624687629),
      ("1/w^2", 4, "0.001", 0.0625, 0.06246876171484496, -0.031238285155041345),
    ]

  @Test func functionsNudgedGiveTheDigitsOfTheDerivativesLab() throws {
    for (formula, point, step, value, after, slope) in CourseNumbersTests.functions {
      let nudge = try decode(
        Nudge.self,
        ["nudge", "--json", "--whole", "J = \(formula)", "w=\(point)", "--name", "w", "--by", step])
      #expect(nudge["J"]?.before == value, "\(formula)")
      #expect(nudge["J"]?.after == after, "\(formula)")
      #expect(nudge["J"]?.slope == slope, "\(formula)")
    }
    let square = try decode(
      Nudge.self, ["nudge", "--json", "w^2", "w=3", "--name", "w"])
    #expect(square["J"]?.after == 9.006001)
    #expect(String(format: "%.6f", try #require(square["J"]?.slope)) == "6.001000")
  }

  @Test(arguments: [
    ("w^2", 2.0, "2w", 4.0), ("w^2", 3, "2w", 6), ("w^2", -3, "2w", -6), ("2w", 3, "2", 2),
    ("w^3", 2, "3w^2", 12), ("1/w", 2, "-1/w^2", -0.25), ("1/w^2", 4, "-2/w^3", -0.03125),
  ])
  func diffGivesTheSymbolicDerivative(
    formula: String, point: Double, derivative: String, value: Double
  ) throws {
    let found = try decode(Derivative.self, ["diff", "--json", formula, "w", "w=\(point)"])
    #expect(found.derivative == derivative)
    #expect(found.value == value)
    let unbound = try decode(Derivative.self, ["diff", "--json", formula, "w"])
    #expect(unbound.derivative == derivative)
  }

  /// The derivatives along a chain, multiplied symbolically as the lab does.
  @Test(arguments: [
    ("3 * 2a", "6a"), ("1 * d", "d"), ("x d", "d x"),
  ])
  func chainedDerivativesReadAsInTheLab(product: String, expected: String) throws {
    let found = try decode(Derivative.self, ["diff", "--json", "(\(product)) v", "v"])
    #expect(found.derivative == expected)
  }
}

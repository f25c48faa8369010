import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

/// Which skills an entry of a graph of matrices exercises, and which a wrong answer speaks against.
@Suite struct ArraySkillsTests {
  private func key(_ lines: [String]) throws -> ArraySheetKey {
    let statements = lines.map { Statement($0) }
    let data = Set(["X", "Y", "y"]).intersection(statements.map(\.name))
    return try ArraySheetKey(ArrayReading(statements, GraphRequest(data: data)))
  }

  private static let layers = [
    "X = [[1, 2], [3, -1], [2, 2]]", "Y = [[1, 0], [0, 2], [1, 1]]", "W = [[2, 1], [-1, 3]]",
    "b = [1, -1]", "V = [[1, 0.5], [2, -1]]", "Z = X W + b", "H = relu(Z)", "O = H @ V",
    "E = O - Y", "S = sum(E^2)", "J = S / 3",
  ]

  @Test(arguments: [
    ("shape of Z", [Skill.shapes]), ("shape of dJ/dW", [.shapes]), ("Z", [.matrixValues]),
    ("Z[0, 1]", [.matrixValues]), ("dJ/dS", [.mean]), ("dJ/dE", [.mean, .elementwise]),
    ("dJ/dO", [.elementwise]), ("dJ/dV", [.weights]), ("dJ/dH", [.layerInput]),
    ("dJ/dZ", [.elementwise]), ("dJ/dW", [.weights]), ("dJ/dW[1, 0]", [.weights]),
    ("dJ/db", [.biasSum]),
  ])
  func anEntryOfALayerExercises(entry: String, skills: [Skill]) throws {
    let key = try key(Self.layers)
    let index = try #require(key.list.index(of: entry))
    #expect(key.skills(of: index) == skills)
  }

  @Test(arguments: [
    ("J = crossentropy(A, y)", "dJ/dA", [Skill.softmax]),
    ("P = softmax(A); J = sum(P^2)", "dJ/dA", [.softmax]),
    ("M = mean(A, axis=0); J = sum(M^2)", "dJ/dA", [.axis]),
    ("M = max(A, axis=0); J = sum(M)", "dJ/dA", [.maximum]),
    ("R = A[[0, 1, 0]]; J = sum(R^2)", "dJ/dA", [.lookup]),
    ("D = A - mean(A, axis=0); J = sum(D^3)", "dJ/dA", [.biasSum, .axis]),
    ("B = A X; J = sum(A * B)", "dJ/dA", [.paths]),
    ("B = A @ X; J = sum(A * B)", "dJ/dA via J", [.mean, .elementwise]),
    ("t = 0.1 A; J = mean(t^2)", "dJ/dA", [.elementwise]),
  ])
  func anOperationExercises(lines: String, entry: String, skills: [Skill]) throws {
    let key = try key(
      ["A = [[1, 2], [3, 4]]", "X = [[2, 1], [0, 1]]", "y = [0, 1]"]
        + lines.split(separator: ";").map(String.init))
    let index = try #require(key.list.index(of: entry))
    #expect(key.skills(of: index) == skills)
  }

  @Test(arguments: [
    ("dJ/dW", "X dZ", [Skill.weights]), ("dJ/dW", "dZ' X", [.weights]),
    ("dJ/dH", "dO @ V", [.layerInput]), ("dJ/dH", "V dO", [.layerInput]),
    ("dJ/db", "dZ", [.biasSum]), ("dJ/db", "mean(dZ, axis=0)", [.biasSum]),
    ("dJ/db", "sum(dZ, axis=1)", [.biasSum]), ("dJ/dZ", "dH", [.elementwise]),
    ("dJ/dS", "1", [.mean]), ("dJ/dE", "2 E", [.mean, .elementwise]),
    ("shape of Z", "(2, 3)", [.shapes]), ("Z[0, 0]", "17", [.matrixValues]),
    ("dJ/dW", "X' dZ", []), ("dJ/dW", "X'' [", []),
  ])
  func aWrongAnswerSpeaksAgainst(entry: String, typed: String, skills: [Skill]) throws {
    let key = try key(Self.layers)
    let index = try #require(key.list.index(of: entry))
    var sheet = Worksheet(.arrays(key))
    let verdict = sheet.answer(typed, for: index)
    #expect(key.skills(missedIn: verdict, at: index) == skills, "\(verdict.reasonWords)")
    let observed = key.observations(of: .answered(verdict), at: index, on: 3)
    if verdict.isAccepted {
      #expect(observed.map(\.skill) == key.skills(of: index))
      #expect(observed.allSatisfy { $0.isCorrect })
    } else {
      #expect(observed.map(\.skill) == skills)
      #expect(observed.allSatisfy { !$0.isCorrect })
    }
  }

  @Test func helpSpeaksAgainstAllThatItIsAbout() throws {
    let key = try key(Self.layers)
    let index = try #require(key.list.index(of: "dJ/dE"))
    let observed = key.observations(of: .helped, at: index, on: 3)
    #expect(observed.map(\.skill) == [.mean, .elementwise])
    #expect(observed.allSatisfy { !$0.isCorrect && $0.day == 3 && !$0.values.isEmpty })
  }
}

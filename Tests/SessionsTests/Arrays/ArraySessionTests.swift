import Autodiff
import Expressions
import Journals
import LessonSolving
import Lessons
import Sessions
import Teaching
import TestSupport
import Testing

/// A lesson on matrices: what a page asks, what it conceals, and how answers are typed.
@Suite struct ArraySessionTests {
  static let text = """
    # L

    ```graph
    data X = [[1, 2], [3, 1], [2, 0]]
    parameter W = [[2, 1], [-1, 3]] in -3..3
    Z = X W
    H = relu(Z)
    J = sum(H^2)
    ```

    ```fill
    ```
    """

  private func names(_ session: Session) -> [String] {
    session.asked.map { session.worksheet?.entries[$0].name ?? "" }
  }

  @Test func shapesAndDerivativesAreAskedWhereNothingElseIsSaid() throws {
    #expect(
      names(try opened(Self.text)) == [
        "shape of Z", "shape of H", "shape of J", "dJ/dH", "dJ/dZ", "dJ/dW",
      ])
  }

  @Test(arguments: [
    ("values", ["Z", "H", "J"]), ("Z[0, 1]\nZ[2, 0]", ["Z[0, 1]", "Z[2, 0]"]),
    ("dJ/dW[1, 0]", ["dJ/dW[1, 0]"]), ("backward\ngiven dJ/dH", ["dJ/dZ", "dJ/dW"]),
    ("shape of dJ/dW\nshape of Z", ["shape of Z", "shape of dJ/dW"]),
  ])
  func aPageAsksWhatItsBlockSays(fill: String, asked: [String]) throws {
    let text = Self.text.replacing("```fill\n", with: "```fill\n\(fill)\n")
    #expect(names(try opened(text)) == asked)
  }

  /// A line of a program says itself which entry it answers.
  @Test func aLineGoesToItsEntry() throws {
    var session = try opened(Self.text)
    for line in ["dH = 2 * H", "dW = X.T @ dZ", "dZ=dH * (Z > 0)"] {
      _ = session.update(.submit(line))
    }
    #expect(["dJ/dH", "dJ/dZ", "dJ/dW"].map { session.state($0) } == ["right", "right", "right"])
    _ = session.update(.submit("shape of Z == (3, 2)"))
    #expect(session.state("shape of Z") == "empty")
  }

  @Test func anArrayIsConcealedWhileItsShapeIsOpen() throws {
    var session = try opened(Self.text)
    let worksheet = try #require(session.worksheet)
    let value = try #require(worksheet.list.index(of: "Z"))
    #expect(!session.isKnown(value, on: worksheet))
    _ = session.update(.submit("(3, 2)"))
    #expect(session.isKnown(value, on: try #require(session.worksheet)))
  }

  @Test(arguments: 1...6)
  func aSeedDrawsTheSameArraysWithinTheirRanges(seed: Int) throws {
    let (one, two) = (try opened(Self.text, seed: seed), try opened(Self.text, seed: seed))
    let key = try #require(one.worksheet?.key.arrays)
    #expect(one.worksheet?.key == two.worksheet?.key)
    let weights = try #require(key.key.reading.inputs["W"])
    #expect(weights.elements.filter { abs($0) > 3 || $0 != $0.rounded() } == [])
    #expect(weights != (try opened(Self.text)).worksheet?.key.arrays?.key.reading.inputs["W"])
  }

  @Test func workIsResumedFromItsJournal() throws {
    var session = try opened(Self.text)
    let records = try ["(3, 2)", "(3, 1)", "3x2", "()", "2 H"].flatMap {
      session.act(.submit($0))
    }.records()
    var resumed = try opened(Self.text)
    resumed.resume(records)
    #expect(resumed.worksheet?.states == session.worksheet?.states)
    #expect(resumed.state("dJ/dH") == "right")
  }

  /// While a nudge is looked at another cell and another step may be typed; a formula stays an answer.
  @Test(arguments: [
    ("W[1, 0] 0.01", true, "W", 2, 0.01), ("X[2,1]", true, "X", 5, 0.001),
    ("W[2, 0]", false, "W", 0, 0.001),
    ("X' dZ", false, "W", 0, 0.001), ("W 0.01", false, "W", 0, 0.001),
  ])
  func anotherCellIsNudged(
    typed: String, isNudge: Bool, name: String, place: Int, step: Double
  ) throws {
    var session = try opened(Self.text)
    for answer in ["(3, 2)", "(3, 2)", "()", "2 H", "dH * (Z > 0)"] { session.act(.submit(answer)) }
    session.act(.look(.nudge))
    #expect(session.lookElsewhere(typed) == isNudge)
    guard case .cellNudge(let nudge)? = session.look else {
      Issue.record("a cell is nudged")
      return
    }
    #expect(session.worksheet?.graph.nodes[nudge.node].name == name)
    #expect((nudge.place, nudge.step) == (place, step))
  }

  /// While a shape is asked and open nothing that has this shape is told, on any page of the course's lessons.
  @Test(arguments: LessonSolver.lessonNames.suffix(8))
  func nothingTellsAnOpenShape(name: String) throws {
    var session = try LessonSolver(name).session
    for page in session.lesson.pages.indices {
      session.act(.page(page + 1))
      guard let key = session.worksheet?.key.arrays else { continue }
      for asked in session.asked where key.entry(asked).kind == .valueShape {
        let worksheet = try #require(session.worksheet)
        let quantity = key.entry(asked).quantity
        let told = worksheet.entries.indices.filter {
          key.entry($0).quantity == quantity && session.isKnown($0, on: worksheet)
        }
        let names = told.map { worksheet.entries[$0].name }
        #expect(names == [], "\(name), page \(page + 1)")
        session.act(.fill(entry: asked, key.text(of: asked)))
      }
    }
  }
}

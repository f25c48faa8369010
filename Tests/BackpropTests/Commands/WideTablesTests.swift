import Foundation
import Testing

/// Tables on a terminal of a given width, which `script` makes.
@Suite(.needs("/usr/bin/script")) struct WideTablesTests {
  private static let words =
    "'z = w1 x1 + w2 x2 + b' 'J = (sigmoid(z) - y)^2' w1=0 w2=2 x1=1 x2=0 b=0 y=1"

  private func lines(columns: Int) throws -> String {
    let command = "stty cols \(columns); backprop solve \(WideTablesTests.words)"
    let run = try ProgramRun(["-qec", command, "/dev/null"], of: "/usr/bin/script")
    return run.output.replacing("\r\n", with: "\n")
  }

  @Test func formulasGoBelowTheirNodesWhereTheTableIsWiderThanTheTerminal() throws {
    #expect(
      try lines(columns: 60) == """
        node  value  dJ/d·
        w1    0      -0.25
        w2    2      0
        x1    1      0
        x2    0      -0.5
        b     0      -0.25
        z     0      -0.25
            = w1 x1 + w2 x2 + b
            dz/dw1 = x1 = 1
            dz/dx1 = w1 = 0
            dz/dw2 = x2 = 0
            dz/dx2 = w2 = 2
            dz/db = 1
        y     1      1
        J     0.25   1
            = (sigmoid(z) - y)^2
            dJ/dz = 2sigmoid(z) (1 - sigmoid(z)) (sigmoid(z) - y) =
              -0.25
            dJ/dy = -2(sigmoid(z) - y) = 1

        """)
  }

  @Test(arguments: [30, 60, 79])
  func noLineIsWiderThanTheTerminal(columns: Int) throws {
    #expect(try lines(columns: columns).split(separator: "\n").allSatisfy { $0.count <= columns })
  }

  @Test func whatFitsIsNotTouchedAndAPipeIsTakenForTheUsualTerminal() throws {
    let piped = try ProgramRun(["-c", "backprop solve \(WideTablesTests.words)"], of: "/bin/sh")
    #expect(try lines(columns: 80) == piped.output)
    #expect(piped.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(
      try lines(columns: 200).contains("z = w1 x1 + w2 x2 + b   0      -0.25  dz/dw1 = x1 = 1, "))
  }

  @Test(arguments: ["solve", "nudge --name w"])
  func aLongNameIsCutWithASignSoThatTheNumbersHaveRoom(command: String) throws {
    let name = String(repeating: "long_", count: 30)
    let words = "\(command) 'a = w/3' '\(name) = 12345.678 sigmoid(a)' w=4.1"
    let run = try ProgramRun(["-c", "backprop \(words)"], of: "/bin/sh")
    let lines = run.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0.hasPrefix("long_long_") && $0.contains("…") })
    #expect(!run.output.contains(/\d{11}/))
  }

  @Test func aTinyNudgeIsSeenInTheTable() throws {
    let run = try ProgramRun(["nudge", "J = w^2", "w=3", "--name", "w", "--by", "1e-12"])
    #expect(
      run.output == """
        node  before  after           change / 1e-12
        w     3       3.000000000001  1
        J     9       9.000000000006  6.000533403

        """)
  }
}

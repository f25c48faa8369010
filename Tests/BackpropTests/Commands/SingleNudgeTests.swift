import Testing

/// Nudges in numbers of 32 bits: the digits that PyTorch, TensorFlow and JAX without compiling show.
@Suite struct SingleNudgeTests {
  @Test(arguments: [
    (["J = w^2", "w=3"], "0.001", "6.0005183"),
    (["J = w^2", "w=3"], "1e-9", "0"),
    (["a = 2 + 3w", "J = a^2", "w=3"], "0.001", "66.01715"),
    (["J = (2 + 3w)^2", "w=3"], "0.001", "66.01715"),
    (["J = 1/w^2", "w=4"], "0.001", "-0.031240283"),
  ])
  func theSlopeHasTheDigitsOfLibraries(words: [String], step: String, slope: String) throws {
    let run = try ProgramRun(
      ["nudge"] + words + ["--name", "w", "--by", step, "--single", "--json"])
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("\"slope\": \(slope)}]}\n"), "\(run.output)")
  }

  @Test func aNudgeThatIsLostIsSaidToMoveNothing() throws {
    let run = try ProgramRun(["nudge", "J = w^2", "w=3", "--name", "w", "--by", "1e-9", "--single"])
    #expect(run.errors == "note: in 32 bits 3 + 1e-9 is 3 again: nothing moves\n")
    #expect(run.output.contains("J     9       9      0"))
  }

  @Test func arraysAreRefused() throws {
    let run = try ProgramRun(["nudge", "J = sum(X)", "X=[1,2]", "--name", "X[0]", "--single"])
    #expect(run.status == 2)
    #expect(run.errors == "backprop: --single is for graphs of numbers; take it away\n")
  }

  @Test(arguments: [
    (
      ["J = abs(x)", "x=0"], "x",
      "note: 'J' stands at a corner: the nudge to the right gives 1, one to the left -1, both together 0; by convention dJ/dx is 0\n"
    ),
    (
      ["J = max(a, b)", "a=2", "b=2"], "b",
      "note: 'J' stands at a corner: the nudge to the right gives 1, one to the left 0, both together 0.5; by convention dJ/db is 0\n"
    ),
    (["J = w^2", "w=3"], "w", ""),
  ])
  func aNudgeAtACornerIsSaidToSeeOneSide(words: [String], name: String, note: String) throws {
    let run = try ProgramRun(["nudge"] + words + ["--name", name])
    #expect(run.errors == note)
  }
}

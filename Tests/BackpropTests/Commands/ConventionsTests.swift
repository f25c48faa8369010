import Testing

/// `backprop conventions`: what libraries answer at corners and ties.
@Suite struct ConventionsTests {
  private static func rows() throws -> [[String]] {
    let run = try ProgramRun(["conventions"])
    #expect(run.status == 0)
    return run.output.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { String($0).trimmingCharacters(" ") }
    }
  }

  @Test func eachRowHasAPlaceForEachQuestion() throws {
    let rows = try ConventionsTests.rows()
    #expect(rows.count > 30)
    #expect(Set(rows.map(\.count)) == [15])
    #expect(Set(rows.map { $0[0] }).count == rows.count)
  }

  /// Our own row is what the program answers.
  @Test(arguments: [
    ("relu'(0)", ["J = relu(x)", "x=0"], ["x": "0"], "0"),
    ("max(x,0)' at 0", ["J = max(x, 0)", "x=0"], ["x": "1"], "1 (max(0,x): 0)"),
    ("abs'(0)", ["J = abs(x)", "x=0"], ["x": "0"], "0"),
    ("max tie", ["J = max(a, b)", "a=2", "b=2"], ["a": "1", "b": "0"], "1, 0"),
    ("min tie", ["J = min(a, b)", "a=2", "b=2"], ["a": "1", "b": "0"], "1, 0"),
  ])
  func ourRowIsWhatSolveSays(
    column: String, words: [String], derivatives: [String: String], cell: String
  ) throws {
    let rows = try ConventionsTests.rows()
    let place = try #require(rows[0].firstIndex(of: column))
    let own = try #require(rows.first { $0[0] == "backprop" })
    #expect(own[place] == cell)
    let solved = try ProgramRun(["solve", "--json"] + words).output
    for (name, derivative) in derivatives {
      let value = words.last { $0.hasPrefix("\(name)=") }?.dropFirst(name.count + 1) ?? ""
      #expect(
        solved.contains(
          "{\"name\": \"\(name)\", \"kind\": \"parameter\", \"value\": \(value), \"derivative\": \(derivative)}"
        ))
    }
  }
}

extension String {
  fileprivate func trimmingCharacters(_ sign: Character) -> String {
    var rest = self[...]
    while rest.first == sign { rest.removeFirst() }
    while rest.last == sign { rest.removeLast() }
    return String(rest)
  }
}

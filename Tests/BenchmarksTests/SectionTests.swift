import Testing

@testable import benchmarks

@Suite struct SectionTests {
  let section = Section(
    name: "engine", title: "Engine", heading: "graph", columns: ["÷ C", "ns"],
    rows: [
      Section.Row(name: "chain", numbers: [0.61234, 1234.5]),
      Section.Row(name: "a \"quoted\" one", numbers: [.nan, nil]),
    ], notes: ["less: not there"])

  @Test func aTableIsAligned() {
    #expect(
      section.text == """
        Engine
        graph             ÷ C    ns
        chain           0.612  1235
        a "quoted" one      -     -
        less: not there
        """)
  }

  @Test func whatIsMissingIsNull() {
    #expect(
      section.json == """
        [{"name": "chain", "÷ C": 0.61234, "ns": 1234.5}, \
        {"name": "a quoted one", "÷ C": null, "ns": null}]
        """)
  }

  @Test(arguments: [
    (0, "0.000"), (0.0004, "0.000"), (0.0005, "0.001"), (0.6, "0.600"), (-0.25, "-0.250"),
    (9.999, "10.00"), (12.34, "12.3"), (99.96, "100.0"), (123.4, "123"), (2_000_001, "2000001"),
  ])
  func numbersAreRoundedForReading(number: Double, text: String) {
    #expect(Section.rounded(number) == text)
  }
}

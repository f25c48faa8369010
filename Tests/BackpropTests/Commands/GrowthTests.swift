import Foundation
import TestSupport
import Testing

/// How work and memory grow with what comes in and goes out, through the built program.
@Suite struct GrowthTests {
  /// One command on a graph; a row is one line.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    /// The words for a graph, given as words, and its first input.
    var words: @Sendable (_ graph: [String], _ input: String) -> [String]
    /// Kinds of graphs on which the command does not hold what is asked yet.
    var without: Set<GrowingGraph> = []

    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "solve") { graph, _ in ["solve"] + graph },
    Row(name: "solve --json") { graph, _ in ["solve", "--whole", "--json"] + graph },
    Row(name: "nudge") { graph, input in ["nudge"] + graph + ["--name", input] },
    Row(name: "diff") { graph, input in ["diff"] + formulas(of: graph) + [input] },
    Row(name: "export --dot") { graph, _ in ["export", "--dot"] + graph },
  ]

  /// The words that are no numbers of inputs.
  private static func formulas(of graph: [String]) -> [String] {
    graph.filter { !$0.contains(/=\s*[\d.]+$/) }
  }

  /// One command on one kind of graph.
  struct Case: Sendable, CustomTestStringConvertible {
    var row: Row
    var graph: GrowingGraph

    func words(_ size: Int) -> [String] { row.words(graph.words(size), graph.input) }

    var testDescription: String { "\(row.name), \(graph)" }
  }

  static let cases = rows.flatMap { row in
    GrowingGraph.allCases.filter { !row.without.contains($0) }.map { Case(row: row, graph: $0) }
  }

  /// Each kind with one command, and with all of them where `GROWTH` is set, which takes minutes.
  static let countedCases =
    ProcessInfo.processInfo.environment["GROWTH"] != nil
    ? cases
    : GrowingGraph.allCases.enumerated().map { Case(row: rows[$0 % rows.count], graph: $1) }

  @Test(.needs("/usr/bin/prlimit"), arguments: cases)
  func hundredsOfOperationsNeedLittleMemory(_ growth: Case) throws {
    let limit = ["--as=\(400 << 20)", "--stack=\(8 << 20)", "backprop"]
    let run = try ProgramRun(limit + growth.words(600), of: "/usr/bin/prlimit")
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.isEmpty)
  }

  @Test(
    .enabled(if: InstructionCount.reason == nil, Comment(rawValue: InstructionCount.reason ?? "")),
    arguments: countedCases)
  func workGrowsWithWhatComesInAndGoesOut(_ growth: Case) throws {
    let start = try InstructionCount.start.get().count
    let sizes = (small: 40, large: 120)
    let small = try InstructionCount(growth.words(sizes.small))
    let large = try InstructionCount(growth.words(sizes.large))
    let work = Double(large.count - start) / Double(small.count - start)
    // The line of a network is short for all its operations.
    let size =
      growth.graph == .network
      ? Double(sizes.large) / Double(sizes.small) : Double(large.bytes) / Double(small.bytes)
    let exponent = log(work) / log(size)
    // A formula of a few names is derived by each of them alone, and the fans here have up to 15 of them.
    #expect(exponent <= 1.3)
  }

  @Test func formulasThatAreTooLongForATableAreLeftOutAndThatIsSaid() throws {
    let words = GrowingGraph.product.words(900)
    let table = try ProgramRun(["solve", "--whole"] + words)
    #expect(table.output.contains("\n    dJ/dx899 = 1\n"))
    #expect(
      table.errors.hasSuffix(
        " local derivatives are too long for a table; --json writes them out\n"))
    #expect(table.output.utf8.count < 1_000_000)
    let short = try ProgramRun(["solve", "--whole"] + GrowingGraph.product.words(40))
    #expect(short.errors == "")
  }
}

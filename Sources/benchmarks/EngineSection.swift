import Autodiff
import CBenchmarks

/// Values and derivatives of the benchmark's graphs, by the engine and by a tape in C.
struct EngineSection {
  var section: Section {
    Section(
      name: "engine",
      title:
        "Engine: the tape beside a tape in C (÷ is a ratio, below 1 is faster; ns and bytes an operation)",
      heading: "graph",
      columns: [
        "both ÷ C", "forward ÷ C", "reverse ÷ C", "build ÷ C", "both ns", "C both ns",
        "forward ns", "reverse ns", "build ns", "C build ns", "bytes", "C bytes", "operations",
        "instructions",
      ],
      rows: BenchmarkGraph.Kind.allCases.map(EngineSection.row))
  }

  private static func row(_ kind: BenchmarkGraph.Kind) -> Section.Row {
    let graph = BenchmarkGraph(kind)
    let bytes = peak {
      var run = TapeRun(graph.tape())
      run.forward(at: graph.parameters)
      run.reverse(at: graph.parameters)
    }
    let referenceBytes = peak {
      let reference = ReferenceTape(graph)
      var gradient = graph.parameters
      _ = reference.forward(at: graph.parameters)
      reference.reverse(into: &gradient)
    }
    let times = self.times(graph)
    let builds = Stopwatch.medians(
      rounds: 7, [{ _ = graph.tape() }, { _ = ReferenceTape(graph) }])
    let count = Double(graph.operationCount)
    let numbers = [
      times[0] / times[3], times[1] / times[4], times[2] / times[5], builds[0] / builds[1],
      times[0] / count, times[3] / count, times[1] / count, times[2] / count, builds[0] / count,
      builds[1] / count,
    ]
    // Below some thousand operations what the system hands out at once is all one sees.
    let memory = count < 5_000 ? [nil, nil] : [bytes / count, referenceBytes / count]
    return Section.Row(
      name: kind.rawValue,
      numbers: numbers + memory + [count, Double(graph.tape().instructionCount)])
  }

  /// Both passes, forward and reverse, of the engine and then of the reference.
  private static func times(_ graph: BenchmarkGraph) -> [Double] {
    let numbers = [graph.parameters, graph.parameters.map { $0 * (1 - 1e-6) }]
    var turn = 0
    var run = TapeRun(graph.tape())
    let reference = ReferenceTape(graph)
    var gradient = graph.parameters
    var sink = 0.0
    // Each time at other numbers, so that nothing is computed in vain.
    func next() -> [Double] {
      turn = 1 - turn
      return numbers[turn]
    }
    let times = Stopwatch.medians([
      {
        let numbers = next()
        sink += run.forward(at: numbers)
        run.reverse(at: numbers)
      },
      { sink += run.forward(at: next()) },
      { run.reverse(at: numbers[turn]) },
      {
        sink += reference.forward(at: next())
        reference.reverse(into: &gradient)
      },
      { sink += reference.forward(at: next()) },
      { reference.reverse(into: &gradient) },
    ])
    precondition(sink.isFinite, "the graphs have values")
    return times
  }

  /// How far the memory of the process grows at most while something is done, in bytes.
  private static func peak(_ work: () -> Void) -> Double {
    cprocess_trim()
    let before = TextFile.number(after: "VmRSS", in: "/proc/self/status") ?? 0
    _ = TextFile.write("5", to: "/proc/self/clear_refs")
    work()
    return ((TextFile.number(after: "VmHWM", in: "/proc/self/status") ?? 0) - before) * 1024
  }
}

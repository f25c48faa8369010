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
        "forward ns", "reverse ns", "build ns", "C build ns", "first build ns",
        "C first build ns", "bytes", "C bytes", "operations",
        "instructions",
      ],
      rows: BenchmarkGraph.Kind.allCases.map(EngineSection.row))
  }

  static func row(_ kind: BenchmarkGraph.Kind) -> Section.Row {
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
    let (builds, firstBuilds) = buildTimes(graph)
    let count = Double(graph.operationCount)
    let numbers = [
      times[0] / times[3], times[1] / times[4], times[2] / times[5], builds[0] / builds[1],
      times[0] / count, times[3] / count, times[1] / count, times[2] / count, builds[0] / count,
      builds[1] / count, firstBuilds[0] / count, firstBuilds[1] / count,
    ]
    // Below some thousand operations what the system hands out at once is all one sees.
    let memory = count < 5_000 ? [nil, nil] : [bytes / count, referenceBytes / count]
    return Section.Row(
      name: kind.rawValue,
      numbers: numbers + memory + [count, Double(graph.tape().instructionCount)])
  }

  /// How long the engine and the reference take to record and compile a graph, in nanoseconds: in memory that a build
  /// before has left to the process, and in memory that the system hands out anew.
  private static func buildTimes(_ graph: BenchmarkGraph) -> (again: [Double], first: [Double]) {
    let works = [{ _ = graph.tape() }, { _ = ReferenceTape(graph) }]
    cprocess_keep_memory(1)
    let again = Stopwatch.medians(rounds: 7, works)
    cprocess_keep_memory(0)
    let first = works.map { work in
      let times = (0..<7).map { _ in
        cprocess_trim()
        let begin = Stopwatch.now
        work()
        return Stopwatch.now - begin
      }
      return Stopwatch.median(times)
    }
    return (again, first)
  }

  /// Both passes, forward and reverse, of the engine and then of the reference, in nanoseconds.
  private static func times(_ graph: BenchmarkGraph) -> [Double] {
    // What is done each time alternates, so that nothing is computed in vain.
    let (a, b) = (graph.parameters, graph.parameters.map { $0 * (1 - 1e-6) })
    // A small graph is run often at a time, or one would measure the clock.
    let repetitions = graph.operationCount < 1_000 ? 500 : 1
    var run = TapeRun(graph.tape())
    let reference = ReferenceTape(graph)
    var gradient = graph.parameters
    var sink = 0.0
    let times = Stopwatch.medians([
      {
        for _ in 0..<repetitions {
          sink += run.forward(at: a)
          run.reverse(at: a)
          sink += run.forward(at: b)
          run.reverse(at: b)
        }
      },
      {
        for _ in 0..<repetitions {
          sink += run.forward(at: a)
          sink += run.forward(at: b)
        }
      },
      {
        for _ in 0..<repetitions {
          run.reverse(at: b)
          run.reverse(at: b)
        }
      },
      {
        for _ in 0..<repetitions {
          sink += reference.forward(at: a)
          reference.reverse(into: &gradient)
          sink += reference.forward(at: b)
          reference.reverse(into: &gradient)
        }
      },
      {
        for _ in 0..<repetitions {
          sink += reference.forward(at: a)
          sink += reference.forward(at: b)
        }
      },
      {
        for _ in 0..<repetitions {
          reference.reverse(into: &gradient)
          reference.reverse(into: &gradient)
        }
      },
    ])
    precondition(sink.isFinite, "the graphs have values")
    return times.map { $0 / Double(2 * repetitions) }
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

import Autodiff
import CTape
import Expressions
import Glibc

func now() -> Double {
  var t = timespec()
  clock_gettime(CLOCK_MONOTONIC, &t)
  return Double(t.tv_sec) * 1e9 + Double(t.tv_nsec)
}
extension TapeBuilder: GraphRecorder {
  mutating func parameter(_ value: Double) -> Quantity { parameter() }
}
struct CRecorder: GraphRecorder {
  var tape = ctape()
  init(capacity: Int) { ctape_open(&tape, capacity) }
  mutating func parameter(_ value: Double) -> UInt32 { tape.parameters += 1; return ctape_leaf(&tape, value) }
  mutating func number(_ value: Double) -> UInt32 { ctape_leaf(&tape, value) }
  mutating func apply(_ operation: Operation, _ a: UInt32, _ b: UInt32) -> UInt32 {
    switch operation {
    case .add: ctape_add(&tape, a, b)
    case .subtract: ctape_sub(&tape, a, b)
    case .multiply: ctape_mul(&tape, a, b)
    case .tanh: ctape_tanh(&tape, a)
    case .sin: ctape_sin(&tape, a)
    case .relu: ctape_relu(&tape, a)
    default: fatalError()
    }
  }
}
func med(_ v: [Double]) -> Double { v.min()! }
let only = CommandLine.arguments.dropFirst().first
let what = CommandLine.arguments.dropFirst(2).first ?? "all"
for kind in BenchmarkGraph.Kind.allCases {
  if let only, only != "all", only != kind.rawValue { continue }
  let g = BenchmarkGraph(kind)
  let inner = kind == .seed ? 2000 : 1
  let n = Double(g.operationCount) * Double(inner)
  func build() -> Tape {
    var b = TapeBuilder()
    b.reserve(operations: g.operationCount)
    let out = g.record(&b)
    return Tape(b, output: out)
  }
  func cbuild() -> CRecorder {
    var c = CRecorder(capacity: g.operationCount + g.parameters.count + g.data.count + 8)
    _ = g.record(&c)
    return c
  }
  if what == "build" {
    let t = now(); for _ in 0..<20 * inner { _ = build() }; print(kind, "build", (now() - t) / 20 / n); continue
  }
  let tape = build()
  var c = cbuild()
  var cg = g.parameters
  var run = TapeRun(tape)
  let j = run.forward(at: g.parameters)
  run.reverse(at: g.parameters)
  var s = 0.0
  for (i, d) in run.gradient.enumerated() { s += d * Double(i % 7 + 1) }
  let p = g.parameters, p2 = p.map { $0 * (1 - 1e-6) }
  var flip = false
  if what == "run" { let t = now(); for _ in 0..<200 * inner { run.forward(at: p); run.reverse(at: p) }; print(kind, (now() - t) / 200 / n); continue }
  var m: [[Double]] = Array(repeating: [], count: 8)
  let begin = now()
  while m[0].count < 5 || (m[0].count < 100 && now() - begin < 2e9) {
    flip.toggle()
    let q = flip ? p2 : p
    var t: [Double] = [now()]
    for _ in 0..<inner { run.forward(at: q) }; t.append(now())
    for _ in 0..<inner { run.reverse(at: q) }; t.append(now())
    for _ in 0..<inner { _ = ctape_forward(&c.tape, q) }; t.append(now())
    for _ in 0..<inner { ctape_reverse(&c.tape, &cg) }; t.append(now())
    for _ in 0..<inner { _ = build() }; t.append(now())
    for _ in 0..<inner { var c = cbuild(); ctape_close(&c.tape) }; t.append(now())
    for k in 0..<6 { m[k].append((t[k + 1] - t[k]) / n) }
    m[6].append((t[2] - t[0]) / n); m[7].append((t[4] - t[2]) / n)
  }
  let x = m.map { Double(Int(med($0) * 100)) / 100 }
  print(kind, "fwd", x[0], "rev", x[1], "fr", x[6], "build", x[4], "| C", x[2], x[3], x[7], "build", x[5], "| ratio", med(m[6]) / med(m[7]), "J", j, "gsum", s, "instr", tape.instructionCount)
}
if only == "tiny" {
  for n in [1, 2, 4, 8, 16, 32] {
    var b = TapeBuilder()
    let p = b.parameter()
    var v = b.apply(.multiply, p, p)
    for k in stride(from: 1, to: n, by: 1) { v = k % 2 == 0 ? b.apply(.multiply, v, v) : b.apply(.add, v, p) }
    let t = Tape(b, output: v)
    var run = TapeRun(t)
    let q = [0.5]
    var best = (1e9, 1e9)
    for _ in 0..<20 {
      let a = now(); for _ in 0..<10000 { run.forward(at: q) }
      let c = now(); for _ in 0..<10000 { run.reverse(at: q) }
      best = (min(best.0, (c - a) / 1e4), min(best.1, (now() - c) / 1e4))
    }
    print(n, best)
  }
}

import Foundation
import GraphLayout
import Testing

/// Whole pictures, to be looked at.
@Suite struct PicturesTests {
  @Test func aChain() {
    expectPicture(
      of: .chain,
      """
          ┌───┐   ┌───┐
      w──▶│ a │──▶│ J │
          └───┘   └───┘
      """)
  }

  @Test func inputsJoinFromBelowWhatGoesStraightOn() {
    expectPicture(
      of: .products,
      """
      w─┐
        └▶┌───┐
      x──▶│ c │──▶┌───┐
          └───┘ ┌▶│ a │──▶┌───┐   ┌───┐
                │ └───┘ ┌▶│ d │──▶│ J │
          b─────┘       │ └───┘   └───┘
                  y─────┘
      """)
  }

  @Test func aNetworkOfTwoLayersIsALine() {
    expectPicture(
      of: .network,
      """
      w1─┐
         └▶┌────┐
      x───▶│ t1 │──▶┌────┐   ┌────┐
           └────┘ ┌▶│ z1 │──▶│ a1 │──▶┌────┐
                  │ └────┘   └────┘ ┌▶│ t2 │──▶┌────┐   ┌────┐
           b1─────┘                 │ └────┘ ┌▶│ z2 │──▶│ a2 │──▶┌───┐   ┌───┐
                             w2─────┘        │ └────┘   └────┘ ┌▶│ r │──▶│ J │
                                      b2─────┘                 │ └───┘   └───┘
                                                        y──────┘
      """)
  }

  @Test func twoOperandsSharedByTwoNodes() {
    expectPicture(
      of: .reconvergence,
      """
      a───┬▶┌───┐
        ┌─┼▶│ d │─┐
      b─┤ │ └───┘ │
        │ │       │
        │ └▶┌───┐ └▶┌───┐
        └──▶│ e │──▶│ f │
            └───┘   └───┘
      """)
  }

  @Test func aWireEntersTwice() {
    expectPicture(
      of: .double,
      """
      a─┬▶┌───┐
        └▶│ b │
          └───┘
      """)
  }

  @Test func anInputSharedByTwoNodes() {
    expectPicture(
      of: .olah,
      """
      a──▶┌───┐
        ┌▶│ c │──▶┌───┐
      b─┤ └───┘ ┌▶│ e │
        │       │ └───┘
        │ ┌───┐ │
        └▶│ d │─┘
          └───┘
      """)
  }

  @Test func fullyConnectedLayers() {
    expectPicture(
      of: .dense,
      """
                            ┌▶┌────┐
           ┌▶┌────┐   ┌─────┼▶│    │
         ┌─┼▶│ p1 │───┼─┐ ┌─┼▶│ q1 │─┐
         │ │ └────┘ ┌─┼─┼─┼─┼▶└────┘ │
         │ │        │ │ └─┼─┤        │
      x1─┼─●▶┌────┐ │ │   │ ├▶┌────┐ │
         ├─┼▶│ p2 │─┼─●───┼─┼▶│    │ └──▶┌───┐
      x2─┤ │ └────┘ │ │   ├─┼▶│ q2 │────▶│   │
         │ │        ├─┼───┼─┼▶└────┘ ┌──▶│ J │
         │ ├▶┌────┐ │ │   │ │        │ ┌▶└───┘
         ├─┼▶│ p3 │─┼─┼───┤ ├▶┌────┐ │ │
         │ │ └────┘ │ ├───┼─┼▶│    │ │ │
         │ │        │ │   ├─┼▶│ q3 │─┘ │
         │ └▶┌────┐ ├─┼───┼─┼▶└────┘   │
         └──▶│ p4 │─┤ │   │ │          │
             └────┘ │ │   │ └▶┌────┐   │
                    │ └───┼──▶│    │   │
                    │     └──▶│ q4 │───┘
                    └────────▶└────┘
      """)
  }

  /// What a screen of 160 columns and 50 rows shows of a larger graph.
  ///
  /// With `RECORD_SNAPSHOTS=1` the stored picture is rewritten, and the test fails, so that the change
  /// is read.
  @Test(arguments: ["seed", "seed2", "micrograd", "mlp231", "neuron2441", "mlp2441"])
  func aLargerGraph(name: String) throws {
    let named = try BenchGraph.named(name).graph()
    let picture = named.picture(GraphLayout(named.graph)).prefix(50)
      .map { line in line.prefix(160).reversed().drop { $0 == " " }.reversed() }
      .map { String($0) + "\n" }.joined()
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Pictures/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try picture.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("rewritten: \(name); read the change before you keep it")
      return
    }
    #expect(try picture == String(contentsOf: file, encoding: .utf8))
  }

  private func expectPicture(
    of named: NamedGraph, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let picture = named.picture(GraphLayout(named.graph)).joined(separator: "\n")
    #expect(picture == expected, sourceLocation: sourceLocation)
  }
}

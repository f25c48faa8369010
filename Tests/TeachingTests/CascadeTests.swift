import Autodiff
import Teaching
import Testing

@Suite struct CascadeTests {
  private func cascade(of name: String, in key: AnswerKey) throws -> Cascade {
    Cascade(from: try #require(key.graph.index(of: name)), in: key)
  }

  @Test func aChangeGrowsByEachLocalDerivative() throws {
    let cascade = try cascade(of: "w", in: twoNodes())
    #expect(cascade.slopes == [1, 3, 66])
    #expect(cascade.chain == [0, 1, 2])
  }

  @Test func whatDoesNotDependOnItDoesNotMove() throws {
    let key = try simpleNetwork()
    let cascade = try cascade(of: "b", in: key)
    #expect(cascade.moved.map { key.graph.nodes[$0].name } == ["b", "a", "d", "J"])
    #expect(cascade.chain == cascade.moved)
  }

  @Test func onTwoPathsTheChangesAddUpAndThereIsNoChain() throws {
    let key = try key("a = 2w", "b = w^2", "J = a b", "w = 3")
    let cascade = try cascade(of: "w", in: key)
    let output = try #require(key.graph.index(of: "J"))
    let slope = try #require(cascade.slopes[output])
    #expect(abs(slope - (2 * 9 + 6 * 6)) < 1e-12)
    #expect(cascade.chain == nil)
    #expect(cascade.source(of: output) == nil)
  }

  @Test func theOutputIsAChainByItself() throws {
    let key = try twoNodes()
    let cascade = try cascade(of: "J", in: key)
    #expect(cascade.chain == [key.graph.output])
    #expect(cascade.source(of: key.graph.output) == nil)
  }

  @Test func aLinkKnowsTheOperandItComesBy() throws {
    let key = try simpleNetwork()
    let node = try #require(key.graph.index(of: "a"))
    let source = try #require(try cascade(of: "b", in: key).source(of: node))
    #expect(key.graph.nodes[source.node].name == "b")
    #expect(key.graph.nodes[node].operands[source.slot] == source.node)
  }

  @Test func theSlopesAreCentralDifferences() throws {
    for key in try HeldOutGraphs.all(28) {
      for start in key.graph.nodes.indices {
        let cascade = Cascade(from: start, in: key)
        let up = try Nudge(start, by: 1e-6, in: key.forward)
        let down = try Nudge(start, by: -1e-6, in: key.forward)
        #expect(cascade.moved == [start] + up.changes.map(\.node))
        for (above, below) in zip(up.changes, down.changes) {
          let slope = try #require(cascade.slopes[above.node])
          let central = (above.slope + below.slope) / 2
          // At a kink the two sides have slopes of their own.
          guard abs(above.slope - below.slope) <= 1e-3 * max(1, abs(central)) else { continue }
          #expect(abs(slope - central) <= 1e-5 * max(1, abs(slope)))
        }
      }
    }
  }
}

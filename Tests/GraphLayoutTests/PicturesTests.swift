import GraphLayout
import Testing
import TextScreen

@Suite struct PicturesTests {
  @Test(arguments: NamedGraph.all)
  func show(_ named: NamedGraph) {
    let layout = GraphLayout(named.graph)
    print(named.testDescription)
    print(named.picture(layout).joined(separator: "\n"))
    #expect(layout.violations == [])
  }
}

/// Integer ranks of least cost under lower bounds on the lengths of edges.
///
/// Minimises the sum of `weight * (rank[head] - rank[tail])` where each edge is at least `minimum`
/// long, after Gansner, Koutsofios, North and Vo, "A Technique for Drawing Directed Graphs" (1993). It
/// walks from one spanning forest of tight edges to a better one.
///
/// The cut value of a tree edge is the sum of the supplies (weight out less weight in) of all nodes on
/// its tail's side, since edges inside cancel. Nodes are numbered in postorder, so that a subtree is a
/// range of `sequence`.
struct NetworkSimplex: Sendable {
  struct Edge: Sendable {
    var tail: Int
    var head: Int
    var minimum: Int
    var weight: Int
  }

  private(set) var ranks: [Int]
  private let edges: [Edge]
  private let incident: Adjacency
  private let supplies: [Int]
  private var isInTree: [Bool]
  private var parentEdges: [Int]
  private var subtreeSupplies: [Int]
  /// Nodes in postorder, the number of a node, and the least number in its subtree.
  private var sequence: [Int]
  private var numbers: [Int]
  private var lowest: [Int]
  /// The node from which the search for an edge to replace goes on.
  private var scan = 0
  /// Whether no ranks cost less.
  private(set) var isOptimal = false
  /// The nodes and edges that were looked at.
  private(set) var steps = 0

  /// Joins all nodes by tight edges.
  ///
  /// - Parameter ranks: ranks that satisfy all bounds.
  init(ranks: [Int], edges: [Edge]) {
    let count = ranks.count
    self.ranks = ranks
    self.edges = edges
    incident = Adjacency(keys: edges.flatMap { [$0.tail, $0.head] }, count: count)
      .mapItems { $0 / 2 }
    var supplies = Array(repeating: 0, count: count)
    for edge in edges {
      supplies[edge.tail] += edge.weight
      supplies[edge.head] -= edge.weight
    }
    self.supplies = supplies
    isInTree = Array(repeating: false, count: edges.count)
    parentEdges = Array(repeating: -1, count: count)
    subtreeSupplies = supplies
    sequence = Array(repeating: 0, count: count)
    numbers = Array(repeating: 0, count: count)
    lowest = Array(repeating: 0, count: count)
    let roots = growTightForest()
    var next = 0
    for root in roots { next = number(from: root, enteredBy: -1, next: next) }
  }

  /// Improves the ranks until they are optimal or so many steps have been taken in all.
  mutating func improve(upTo limit: Int) {
    while !isOptimal, steps < limit {
      if let leaving = leavingNode(), let entering = enteringEdge(for: leaving) {
        pivot(leaving: leaving, entering: entering)
      } else {
        isOptimal = true
      }
    }
  }

  private func slack(_ edge: Int) -> Int {
    ranks[edges[edge].head] - ranks[edges[edge].tail] - edges[edge].minimum
  }

  private func otherEnd(of edge: Int, from node: Int) -> Int {
    edges[edge].tail == node ? edges[edge].head : edges[edge].tail
  }
}

extension NetworkSimplex {
  private struct Frontier: Comparable {
    var key: Int
    var edge: Int

    static func < (a: Frontier, b: Frontier) -> Bool {
      a.key == b.key ? a.edge < b.edge : a.key < b.key
    }
  }

  /// Joins all nodes of a component by tight edges and returns the components' roots.
  ///
  /// Grows a tree over its edge of least slack, as Prim does, and shifts the tree by that slack. The
  /// tree's ranks are kept relative to a shift that it has in common, so that the keys of two heaps,
  /// edges that leave the tree and edges that enter, never change.
  private mutating func growTightForest() -> [Int] {
    var roots: [Int] = []
    var isReached = Array(repeating: false, count: ranks.count)
    for root in ranks.indices where !isReached[root] {
      roots.append(root)
      var leaving = Heap<Frontier>()
      var entering = Heap<Frontier>()
      var shift = 0
      var members: [Int] = []

      func reach(_ node: Int) {
        isReached[node] = true
        members.append(node)
        ranks[node] -= shift
        for edge in incident[node] where !isReached[otherEnd(of: edge, from: node)] {
          let frontier = Frontier(key: slack(edge), edge: edge)
          if edges[edge].tail == node {
            leaving.insert(frontier)
          } else {
            entering.insert(frontier)
          }
        }
      }

      reach(root)
      while true {
        while let first = leaving.first, isReached[edges[first.edge].head] {
          _ = leaving.removeFirst()
        }
        while let first = entering.first, isReached[edges[first.edge].tail] {
          _ = entering.removeFirst()
        }
        let out = leaving.first.map { $0.key - shift } ?? .max
        let back = entering.first.map { $0.key + shift } ?? .max
        guard min(out, back) < .max else { break }
        if out <= back {
          let edge = leaving.removeFirst().edge
          shift += out
          isInTree[edge] = true
          reach(edges[edge].head)
        } else {
          let edge = entering.removeFirst().edge
          shift -= back
          isInTree[edge] = true
          reach(edges[edge].tail)
        }
      }
      for node in members { ranks[node] += shift }
    }
    return roots
  }

  /// Numbers a subtree in postorder, sums its supplies, and returns the number after it.
  private mutating func number(from root: Int, enteredBy rootEdge: Int, next: Int) -> Int {
    // In names of their own these arrays are held once, and not once for each look at them.
    let (starts, items, edges, isInTree) = (incident.starts, incident.items, edges, isInTree)
    var next = next
    var stack = [(node: root, position: starts[root])]
    parentEdges[root] = rootEdge
    lowest[root] = next
    subtreeSupplies[root] = supplies[root]
    while let top = stack.last {
      let node = top.node
      var position = top.position
      let end = starts[node + 1]
      let parentEdge = parentEdges[node]
      while position < end {
        let edge = items[position]
        if isInTree[edge], edge != parentEdge { break }
        position += 1
      }
      steps += position - top.position + 1
      if position < end {
        stack[stack.count - 1].position = position + 1
        let edge = items[position]
        let child = edges[edge].tail == node ? edges[edge].head : edges[edge].tail
        parentEdges[child] = edge
        lowest[child] = next
        subtreeSupplies[child] = supplies[child]
        stack.append((child, starts[child]))
      } else {
        stack.removeLast()
        numbers[node] = next
        sequence[next] = node
        next += 1
        if let parent = stack.last?.node { subtreeSupplies[parent] += subtreeSupplies[node] }
      }
    }
    return next
  }
}

extension NetworkSimplex {
  /// The cut value of the edge from a node to its parent.
  private func cutValue(above node: Int) -> Int {
    edges[parentEdges[node]].tail == node ? subtreeSupplies[node] : -subtreeSupplies[node]
  }

  /// Finds a node whose edge to its parent is best longer: the worst of the next few, going round.
  private mutating func leavingNode() -> Int? {
    var worst: Int?
    var found = 0
    for _ in ranks.indices {
      let node = scan
      scan = scan + 1 == ranks.count ? 0 : scan + 1
      steps += 1
      guard parentEdges[node] >= 0, cutValue(above: node) < 0 else { continue }
      if worst.map({ cutValue(above: node) < cutValue(above: $0) }) ?? true { worst = node }
      found += 1
      if found == 30 { break }
    }
    return worst
  }

  private func isInSubtree(_ node: Int, of root: Int) -> Bool {
    lowest[root] <= numbers[node] && numbers[node] <= numbers[root]
  }

  /// Finds the edge of least slack that leads against the leaving edge from one side to the other.
  private mutating func enteringEdge(for leaving: Int) -> Int? {
    let leadsIntoSubtree = edges[parentEdges[leaving]].tail == leaving
    var best: Int?
    var least = Int.max
    for number in lowest[leaving]...numbers[leaving] {
      let node = sequence[number]
      for edge in incident[node] {
        steps += 1
        guard !isInTree[edge] else { continue }
        guard (edges[edge].head == node) == leadsIntoSubtree else { continue }
        guard !isInSubtree(otherEnd(of: edge, from: node), of: leaving) else { continue }
        let slack = slack(edge)
        if slack < least || slack == least && edge < best ?? .max {
          least = slack
          best = edge
        }
      }
    }
    return best
  }

  private mutating func pivot(leaving: Int, entering: Int) {
    let leavingEdge = parentEdges[leaving]
    let shift = edges[leavingEdge].tail == leaving ? -slack(entering) : slack(entering)
    if shift != 0 {
      for number in lowest[leaving]...numbers[leaving] { ranks[sequence[number]] += shift }
    }
    isInTree[leavingEdge] = false
    isInTree[entering] = true
    let top = meeting(edges[entering].tail, edges[entering].head)
    _ = number(from: top, enteredBy: parentEdges[top], next: lowest[top])
  }

  /// The node nearest to two nodes whose subtree holds both.
  private func meeting(_ a: Int, _ b: Int) -> Int {
    var node = a
    while !isInSubtree(b, of: node) {
      node = otherEnd(of: parentEdges[node], from: node)
    }
    return node
  }
}

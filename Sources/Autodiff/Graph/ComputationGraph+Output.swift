extension ComputationGraph {
  /// What to know where the output is not the end: something is computed from it, and may have been meant.
  ///
  /// `p is the output, since it stands last; L uses p, so perhaps you want L: put it last`.
  public var outputNote: String? {
    var follows = Array(repeating: false, count: nodes.count)
    for node in nodes.indices.dropFirst(output + 1) {
      follows[node] = nodes[node].operands.contains { $0 == output || follows[$0] }
    }
    guard let end = nodes.indices.last(where: { follows[$0] && consumers[$0].isEmpty }) else {
      return nil
    }
    let (name, later) = (nodes[output].name, nodes[end].name)
    let how = nodes[end].operands.contains(output) ? "uses" : "is computed from"
    return
      "\(name) is the output, since it stands last; \(later) \(how) \(name), so perhaps you want "
      + "\(later): put it last"
  }
}

/// Where the pieces of a tape's memory lie, so that what is needed at different times shares a place.
struct ArenaLayout {
  /// An array of numbers and when it is needed.
  struct Piece: Sendable {
    var count: Int
    /// Whether it is asked for after a run, so that its place is its own.
    var isKept = false
    /// The first and the last instruction that touch it.
    var first = Int.max
    var last = -1
  }

  /// For each piece the place of its first number, a multiple of a vector's width.
  private(set) var places: [Int]
  /// How many numbers the memory has.
  private(set) var count = 0

  /// The numbers of the widest vectors.
  static let alignment = 8

  /// Gives every piece the first gap that is large enough.
  ///
  /// - Complexity: O(n k), where k pieces are needed at the same time.
  init(_ pieces: [Piece]) {
    places = Array(repeating: 0, count: pieces.count)
    func size(_ piece: Int) -> Int {
      (pieces[piece].count + ArenaLayout.alignment - 1) / ArenaLayout.alignment
        * ArenaLayout.alignment
    }
    for piece in pieces.indices where pieces[piece].isKept {
      places[piece] = count
      count += size(piece)
    }
    let base = count
    let others = pieces.indices
      .filter { !pieces[$0].isKept && pieces[$0].last >= 0 && pieces[$0].count > 0 }
      .sorted { (pieces[$0].first, $0) < (pieces[$1].first, $1) }
    /// The pieces in use, in the order of their places.
    var used: [Int] = []
    for piece in others {
      used.removeAll { pieces[$0].last < pieces[piece].first }
      var place = base
      var index = 0
      while index < used.count, places[used[index]] < place + size(piece) {
        place = places[used[index]] + size(used[index])
        index += 1
      }
      places[piece] = place
      used.insert(piece, at: index)
      count = max(count, place + size(piece))
    }
  }
}

/// Finds what somebody may have meant by a misspelt word.
public enum Spelling {
  /// The candidate nearest to a word, if any is near: one slip in a short word, two in a longer one.
  ///
  /// A slip is a letter too many, too few, another one, or two swapped. Ties go to a word with the same first
  /// letter, then to the earlier in the alphabet. Words of more than 64 letters have no neighbours.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    guard letters.count > 1, letters.count <= 64 else { return nil }
    let allowed = letters.count <= 4 ? 1 : 2
    var best: (slips: Int, name: String)?
    for name in candidates where name.count > 1 && name != word {
      let other = Array(name.lowercased())
      let distance = distance(letters, other)
      guard distance <= allowed else { continue }
      let slips = 2 * distance + (letters[0] == other[0] ? 0 : 1)
      if best.map({ (slips, name) < $0 }) ?? true { best = (slips, name) }
    }
    return best?.name
  }

  /// The restricted edit distance of Damerau and Levenshtein.
  ///
  /// - Complexity: O(mn) in the lengths of the words.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard abs(a.count - b.count) <= 2 else { return 3 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}

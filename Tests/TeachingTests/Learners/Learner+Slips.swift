import Expressions
import Teaching

// Slips of arithmetic, of which there are too many to try them all.

extension Learner {
  /// The right answer miscalculated: one more or less, a digit wrong, two digits swapped, the next row of the table.
  func miscalculations(at index: Int) -> [LearnerAnswer] {
    let right = paper.right(index)
    guard right != 0 else { return [] }
    var found: [Double] = []
    if right == right.rounded(), abs(right) > 2 { found += [right + 1, right - 1] }
    if right == right.rounded(), abs(right) >= 20 { found += [right + 10, right - 10] }
    found += misspelt(right, seed: index) + tabled(index)
    return found.filter { $0 != 0 && ($0 < 0) == (right < 0) }.map {
      LearnerAnswer(.arithmetic, $0)
    }
  }

  /// A number with one digit wrong, and with two neighbouring digits swapped, as it is written to four digits.
  private func misspelt(_ right: Double, seed: Int) -> [Double] {
    let text = Array(right.written(digits: 4))
    let places = text.indices.filter { text[$0].isNumber }.drop { text[$0] == "0" }
    guard places.count >= 2, let first = places.first, let last = places.last else { return [] }
    var found: [String] = []
    let place = places[places.startIndex + (seed % places.count)]
    var wrong = text
    if let digit = text[place].wholeNumberValue {
      wrong[place] = Character(String(place == first ? digit % 9 + 1 : (digit + 3) % 10))
      found.append(String(wrong))
    }
    let before = places[places.endIndex - 2]
    if text[before] != text[last], last == before + 1 {
      var swapped = text
      swapped.swapAt(before, last)
      found.append(String(swapped))
    }
    // A 0 at the end would not be written again.
    return found.filter { $0.last != "0" }.compactMap { Double($0) }
  }

  /// The product of two whole numbers, one of which is taken for its neighbour.
  private func tabled(_ index: Int) -> [Double] {
    let entry = key.list.entries[index]
    guard !entry.isLocal, entry.kind != .forward, let operand = key.operand(of: entry),
      entry.slot != nil
    else { return [] }
    let (l, g) = (paper.local(entry.node, operand), paper.derivative(entry.node))
    guard l == l.rounded(), g == g.rounded(), abs(l) <= 100, abs(g) <= 100 else { return [] }
    return [(l + 1) * g, l * (g - 1)]
  }
}

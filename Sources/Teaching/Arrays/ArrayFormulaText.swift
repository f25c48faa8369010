import Autodiff
import Expressions

/// A formula that a learner typed over a graph with arrays, with a name in the place of each derivative.
///
/// Each derivative gets a name of as many letters, so that places in the text stay what they are.
struct ArrayFormulaText {
  /// What a name of the formula is.
  enum Meaning: Hashable {
    case value(Int)
    case derivative(Int)
    /// What a path contributes, by its entry.
    case contribution(Int)
    case number(Double)
  }

  private let list: ArrayEntryList
  private(set) var text = ""
  /// What is called how; a quantity of the graph by its own name.
  private(set) var meanings: [String: Meaning] = [:]
  /// The derivatives as they were typed, by their names in the text.
  private(set) var typed: [String: String] = [:]
  private let characters: [Character]
  private var position = 0

  /// - Parameter examples: how many examples there are; `m` is that number where nothing is called so.
  /// - Throws: `ArrayObstacle` for a derivative that the graph does not have.
  init(
    _ typed: String, in list: ArrayEntryList, examples: Int?
  ) throws(ArrayObstacle) {
    self.list = list
    characters = Array(ArrayFormulaText.withoutFractionCommands(typed))
    for (index, node) in list.graph.nodes.enumerated() { meanings[node.name] = .value(index) }
    if let examples, meanings["m"] == nil { meanings["m"] = .number(Double(examples)) }
    while position < characters.count {
      if try !readWord() {
        text.append(characters[position])
        position += 1
      }
    }
  }

  /// A part of the text as it was typed.
  func original(_ part: String) -> String {
    typed.sorted { $0.key.count > $1.key.count }
      .reduce(part) { $0.replacing($1.key, with: $1.value) }
  }

  /// `\frac{dJ}{dZ}` as `dJ/dZ`.
  private static func withoutFractionCommands(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    return text.replacing("\\partial ", with: "∂").replacing("\\partial", with: "∂")
      .replacing(#/\\[dt]?frac\{\s*([d∂][^{}\s]*)\s*\}\{\s*([d∂][^{}\s]*)\s*\}/#) {
        "\($0.output.1)/\($0.output.2)"
      }
  }

  // MARK: Words

  /// Reads a word, if one begins here.
  private mutating func readWord() throws(ArrayObstacle) -> Bool {
    // A number may stand right before a word, as in `3dJ/dY`.
    guard isBeginning(position),
      position == 0 || !isContinuing(position - 1) || characters[position - 1].isNumber
    else { return false }
    let end = wordEnd(from: position)
    let word = String(characters[position..<end])
    if try readDerivative(word, end) { return true }
    if let length = sizeLength(word, end) {
      text += String(
        characters[position..<length.end].map { _ in " " }.dropFirst("\(length.size)".count))
      text += "\(length.size)"
      position = length.end
      return true
    }
    text += word
    position = end
    return true
  }

  private mutating func readDerivative(_ word: String, _ end: Int) throws(ArrayObstacle) -> Bool {
    // `Z.grad` is what PyTorch calls it.
    if let node = node(word), String(characters[end...].prefix(5)) == ".grad",
      end + 5 == characters.count || !isContinuing(end + 5)
    {
      try name(.derivative(node), to: end + 5)
      return true
    }
    guard let quantity = changed(word) else { return false }
    var slash = end
    while slash < characters.count, characters[slash] == " " { slash += 1 }
    if slash < characters.count, "/⁄∕".contains(characters[slash]) {
      var next = slash + 1
      while next < characters.count, characters[next] == " " { next += 1 }
      if next < characters.count, isBeginning(next) {
        let close = wordEnd(from: next)
        if let below = changed(String(characters[next..<close])) {
          if quantity == list.outputName || self.node(quantity) == self.node(list.outputName),
            let node = node(below)
          {
            try name(.derivative(node), to: close)
            return true
          }
          // With blanks around it may be a quotient of two derivatives.
          if slash == end, next == slash + 1 {
            throw .noDerivative(String(characters[position..<close]))
          }
        }
      }
    }
    guard let node = node(quantity) else { return false }
    try name(.derivative(node), to: end)
    return true
  }

  /// What changes in `dZ` or `∂Z`, unless something is called `dZ`.
  private func changed(_ word: String) -> String? {
    guard let first = word.first, first == "d" || first == "∂", word.count > 1,
      node(word) == nil
    else { return nil }
    return String(word.dropFirst())
  }

  private func node(_ name: String) -> Int? {
    if let node = list.graph.index(of: name) { return node }
    guard name.contains(where: { $0.isNumber && !$0.isASCII }) || name.contains("{") else {
      return nil
    }
    return Formula.name(name, known: Set(list.graph.nodes.map(\.name)))
      .flatMap { list.graph.index(of: $0) }
  }

  /// Puts a name in the place of what was typed up to an end, with the path that may follow.
  private mutating func name(_ meaning: Meaning, to end: Int) throws(ArrayObstacle) {
    var (meaning, end) = (meaning, end)
    if case .derivative(let node) = meaning, let path = path(from: end) {
      let entry = "\(list.derivativeName(of: node)) via \(path.name)"
      if let index = list.index(of: entry) {
        meaning = .contribution(index)
      } else if let single = list.derivative(of: node),
        list.graph.nodes[list[single].node].name != path.name || list[single].slot == nil
      {
        throw .noDerivative(entry)
      }
      end = path.end
    }
    let original = String(characters[position..<end])
    var name = String(
      original.map { character -> Character in
        if character == "∂" { return "d" }
        if let digit = character.wholeNumberValue, digit < 10 { return Character("\(digit)") }
        return character.isLetter || character == "_" ? character : "_"
      })
    while let other = meanings[name], other != meaning { name += "_" }
    meanings[name] = meaning
    typed[name] = original
    text += name
    position = end
  }

  /// The ` via NAME` that stands at a place.
  private func path(from end: Int) -> (name: String, end: Int)? {
    var place = end
    while place < characters.count, characters[place] == " " { place += 1 }
    guard place > end, String(characters[place...].prefix(4)) == "via " else { return nil }
    place += 4
    while place < characters.count, characters[place] == " " { place += 1 }
    guard place < characters.count, isBeginning(place) else { return nil }
    let close = wordEnd(from: place)
    return self.node(String(characters[place..<close])).map {
      (list.graph.nodes[$0].name, close)
    }
  }

  /// `len(X)` and `X.shape[0]`, as programs say how many there are.
  private func sizeLength(_ word: String, _ end: Int) -> (size: Int, end: Int)? {
    let rest = String(characters[end...])
    if word == "len", node("len") == nil, rest.first == "(", let close = rest.firstIndex(of: ")") {
      let inner = String(rest[rest.index(after: rest.startIndex)..<close]).trimmingBlanks
      guard let node = node(inner), let size = list.graph.shape(of: node).sizes.first else {
        return nil
      }
      return (size, end + rest.distance(from: rest.startIndex, to: close) + 1)
    }
    guard let node = node(word), rest.hasPrefix(".shape["), let close = rest.firstIndex(of: "]")
    else { return nil }
    let shape = list.graph.shape(of: node)
    guard let index = Int(rest[..<close].dropFirst(7)), let axis = shape.axis(index) else {
      return nil
    }
    return (shape.sizes[axis], end + rest.distance(from: rest.startIndex, to: close) + 1)
  }

  private func isBeginning(_ index: Int) -> Bool {
    characters[index].isLetter || characters[index] == "∂"
  }

  private func isContinuing(_ index: Int) -> Bool {
    characters[index].isLetter || characters[index].isNumber || characters[index] == "_"
      || characters[index] == "∂"
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start + 1
    while end < characters.count, isContinuing(end), characters[end] != "ᵀ" { end += 1 }
    return end
  }
}

import Expressions

extension NetworkStatement {
  /// A word of the line with its place in Unicode scalars.
  private struct Word {
    var text: String
    var range: Range<Int>
  }

  /// Whether a line describes a network: its first word is `network`, and it defines nothing by `=`.
  static func begins(_ text: String) -> Bool {
    let words = words(of: text)
    return words.first?.text == "network" && !text.contains("=")
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    for (place, scalar) in text.unicodeScalars.enumerated()
    where !scalar.properties.isWhitespace {
      if let last = words.last, last.range.upperBound == place {
        words[words.count - 1].text.unicodeScalars.append(scalar)
        words[words.count - 1].range = last.range.lowerBound..<place + 1
      } else {
        words.append(Word(text: String(scalar), range: place..<place + 1))
      }
    }
    return words
  }

  /// Reads `network SIZES [ACTIVATION] [cost COST] [seed N]`.
  ///
  /// - Throws: `NetworkError` with the place in Unicode scalars.
  public init(_ text: String) throws(NetworkError) {
    let end = text.unicodeScalars.count
    var words = NetworkStatement.words(of: text).dropFirst()
    guard let first = words.popFirst() else { throw NetworkError(.noSizes, at: end..<end + 1) }
    self.init(try NetworkStatement.sizes(first))
    var given: Set<String> = []
    func once(_ part: String, _ word: Word) throws(NetworkError) {
      guard given.insert(part).inserted else {
        throw NetworkError(.twice(part), at: word.range)
      }
    }
    while let word = words.popFirst() {
      switch word.text {
      case "cost":
        try once("cost", word)
        let value = words.popFirst()
        guard let cost = value.flatMap({ Cost(rawValue: $0.text) }) else {
          throw NetworkError(.unknownCost(value?.text), at: value?.range ?? end..<end + 1)
        }
        self.cost = cost
      case "seed":
        try once("seed", word)
        let value = words.popFirst()
        guard let seed = value.flatMap({ UInt64($0.text) }) else {
          throw NetworkError(.unreadableSeed(value?.text), at: value?.range ?? end..<end + 1)
        }
        self.seed = seed
      default:
        guard let activation = Activation(rawValue: word.text) else {
          throw NetworkError(.unknownWord(word.text), at: word.range)
        }
        try once("activation", word)
        self.activation = activation
      }
    }
    guard cost == .squared || activation == .sigmoid else {
      throw NetworkError(.costNeedsSigmoid(activation), at: 0..<end)
    }
    guard quantityCount <= NetworkStatement.quantityLimit else {
      throw NetworkError(.tooLarge(quantityCount), at: first.range)
    }
  }

  private static func sizes(_ word: Word) throws(NetworkError) -> [Int] {
    var sizes: [Int] = []
    var place = word.range.lowerBound
    let parts = word.text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: \.isMinus)
    for part in parts {
      let range = place..<place + max(1, part.count)
      place += part.count + 1
      guard part.allSatisfy({ ("0"..."9").contains($0) }), let size = Int(String(part)) else {
        throw NetworkError(.unreadableSizes(word.text), at: word.range)
      }
      guard size > 0 else { throw NetworkError(.emptyLayer, at: range) }
      sizes.append(size)
    }
    guard sizes.count > 1 else { throw NetworkError(.noNeurons(word.text), at: word.range) }
    return sizes
  }
}

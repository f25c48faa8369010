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

  /// Reads `network SIZES [ACTIVATION] [cost COST] [seed N]`, with `batch N` also `[OUTPUT]`, which may be `softmax`,
  /// and `[no-bias]`.
  ///
  /// - Throws: `NetworkError` with the place in Unicode scalars.
  public init(_ text: String) throws(NetworkError) {
    let end = text.unicodeScalars.count
    var words = NetworkStatement.words(of: text).dropFirst()
    guard let first = words.popFirst() else { throw NetworkError(.noSizes, at: end..<end + 1) }
    self.init(try NetworkStatement.sizes(first))
    var given: Set<String> = []
    var activations: [Word] = []
    var noBias: Word?
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
      case NetworkStatement.batchWord:
        try once(word.text, word)
        let value = words.popFirst()
        guard let count = value.flatMap({ Int($0.text) }), count > 0 else {
          throw NetworkError(.unreadableBatch(value?.text), at: value?.range ?? end..<end + 1)
        }
        batch = Batch(count: count)
      case "no-bias":
        try once(word.text, word)
        noBias = word
      default:
        guard Activation(rawValue: word.text) != nil || word.text == "softmax" else {
          throw NetworkError(.unknownWord(word.text), at: word.range)
        }
        activations.append(word)
      }
    }
    try take(activations, noBias)
    if batch?.isSoftmax ?? false, !given.contains("cost") { cost = .crossEntropy }
    let output = self.output ?? activation
    guard cost == .squared || batch?.isSoftmax ?? false || output == .sigmoid else {
      throw NetworkError(.costNeedsSigmoid(output), at: 0..<end)
    }
    guard quantityCount <= NetworkStatement.quantityLimit else {
      throw NetworkError(.tooLarge(quantityCount), at: first.range)
    }
  }

  static let batchWord = "batch"

  /// Takes what hidden neurons and outputs make of their sums, and whether there are no biases.
  private mutating func take(_ activations: [Word], _ noBias: Word?) throws(NetworkError) {
    if let word = activations.first(where: { $0.text == "softmax" }) {
      guard batch != nil else { throw NetworkError(.needsBatch(word.text), at: word.range) }
      guard word.text == activations.last?.text,
        activations.count(where: { $0.text == "softmax" }) == 1
      else { throw NetworkError(.hiddenSoftmax, at: word.range) }
      guard sizes[sizes.count - 1] > 1 else { throw NetworkError(.loneSoftmax, at: word.range) }
      batch?.isSoftmax = true
    }
    let words = activations.filter { $0.text != "softmax" }
    if let word = words.first { activation = Activation(rawValue: word.text) ?? activation }
    if words.count > 1 {
      guard batch != nil, activations.count == 2 else {
        throw NetworkError(.twice("activation"), at: activations[batch == nil ? 1 : 2].range)
      }
      batch?.output = Activation(rawValue: words[1].text)
    } else if activations.count > 2 {
      throw NetworkError(.twice("activation"), at: activations[2].range)
    }
    if let noBias {
      guard batch != nil else { throw NetworkError(.needsBatch(noBias.text), at: noBias.range) }
      batch?.hasBiases = false
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

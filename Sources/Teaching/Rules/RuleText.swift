import Autodiff

/// What was typed as a rule, with a plain name in the place of each derivative, so that it reads as a formula.
///
/// `da/dw dJ/da` becomes `da_dw dJ_da`: every name as long as what it stands for, so that places stay.
struct RuleText {
  private(set) var text = ""
  /// The derivatives by the names that stand for them.
  private(set) var symbols: [String: DerivativeSymbol] = [:]
  /// The first fraction of two changes that is no derivative of the graph: `dw/da`.
  private(set) var stranger: String?

  private let graph: ComputationGraph
  private let typed: [Character]
  private var place = 0

  init(_ typed: String, in graph: ComputationGraph) {
    self.graph = graph
    self.typed = Array(typed)
    while place < self.typed.count { readNext() }
  }

  private mutating func readNext() {
    let start = place
    guard Self.isLetter(typed[place]) else {
      text.append(typed[place])
      place += 1
      return
    }
    let word = readWord()
    let end = place
    if let top = node(changedBy: word), let bottom = readDenominator() {
      let whole = String(typed[start..<place])
      let afterFraction = place
      let consumer = readConsumer()
      if let symbol = DerivativeSymbol(of: top, by: bottom, via: consumer, in: graph) {
        let name = freeName(for: String(typed[start..<place]))
        symbols[name] = symbol
        text += name
        return
      }
      place = afterFraction
      stranger = stranger ?? whole
    }
    place = end
    text += word
  }

  /// Reads `/ dw`; nothing is read where none follows.
  private mutating func readDenominator() -> Int? {
    skipBlanks()
    guard place < typed.count, typed[place] == "/" || typed[place] == "∕" else { return nil }
    place += 1
    skipBlanks()
    guard place < typed.count, Self.isLetter(typed[place]) else { return nil }
    return node(changedBy: readWord())
  }

  /// Reads `via a`; nothing is read where none follows.
  private mutating func readConsumer() -> Int? {
    let start = place
    skipBlanks()
    if place < typed.count, Self.isLetter(typed[place]), readWord() == "via" {
      skipBlanks()
      if place < typed.count, Self.isLetter(typed[place]), let node = graph.index(of: readWord()) {
        return node
      }
    }
    place = start
    return nil
  }

  /// The quantity whose change a word names: `a` for `da`.
  private func node(changedBy word: String) -> Int? {
    guard let first = word.first, "d∂".contains(first) else { return nil }
    return graph.index(of: String(word.dropFirst()))
  }

  private mutating func readWord() -> String {
    let start = place
    while place < typed.count, Self.isLetter(typed[place]) || typed[place].isNumber { place += 1 }
    return String(typed[start..<place])
  }

  private mutating func skipBlanks() {
    while place < typed.count, typed[place].isWhitespace { place += 1 }
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character == "_" || character == "∂"
  }

  /// A name of the same length that nothing in the graph has.
  private func freeName(for derivative: String) -> String {
    var name = String(
      derivative.map { $0.isLetter || $0.isNumber ? $0 : $0 == "∂" ? "d" : "_" })
    while graph.index(of: name) != nil { name += "_" }
    return name
  }
}

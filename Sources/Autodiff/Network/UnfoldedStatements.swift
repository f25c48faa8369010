import Expressions

/// Statements with those that a network stands for in its place.
///
/// A line of one's own with the name of one of the network's inputs replaces that input, where it stands: it gives
/// a weight another number, or a range, or computes it.
struct UnfoldedStatements {
  /// A statement, and the index of the one that was typed.
  struct Line {
    var statement: Statement
    var index: Int
    /// Whether it stands so among the statements, and is not one of several that a line stands for.
    var isTyped = true

    /// The error of a formula that cannot be read, with the place where it stands.
    func unreadable(_ error: ParseError) -> GraphError {
      isTyped
        ? .unreadable(statement: index, error)
        : .unreadableLine(statement: index, statement, error)
    }
  }

  private(set) var lines: [Line] = []
  /// The inputs that are data because the network says so.
  private(set) var networkData: Set<String> = []
  private(set) var errors: [GraphError] = []
  /// The quantity that a line names as the output, the last that does.
  private(set) var output: String?
  /// The lines that do so, which define nothing.
  private var outputLines: Set<Int> = []

  /// - Parameter takesArrays: whether a network may have a batch.
  /// - Complexity: O(n) in the statements that come out.
  init(_ statements: [Statement], takesArrays: Bool = false) {
    // A quantity may be called `output`.
    if !statements.contains(where: { $0.isNamed && $0.name == "output" }) {
      for (index, statement) in statements.enumerated() {
        guard let name = statement.chosenOutput else { continue }
        output = name
        outputLines.insert(index)
      }
    }
    guard let network = statements.firstIndex(where: \.isNetwork) else {
      lines = statements.enumerated().flatMap {
        outputLines.contains($0) ? [] : repeated($1, at: $0)
      }
      return
    }
    for index in statements.indices.dropFirst(network + 1) where statements[index].isNetwork {
      errors.append(.secondNetwork(statement: index))
    }
    do throws(NetworkError) {
      let read = try NetworkStatement(statements[network].text)
      guard takesArrays || read.batch == nil else {
        let end = statements[network].text.unicodeScalars.count
        throw NetworkError(.batchOfNumbers, at: 0..<end)
      }
      unfold(read, at: network, among: statements)
    } catch {
      errors.append(.network(statement: network, error))
    }
  }

  /// The lines that a statement with `for t = 1..3` stands for; any other statement is one.
  private mutating func repeated(_ statement: Statement, at index: Int) -> [Line] {
    guard statement.text.mentions(" for "), !statement.namesFile else {
      return [Line(statement: statement, index: index)]
    }
    do throws(RepetitionError) {
      let text = try Repetition.writingSums(in: statement.text)
      guard let repetition = try Repetition(text) else {
        let line = Statement(text, role: statement.role)
        return [Line(statement: line, index: index, isTyped: text == statement.text)]
      }
      return repetition.lines.map {
        Line(statement: Statement($0, role: statement.role), index: index, isTyped: false)
      }
    } catch {
      errors.append(.repetition(statement: index, error))
      return []
    }
  }

  private mutating func unfold(
    _ network: NetworkStatement, at place: Int, among statements: [Statement]
  ) {
    var own: [String: Int] = [:]
    for (index, statement) in statements.enumerated() where index != place {
      if own[statement.name] == nil { own[statement.name] = index }
    }
    var replacing: Set<Int> = []
    let unfolded = network.statements.map { statement -> Line in
      guard statement.role != .any, let index = own[statement.name] else {
        return Line(statement: statement, index: place, isTyped: false)
      }
      replacing.insert(index)
      if statement.role == .data, statements[index].role == .any {
        networkData.insert(statement.name)
      }
      return Line(statement: statements[index], index: index)
    }
    for (index, statement) in statements.enumerated()
    where !replacing.contains(index) && !outputLines.contains(index) {
      if index == place {
        lines += unfolded
      } else {
        lines.append(Line(statement: statement, index: index))
      }
    }
  }
}

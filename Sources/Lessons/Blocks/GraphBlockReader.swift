import Autodiff
import Expressions

/// Reads the lines of a `graph` block.
struct GraphBlockReader {
  private(set) var statements: [Statement] = []
  /// For each statement where its text begins in the file.
  private(set) var positions: [TextPosition] = []
  private(set) var ranges: [String: ClosedRange<Double>] = [:]
  private(set) var errors: [LessonError] = []
  /// What a line names as the output, with its place.
  private var output: PlacedText?

  /// More than these no learner works through, and a drawing of them takes minutes.
  private static let (quantityLimit, wireLimit) = (1000, 4000)

  /// Reads `parameter w = 3`, `data x = 2`, `parameter w = 3 in -9..9`, `a = 2 + 3w`, `network 2-3-1 sigmoid`,
  /// `output L` or `start dY = [1, 0]`.
  mutating func read(_ line: PlacedText) {
    var text = Substring(line.text)
    var position = line.position
    func skip(_ count: Int) {
      text = text.dropFirst(count)
      position = position.moved(by: count)
    }
    skip(text.count - text.drop(while: \.isWhitespace).count)
    guard !text.isEmpty, text.first != "#" else { return }
    if let name = chosenOutput(in: text) {
      if output != nil {
        errors.append(LessonError("the output is named twice; name it once", at: position))
      }
      output = PlacedText(name, at: position)
      return
    }
    var role = Statement.Role.any
    for (word, meaning) in [("parameter", Statement.Role.parameter), ("data", .data)]
    where text.hasPrefix(word) && text.dropFirst(word.count).first?.isWhitespace == true {
      let rest = text.dropFirst(word.count).drop(while: \.isWhitespace)
      // A quantity may be called `data`.
      guard rest.first != "=" else { break }
      role = meaning
      skip(text.count - rest.count)
      break
    }
    if role != .any { readRange(&text, at: position) }
    if role == .any, let word = misspelledRole(text) {
      errors.append(LessonError(word.message, at: position))
      // Read as it was meant, so that the want of a number is not told too.
      skip(word.length)
    }
    let statement = Statement(String(text), role: role)
    guard statement.isNamed || (statement.isNetwork && role == .any) else {
      let word = String(text.prefix { !$0.isWhitespace })
      let advice =
        Spelling.nearest(to: word, among: ["network"]).map { "did you mean '\($0)'?" }
        ?? "write NAME = FORMULA or parameter NAME = NUMBER"
      errors.append(LessonError("'\(text)' defines nothing; \(advice)", at: position))
      return
    }
    statements.append(statement)
    positions.append(position)
  }

  /// The name in `output L`; a quantity may be called `output`.
  private func chosenOutput(in text: Substring) -> String? {
    let word = "output"
    guard text.hasPrefix(word), !text.contains("="),
      text.dropFirst(word.count).first?.isWhitespace == true
    else { return nil }
    let name = String(text.dropFirst(word.count)).trimmingBlanks
    return name.isEmpty ? nil : name
  }

  /// What is wrong with the first word of `param w = 3`, and its length with the blanks after it.
  private func misspelledRole(_ text: Substring) -> (message: String, length: Int)? {
    let left = text.prefix { $0 != "=" }
    let words = left.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, text.contains("="), words[0] != "start" else { return nil }
    let roles = ["parameter", "data"]
    let word = String(words[0])
    let meant =
      roles.first { $0.hasPrefix(word) && word.count > 2 }
      ?? Spelling.nearest(to: word, among: roles)
    let advice = meant.map { "did you mean '\($0)'?" } ?? "write parameter, data or a name alone"
    let length = left.distance(from: left.startIndex, to: words[1].startIndex)
    return ("unknown word '\(word)'; \(advice)", length)
  }

  /// Takes ` in -9..9` off the end of an input's line.
  private mutating func readRange(_ text: inout Substring, at position: TextPosition) {
    guard let word = text.firstRange(of: " in ") else { return }
    let name = text.prefix { $0 != "=" }
    if let range = ClosedRange(spelled: text[word.upperBound...]) {
      ranges[String(name).trimmingBlanks] = range
    } else {
      errors.append(
        LessonError(
          "'\(text[word.upperBound...])' is not a range; write it like -9..9",
          at: position.moved(by: text.distance(from: text.startIndex, to: word.upperBound))))
    }
    text = text[..<word.lowerBound]
  }

  /// The graph of the lines read, or everything that is wrong with them.
  func graph(at position: TextPosition) -> Result<LessonGraph, LessonFailure> {
    let count = statements.reduce(0) { count, statement in
      let network = statement.isNetwork ? try? NetworkStatement(statement.text) : nil
      return count + (network?.quantityCount ?? 1)
    }
    guard count <= GraphBlockReader.quantityLimit else {
      return .failure(tooLarge("\(count) quantities", at: position))
    }
    var request = GraphRequest()
    request.output = output?.text
    if ArrayReading.isNeeded(for: statements, request) {
      return graphWithArrays(request, at: position)
    }
    let errors =
      errors
      + ComputationGraph.errors(in: statements).map { located($0, otherwise: position) }
      + rangesWithoutTheirNumber()
    guard errors.isEmpty else { return .failure(LessonFailure(errors)) }
    return locatingErrors(at: position) {
      let reading = try ComputationGraph.read(
        statements, breaking: .never, output: output?.text)
      let wires = reading.graph.nodes.reduce(0) { $0 + $1.operands.count }
      guard wires <= GraphBlockReader.wireLimit else {
        return .failure(tooLarge("\(wires) wires", at: position))
      }
      let forward = try ForwardPass(reading.graph, at: reading.inputs)
      _ = try BackwardPass(forward, isForData: false)
      return .success(
        LessonGraph(
          graph: reading.graph, inputs: reading.inputs, ranges: ranges, notes: reading.notes,
          position: position))
    }
  }

  /// What a graph comes to, with its errors at the lines that they are about.
  func locatingErrors(
    at position: TextPosition, _ read: () throws -> Result<LessonGraph, LessonFailure>
  ) -> Result<LessonGraph, LessonFailure> {
    do {
      return try read()
    } catch let error as GraphError {
      return .failure(LessonFailure([located(error, otherwise: position)]))
    } catch let error as EvaluationError {
      return .failure(LessonFailure([located(error, otherwise: position)]))
    } catch {
      preconditionFailure("reading a graph throws no other error")
    }
  }

  private func tooLarge(_ size: String, at position: TextPosition) -> LessonFailure {
    LessonFailure([
      LessonError(
        "the graph has \(size); a lesson's graph has at most "
          + "\(GraphBlockReader.quantityLimit) quantities and \(GraphBlockReader.wireLimit) wires",
        at: position)
    ])
  }

  /// Fresh numbers are drawn from a range that has to contain the lesson's own.
  private func rangesWithoutTheirNumber() -> [LessonError] {
    zip(statements, positions).compactMap { statement, position in
      guard let range = ranges[statement.name],
        let number = (try? Formula(statement.formula))?.expression.value(at: [:]),
        !range.contains(number)
      else { return nil }
      let bounds = "\(range.lowerBound.shortestText)..\(range.upperBound.shortestText)"
      return LessonError(
        "\(statement.name) = \(number.shortestText) lies outside of \(bounds); widen the range",
        at: position)
    }
  }

  /// Names that have no number, at the first line that uses one of them.
  private func missing(_ names: [String], otherwise position: TextPosition) -> LessonError {
    let known = Set(statements.map(\.name))
    let user = statements.firstIndex { statement in
      let formula = try? Formula(statement.formula, known: known)
      return formula?.expression.names.contains { names.contains($0) } ?? false
    }
    let list = names.map { "'\($0)'" }.cut(to: 20).joined(separator: ", ")
    return LessonError(
      "no number for \(list); add a line 'parameter \(names[0]) = NUMBER'",
      at: user.map { positions[$0] } ?? position)
  }

  func located(_ error: GraphError, otherwise position: TextPosition) -> LessonError {
    if case .missingNumbers(let names) = error { return missing(names, otherwise: position) }
    if case .unknownQuantity(let name, _) = error, let output, output.text == name {
      return LessonError(error.message, at: output.position)
    }
    if case .outputHasAxes = error {
      let message = error.message.replacing("--start ", with: "a line start ")
      return LessonError(message, at: position)
    }
    guard let index = error.statement, positions.indices.contains(index) else {
      return LessonError(error.message, at: position)
    }
    var place = positions[index]
    if case .unreadable(_, let parseError) = error {
      place = place.moved(by: statements[index].formulaStart + parseError.range.lowerBound)
    }
    if case .network(_, let networkError) = error {
      place = place.moved(by: networkError.range.lowerBound)
    }
    return LessonError(error.message, at: place)
  }

  func located(_ error: EvaluationError, otherwise position: TextPosition) -> LessonError {
    let place =
      error.node.flatMap { name in statements.firstIndex { $0.name == name } }
      ?? statements.firstIndex(where: \.isNetwork)
    return LessonError(error.message, at: place.map { positions[$0] } ?? position)
  }
}

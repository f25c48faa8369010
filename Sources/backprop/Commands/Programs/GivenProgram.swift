import Autodiff
import CodeFormats
import Expressions

/// A program or model that a command line names in the place of formulas: `neuron.py`, `lab.ipynb`, `model.onnx`.
struct GivenProgram {
  struct Line {
    var statement: Statement
    var place: GivenStatements.Place
  }

  let path: String
  private(set) var lines: [Line] = []
  /// Weights that the file holds, by the names of their quantities.
  private(set) var arrays: [String: NumericArray] = [:]
  /// What is to be said of the file, with its name.
  private(set) var notes: [String] = []
  /// Where the lines come from, if cells hold them.
  private var notebook: Notebook?

  /// - Returns: `nil` for a word that names no such file.
  init?(_ word: String) throws(Failure) {
    let path = word.hasPrefix("@") ? String(word.dropFirst()) : word
    guard !path.contains("="), let end = path.lastIndex(of: "."), end > path.startIndex else {
      return nil
    }
    self.path = path
    switch path[end...].lowercased() {
    case ".py":
      let bytes = try bytes(atMost: PythonReader.byteLimit)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure("cannot read \(path) as text; save it in UTF-8", .unreadable)
      }
      try readPython(text)
    case ".ipynb":
      // What a notebook printed and drew is in it as well.
      guard let notebook = Notebook(try bytes(atMost: 20 * PythonReader.byteLimit)) else {
        throw Failure(
          "cannot read \(path): this is not a notebook of Jupyter; save it anew", .unreadable)
      }
      self.notebook = notebook
      try readPython(notebook.text)
    case ".onnx": try readModel()
    default: return nil
    }
  }

  private func bytes(atMost limit: Int) throws(Failure) -> [UInt8] {
    guard FileSystem.Identity(of: path)?.kind != .device else {
      throw Failure("cannot read \(path): is a device; name a file", .unreadable)
    }
    do {
      return try FileSystem.read(path, atMost: limit)
    } catch {
      throw Failure("cannot read \(path): \(error.reason); \(error.advice)", .unreadable)
    }
  }

  /// A place as it is named: in a notebook with its cell.
  private func place(_ place: ProgramError.Place?) -> GivenStatements.Place {
    guard let place else {
      return GivenStatements.Place(file: path, line: 0, column: 0, isTranslated: true)
    }
    guard let (cell, line) = notebook?.place(of: place.line) else {
      return GivenStatements.Place(
        file: path, line: place.line, column: place.column, isTranslated: true)
    }
    return GivenStatements.Place(
      file: "\(path), cell \(cell)", line: line, column: place.column, isTranslated: true)
  }

  private func failure(_ error: ProgramError) -> Failure {
    Failure(place(error.place).located(error.message), .unreadable)
  }

  private mutating func readPython(_ text: String) throws(Failure) {
    guard text.utf8.count <= PythonReader.byteLimit else {
      throw Failure("cannot read \(path): a program has a million bytes at most", .unreadable)
    }
    do {
      take(try PythonReader.reading(of: text))
    } catch {
      throw failure(error)
    }
  }

  private mutating func readModel() throws(Failure) {
    let bytes = try bytes(atMost: ONNXModel.byteLimit)
    do {
      let model = try ONNXModel(bytes)
      take(try model.reading())
      arrays = model.arrays
    } catch {
      throw failure(error)
    }
  }

  private mutating func take(_ reading: ProgramReading) {
    for line in reading.lines {
      let role: Statement.Role =
        switch line.role {
        case .any: .any
        case .parameter: .parameter
        case .data: .data
        }
      lines.append(
        Line(
          statement: Statement("\(line.name) = \(line.formula)", role: role),
          place: place(line.place)))
    }
    if let output = reading.output, output != lines.last?.statement.name,
      !lines.contains(where: { $0.statement.name == "output" })
    {
      lines.append(Line(statement: Statement("output \(output)"), place: place(nil)))
    }
    notes = reading.notes.map { note in
      let start = note.line.map { ProgramError.Place(line: $0, column: 1) }
      return "\(place(start).lineText): \(note.text)"
    }
    if let first = reading.leftOut.first {
      let start = place(ProgramError.Place(line: first, column: 1)).lineText
      let more = reading.leftOut.count - 1
      notes.append(
        more == 0
          ? "\(start): this line computes nothing of the graph, and is left out"
          : "\(start): this line and \(more) more compute nothing of the graph, and are left out")
    }
  }
}

extension GivenStatements.Place {
  /// The file and the line.
  fileprivate var lineText: String { line == 0 ? file : "\(file):\(line)" }

  /// A message behind its place.
  func located(_ message: String) -> String {
    line == 0 ? "\(file): \(message)" : "\(file):\(line):\(column): \(message)"
  }
}
